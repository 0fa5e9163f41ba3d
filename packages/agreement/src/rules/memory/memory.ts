// SPDX-License-Identifier: BSD-2-Clause
//
// RAM: where stage 2 maps it and with which rights, and what the VMM can write. What the guest's memory node says of
// it is memory-node.ts. The boot protocol is Documentation/arch/arm64/booting.rst: the kernel wants its 2 MiB aligned
// base inside of the memory it is told of.

import { type Diagnostic, type Edit, errorAt, warningAt } from "@vmm/diagnostic"

import { setJson } from "../../edit/json-edit.ts"
import { attributePlace, insertAfter, removeAttribute, setAttribute } from "../../edit/system-edit.ts"
import type { GuestMap, GuestView } from "../../guest-view.ts"
import type { Agreement } from "../../input.ts"
import { endOf, groupedHex, hex, LARGE_PAGE, MIB, overlaps, roundUp, sizeText } from "../../words.ts"
import { bootRam, memoryNodeEdits, memoryNodes, promised, rangesOf } from "./memory-node.ts"
import { fix, propertyPlace, related, type Rule } from "../rule.ts"

/** The map, the memory node, and where the guest sees RAM at its physical address, that too. */
function aligned(input: Agreement, view: GuestView, first: GuestMap, base: number): readonly Edit[] {
  const { system } = input.sources
  const { region, map } = first
  const moved = bootRam(view).map((one) => ({ base: one === first ? base : one.base, size: one.size }))
  const others = view.maps.filter((one) => one !== first)
  if (others.some((one) => overlaps(one, { base, size: first.size })) || base % region.pageSize !== 0)
    return []
  const oneToOne = region.physAddr === first.base
  return [
    ...setAttribute(system, map.place, "vaddr", groupedHex(base)),
    ...(oneToOne ? setAttribute(system, region.place, "phys_addr", groupedHex(base)) : []),
    ...memoryNodeEdits(input, moved),
  ]
}

const alignment: Rule = (input, view) => {
  const [first] = bootRam(view)
  if (first === undefined || first.base % LARGE_PAGE === 0) return []
  const place = attributePlace(input.sources.system, first.map.place, "vaddr")
  const message =
    `Linux requires that guest RAM starting GPA must be 2MiB aligned, and RAM of '${view.vm.name}' begins ` +
    `at ${hex(first.base)}`
  const base = first.base - (first.base % LARGE_PAGE)
  const at = groupedHex(base)
  const fixes = fix(
    "align-ram",
    `map it at ${at}, and let the memory node say so`,
    aligned(input, view, first, base),
  )
  const remedy = `map it at ${at}, and let the memory node say so`
  return [warningAt(place, message, remedy, { code: "ram-not-aligned", fixes })]
}

const rights: Rule = (input, view) =>
  bootRam(view).flatMap(({ map, region }) => {
    const { read, write, execute } = map.perms
    const findings: Diagnostic[] = []
    const { system } = input.sources
    if (!(read && write && execute)) {
      const place = attributePlace(system, map.place, "perms")
      const lacks = [...(read ? [] : ["read"]), ...(write ? [] : ["write"]), ...(execute ? [] : ["execute"])]
      const message = `'${view.vm.name}' may not ${lacks.join(" or ")} its RAM '${region.name}'`
      const fixes = fix("ram-perms", 'write perms="rwx"', setAttribute(system, map.place, "perms", "rwx"))
      const remedy = 'a guest runs its kernel from RAM: write perms="rwx"'
      findings.push(errorAt(place, message, remedy, { code: "ram-permissions", fixes }))
    }
    if (!map.cached) {
      const place = attributePlace(system, map.place, "cached")
      const message = `RAM '${region.name}' is mapped uncached in '${view.vm.name}'`
      const remedy = 'atomic instructions fail on uncached memory: delete cached="false"'
      const fixes = fix("ram-cached", "map it cached", removeAttribute(system, map.place, "cached"))
      findings.push(warningAt(place, message, remedy, { code: "ram-uncached", fixes }))
    }
    return findings
  })

