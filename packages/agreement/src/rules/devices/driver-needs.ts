// SPDX-License-Identifier: BSD-2-Clause
//
// What a driver asks of the tree before it binds a device that the guest has. Linux's AMBA bus (drivers/amba/bus.c)
// takes a device by "arm,primecell" alone and enables its clock "apb_pclk" before it looks at it; and a clock must
// come from a provider that is enabled, in as many cells as that one counts (drivers/clk/clk.c).

import {
  compatibleOf,
  type DtNode,
  findByPhandle,
  isEnabled,
  propCells,
  propStrings,
  propU32,
} from "@vmm/devicetree"
import { type Diagnostic, errorAt, warningAt } from "@vmm/diagnostic"

import { nodeText } from "../../devices.ts"
import { appendToOverlay, enableNode, setInPlace, setTreeProperty } from "../../edit/tree-edit.ts"
import type { GuestView } from "../../guest-view.ts"
import { type Agreement, isLinux } from "../../input.ts"
import { consoleNodes } from "../console/uarts.ts"
import { atDeletion } from "./deleted-property.ts"
import { shortCell } from "./primecell-size.ts"
import { fix, propertyPlace, related, type Rule } from "../rule.ts"

const CELL = "arm,primecell"
const APB = "apb_pclk"
/** Peripherals of Arm that have the identification registers of a PrimeCell. */
const PRIMECELLS = /^arm,(pl\d{3}|sp\d{3}|primecell-uart)$/

interface Clock {
  readonly provider: DtNode | undefined
  /** Cells that the list ends too early by. */
  readonly short: number
}

/** Entries of `clocks`, gaps (phandle 0) and what cannot be followed among them. */
function clockList(input: Agreement, node: DtNode): readonly Clock[] {
  const cells = propCells(node, "clocks") ?? []
  const found: Clock[] = []
  for (let at = 0; at < cells.length;) {
    const provider = findByPhandle(input.guestTree, cells[at] ?? 0)
    const own = provider === undefined ? 0 : (propU32(provider, "#clock-cells") ?? 0)
    found.push({ provider, short: Math.max(at + 1 + own - cells.length, 0) })
    at += 1 + own
  }
  return found
}

type Say = typeof errorAt

function primecell(input: Agreement, node: DtNode, say: Say): readonly Diagnostic[] {
  const names = compatibleOf(node)
  const own = names.find((name) => PRIMECELLS.test(name))
  if (own !== undefined && !names.includes(CELL)) {
    const value = [...names, CELL].map((name) => `"${name}"`).join(", ")
    const message = `${nodeText(node)} is not compatible with "${CELL}": Linux has no driver for it otherwise`
    const fixes = fix(
      "compatible",
      `write compatible = ${value}`,
      setTreeProperty(input.sources, node, "compatible", value),
    )
    const remedy = `write compatible = ${value};`
    return [say(propertyPlace(node, "compatible"), message, remedy, { code: "primecell-missing", fixes })]
  }
  const clocks = propStrings(node, "clock-names") ?? []
  const count = clockList(input, node).length
  if (!names.includes(CELL) || (clocks.includes(APB) && node.properties.has("clocks"))) return []
  const text = [...Array.from({ length: Math.max(count - 1, 0) }, (_, at) => clocks[at] ?? "uartclk"), APB]
  const value = text.map((name) => `"${name}"`).join(", ")
  const has = clocks.includes(APB)
    ? `names a clock "${APB}" that it has not in clocks`
    : `names no clock "${APB}"`
  const message = `${nodeText(node)} ${has}, without which Linux leaves a PrimeCell alone`
  const edits =
    count === 0 ? oscillator(input, node) : setTreeProperty(input.sources, node, "clock-names", value)
  const fixes = fix(
    "clock-names",
    count === 0 ? "give it a fixed clock" : `write clock-names = ${value}`,
    edits,
  )
  const remedy =
    count === 0 ? `give it clocks, and clock-names with "${APB}"` : `write clock-names = ${value};`
  const place = propertyPlace(node, "clock-names", "clocks")
  const finding = say(place, message, remedy, { code: "clock-names", fixes })
  return [atDeletion(input, node, "clock-names", atDeletion(input, node, "clocks", finding))]
}

