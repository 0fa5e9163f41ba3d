// SPDX-License-Identifier: BSD-2-Clause
//
// The guest's cpu nodes against the vCPUs of its machine, and budgets: what a thread may use of each period (the seL4
// MCS scheduler). Priorities that starve are the language's own rule.

import { cpuNodes, type DtNode, findByPath, propString } from "@vmm/devicetree"
import { type Diagnostic, errorAt, type Place, warningAt } from "@vmm/diagnostic"

import { commandLineOf } from "../../command-line.ts"
import { setJson } from "../../edit/json-edit.ts"
import { attributePlace, insertAfter, removeElement, setAttribute } from "../../edit/system-edit.ts"
import { appendToOverlay, enableNode, setTreeProperty } from "../../edit/tree-edit.ts"
import type { GuestView } from "../../guest-view.ts"
import { type Agreement, isLinux } from "../../input.ts"
import { countText } from "../../words.ts"
import { type Deletion, deletionOf } from "../tree/deletions.ts"
import { fix, propertyPlace, related, type Rule } from "../rule.ts"

/** CPUs that the command line allows. */
function allowed(words: readonly string[]): number {
  if (words.includes("nosmp")) return 1
  const max = words.flatMap((word) => /^(?:maxcpus|nr_cpus)=(\d+)$/.exec(word)?.[1] ?? []).at(-1)
  return max === undefined ? Number.POSITIVE_INFINITY : Math.max(Number(max), 1)
}

/** Ids of further vCPUs: free child ids of the VMM. */
function vcpuLines(input: Agreement, view: GuestView, many: number): readonly string[] {
  const children = input.system.protectionDomains.flatMap(({ parent, id }) =>
    parent === view.vm.protectionDomain && id !== undefined ? [id] : [],
  )
  const used = new Set([...view.vm.vcpus.map(({ id }) => id), ...children])
  const lines: string[] = []
  for (let id = 0; id <= 61 && lines.length < many; id++) if (!used.has(id)) lines.push(`<vcpu id="${id}" />`)
  return lines
}

/** A node named like a CPU that Linux takes for none: why, what helps, and the edits. */
function oddCpu(input: Agreement, parent: DtNode | undefined) {
  const known = new Set(cpuNodes(input.guestTree))
  const node = parent?.children.find((one) => one.name.startsWith("cpu@") && !known.has(one))
  if (node === undefined) return undefined
  const typed = propString(node, "device_type") === "cpu"
  return {
    node,
    why: typed ? `: ${node.path} is disabled` : `: ${node.path} has no device_type = "cpu"`,
    what: typed ? "enable it" : 'write device_type = "cpu"',
    edits: typed
      ? enableNode(input.sources, node)
      : setTreeProperty(input.sources, node, "device_type", '"cpu"'),
  }
}

/** Where an overlay deletes the board's CPUs, or the node around them. */
function deletedCpus(input: Agreement): Deletion | undefined {
  const parent = findByPath(input.hardware, "/cpus")
  const nodes = [...(parent === undefined ? [] : [parent]), ...cpuNodes(input.hardware)]
  return nodes.flatMap((node) => deletionOf(input, node) ?? [])[0]
}

/** Linux takes its boot CPU, and how all are turned on, from these nodes. */
function noCpus(input: Agreement, view: GuestView, parent: DtNode | undefined): Diagnostic {
  const { node: odd, why = "", what = "add cpu nodes to /cpus", edits = [] } = oddCpu(input, parent) ?? {}
  const block =
    '\n/ {\n\tcpus {\n\t\t#address-cells = <1>;\n\t\t#size-cells = <0>;\n\n\t\tcpu@0 {\n\t\t\tdevice_type = "cpu";\n' +
    '\t\t\tcompatible = "arm,armv8";\n\t\t\treg = <0>;\n\t\t\tenable-method = "psci";\n\t\t};\n\t};\n};\n'
  const gone = odd === undefined ? deletedCpus(input) : undefined
  const fixes = fix(
    "cpu-node",
    gone === undefined ? what : "keep the board's",
    gone !== undefined ? [gone.edit] : odd === undefined ? [appendToOverlay(input.sources, block)] : edits,
  )
  const none = gone?.place ?? parent?.place ?? view.vm.place
  const place = odd === undefined ? none : propertyPlace(odd, "status")
  const deleted = gone === undefined ? why : ": those of the board are deleted here"
  const message = `the guest's tree has no cpu node${deleted}`
  const remedy = gone === undefined ? what : "keep the node of the board"
  return warningAt(place, message, remedy, { code: "cpu-nodes-missing", fixes })
}

