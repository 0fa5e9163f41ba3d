// SPDX-License-Identifier: BSD-2-Clause
//
// Options of a kernel, out of a file beside it, out of itself, and out of the words of its decompressors.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { gzipSync } from "node:zlib"

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { configOf, kernelConfig } from "./kernel-config.ts"

const test = suite("kernel config")

const TEXT = "CONFIG_ARM64=y\nCONFIG_RD_GZIP=y\n# CONFIG_RD_ZSTD is not set\nCONFIG_VIRTIO_BLK=m\n"
const NONE = new Uint8Array(64)

function inFolder(body: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), "vmm-config-"))
  try {
    body(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test("options are y, m, or n where they are not set; text of another kind is none", () => {
  const config = configOf(TEXT)
  assert.equal([config?.RD_GZIP, config?.VIRTIO_BLK, config?.RD_ZSTD, config?.RD_XZ], ["y", "m", "n", "n"])
  assert.is(configOf("hello\n"), undefined)
})

test("the file beside the kernel, and that of the build", () =>
  inFolder((folder) => {
    writeFileSync(join(folder, "config-6.1.0-arm64"), TEXT)
    assert.is(kernelConfig(join(folder, "vmlinuz-6.1.0-arm64"), NONE)?.VIRTIO_BLK, "m")
    assert.is(kernelConfig(join(folder, "vmlinuz-6.2.0-arm64"), NONE), undefined)
    mkdirSync(join(folder, "arch/arm64/boot"), { recursive: true })
    writeFileSync(join(folder, ".config"), TEXT)
    assert.is(kernelConfig(join(folder, "arch/arm64/boot/Image"), NONE)?.RD_ZSTD, "n")
  }))

test("the copy inside of the Image, unless it is damaged", () => {
  const parts = [NONE, Buffer.from("IKCFG_ST"), gzipSync(TEXT), Buffer.from("IKCFG_ED"), NONE]
  assert.is(kernelConfig("/Image", Buffer.concat(parts))?.VIRTIO_BLK, "m")
  parts[2] = gzipSync(TEXT).subarray(0, 30)
  assert.is(kernelConfig("/Image", Buffer.concat(parts)), undefined)
})

test("the words of the decompressors, where one of them is known", () => {
  const words = ["compression method %s not configured", "Not a gzip file"]
  const config = kernelConfig("/Image", Buffer.from(words.join("\0")))
  assert.equal([config?.RD_GZIP, config?.RD_ZSTD, config?.RD_LZO], ["y", "n", undefined])
  assert.is(kernelConfig("/Image", Buffer.from(words[0] ?? "")), undefined)
})

test.run()