/** The clocks of a fixed clock that the tree has, for a node without any. */
function oscillator(input: Agreement, node: DtNode) {
  const fixed = input.guestTree.root.children.find(
    (one) => compatibleOf(one).includes("fixed-clock") && isEnabled(one) && one.labels.length > 0,
  )
  const label = fixed?.labels[0] ?? `${APB}_24mhz`
  const made =
    `\n/ {\n\t${label}: clock-24000000 {\n\t\tcompatible = "fixed-clock";\n\t\t#clock-cells = <0>;\n` +
    "\t\tclock-frequency = <24000000>;\n\t};\n};\n"
  return [
    ...(fixed === undefined ? [appendToOverlay(input.sources, made)] : []),
    ...setTreeProperty(input.sources, node, "clocks", `<&${label}>, <&${label}>`),
    ...setTreeProperty(input.sources, node, "clock-names", `"uartclk", "${APB}"`),
  ]
}

/** Lists of phandles, what each provider counts its cells in, and how providers of the kind are called. */
const COUNTED = [
  ["clocks", "#clock-cells", /clk|clock|osc|xtal|pll|ccm|ccu|cru|cgu|rcc|cpg|scmi|scpi|anatop|pmc|prcm/i],
  ["resets", "#reset-cells", /reset|rst|src|clk|clock|ccm|ccu|cru|rcc|cpg|scmi/i],
  ["power-domains", "#power-domain-cells", /power|pd|gpc|pgc|domain|sysc|scmi|scpsys|scu|blk|pmu/i],
  ["dmas", "#dma-cells", /dma|pl330|pl08|bam/i],
  ["phys", "#phy-cells", /phy|usb|serdes|pcie|dsi/i],
] as const

const ownWords = (node: DtNode): readonly string[] => [node.name, ...node.labels, ...compatibleOf(node)]

