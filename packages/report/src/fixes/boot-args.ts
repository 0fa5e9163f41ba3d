// SPDX-License-Identifier: BSD-2-Clause
//
// Words of Linux's command line that keep a guest from being heard or from coming up: `initcall_blacklist=` of the
// console's own driver (init/main.c, initcall_blacklisted), and `root=` with a disk that the guest has not
// (init/do_mounts.c). Each with the line it stands in and a patch.

import { changedPort } from "../guest/as-board.ts"
import { compatibleOf, type DeviceTree, type DtNode, isEnabled, walk } from "@vmm/devicetree"
import type { Fix, Place } from "@vmm/diagnostic"
import { blacklisted, withoutNames } from "./blacklist.ts"
import { type DriverTable, isInitcall } from "../fault/drivers.ts"
import type { ExampleFiles } from "../example.ts"
import { addField } from "../patch/guest-json-patch.ts"
import { changeWord, wordPlace } from "../patch/command-line-patch.ts"

/** What the command line is judged by. */
export interface BootArgs {
  /** The guest's command line. */
  readonly commandLine: string | undefined
  readonly tree: DeviceTree | undefined
  /** The board's own. */
  readonly board?: DeviceTree | undefined
  readonly drivers: DriverTable
  readonly example: ExampleFiles
}

/** Something about the command line that explains a stop. */
export interface BootTrouble {
  readonly code: string
  /** A sentence without its full stop. */
  readonly reason: string
  readonly place?: Place
  readonly fixes: readonly Fix[]
}

const SERIAL = /^drivers\/tty\//

const wordsOf = (line: string | undefined): readonly string[] =>
  (line ?? "").split(/\s+/).filter((word) => word !== "")

const placed = (example: ExampleFiles, word: string) => {
  const place = wordPlace(example, word)
  return place === undefined ? {} : { place }
}

/** Enabled nodes of a driver. */
function nodesOf(tree: DeviceTree, compatible: readonly string[]): readonly DtNode[] {
  return [...walk(tree.root)].filter(
    (node) => isEnabled(node) && compatibleOf(node).some((name) => compatible.includes(name)),
  )
}

/** The serial port's driver that the command line forbids to start. */
export function mutedConsole({ commandLine, tree, drivers, example }: BootArgs): BootTrouble | undefined {
  if (tree === undefined) return undefined
  for (const word of wordsOf(commandLine)) {
    for (const name of blacklisted(word)) {
      const driver = drivers.withEntry(name)
      const listed = driver?.entries.some((entry) => entry.function === name && isInitcall(entry)) === true
      const [node] = driver === undefined ? [] : nodesOf(tree, driver.compatible)
      if (!listed || driver === undefined || node === undefined || !SERIAL.test(driver.source)) continue
      const own = driver.entries.map((entry) => entry.function)
      const reason = `${word} keeps ${driver.source} from starting, the driver of its console ${node.name}`
      const fixes = [{ id: "command-line", ...withoutNames(example, commandLine, own), notes: [] }]
      return { code: "console-blacklisted", reason, ...placed(example, word), fixes }
    }
  }
  return undefined
}

/** The word of the command line that names the root file system. */
export const rootWord = ({ commandLine }: BootArgs): string | undefined =>
  wordsOf(commandLine).findLast((word) => word.startsWith("root="))

/** Layers of a ramdisk that the guest could have, where the folder has some at hand. */
export type Layers = readonly string[] | undefined

/** A guest whose root file system does not come: a ramdisk in its stead, or the one that it has. */
export function rootFixes(args: BootArgs, layers: Layers): readonly Fix[] {
  const { example, commandLine } = args
  const { guest } = example
  const word = rootWord(args)
  const has = guest !== undefined && /"(ramdisk|initrd)"\s*:/.test(guest.text)
  const add =
    guest === undefined || has || layers === undefined
      ? []
      : [
          {
            id: "ramdisk",
            title: `give the guest a ramdisk to begin with: ${layers.join(", ")}`,
            edits: addField(guest, "ramdisk", JSON.stringify(layers).replaceAll(",", ", ")),
            notes: [],
          },
        ]
  const drop = word === undefined ? [] : changeWord(example, word, "", commandLine)
  const take: readonly Fix[] =
    word === undefined || !has || drop.length === 0
      ? []
      : [
          {
            id: "command-line",
            title: `take ${word} away: the guest begins with its ramdisk`,
            edits: drop,
            notes: [],
          },
        ]
  return [...add, ...take].filter(({ edits }) => edits.length > 0)
}

const NO_CONSOLE = /unable to open an initial console/i

/** A kernel that found no driver for its console (init/main.c, console_on_rootfs): what /init says goes nowhere. */
export function lostConsole(args: BootArgs, said: readonly string[]): BootTrouble | undefined {
  const { commandLine, example, drivers } = args
  if (!said.some((line) => NO_CONSOLE.test(line))) return undefined
  const word = wordsOf(commandLine).findLast((one) => one.startsWith("console="))
  const port = word === undefined ? "that /chosen/stdout-path names" : `of ${word}`
  const reason =
    `its first process has no console: no driver took the port ${port}, such as for want of its clock, its pins or ` +
    "its driver, and what that process says goes nowhere"
  const changed = changedPort(args, drivers)
  if (changed !== undefined) {
    const { node, names, place, fixes } = changed
    const also = `${reason}; the guest's tree has ${names.join(", ")} of ${node.name} otherwise than the board`
    return { code: "no-console", reason: also, place, fixes }
  }
  return { code: "no-console", reason, ...(word === undefined ? {} : placed(example, word)), fixes: [] }
}

const WAITS = /^Waiting for root device (\S+?)\.\.\.$/

/** A guest that waits for its root for ever (rootwait), by the last lines of its console. */
export function rootWaits(args: BootArgs, last: readonly string[], layers: Layers): BootTrouble | undefined {
  const device = last.map((line) => WAITS.exec(line)?.[1]).findLast((name) => name !== undefined)
  if (device === undefined) return undefined
  const word = rootWord(args)
  const reason =
    `it waits for its root file system ${device}, and no device of the guest brings that disk` +
    (word === undefined ? "" : `: ${word} names it`)
  const place = word === undefined ? {} : placed(args.example, word)
  return { code: "no-root-device", reason, ...place, fixes: rootFixes(args, layers) }
}
