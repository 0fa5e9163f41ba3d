// SPDX-License-Identifier: BSD-2-Clause
//
// From the bytes of a kernel file to an image that can be placed: an arm64 Image, as it is, in gzip (Image.gz), or
// inside an EFI zboot image (drivers/firmware/efi/libstub/zboot-header.S) with a gzip payload; or a flat binary,
// which has no header and starts at its first byte. Other compressions are named, not taken.

import { gunzipSync } from "node:zlib"

import { chain, left, map, right, tryCatch, type Either } from "fp-ts/lib/Either.js"
import { pipe } from "fp-ts/lib/function.js"

import { isArm64Image, parseArm64Header, type Arm64Header } from "./arm64-image.ts"
import { fileDiagnostic, type Diagnostic } from "../diagnostic.ts"
import { fileKind, isGzip } from "../file-kind.ts"
import { foreignCode } from "./foreign-code.ts"

/** A kernel with a header of its own. */
export interface LinuxImage extends Arm64Header {
  readonly kind: "arm64-image"
  readonly bytes: Uint8Array
  /** What the Image came wrapped in. */
  readonly wrapping: "none" | "gzip" | "zboot"
}

/** Bare machine code: loaded at the start of RAM and entered at its first byte. */
export interface FlatImage {
  readonly kind: "flat"
  readonly bytes: Uint8Array
  readonly textOffset: 0
  /** Bytes of memory, the same as the file's length. */
  readonly imageSize: number
}

/** A kernel that can be put into memory. */
export type KernelImage = LinuxImage | FlatImage

const WANTED = "an arm64 Linux Image"

/** The bytes inside a gzip file; a truncated or damaged one is an error. `name` is for messages. */
export function gunzip(name: string, bytes: Uint8Array): Either<Diagnostic, Uint8Array> {
  return tryCatch(
    () => new Uint8Array(gunzipSync(bytes)),
    () => fileDiagnostic(name, "this gzip file is cut short or damaged", "fetch or copy the file again"),
  )
}

/** Offsets of zboot-header.S: "MZ", "zimg" at 4, payload offset at 8, its size at 12, compression at 24. */
const isZboot = (bytes: Uint8Array): boolean =>
  bytes.length >= 64 && Buffer.from(bytes.subarray(0, 8)).toString("latin1").replace(/\0/g, "") === "MZzimg"

function zbootPayload(name: string, bytes: Uint8Array): Either<Diagnostic, Uint8Array> {
  const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const offset = header.getUint32(8, true)
  const size = header.getUint32(12, true)
  const compression = Buffer.from(bytes.subarray(24, 56)).toString("latin1").split("\0")[0] ?? ""
  if (offset + size > bytes.length) {
    return left(fileDiagnostic(name, "this EFI zboot kernel is cut short", "fetch or copy the file again"))
  }
  const payload = bytes.subarray(offset, offset + size)
  if (compression === "gzip" && isGzip(payload)) return gunzip(name, payload)
  return left(
    fileDiagnostic(
      name,
      `this is an EFI zboot kernel compressed with ${compression === "" ? "an unknown method" : compression}; ` +
        "only gzip is taken",
      "give the Image of the same build (arch/arm64/boot/Image), or take the payload out: " +
        `tail -c +${offset + 1} FILE | head -c ${size}, then decompress it`,
    ),
  )
}

function bareImage(
  name: string,
  bytes: Uint8Array,
  wrapping: LinuxImage["wrapping"],
): Either<Diagnostic, LinuxImage> {
  if (isArm64Image(bytes)) {
    return pipe(
      parseArm64Header(name, bytes),
      map((header) => ({ kind: "arm64-image" as const, bytes, wrapping, ...header })),
    )
  }
  const inside = wrapping === "none" ? "this file" : "what is inside"
  const kind = fileKind(bytes)
  return left(
    kind === undefined
      ? fileDiagnostic(
          name,
          `${inside} is not ${WANTED}: the magic "ARM\\x64" at offset 0x38 is missing`,
          "give an arm64 Image (arch/arm64/boot/Image, or debian:linux-image-arm64); " +
            'machine code without a header is named "flat:FILE"',
        )
      : fileDiagnostic(name, `${inside} is ${kind.is}, not ${WANTED}`, kind.remedy),
  )
}

/**
 * The arm64 Image in the file `bytes`, out of its gzip or zboot wrapping. `name` is for messages. Errors: every
 * other kind of file, by name and with a remedy; a file cut short.
 */
export function readLinuxImage(name: string, bytes: Uint8Array): Either<Diagnostic, LinuxImage> {
  if (isZboot(bytes)) {
    return pipe(
      zbootPayload(name, bytes),
      chain((image) => bareImage(name, image, "zboot")),
    )
  }
  if (isGzip(bytes)) {
    return pipe(
      gunzip(name, bytes),
      chain((image) => bareImage(name, image, "gzip")),
    )
  }
  return bareImage(name, bytes, "none")
}

/** Machine code without a header. Errors: an empty file, and a file that is known to be something else. */
export function readFlatImage(name: string, bytes: Uint8Array): Either<Diagnostic, FlatImage> {
  const kind = fileKind(bytes)
  if (kind !== undefined) {
    return left(fileDiagnostic(name, `this file is ${kind.is}, not a flat binary`, kind.remedy))
  }
  const machine = foreignCode(bytes)
  if (machine !== undefined) {
    const remedy = "take machine code for arm64: aarch64-linux-gnu-gcc makes it"
    return left(
      fileDiagnostic(name, `this file is machine code for ${machine}, and the guest's is arm64`, remedy),
    )
  }
  return right({ kind: "flat", bytes, textOffset: 0, imageSize: bytes.length })
}