/** vCPUs that no node stands for. */
function tooFew(input: Agreement, view: GuestView, cpus: number, parent: DtNode | undefined): Diagnostic {
  const vcpus = view.vm.vcpus.length
  const odd = oddCpu(input, parent)
  const message =
    `the guest's tree has ${countText(cpus, "cpu node")} for ${vcpus} vCPUs of '${view.vm.name}'` +
    (odd?.why ?? "")
  const extra = view.vm.vcpus.slice(Math.max(cpus, 1))
  const edits = extra.flatMap(({ place }) => removeElement(input.sources.system, place))
  const fixes = [
    ...fix("cpu-node", odd?.what ?? "", odd?.edits ?? []),
    ...fix("remove-vcpus", `remove ${countText(extra.length, "<vcpu>")}`, edits),
  ]
  const there =
    odd !== undefined
      ? [related(view.vm.place, "this machine")]
      : parent === undefined
        ? []
        : [related(parent.place, "the guest's CPUs")]
  const place = odd === undefined ? view.vm.place : propertyPlace(odd.node, "status")
  const remedy = `${odd?.what ?? "add cpu nodes to /cpus in an overlay"}, or remove <vcpu> elements`
  return warningAt(place, message, remedy, { code: "cpu-nodes-too-few", related: there, fixes })
}

/** vCPUs that the command line keeps Linux from turning on. */
const heldBack: Rule = (input, view) => {
  const line = commandLineOf(input)
  const [vcpus, most] = [view.vm.vcpus.length, allowed(line.words)]
  if (most >= vcpus || most >= cpuNodes(input.guestTree).length || !isLinux(input)) return []
  const word = line.words.findLast((one) => one === "nosmp" || /^(?:maxcpus|nr_cpus)=/.test(one)) ?? ""
  const message = `${word} lets Linux use ${countText(most, "CPU")}, and '${view.vm.name}' has ${vcpus} vCPUs`
  const there = view.vm.vcpus.slice(most, most + 1).map(({ place }) => related(place, "the first left idle"))
  const extra = view.vm.vcpus.slice(most).flatMap(({ place }) => removeElement(input.sources.system, place))
  const fixes = [
    ...fix("drop-word", `take ${word} out of the command line`, line.replace(word, "")),
    ...fix("remove-vcpus", `remove ${countText(vcpus - most, "<vcpu>")}`, extra),
  ]
  const remedy = `take ${word} out of the command line, or remove <vcpu> elements`
  return [warningAt(line.placeOf(word), message, remedy, { code: "vcpus-held-back", related: there, fixes })]
}

/** Two vCPUs that are pinned to one core while another core of the board has nothing to run. */
const sameCore: Rule = (input, { vm }) => {
  const { system } = input.sources
  const pinned = vm.vcpus.filter(({ place }) => attributePlace(system, place, "cpu") !== place)
  if (pinned.length < vm.vcpus.length) return []
  const busy = new Set([
    ...input.system.protectionDomains.map(({ cpu }) => cpu),
    ...input.system.virtualMachines.flatMap(({ vcpus }) => vcpus.map(({ cpu }) => cpu)),
  ])
  const idle = Array.from({ length: input.cores }, (_, core) => core).filter((core) => !busy.has(core))
  return pinned.flatMap((one, index) => {
    const twin = pinned.slice(0, index).find(({ cpu }) => cpu === one.cpu)
    const core = twin === undefined ? undefined : idle.shift()
    if (twin === undefined || core === undefined) return []
    const message =
      `vCPUs ${twin.id} and ${one.id} of '${vm.name}' are both pinned to core ${one.cpu}, and nothing runs on ` +
      `core ${core}`
    const fixes = fix(
      "vcpu-core",
      `write cpu="${core}"`,
      setAttribute(system, one.place, "cpu", String(core)),
    )
    const there = [related(twin.place, `vCPU ${twin.id} is on core ${twin.cpu}`)]
    const more = { code: "vcpus-share-core", related: there, fixes }
    return [warningAt(attributePlace(system, one.place, "cpu"), message, `write cpu="${core}"`, more)]
  })
}

