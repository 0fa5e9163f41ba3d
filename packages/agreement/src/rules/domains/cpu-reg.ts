// SPDX-License-Identifier: BSD-2-Clause
//
// The affinities of the guest's CPUs: Linux finds the CPU that it runs on by the reg of the cpu nodes (binding
// arm/cpus.yaml, MPIDR without its flags), and a VMM gives the vCPU it boots the affinity 0.

import { addressCells, cpuNodes, type DtNode, isEnabled, propString, unitNumber } from "@vmm/devicetree"
import { type Diagnostic, type Edit, errorAt, warningAt } from "@vmm/diagnostic"

import { offsetOf, replaceRange } from "../../edit/text.ts"
import { enableNode, setTreeProperty } from "../../edit/tree-edit.ts"
import type { GuestView } from "../../guest-view.ts"
import type { Agreement } from "../../input.ts"
import { hex } from "../../words.ts"
import { fix, propertyPlace, related, type Rule } from "../rule.ts"

/** `cpu@100`: 0x100; undefined for other names. */
function namedUnit({ name }: DtNode): number | undefined {
  const digits = /@([0-9a-f]{1,12})$/i.exec(name)?.[1]
  return digits === undefined ? undefined : Number.parseInt(digits, 16)
}

function setReg(input: Agreement, node: DtNode, value: number) {
  const wide = node.parent !== undefined && addressCells(node.parent) > 1
  const cells = wide ? `${hex(Math.floor(value / 2 ** 32))} ${hex(value % 2 ** 32)}` : hex(value)
  return fix("cpu-reg", `write reg = <${cells}>`, setTreeProperty(input.sources, node, "reg", `<${cells}>`))
}

/** The lowest affinity that no other node has. */
function freeUnit(node: DtNode, nodes: readonly DtNode[]): number {
  const taken = new Set(nodes.flatMap((other) => (other === node ? [] : (unitNumber(other) ?? []))))
  const own = namedUnit(node)
  if (own !== undefined && !taken.has(own)) return own
  for (let unit = 0; ; unit++) if (!taken.has(unit)) return unit
}

/** Whether a CPU of affinity 0 is there when this one gets the number that its name says. */
const hasBoot = (node: DtNode, nodes: readonly DtNode[]): boolean =>
  namedUnit(node) === 0 || nodes.some((other) => other !== node && unitNumber(other) === 0)

function wrongReg(input: Agreement, view: GuestView, node: DtNode, nodes: readonly DtNode[]): Diagnostic[] {
  const reg = unitNumber(node)
  const place = propertyPlace(node, "reg")
  const code = "cpu-reg"
  const index = nodes.indexOf(node)
  const vcpu = view.vm.vcpus[index]
  const behind = vcpu === undefined ? [] : [related(vcpu.place, `vCPU ${vcpu.id} stands behind it`)]
  const free = freeUnit(node, nodes)
  const more = { code, related: behind, fixes: setReg(input, node, free) }
  const remedy = `write reg = <${hex(free)}>;`
  if (reg === undefined) {
    const message = `${node.path} has no reg: Linux cannot tell which CPU it is`
    return [errorAt(place, message, remedy, more)]
  }
  const twin = nodes.find((other) => other !== node && unitNumber(other) === reg)
  // Where the name says another number that nobody has, that one was meant; of two right names the later is wrong.
  const named = namedUnit(node)
  const slip = named !== undefined && named !== reg && free === named && hasBoot(node, nodes)
  if (twin !== undefined && (slip || (nodes.indexOf(twin) < index && namedUnit(twin) === reg))) {
    const message = `${node.path} has the reg ${hex(reg)} of ${twin.path}: Linux takes no second CPU of one affinity`
    const there = [related(propertyPlace(twin, "reg"), "the other one"), ...behind]
    return [errorAt(place, message, remedy, { ...more, related: there })]
  }
  if (!slip) return []
  const message =
    `the reg of ${node.path} is ${hex(reg)}, and its name says ${hex(named)}: Linux tells its CPUs apart by reg, ` +
    `which must be the affinity of the vCPU behind it`
  return [warningAt(place, message, remedy, more)]
}

/** Linux boots on a vCPU of affinity 0, and no node has it. */
function bootCpu(input: Agreement, view: GuestView, nodes: readonly DtNode[]): readonly Diagnostic[] {
  const [first] = nodes
  if (first === undefined || nodes.some((node) => unitNumber(node) === 0)) return []
  const off = first.parent?.children.find((node) => !isEnabled(node) && unitNumber(node) === 0)
  const message =
    `no cpu node of the guest's tree has reg <0>, the affinity of the vCPU that '${view.domain.name}' boots` +
    (off === undefined ? "" : `: ${off.path} is disabled`)
  const place = off === undefined ? propertyPlace(first, "reg") : propertyPlace(off, "status")
  const fixes =
    off === undefined
      ? setReg(input, first, 0)
      : fix("cpu-node", `enable ${off.path}`, enableNode(input.sources, off))
  const remedy = off === undefined ? "write reg = <0x0>; in the node of the first CPU" : `enable ${off.path}`
  return [warningAt(place, message, remedy, { code: "cpu-boot-missing", fixes })]
}

/** cpu nodes that an overlay has beside /cpus: Linux looks for them in there alone. */
function outsideCpus(input: Agreement): readonly Diagnostic[] {
  const { root } = input.guestTree
  const lost = root.children.filter(
    (node) => node.name.startsWith("cpu@") && propString(node, "device_type") === "cpu" && isEnabled(node),
  )
  const [first] = lost
  if (first === undefined) return []
  const many = lost.length === 1 ? `${first.path} stands` : `${lost.length} cpu nodes stand`
  const message = `${many} outside of /cpus: nobody looks for CPUs there`
  const there = lost.slice(1, 8).map((node) => related(node.place, `${node.path} too`))
  const fixes = fix("into-cpus", "put them into cpus { ... }", intoCpus(input, lost))
  const more = { code: "cpu-outside-cpus", related: there, fixes }
  return [warningAt(first.place, message, "put them into cpus { ... };", more)]
}

/** A block around nodes that stand one behind the other in one file. */
function intoCpus(input: Agreement, nodes: readonly DtNode[]): readonly Edit[] {
  const file = nodes[0]?.place.file
  const source = [...input.sources.overlays, input.sources.board].find((one) => one.file === file)
  if (source === undefined || nodes.some((node) => node.place.file !== file)) return []
  const begins = nodes.flatMap((node) => offsetOf(source.text, node.place) ?? [])
  const [from = 0, last = 0] = [Math.min(...begins), Math.max(...begins)]
  const end = source.text.indexOf("};", last)
  const body = source.text.slice(from, end + 2)
  const alone = (body.match(/\{/g) ?? []).length === nodes.length
  if (begins.length !== nodes.length || end < 0 || !alone) return []
  return [replaceRange(source, from, end + 2, `cpus {\n${body}\n};`)]
}

/** Each cpu node by its reg. */
export const cpuReg: Rule = (input, view) => {
  const nodes = cpuNodes(input.guestTree)
  const wrong = nodes.flatMap((node) => wrongReg(input, view, node, nodes))
  const outside = outsideCpus(input)
  return wrong.length > 0 ? [...outside, ...wrong] : [...outside, ...bootCpu(input, view, nodes)]
}
