// SPDX-License-Identifier: BSD-2-Clause
//
// Small images for tests: an arm64 Image header, EFI zboot wrapping, a PE section table, and a way to read the
// answer out of an Either.

import { isLeft, type Either } from "fp-ts/lib/Either.js"

import type { Diagnostic } from "../diagnostic.ts"

/** Header fields of a made-up arm64 Image. */
export interface ImageFields {
  readonly textOffset?: bigint
  readonly imageSize?: bigint
  readonly flags?: bigint
  /** Length of the file, at least 64. */
  readonly length?: number
}

/** An arm64 Image with a header and zeros after it. */
export function arm64Image(fields: ImageFields = {}): Uint8Array {
  const bytes = new Uint8Array(fields.length ?? 4096)
  const view = new DataView(bytes.buffer)
  view.setBigUint64(8, fields.textOffset ?? 0n, true)
  view.setBigUint64(16, fields.imageSize ?? 0x10000n, true)
  view.setBigUint64(24, fields.flags ?? 0xan, true)
  view.setUint32(0x38, 0x644d5241, true)
  return bytes
}

/** The same with a PE header at 0x40 and one section of `sectionBytes` from 0x100 on. */
export function efiImage(length: number, sectionBytes: number): Uint8Array {
  const bytes = arm64Image({ length })
  const view = new DataView(bytes.buffer)
  view.setUint16(0, 0x5a4d, true)
  view.setUint32(0x3c, 0x40, true)
  view.setUint32(0x40, 0x4550, true)
  view.setUint16(0x46, 1, true)
  view.setUint32(0x58 + 16, sectionBytes, true)
  view.setUint32(0x58 + 20, 0x100, true)
  return bytes
}

/** An EFI zboot image around `payload`. */
export function zbootImage(compression: string, payload: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(128 + payload.length)
  const view = new DataView(bytes.buffer)
  bytes.set(Buffer.from("MZ\0\0zimg"), 0)
  view.setUint32(8, 128, true)
  view.setUint32(12, payload.length, true)
  bytes.set(Buffer.from(compression), 24)
  bytes.set(payload, 128)
  return bytes
}

/** The value of a Right; a Left fails the test with its words. */
export function value<A>(either: Either<unknown, A>): A {
  if (isLeft(either)) throw new Error(`expected a value, got ${JSON.stringify(either.left)}`)
  return either.right
}

/** The diagnostics of a Left as `message | remedy`; a Right fails the test. */
export function complaints(either: Either<Diagnostic | readonly Diagnostic[], unknown>): string[] {
  if (!isLeft(either)) throw new Error("expected a diagnostic, got a value")
  const list = Array.isArray(either.left)
    ? (either.left as readonly Diagnostic[])
    : [either.left as Diagnostic]
  return list.map((one) => `${one.file}:${one.line}:${one.column}: ${one.message} | ${one.remedy}`)
}
