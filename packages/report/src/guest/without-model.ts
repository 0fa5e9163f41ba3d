// SPDX-License-Identifier: BSD-2-Clause
//
// Guests that stand still by a device of the board that has no model: it answers like memory, so a bit that only
// hardware sets never comes, and what is sent to a serial port goes nowhere. And the early console, which speaks
// where it has a port.

import { type Fix } from "@vmm/diagnostic"
import {
  compatibleOf,
  type DeviceTree,
  type DtNode,
  findByPath,
  findNode,
  isEnabled,
  propString,
  referenceTo,
} from "@vmm/devicetree"
import type { ExampleFiles } from "../example.ts"
import { overlayEdit } from "../fixes/fixes.ts"
import { hex } from "../hex.ts"
import { addToCommandLine } from "../patch/guest-json-patch.ts"
import type { Standstill } from "./standstill.ts"

/** Devices without a model that a guest meets; paths of the board's tree. */
export interface Unmodelled {
  /** The port of its console. */
  readonly console?: string
  /** Read again and again when the run ended. */
  readonly polled?: { readonly path: string; readonly offset: number }
}

const MODELS = "A new model goes by its compatible: ARCHITECTURE.md says how."

function nameOf({ name, path }: { name: string; path: string }, compatible: readonly string[]): string {
  const [first] = compatible
  return `${name === "" ? path : name}${first === undefined ? "" : ` (${first})`}`
}

function described(path: string, tree: DeviceTree | undefined) {
  const node = tree === undefined ? undefined : findByPath(tree, path)
  const name = path.slice(path.lastIndexOf("/") + 1)
  return { node, text: nameOf({ name, path }, node === undefined ? [] : compatibleOf(node)) }
}

const placeOf = (node: DtNode | undefined) => (node === undefined ? {} : { place: node.place })

/** A console that says nothing since its port is none. */
export function muteConsole(
  { console: path }: Unmodelled,
  tree: DeviceTree | undefined,
): Omit<Standstill, "waits"> | undefined {
  if (path === undefined) return undefined
  const { node, text } = described(path, tree)
  const reason = `its console ${text} has no model here: it answers like memory, and what is sent to it is lost`
  const title = `let the console be a port that has a model: PL011, 16550 and its kin, i.MX`
  const fixes = [{ id: "no-model", title, edits: [], notes: [MODELS] }]
  return { code: "console-no-model", reason, ...placeOf(node), fixes }
}

/** A device that the guest asks for what only a model would answer. */
export function pollsStub(
  { polled }: Unmodelled,
  tree: DeviceTree | undefined,
  example: ExampleFiles,
): Omit<Standstill, "waits"> | undefined {
  if (polled === undefined) return undefined
  const { node, text } = described(polled.path, tree)
  const reason =
    `it reads offset ${hex(polled.offset)} of ${text} again and again, which has no model here: it answers like ` +
    "memory, and what the guest waits for never comes"
  const fixes: readonly Fix[] =
    node === undefined || !isEnabled(node)
      ? []
      : [
          {
            id: "disable",
            title: `take ${node.name} out of the guest's device tree: the guest does not need the device`,
            edits: [overlayEdit(example, `${referenceTo(node)} {\n\tstatus = "disabled";\n};\n`)],
            notes: [MODELS],
          },
        ]
  return { code: "polls-no-model", reason, ...placeOf(node), fixes }
}

/** `earlycon` alone takes its port from there. */
function hasStdout(tree: DeviceTree | undefined): boolean {
  const chosen = tree === undefined ? undefined : findByPath(tree, "/chosen")
  const path = chosen === undefined ? undefined : propString(chosen, "stdout-path")
  return tree !== undefined && path !== undefined && findNode(tree, path.split(":")[0] ?? "") !== undefined
}

/** An early console, which speaks before any driver does; none where the guest has one already. */
export function earlyconFixes({ guest }: ExampleFiles, tree: DeviceTree | undefined): readonly Fix[] {
  // Only Linux reads the word.
  if (guest === undefined || guest.text.includes('"flat:') || !hasStdout(tree)) return []
  if (/["\s]earlycon(?:=[^"\s]*)?["\s]/.test(guest.text)) return []
  const edits = addToCommandLine(guest, "earlycon")
  if (edits === undefined) return []
  const notes = ["Without arguments it takes the port of /chosen/stdout-path; the next run then tells more."]
  return [{ id: "command-line", title: "let the guest speak early: earlycon", edits, notes }]
}
