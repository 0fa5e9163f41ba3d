// SPDX-License-Identifier: BSD-2-Clause
//
// What `@vmm/agreement` compares, out of a folder that has been read.

import { basename, dirname, relative } from "node:path"

import type { Agreement, Images, Sources, TextFile } from "@vmm/agreement"
import type { DeviceTree } from "@vmm/devicetree"
import type { GuestAtHand, GuestConfig, Range } from "@vmm/guest-boot"
import type { BoardDescription } from "@vmm/machine"
import type { Placement, System } from "@vmm/system"

import type { Folder, SourceText } from "./folder.ts"
import { likelyImages } from "./guest-hints.ts"
import type { Program } from "./programs.ts"

/** What the analysis has found out before the rules run. */
export interface Parts {
  readonly system: System
  readonly hardware: DeviceTree
  readonly guestTree: DeviceTree
  readonly board: BoardDescription
  readonly guest: GuestConfig | undefined
  /** The kernel's own RAM. */
  readonly own: Range
  readonly reserved: readonly Range[]
  /** Undefined when the regions do not fit. */
  readonly placements: readonly Placement[] | undefined
  readonly programs: readonly Program[]
}

/** The files that a fix may change. */
export function sourcesOf(folder: Folder): Sources {
  const file = ({ file: name, text }: SourceText): TextFile => ({
    file: name,
    editName: relative(folder.path, name),
    text,
  })
  return {
    system: file(folder.system),
    board: file(folder.base),
    overlays: folder.overlays.map(file),
    guest: folder.guest === undefined ? undefined : file(folder.guest.source),
  }
}

/** What the rules want to know of the guest's images. */
export function imagesAtHand(guest: GuestConfig, atHand: GuestAtHand): Images {
  const { kernel, initrdSize, wrong, noRamdisks, packings, noInit, layersBeside, noPackages } = atHand
  const facts =
    kernel === undefined
      ? {}
      : {
          kernel: {
            name: kernel.name,
            textOffset: kernel.textOffset,
            imageSize: kernel.imageSize,
            linux: kernel.kind === "arm64-image",
            drivers: kernel.drivers,
            ...(kernel.config === undefined ? {} : { config: kernel.config }),
          },
        }
  const { source } = guest.kernel
  const own = source.kind === "file" ? basename(source.path) : undefined
  return {
    ...facts,
    ...(wrong === undefined ? {} : { otherKernel: likelyImages(dirname(guest.file), own).kernel }),
    ...(noRamdisks === undefined ? {} : { noRamdisks }),
    ...(packings === undefined ? {} : { packings }),
    ...(noInit === undefined ? {} : { noInit }),
    ...(layersBeside === undefined ? {} : { layersBeside }),
    ...(noPackages === undefined ? {} : { noPackages }),
    ...(wrong === undefined ? {} : { wrong }),
    ...(initrdSize === undefined ? {} : { initrdSize }),
  }
}

export function agreementOf(folder: Folder, parts: Parts, images: Images): Agreement {
  const { system, hardware, guestTree, board, guest, own, reserved, placements, programs } = parts
  const places = new Map(placements?.map(({ region, physAddr }) => [region, physAddr]))
  return {
    system,
    hardware,
    guestTree,
    ram: board.ram,
    counterHz: board.counterHz,
    cores: Math.max(board.cpus.length, 1),
    kept: [
      { ...own, what: "the kernel's own RAM" },
      ...reserved.map((range) => ({ ...range, what: "memory that the board's tree reserves" })),
    ],
    physAddr: placements === undefined ? undefined : (region) => places.get(region),
    guest,
    images,
    simpleVmm: (domain) => programs[domain]?.kind !== "module",
    sources: sourcesOf(folder),
  }
}
