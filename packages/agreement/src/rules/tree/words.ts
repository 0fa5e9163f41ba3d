// SPDX-License-Identifier: BSD-2-Clause
//
// Words of a device tree that nobody reads as they were meant: a property's name with a slip of the hand in it, two
// strings of `compatible` in one, a CPU's name misspelt, and a `reg` with as many cells as another board's buses
// have. Devicetree Specification v0.4, chapters 2.3 and 3; names of CPUs after Linux's binding arm/cpus.yaml. Left
// out: names of properties that bindings of single devices have.

import {
  compatibleOf,
  cpuNodes,
  type DtNode,
  findByPath,
  isEnabled,
  propString,
  propStrings,
  walk,
} from "@vmm/devicetree"
import { type Diagnostic, type Edit, errorAt, nearest, warningAt } from "@vmm/diagnostic"

import { offsetOf, replaceRange } from "../../edit/text.ts"
import { setInPlace } from "../../edit/tree-edit.ts"
import type { Agreement } from "../../input.ts"
import { otherCells } from "./reg-layout.ts"
import { fix, propertyPlace, type TreeRule } from "../rule.ts"

/** Properties that any device may have and that a boot hangs on. */
const COMMON = [
  "compatible",
  "status",
  "reg",
  "ranges",
  "interrupts",
  "interrupt-parent",
  "interrupts-extended",
  "interrupt-controller",
  "clocks",
  "clock-names",
  "clock-frequency",
  "pinctrl-0",
  "pinctrl-names",
  "power-domains",
  "resets",
  "device_type",
  "enable-method",
  "method",
  "stdout-path",
  "bootargs",
  "dma-coherent",
  "#address-cells",
  "#size-cells",
  "#interrupt-cells",
  "#clock-cells",
] as const

/** Words of bindings that are near by chance. */
const OTHERS: ReadonlySet<string> = new Set(["reg-names", "range", "reset"])

const STATUS = ["okay", "ok", "disabled", "reserved", "fail"]

const lettersOf = (text: string): string => [...text.toLowerCase()].toSorted().join("")

/** Another order or one letter more, less or wrong: the slips that leave no doubt. */
function slipOf(name: string, known: string): boolean {
  if (name === known) return false
  if (name.toLowerCase().replaceAll("_", "-") === known.replaceAll("_", "-")) return true
  if (known.length < 6 || Math.abs(name.length - known.length) > 1) return false
  if (name.length === known.length && lettersOf(name) === lettersOf(known))
    return nearest(name, [known]) === known
  let start = 0
  while (start < name.length && name[start] === known[start]) start++
  let end = 0
  const rest = Math.min(name.length, known.length) - start
  while (end < rest && name.at(-1 - end) === known.at(-1 - end)) end++
  // A digit or a letter behind: pinctrl-1 is no slip of pinctrl-0.
  if (/\d$/.test(name) && /\d$/.test(known)) return false
  return Math.max(name.length, known.length) - start - end <= 1
}

function meantProperty(node: DtNode, name: string): string | undefined {
  if (OTHERS.has(name) || name.includes(",")) return undefined
  const free = COMMON.filter((known) => !node.properties.has(known) || overlaid(node, known, name))
  const said = propString(node, name)
  if (said !== undefined && STATUS.includes(said) && nearest(name, ["status"]) !== undefined) {
    return free.includes("status") ? "status" : undefined
  }
  return free.find((known) => known !== "status" && slipOf(name, known))
}

/** Whether the right name stands in another file: an overlay meant to replace it. */
function overlaid({ properties }: DtNode, known: string, name: string): boolean {
  return properties.get(known)?.place.file !== properties.get(name)?.place.file
}

function renamed(input: Agreement, node: DtNode, from: string, to: string): readonly Edit[] {
  const place = node.properties.get(from)?.place
  const { overlays, board } = input.sources
  const source = [...overlays, board].find(({ file }) => file === place?.file)
  const at = source === undefined || place === undefined ? undefined : offsetOf(source.text, place)
  if (source === undefined || place === undefined || at === undefined) return []
  if (!source.text.startsWith(from, at)) return []
  return [replaceRange(source, at, at + from.length, to)]
}

const misspelt: TreeRule = (input, nodes) =>
  nodes.flatMap((node) =>
    [...node.properties].flatMap(([name, { place }]) => {
      const meant = meantProperty(node, name)
      if (meant === undefined) return []
      const message = `'${node.name}' has a property ${name}, which nobody reads: ${meant} was meant`
      const fixes = fix("property-name", `write ${meant}`, renamed(input, node, name, meant))
      // Which interrupts are missed cannot be told by name.
      const code = meant.startsWith("interrupt") ? "interrupts-misspelt" : "property-misspelt"
      return [warningAt(place, message, `write ${meant}`, { code, fixes })]
    }),
  )

/** One string with white space, or a comma and a blank, where drivers look for two. */
const joined: TreeRule = (input, nodes) =>
  nodes.flatMap((node) => {
    const names = propStrings(node, "compatible") ?? []
    const odd = names.find((name) => /\s/.test(name.trim()))
    if (odd === undefined || !isEnabled(node)) return []
    const parts = names.flatMap((name) => name.split(/[,;]?\s+[,;]?/).filter((part) => part !== ""))
    const value = parts.map((part) => JSON.stringify(part)).join(", ")
    const edits = setInPlace(input.sources, node, "compatible", value)
    const fixes = fix("compatible", `write compatible = ${value}`, edits)
    const message =
      `compatible of '${node.name}' has ${parts.length} names in one string, "${odd}":` +
      " no driver has a name with a blank"
    const more = { code: "compatible-joined", fixes }
    return [warningAt(propertyPlace(node, "compatible"), message, `write compatible = ${value};`, more)]
  })

