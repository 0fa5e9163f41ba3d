// SPDX-License-Identifier: BSD-2-Clause
//
// An early console at the wrong address: `earlycon=NAME,[mmio32,]ADDRESS` of the command line (Linux
// Documentation/admin-guide/kernel-parameters.txt) names where the guest writes before it reads its device tree.

import type { Fix } from "@vmm/diagnostic"
import { findNode, findByPath, propString, regRanges, type DeviceTree } from "@vmm/devicetree"
import { type ExampleFiles, isGiven, type SystemFacts } from "../example.ts"
import { hex } from "../hex.ts"
import { replaceText } from "../patch/text-place.ts"

export interface EarlyconCause {
  readonly fix: Fix
}

const PAGE = 0x1000
const EARLYCON = /\bearlycon=[^\s"]*?(0x[0-9a-fA-F]+)/

interface Context {
  readonly tree?: DeviceTree
  readonly system?: SystemFacts
  readonly example?: ExampleFiles
  readonly commandLine?: string
}

/** Address of the console that /chosen names, when the machine was given it. */
function consoleAddress({ tree, system }: Context): number | undefined {
  const chosen = tree === undefined ? undefined : findByPath(tree, "/chosen")
  const path = chosen === undefined ? undefined : propString(chosen, "stdout-path")
  const node = tree === undefined || path === undefined ? undefined : findNode(tree, path)
  if (node === undefined || system === undefined || !isGiven(system, node)) return undefined
  return regRanges(node)[0]?.address
}

/** The cause and its remedy, when the command line's early console is what was touched. */
export function earlyconCause(ipa: number, context: Context): EarlyconCause | undefined {
  const written = EARLYCON.exec(context.commandLine ?? "")?.[1]
  if (written === undefined || Math.floor(Number(written) / PAGE) !== Math.floor(ipa / PAGE)) return undefined
  const right = consoleAddress(context)
  if (right === undefined || right === Number(written)) return undefined
  const { guest } = context.example ?? { overlays: [] }
  const at = guest?.text.indexOf(written, Math.max(0, guest.text.indexOf("earlycon="))) ?? -1
  const edits = guest === undefined || at < 0 ? [] : [replaceText(guest, at, at + written.length, hex(right))]
  const title = `write ${hex(right)} for ${written}: there is the console of stdout-path`
  return { fix: { id: "command-line", title, edits, notes: [] } }
}
