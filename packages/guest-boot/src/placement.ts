// SPDX-License-Identifier: BSD-2-Clause
//
// Where kernel, device tree and initramfs go in guest RAM: the rules of the kernel's
// Documentation/arch/arm64/booting.rst, sections 2 and 4, and libvmm's way of taking linux,initrd-start from the
// guest's tree. The Image sits text_offset above a 2 MiB aligned base, the tree on its own 2 MiB (8-byte aligned
// and inside one such block when RAM is short), the initramfs on whole pages.

import { isLeft, left, right, type Either } from "fp-ts/lib/Either.js"

import { IMAGE_ALIGN } from "./kernel/arm64-image.ts"
import { fileDiagnostic, hex, sizeText, type Diagnostic } from "./diagnostic.ts"

/** Guest physical addresses `base` to `base + size`, in bytes. */
export interface Range {
  readonly base: number
  readonly size: number
}

/** What has to be placed. */
export interface PlacementRequest {
  /** The file a mistake is reported against, such as guest.json. */
  readonly file: string
  /** Guest RAM; the kernel goes into the first range. */
  readonly ram: readonly Range[]
  readonly kernel: { readonly textOffset: number; readonly imageSize: number }
  /** Bytes to keep for the device tree blob. */
  readonly dtbSize: number
  /** Bytes of the initramfs; absent when there is none. */
  readonly initrdSize?: number
  /** linux,initrd-start of the guest's tree. */
  readonly wantedInitrd?: number
  /** Where the device tree is wanted; taken when it fits. */
  readonly wantedDtb?: number
  /** Ranges to keep free, such as reserved-memory of the guest's tree. */
  readonly reserved?: readonly Range[]
}

/** Where everything goes; sizes are the true ones, the kernel's with its BSS. */
export interface Placement {
  readonly entry: number
  readonly kernel: Range
  readonly dtb: Range
  readonly initrd?: Range
  /** What was placed elsewhere than the tree asked for, one sentence each. */
  readonly notes: readonly string[]
}

const PAGE = 0x1000
/** booting.rst, section 2: the blob must not exceed 2 megabytes. */
export const DTB_MAX = 0x200000

const alignUp = (value: number, to: number): number => Math.ceil(value / to) * to
const end = (range: Range): number => range.base + range.size
const overlap = (a: Range, b: Range): boolean =>
  a.base < end(b) && b.base < end(a) && a.size > 0 && b.size > 0
const inside = (range: Range, ram: Range): boolean => range.base >= ram.base && end(range) <= end(ram)
const rangeText = (range: Range): string => `${hex(range.base)}..${hex(end(range))}`

interface Slot {
  readonly size: number
  readonly align: number
  /** No multiple of this lies inside the slot. */
  readonly within?: number
}

const crosses = (base: number, slot: Slot): boolean =>
  slot.within !== undefined &&
  Math.floor(base / slot.within) !== Math.floor((base + slot.size - 1) / slot.within)

/** The lowest range of `slot` inside `ram` and clear of `taken`. */
function findSlot(ram: readonly Range[], taken: readonly Range[], slot: Slot): Range | undefined {
  for (const range of ram) {
    const starts = [range.base, ...taken.map(end)].filter((at) => at >= range.base)
    for (const start of starts.sort((a, b) => a - b)) {
      const aligned = alignUp(start, slot.align)
      const base = crosses(aligned, slot) ? alignUp(aligned, slot.within ?? 1) : aligned
      const candidate = { base, size: slot.size }
      if (inside(candidate, range) && !taken.some((one) => overlap(one, candidate))) return candidate
    }
  }
  return undefined
}

const fits = (candidate: Range, ram: readonly Range[], taken: readonly Range[]): boolean =>
  ram.some((range) => inside(candidate, range)) && !taken.some((one) => overlap(one, candidate))