const CPU = /^arm,(?:(?:cortex|neoverse)-[a-z]\d+[a-z]*|armv8|arm\d+[a-z-]*)$/

/** `arm,cortex_a53`, `arm,cortexa53`, `cortex-a53`: the same letters, written otherwise. */
const cpuName: TreeRule = (input) =>
  cpuNodes(input.guestTree).flatMap((node) => {
    const [name = ""] = compatibleOf(node)
    if (CPU.test(name)) return []
    const bare = name.toLowerCase().replace(/^arm[,_.-]*(?=cortex|neoverse)/, "")
    const [, family, core] = /^(cortex|neoverse)[\s,_.-]*([a-z]\d+[a-z]*)$/.exec(bare) ?? []
    if (family === undefined || core === undefined) return []
    const meant = `arm,${family}-${core}`
    const edits = setInPlace(input.sources, node, "compatible", `"${meant}"`)
    const fixes = fix("cpu-compatible", `write compatible = "${meant}"`, edits)
    const message = `'${node.name}' is compatible with "${name}", which is the name of no CPU`
    const more = { code: "cpu-compatible", fixes }
    const place = propertyPlace(node, "compatible")
    return [warningAt(place, message, `write compatible = "${meant}";`, more)]
  })

/** An alias of a path that no tree has, nearly one that there is: who looks by it finds nothing. */
const aliases: TreeRule = (input, nodes) => {
  const own = nodes.find(({ path }) => path === "/aliases")
  if (own === undefined) return []
  const paths = nodes.map(({ path }) => path)
  const known = new Set([...paths, ...[...walk(input.hardware.root)].map(({ path }) => path)])
  return [...own.properties.keys()].flatMap((name) => {
    const path = propString(own, name)
    if (path === undefined || !path.startsWith("/") || known.has(path)) return []
    const meant = findByPath(input.guestTree, path) === undefined ? nearest(path, paths) : undefined
    // What stdout-path goes by is the console's to tell.
    const stdout = findByPath(input.guestTree, "/chosen")
    const told = stdout === undefined ? undefined : propString(stdout, "stdout-path")?.split(":")[0]
    if (meant === undefined || told === name) return []
    const value = JSON.stringify(meant)
    const edits = setInPlace(input.sources, own, name, value)
    const fixes = fix("alias", `write ${name} = ${value}`, edits)
    const message = `the alias ${name} is "${path}", and there is no such node`
    const more = { code: "alias-dangling", fixes }
    return [warningAt(propertyPlace(own, name), message, `write ${name} = ${value};`, more)]
  })
}

const ROOT_NAMES = ["chosen", "aliases", "cpus", "reserved-memory"]

/** A node of the root that is nearly called as one that Linux looks for by name. */
const rootNames: TreeRule = (input, nodes) =>
  nodes.flatMap((node) => {
    const { parent, name } = node
    if (parent === undefined || parent.parent !== undefined || name.includes("@")) return []
    if (ROOT_NAMES.includes(name) || node.properties.has("compatible")) return []
    const meant = nearest(name, ROOT_NAMES)
    const twin = parent.children.find((one) => one.name === meant)
    if (meant === undefined || (twin !== undefined && twin.place.file === node.place.file)) return []
    const { overlays, board } = input.sources
    const source = [...overlays, board].find(({ file }) => file === node.place.file)
    const from = source === undefined ? undefined : offsetOf(source.text, node.place)
    const at = source === undefined || from === undefined ? -1 : source.text.indexOf(name, from)
    const edits = source === undefined || at < 0 ? [] : [replaceRange(source, at, at + name.length, meant)]
    const fixes = fix("node-name", `write ${meant}`, edits)
    const message = `nobody reads /${name}: Linux looks for /${meant}`
    return [warningAt(node.place, message, `write ${meant}`, { code: "root-node-name", fixes })]
  })

/** What Linux's own code matches, for boards of every kind. */
const GENERIC = [
  "fixed-clock",
  "fixed-factor-clock",
  "regulator-fixed",
  "simple-bus",
  "simple-mfd",
  "syscon",
  "pci-host-ecam-generic",
  "shared-dma-pool",
  "virtio,mmio",
]

const ALSO = /^(simple-pm-bus|regulator-gpio|fixed-mmio-clock|gpio-.*)$/

/** A compatible that is nearly one of Linux's generic ones, and known to nobody. */
const genericName: TreeRule = (input, nodes) =>
  nodes.flatMap((node) => {
    if (!isEnabled(node)) return []
    const names = compatibleOf(node)
    const odd = names.find((name) => !GENERIC.includes(name) && nearest(name, GENERIC) !== undefined)
    const meant = odd === undefined ? undefined : nearest(odd, GENERIC)
    if (odd === undefined || meant === undefined || names.includes(meant) || ALSO.test(odd)) return []
    if ((input.images.kernel?.drivers([odd]).size ?? 0) > 0) return []
    const value = names.map((name) => JSON.stringify(name === odd ? meant : name)).join(", ")
    const edits = setInPlace(input.sources, node, "compatible", value)
    const fixes = fix("compatible", `write compatible = ${value}`, edits)
    const message = `compatible "${odd}" of '${node.name}' is known to nobody: "${meant}" was meant`
    const more = { code: "compatible-misspelt", fixes }
    return [errorAt(propertyPlace(node, "compatible"), message, `write compatible = ${value};`, more)]
  })

/** What is wrong with the words of the guest's tree. */
export function treeWords(input: Agreement): readonly Diagnostic[] {
  const nodes = [...walk(input.guestTree.root)]
  return [misspelt, joined, cpuName, otherCells, aliases, rootNames, genericName].flatMap((rule) =>
    rule(input, nodes),
  )
}
