// SPDX-License-Identifier: BSD-2-Clause
//
// The header of an arm64 Linux Image, after the kernel's Documentation/arch/arm64/booting.rst, section 4 ("Call
// the kernel image"): 64 bytes, little-endian. An Image built with the EFI stub is a PE file too, and its section
// table (PE/COFF specification, section 4) tells how long the file must be, so a truncated one is seen.

import { left, right, type Either } from "fp-ts/lib/Either.js"

import { fileDiagnostic, sizeText, type Diagnostic } from "../diagnostic.ts"

/** "ARM\x64" at offset 0x38, read as a little-endian word. */
const MAGIC = 0x644d5241
const MAGIC_OFFSET = 0x38
const HEADER_BYTES = 0x40
/** text_offset of kernels before v3.17, whose image_size is 0. */
const OLD_TEXT_OFFSET = 0x80000
/** The base of an Image is aligned to 2 MiB. */
export const IMAGE_ALIGN = 0x200000

/** What the header says. Sizes and offsets in bytes. */
export interface Arm64Header {
  /** Where the Image goes, above a 2 MiB aligned base. */
  readonly textOffset: number
  /** Memory the Image needs from its load address on, BSS included. */
  readonly imageSize: number
  /** Granule the kernel was built for: 4096, or 0 when the header does not say. */
  readonly pageSize: number
  /** True when the 2 MiB aligned base may be anywhere in memory (flags bit 3). */
  readonly anywhere: boolean
}

/** The one granule that the processors have. */
const PAGE_SIZE = 4096
const PAGE_SIZES = [0, 4096, 16384, 65536]

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** True when the bytes carry the arm64 Image magic. */
export function isArm64Image(bytes: Uint8Array): boolean {
  return bytes.length >= HEADER_BYTES && view(bytes).getUint32(MAGIC_OFFSET, true) === MAGIC
}

/** Bytes the file must have at least by its PE section table; 0 for an Image without the EFI stub. */
function bytesBySections(bytes: Uint8Array): number {
  const data = view(bytes)
  if (data.getUint16(0, true) !== 0x5a4d) return 0
  const pe = data.getUint32(0x3c, true)
  if (pe + 24 > bytes.length || data.getUint32(pe, true) !== 0x4550) return 0
  const sections = data.getUint16(pe + 6, true)
  const table = pe + 24 + data.getUint16(pe + 20, true)
  let end = 0
  for (let index = 0; index < sections; index += 1) {
    const at = table + 40 * index
    if (at + 40 > bytes.length) break
    end = Math.max(end, data.getUint32(at + 16, true) + data.getUint32(at + 20, true))
  }
  return end
}

/** The header of the arm64 Image `bytes`; `name` is for messages. The magic must have been checked. */
export function parseArm64Header(name: string, bytes: Uint8Array): Either<Diagnostic, Arm64Header> {
  const data = view(bytes)
  const textOffset = Number(data.getBigUint64(8, true))
  const imageSize = Number(data.getBigUint64(16, true))
  const flags = Number(data.getBigUint64(24, true) & 0xffn)
  if ((flags & 1) !== 0) {
    return left(
      fileDiagnostic(
        name,
        "this arm64 Image is big-endian",
        "take a kernel built without CONFIG_CPU_BIG_ENDIAN",
      ),
    )
  }
  const needed = bytesBySections(bytes)
  if (bytes.length < needed) {
    return left(
      fileDiagnostic(
        name,
        `this arm64 Image is cut short: ${sizeText(bytes.length)} of ${sizeText(needed)} are there`,
        "fetch or copy the file again",
      ),
    )
  }
  if (imageSize === 0) {
    return right({ textOffset: OLD_TEXT_OFFSET, imageSize: bytes.length, pageSize: 0, anywhere: false })
  }
  if (textOffset >= IMAGE_ALIGN || imageSize > 2 ** 32) {
    return left(
      fileDiagnostic(
        name,
        `the header of this arm64 Image makes no sense: text_offset ${textOffset}, image_size ${imageSize}`,
        "fetch or build the kernel again; the file is damaged",
      ),
    )
  }
  const pageSize = PAGE_SIZES[(flags >> 1) & 3] ?? 0
  if (pageSize > PAGE_SIZE) {
    const message =
      `this arm64 Image was built for pages of ${pageSize / 1024} KiB, and the processors here have pages of ` +
      `${PAGE_SIZE / 1024} KiB alone: it stops before its first message`
    return left(fileDiagnostic(name, message, "take a kernel built with CONFIG_ARM64_4K_PAGES"))
  }
  return right({
    textOffset,
    imageSize: Math.max(imageSize, bytes.length),
    pageSize,
    anywhere: (flags & 8) !== 0,
  })
}
