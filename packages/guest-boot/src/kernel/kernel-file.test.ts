// SPDX-License-Identifier: BSD-2-Clause
//
// Kernel files: headers, wrappings, and every file that is none.

import { gzipSync } from "node:zlib"

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { readFlatImage, readLinuxImage } from "./kernel-file.ts"
import { arm64Image, complaints, efiImage, value, zbootImage } from "./test-images.ts"

const image = suite("arm64 Image")

image("the header gives text_offset, image_size, page size and placement", () => {
  const read = value(readLinuxImage("Image", arm64Image({ textOffset: 0x80000n, imageSize: 0x200000n })))
  assert.is(read.textOffset, 0x80000)
  assert.is(read.imageSize, 0x200000)
  assert.is(read.pageSize, 4096)
  assert.is(read.anywhere, true)
  assert.is(read.wrapping, "none")
})

image("image_size 0 means a kernel before v3.17 with text_offset 0x80000", () => {
  const read = value(readLinuxImage("Image", arm64Image({ imageSize: 0n, flags: 0n })))
  assert.is(read.textOffset, 0x80000)
  assert.is(read.imageSize, 4096)
})

image("flags say a base close to the start of RAM", () => {
  assert.is(value(readLinuxImage("Image", arm64Image({ flags: 2n }))).anywhere, false)
})

image("an Image.gz and a zboot kernel with gzip are unwrapped", () => {
  const plain = arm64Image()
  const gz = value(readLinuxImage("Image.gz", gzipSync(plain)))
  assert.is(gz.wrapping, "gzip")
  assert.equal(gz.bytes, plain)
  const zboot = value(readLinuxImage("vmlinuz", zbootImage("gzip", gzipSync(plain))))
  assert.is(zboot.wrapping, "zboot")
  assert.equal(zboot.bytes, plain)
})

const refused = (bytes: Uint8Array): string => complaints(readLinuxImage("kernel", bytes))[0] ?? ""

image("a zboot kernel of another compression names it", () => {
  assert.match(
    refused(zbootImage("zstd22", new Uint8Array(64))),
    /zboot kernel compressed with zstd22.*Image/,
  )
  assert.match(refused(zbootImage("", new Uint8Array(64))), /an unknown method/)
  assert.match(
    refused(zbootImage("gzip", gzipSync(arm64Image())).subarray(0, 140)),
    /zboot kernel is cut short/,
  )
})

image("a kernel for larger pages than the processors have is refused", () => {
  assert.match(refused(arm64Image({ flags: 6n })), /pages of 64 KiB.*4 KiB alone.*CONFIG_ARM64_4K_PAGES/)
  assert.match(refused(arm64Image({ flags: 4n })), /pages of 16 KiB/)
})

image("a file cut short is seen by its section table", () => {
  assert.is(value(readLinuxImage("Image", efiImage(4096, 4096 - 0x100))).imageSize, 0x10000)
  assert.match(refused(efiImage(4096, 8192)), /cut short: 4\.0 KiB of 8\.3 KiB/)
})

image("a truncated gzip file is an error with a remedy", () => {
  const gz = gzipSync(Buffer.from(crypto.getRandomValues(new Uint8Array(9000))))
  assert.match(refused(gz.subarray(0, 5000)), /gzip file is cut short or damaged \| fetch or copy/)
})

image("a big-endian kernel and a senseless header are refused", () => {
  assert.match(refused(arm64Image({ flags: 1n })), /big-endian/)
  assert.match(refused(arm64Image({ textOffset: 0x300000n })), /makes no sense/)
})

image("what is no arm64 Image is named", () => {
  const elf = (machine: number) =>
    Buffer.from([0x7f, 0x45, 0x4c, 0x46, ...Array<number>(14).fill(0), machine, 0, 0])
  const bz = Buffer.alloc(0x300)
  bz.write("HdrS", 0x202)
  const cases: ReadonlyArray<readonly [Uint8Array, RegExp]> = [
    [elf(183), /an ELF file for arm64.*objcopy -O binary/],
    [elf(62), /an ELF file for x86-64.*debian:linux-image-arm64/],
    [elf(99), /an ELF file for machine 99/],
    [bz, /bzImage for x86/],
    [Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]), /compressed with xz.*xz -d/],
    [Buffer.from([0x28, 0xb5, 0x2f, 0xfd]), /zstd -d/],
    [Buffer.from("!<arch>\n"), /Debian package/],
    [Buffer.from("<!DOCTYPE html>"), /web page/],
    [Buffer.from("070701"), /cpio archive.*"ramdisk"/],
    [new Uint8Array(0), /this file is empty/],
    [Buffer.alloc(4096, 0xa5), /magic "ARM\\x64" at offset 0x38 is missing.*flat:FILE/],
    [gzipSync(Buffer.from("hello")), /what is inside is not an arm64 Linux Image/],
  ]
  for (const [bytes, expected] of cases) assert.match(refused(bytes), expected)
})

image.run()

const flat = suite("flat binary")

flat("machine code starts at its first byte and needs no more than its length", () => {
  const read = value(readFlatImage("hello.bin", new Uint8Array(12).fill(1)))
  assert.is(read.kind, "flat")
  assert.is(read.textOffset, 0)
  assert.is(read.imageSize, 12)
})

flat("a file that is known to be something else is refused", () => {
  assert.match(complaints(readFlatImage("x", Buffer.from("!<arch>\n")))[0] ?? "", /not a flat binary/)
})

flat("machine code of another processor is refused", () => {
  const arm = new Uint8Array(Uint32Array.of(0xe3a01409, 0xe3a00041, 0xe5810000).buffer)
  assert.match(
    complaints(readFlatImage("x", arm))[0] ?? "",
    /machine code for 32-bit Arm, and the guest's is arm64/,
  )
})

flat.run()