function placeKernel(request: PlacementRequest): Either<Diagnostic, Range> {
  const [ram] = request.ram
  if (ram === undefined || ram.size === 0) {
    return left(
      fileDiagnostic(
        request.file,
        "the guest has no RAM",
        "map a memory region into the virtual machine and name it in the /memory node of the guest's tree",
      ),
    )
  }
  const { textOffset, imageSize } = request.kernel
  const kernel = { base: alignUp(ram.base, IMAGE_ALIGN) + textOffset, size: imageSize }
  if (!inside(kernel, ram)) {
    return left(
      fileDiagnostic(
        request.file,
        `the kernel needs ${sizeText(imageSize)} from ${hex(kernel.base)} on, and guest RAM ` +
          `${rangeText(ram)} has ${sizeText(Math.max(0, end(ram) - kernel.base))} there`,
        "give the guest more RAM, in the .system file and in its /memory node, or take a smaller kernel",
      ),
    )
  }
  const clash = (request.reserved ?? []).find((range) => overlap(range, kernel))
  if (clash !== undefined) {
    return left(
      fileDiagnostic(
        request.file,
        `the kernel (${rangeText(kernel)}) would lie over reserved memory (${rangeText(clash)})`,
        "move or delete the node under /reserved-memory in the guest's overlay",
      ),
    )
  }
  return right(kernel)
}

function placeInitrd(
  request: PlacementRequest,
  size: number,
  taken: readonly Range[],
): Either<Diagnostic, { readonly initrd: Range; readonly notes: readonly string[] }> {
  const wanted = request.wantedInitrd
  const asked = wanted === undefined ? undefined : { base: wanted, size }
  if (asked !== undefined && asked.base % PAGE === 0 && fits(asked, request.ram, taken)) {
    return right({ initrd: asked, notes: [] })
  }
  const initrd = findSlot(request.ram, taken, { size, align: PAGE })
  if (initrd === undefined) {
    return left(
      fileDiagnostic(
        request.file,
        `the initramfs (${sizeText(size)}) does not fit: guest RAM is ` +
          `${request.ram.map((range) => `${rangeText(range)} (${sizeText(range.size)})`).join(", ")}, and kernel, ` +
          `device tree and reserved memory take ${taken.map(rangeText).join(", ")}`,
        "give the guest more RAM, in the .system file and in its /memory node, or a smaller initramfs",
      ),
    )
  }
  const notes =
    asked === undefined
      ? []
      : [
          `the initramfs is at ${hex(initrd.base)}: ${sizeText(size)} do not fit at ` +
            `${hex(asked.base)}, where linux,initrd-start wants it`,
        ]
  return right({ initrd, notes })
}

function placeDtb(request: PlacementRequest, taken: readonly Range[]): Either<Diagnostic, Range> {
  const size = request.dtbSize
  if (size > DTB_MAX) {
    return left(
      fileDiagnostic(
        request.file,
        `the guest's device tree is ${sizeText(size)}; Linux takes at most 2 MiB`,
        "delete nodes the guest does not need in an overlay",
      ),
    )
  }
  const wanted = request.wantedDtb
  const asked = wanted === undefined ? undefined : { base: wanted, size }
  const usable = asked !== undefined && asked.base % 8 === 0 && fits(asked, request.ram, taken)
  const dtb = usable
    ? asked
    : (findSlot(request.ram, taken, { size, align: DTB_MAX }) ??
      findSlot(request.ram, taken, { size, align: 8, within: DTB_MAX }))
  if (dtb !== undefined) return right(dtb)
  return left(
    fileDiagnostic(
      request.file,
      `the device tree (${sizeText(size)}) does not fit beside ${taken.map(rangeText).join(", ")}`,
      "give the guest more RAM, in the .system file and in its /memory node",
    ),
  )
}

/** Addresses for everything in `request`, or the one thing that stands in the way. */
export function planPlacement(request: PlacementRequest): Either<Diagnostic, Placement> {
  const kernel = placeKernel(request)
  if (isLeft(kernel)) return kernel
  const fixed = [kernel.right, ...(request.reserved ?? [])]
  const keep =
    request.wantedInitrd === undefined || request.initrdSize === undefined
      ? []
      : [{ base: request.wantedInitrd, size: request.initrdSize }].filter((one) =>
          fits(one, request.ram, fixed),
        )
  const dtb = placeDtb(request, [...fixed, ...keep])
  if (isLeft(dtb)) return dtb
  const placed = { entry: kernel.right.base, kernel: kernel.right, dtb: dtb.right }
  if (request.initrdSize === undefined || request.initrdSize === 0) return right({ ...placed, notes: [] })
  const initrd = placeInitrd(request, request.initrdSize, [...fixed, dtb.right])
  return isLeft(initrd) ? initrd : right({ ...placed, ...initrd.right })
}