/** Whether others refer to the node by another kind of list. */
const providesOther = ({ properties }: DtNode): boolean =>
  [...properties.keys()].some((name) => /^#(?!address|size).*-cells$/.test(name))

/** A provider that does not say how many cells follow its phandle: nobody can refer to it (drivers/of/base.c). */
function uncounted(input: Agreement, node: DtNode, say: Say): readonly Diagnostic[] {
  return COUNTED.flatMap(([property, cells, words]) => {
    const list = propCells(node, property) ?? []
    const provider = findByPhandle(input.guestTree, list[0] ?? 0)
    if (provider === undefined || provider.properties.has(cells)) return []
    const there = [related(propertyPlace(node, property), "used here")]
    if (!ownWords(provider).some((word) => words.test(word)) && providesOther(provider)) {
      const message =
        `${property} of ${nodeText(node)} refers to ${nodeText(provider)}, which has no ${cells}: ` +
        "it is none of that kind"
      const other = [related(provider.place, "this node")]
      const remedy = `refer to a node with ${cells}`
      const more = { code: "provider-cells", related: other }
      return [say(propertyPlace(node, property), message, remedy, more)]
    }
    const own = list.filter((cell) => cell === list[0]).length
    const many = own > 0 && list.length % own === 0 ? list.length / own - 1 : 0
    const message =
      `${nodeText(provider)} has no ${cells}, and ${property} of ${nodeText(node)} refers to it: ` +
      "no driver finds it so"
    const edits = setTreeProperty(input.sources, provider, cells, `<${many}>`)
    const fixes = fix("provider-cells", `write ${cells} = <${many}>`, edits)
    const more = { code: "provider-cells", related: there, fixes }
    return [say(provider.place, message, `write ${cells} = <${many}>; in it`, more)]
  })
}

function providers(input: Agreement, node: DtNode, say: Say): readonly Diagnostic[] {
  const none = uncounted(input, node, say)
  if (none.length > 0) return none
  const list = clockList(input, node)
  const place = propertyPlace(node, "clocks")
  const lost = list.find(({ provider, short }) => provider === undefined || short > 0)
  if (lost !== undefined) {
    const { provider } = lost
    const known = list.flatMap((one) => one.provider ?? [])
    const cells = propU32(known[0] ?? node, "#clock-cells") ?? 0
    const why =
      provider === undefined
        ? `an entry names no node${known[0] === undefined ? "" : `: #clock-cells of ${known[0].path} is ${cells}`}`
        : `it ends inside of an entry: #clock-cells of ${provider.path} is ${propU32(provider, "#clock-cells")}`
    const labels = known.map(({ labels: own }) => own[0])
    const whole = cells === 0 && labels.length > 0 && labels.every((label) => label !== undefined)
    const value = labels.map((label) => `<&${label}>`).join(", ")
    const fixes = fix(
      "clocks",
      `write clocks = ${value}`,
      whole ? setInPlace(input.sources, node, "clocks", value) : [],
    )
    const message = `clocks of ${nodeText(node)} cannot be read: ${why}`
    const remedy = "write a phandle and as many cells as its provider counts for each clock"
    return [say(place, message, remedy, { code: "clocks-broken", fixes })]
  }
  return list.flatMap(({ provider }) => {
    // Providers with registers are told with the chain of what a device drags in.
    if (provider === undefined || isEnabled(provider) || provider.properties.has("reg")) return []
    const message = `the guest's tree disables ${nodeText(provider)}, and ${nodeText(node)} has its clock from there`
    const fixes = fix("enable-clock", `enable '${provider.name}'`, enableNode(input.sources, provider))
    const there = [related(place, "used here")]
    const more = { code: "clock-disabled", related: there, fixes }
    return [say(propertyPlace(provider, "status"), message, "enable it: it has no registers", more)]
  })
}

/** `clk24mhz`, `osc_25m`, `clock-24000000`, `osc32k`: what a name says, in Hz. */
function namedRate(name: string): number | undefined {
  const scaled = /(?<![0-9a-f])(\d{1,4})(?:([mk])(?:hz)?)(?![a-z])/i.exec(name)
  if (scaled !== null) return Number(scaled[1]) * (scaled[2]?.toLowerCase() === "m" ? 1_000_000 : 1000)
  const plain = /(?<!\d)(\d{5,9})(?!\d)/.exec(name)
  return plain === null ? undefined : Number(plain[1])
}

/** Where nothing tells: what boards give a PL011. */
const USUAL_RATE = 24_000_000

/** A fixed clock that does not say its rate is none (drivers/clk/clk-fixed-rate.c): who needs it waits for good. */
function fixedRates(input: Agreement, users: readonly DtNode[], say: Say): readonly Diagnostic[] {
  const uses = users.flatMap((node) =>
    clockList(input, node).flatMap(({ provider }) =>
      provider === undefined ? [] : [{ node, clock: provider }],
    ),
  )
  return [...new Set(uses.map(({ clock }) => clock))].flatMap((clock) => {
    const fixed = compatibleOf(clock).includes("fixed-clock")
    const node = uses.find((use) => use.clock === clock)?.node
    if (!fixed || !isEnabled(clock) || propU32(clock, "clock-frequency") !== undefined || !node) return []
    const names = [clock.name, ...(propStrings(clock, "clock-output-names") ?? []), ...clock.labels]
    const rate = names.flatMap((name) => namedRate(name) ?? [])[0] ?? USUAL_RATE
    const written = clock.properties.has("clock-frequency")
    const has = written ? "a clock-frequency that is no number" : "no clock-frequency"
    const message =
      `${nodeText(clock)} has ${has}: Linux makes no clock of it, and ${nodeText(node)}, which has its ` +
      "clock from there, waits for it for good"
    const place = written ? propertyPlace(clock, "clock-frequency") : clock.place
    const edits = setTreeProperty(input.sources, clock, "clock-frequency", `<${rate}>`)
    const fixes = fix("clock-frequency", `write clock-frequency = <${rate}>`, edits)
    const there = [related(propertyPlace(node, "clocks"), "used here")]
    const remedy = `write clock-frequency = <${rate}>; or what the oscillator has, in Hz`
    return [say(place, message, remedy, { code: "clock-frequency-missing", related: there, fixes })]
  })
}

export const driverNeeds: Rule = (input: Agreement, view: GuestView) => {
  if (!isLinux(input)) return []
  const consoles = consoleNodes(input, view)
  const users = view.devices.flatMap(({ node, enabled, reach }) =>
    !enabled || (reach === "none" && !consoles.has(node)) || node === view.gic?.node ? [] : [node],
  )
  const [lit, dark] = [
    users.filter((node) => consoles.has(node)),
    users.filter((node) => !consoles.has(node)),
  ]
  const console = fixedRates(input, lit, errorAt)
  const others = fixedRates(input, dark, warningAt).filter(
    (one) => !console.some(({ file, line }) => file === one.file && line === one.line),
  )
  return [
    ...users.flatMap((node) => {
      const say = consoles.has(node) ? errorAt : warningAt
      const cell = [...primecell(input, node, say), ...shortCell(input, node, say)]
      return [...cell, ...providers(input, node, say).slice(0, 1)]
    }),
    ...console,
    ...others,
  ]
}