/** The VMM copies kernel, device tree and initramfs, so it must reach the RAM. */
const vmmReach: Rule = (input, view) =>
  view.ram.flatMap((ram) => {
    const { domain } = view
    const { system } = input.sources
    const own = domain.maps.find(({ region }) => region === ram.map.region)
    if (own === undefined) {
      const maps = domain.maps.map(({ vaddr, size }) => ({ base: vaddr, size }))
      const clash = maps.find((one) => overlaps(one, ram))
      const vaddr = groupedHex(
        clash === undefined ? ram.base : roundUp(Math.max(...maps.map(endOf)), LARGE_PAGE),
      )
      const line = `<map mr="${ram.region.name}" vaddr="${vaddr}" perms="rw" />`
      const edits = insertAfter(system, domain.maps.at(-1)?.place ?? domain.programImage.place, [line])
      const message = `'${domain.name}' cannot reach the guest's memory region '${ram.region.name}'`
      const remedy = `it copies the guest's kernel there: add ${line} to protection domain '${domain.name}'`
      const fixes = fix("vmm-map", `map '${ram.region.name}' in '${domain.name}'`, edits)
      return [errorAt(ram.map.place, message, remedy, { code: "vmm-cannot-reach-ram", fixes })]
    }
    if (own.perms.write) return []
    const place = attributePlace(system, own.place, "perms")
    const message = `'${domain.name}' may not write the guest's memory region '${ram.region.name}'`
    const fixes = fix("vmm-perms", 'write perms="rw"', setAttribute(system, own.place, "perms", "rw"))
    const remedy = 'it copies the guest\'s kernel there: write perms="rw"'
    return [errorAt(place, message, remedy, { code: "vmm-cannot-write-ram", fixes })]
  })

const none: Rule = (input, view) => {
  if (view.ram.length > 0) return []
  const message = `virtual machine '${view.vm.name}' has no RAM`
  const domain = view.domain.maps.find(
    ({ region }) => input.system.memoryRegions[region]?.physAddr === undefined,
  )
  const region = domain === undefined ? undefined : input.system.memoryRegions[domain.region]
  const at = memoryNodes(input).flatMap(rangesOf)[0]?.base ?? 0x4000_0000
  const vcpu = view.vm.maps.at(-1)?.place ?? view.vm.vcpus.at(-1)?.place
  const line = `<map mr="${region?.name ?? ""}" vaddr="${groupedHex(at)}" perms="rwx" />`
  const edits =
    region === undefined || vcpu === undefined ? [] : insertAfter(input.sources.system, vcpu, [line])
  const fixes = fix("map-ram", `map '${region?.name ?? ""}' in '${view.vm.name}'`, edits)
  const remedy = "map a memory region that lies in RAM, where the guest's memory node says"
  return [errorAt(view.vm.place, message, remedy, { code: "no-ram", fixes })]
}

/** guest.json's "memory" against the tree. */
const configured: Rule = (input) => {
  const { guest, sources } = input
  if (guest?.memory === undefined) return []
  const total = memoryNodes(input)
    .flatMap(rangesOf)
    .reduce((sum, { size }) => sum + size, 0)
  const place = guest.places.get("memory")
  if (total === guest.memory || total === 0 || place === undefined || sources.guest === undefined) return []
  const message = `"memory" is ${sizeText(guest.memory)}, and the guest's tree has ${sizeText(total)} of RAM`
  const node = memoryNodes(input)[0]
  const others =
    node === undefined ? [] : [related(propertyPlace(node, "reg"), "the guest's RAM in its tree")]
  const text = total % MIB === 0 ? `"${total / MIB}M"` : String(total)
  const fixes = fix("guest-memory", `write "memory": ${text}`, setJson(sources.guest, place, text))
  const remedy = `write ${text}, or delete the field, since the tree says it`
  return [errorAt(place, message, remedy, { code: "guest-memory-differs", related: others, fixes })]
}

export const memoryRules: readonly Rule[] = [promised, alignment, rights, vmmReach, none, configured]