const counts: Rule = (input, view) => {
  const nodes = cpuNodes(input.guestTree)
  const [cpus, vcpus] = [nodes.length, view.vm.vcpus.length]
  const line = commandLineOf(input)
  const parent = findByPath(input.guestTree, "/cpus")
  const last = view.vm.vcpus.at(-1)
  if (cpus === 0) return [noCpus(input, view, parent)]
  if (cpus < vcpus) return [tooFew(input, view, cpus, parent)]
  if (cpus <= vcpus || allowed(line.words) <= vcpus || !isLinux(input)) return []
  const message =
    `the guest's tree has ${countText(cpus, "cpu node")}, and '${view.vm.name}' has ` +
    `${countText(vcpus, "vCPU")}`
  const lines = vcpuLines(input, view, cpus - vcpus)
  const place: Place = last?.place ?? view.vm.place
  const there = nodes
    .slice(vcpus, vcpus + 4)
    .map((node) => related(node.place, `no vCPU stands behind ${node.path}`))
  const fixes = [
    ...fix("maxcpus", `add maxcpus=${vcpus} to the command line`, line.add(`maxcpus=${vcpus}`)),
    ...fix("vcpus", `add ${lines.join(" ")}`, insertAfter(input.sources.system, place, lines)),
  ]
  const remedy = `turning on the others fails at boot: add maxcpus=${vcpus} to the command line, or <vcpu> elements`
  return [warningAt(place, message, remedy, { code: "cpu-nodes-too-many", related: there, fixes })]
}

/** guest.json's "cpus" against the tree. */
const configured: Rule = (input) => {
  const { guest, sources } = input
  const place = guest?.places.get("cpus")
  const count = cpuNodes(input.guestTree).length
  if (guest?.cpus === undefined || guest.cpus === count || place === undefined) return []
  const message = `"cpus" is ${guest.cpus}, and the guest's tree has ${count} under /cpus`
  const edits = sources.guest === undefined || count === 0 ? [] : setJson(sources.guest, place, String(count))
  const fixes = fix("guest-cpus", `write "cpus": ${count}`, edits)
  const remedy = "delete the field, or change the cpu nodes in the overlay"
  return [errorAt(place, message, remedy, { code: "guest-cpus-differ", fixes })]
}

/** CPUs that PSCI does not turn on; that of a machine with one is on. */
const method: Rule = (input, view) => {
  const several = view.vm.vcpus.length > 1
  const odd = cpuNodes(input.guestTree).find((node) => {
    const how = propString(node, "enable-method")
    return how !== "psci" && (several || how !== undefined)
  })
  if (odd === undefined || !isLinux(input)) return []
  const said = propString(odd, "enable-method")
  const message =
    `${odd.path} has ` +
    `${said === undefined ? "no enable-method" : `the enable-method "${said}"`}, and a VMM turns vCPUs on ` +
    `by PSCI alone`
  const edits = setTreeProperty(input.sources, odd, "enable-method", '"psci"')
  const more = {
    code: "cpu-enable-method",
    fixes: fix("enable-method", 'write enable-method = "psci"', edits),
  }
  return [warningAt(propertyPlace(odd, "enable-method"), message, 'write enable-method = "psci";', more)]
}

export const cpuRules: readonly Rule[] = [counts, heldBack, sameCore, configured, method]

interface Thread {
  readonly name: string
  readonly budget: number
  readonly period: number
  readonly place: Place
}

function threadsOf({ system }: Agreement): readonly Thread[] {
  return [...system.protectionDomains, ...system.virtualMachines]
}

const share = ({ budget, period }: Thread): number => (period > 0 ? budget / period : 1)
/** A thread with less than this of its core takes many times as long. */
const LITTLE = 0.05

/** A part of a whole with one digit that says something: 1.5 %, 0.01 %. */
function percentText(part: number): string {
  const percent = part * 100
  return `${percent >= 0.1 ? percent.toFixed(1) : percent.toPrecision(1)} %`
}

/** Budgets that nobody gets far with. */
export function scheduling(input: Agreement): readonly Diagnostic[] {
  const { system } = input.sources
  const threads = threadsOf(input)
  return threads.flatMap((thread) => {
    const part = share(thread)
    if (part >= LITTLE) return []
    const place = attributePlace(system, thread.place, "budget")
    const message =
      `'${thread.name}' gets ${thread.budget} us of each ${thread.period} us: ` +
      `${percentText(part)} of a core`
    const edits = setAttribute(system, thread.place, "budget", String(thread.period))
    const fixes = fix("budget", `write budget="${thread.period}"`, edits)
    const remedy = `write a larger budget, up to ${thread.period}`
    return [warningAt(place, message, remedy, { code: "budget-starves", fixes })]
  })
}
