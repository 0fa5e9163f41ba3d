// SPDX-License-Identifier: BSD-2-Clause
//
// What a VMM has to know of its VM, out of the system description and the guest's device tree: where the guest's
// RAM is in the VMM, where the guest expects its interrupt controller, which interrupts are passed through.

import { guestMemory } from "@vmm/agreement"
import type { DeviceTree, DtNode } from "@vmm/devicetree"
import { cpuNodes, GICS, gicVersion, isEnabled, regEntries, unitNumber, walk } from "@vmm/devicetree"
import type { Range } from "@vmm/guest-boot"
import { MAX_CPUS } from "@vmm/kernel/cpu"
import type { ProtectionDomain, RegionMap, System, VirtualMachine } from "@vmm/system"
import { type Either, left, right } from "fp-ts/lib/Either.js"

import { type Diagnostic, errorAt } from "@vmm/diagnostic"

/** The plain part of vmrt's VmConfig: all but the images. */
export interface VmPlan {
  readonly name: string
  readonly vcpus: readonly number[]
  /** Affinity of each vCPU, as the guest's cpu nodes have it. */
  readonly affinities: readonly number[]
  readonly gic: {
    readonly version: 2 | 3
    readonly distributor: Range
    /** GICv3 only. */
    readonly redistributor?: Range | undefined
  }
  readonly ramRegions: ReadonlyArray<{ readonly gpa: number; readonly size: number; readonly vaddr: number }>
  readonly passthroughIrqs: ReadonlyArray<{
    readonly channel: number
    readonly intid: number
    readonly trigger: "level" | "edge"
  }>
}

/** Bytes of a distributor (GICv2, GICv3) and of one redistributor (IHI 0048B 4.1, IHI 0069 12.8). */
const GICD_V2_SIZE = 0x1000
const GICD_V3_SIZE = 0x10000
const GICR_SIZE = 0x20000
/** CPU interfaces of a GICv2 (IHI 0048B 1.2). */
const GICV2_CPUS = 8

function problem(vm: VirtualMachine, message: string, remedy: string): Diagnostic {
  return { severity: "error", ...vm.place, message, remedy }
}

/** The first enabled interrupt controller of the tree, and its version. */
function gicNode(tree: DeviceTree): { readonly node: DtNode; readonly version: 2 | 3 } | undefined {
  for (const node of walk(tree.root)) {
    const version = isEnabled(node) ? gicVersion(node) : undefined
    if (version !== undefined) return { node, version }
  }
  return undefined
}

function gicOf(vm: VirtualMachine, tree: DeviceTree): Either<Diagnostic, VmPlan["gic"]> {
  const found = gicNode(tree)
  if (found === undefined) {
    const remedy = `enable a node compatible with one of ${[...GICS.keys()].join(", ")} in the guest's tree`
    const message = `the guest of virtual machine '${vm.name}' has no interrupt controller`
    return left({ ...problem(vm, message, remedy), code: "gic-missing" })
  }
  const { node, version } = found
  const [distributor, redistributor] = regEntries(node)
  if (distributor === undefined || (version === 3 && redistributor === undefined)) {
    const remedy = "list the distributor, and a GICv3's redistributors, in its reg"
    return left(errorAt(node.place, `${node.path} has no usable reg`, remedy, { code: "gic-reg" }))
  }
  const vcpus = vm.vcpus.length
  if (version === 2 && vcpus > GICV2_CPUS) {
    const message = `virtual machine '${vm.name}' has ${vcpus} vCPUs, and the guest's GICv2 serves ${GICV2_CPUS}`
    return left(problem(vm, message, "remove <vcpu> elements"))
  }
  const room = Math.floor((redistributor?.size ?? 0) / GICR_SIZE)
  if (version === 3 && vcpus > room) {
    const message = `${node.path} has room for ${room} redistributors, and '${vm.name}' has ${vcpus} vCPUs`
    const remedy = `give the second reg entry a size of 0x${(GICR_SIZE * vcpus).toString(16)} in an overlay`
    return left({ severity: "error", ...node.place, message, remedy, code: "gic-redistributors-short" })
  }
  if (version === 2) return right({ version, distributor: { base: distributor.address, size: GICD_V2_SIZE } })
  return right({
    version,
    distributor: { base: distributor.address, size: GICD_V3_SIZE },
    redistributor: { base: redistributor?.address ?? 0, size: GICR_SIZE * vcpus },
  })
}

/** reg of a cpu node is laid out as MPIDR: Aff3 in bits 39..32 (cpus.yaml). */
const affinityOf = (reg: number): number => (reg % 2 ** 24) + Math.floor(reg / 2 ** 32) * 2 ** 24

/** Aff3.Aff2.Aff1.Aff0 of the guest's cpu nodes, one for each vCPU; none when there are too few such nodes. */
function affinitiesOf(vm: VirtualMachine, tree: DeviceTree): readonly number[] {
  const own = cpuNodes(tree).map((node) => affinityOf(unitNumber(node) ?? 0))
  return own.length < vm.vcpus.length ? [] : own.slice(0, vm.vcpus.length)
}

/** The engine has so many vCPUs for all virtual machines together. */
export function tooManyVcpus(system: System): readonly Diagnostic[] {
  const all = system.virtualMachines.flatMap((vm) => vm.vcpus)
  const over = all[MAX_CPUS]
  if (over === undefined) return []
  const message = `the system has ${all.length} vCPUs, and ${MAX_CPUS} are possible`
  return [{ severity: "error", ...over.place, message, remedy: "remove <vcpu> elements" }]
}

interface Memory {
  /** The guest's RAM. */
  readonly own: readonly RegionMap[]
  /** What the guest shares with others. */
  readonly windows: readonly RegionMap[]
}

/** Maps of the VM whose region is memory, in address order; `isRam` tells by region index. */
function memoryOf(vm: VirtualMachine, tree: DeviceTree, isRam: (region: number) => boolean): Memory {
  const maps = vm.maps.filter((map) => isRam(map.region)).sort((a, b) => a.vaddr - b.vaddr)
  const all = maps.map((map) => ({ base: map.vaddr, size: map.size, map }))
  const own = guestMemory(tree, all).map(({ map }) => map)
  return { own, windows: maps.filter((map) => !own.includes(map)) }
}

/** Maps of the VM that are its guest's RAM, in address order. */
export function guestRam(
  vm: VirtualMachine,
  tree: DeviceTree,
  isRam: (region: number) => boolean,
): readonly RegionMap[] {
  return memoryOf(vm, tree, isRam).own
}

export function ramRanges(maps: readonly RegionMap[]): readonly Range[] {
  return maps.map(({ vaddr, size }) => ({ base: vaddr, size }))
}

/** The plan, or what keeps the VMM from running this VM. */
export function planVm(
  system: System,
  domain: ProtectionDomain,
  vm: VirtualMachine,
  tree: DeviceTree,
  isRam: (region: number) => boolean,
): Either<readonly Diagnostic[], VmPlan> {
  const wrong: Diagnostic[] = []
  const { own: ram, windows } = memoryOf(vm, tree, isRam)
  const reached = windows.flatMap((map) => {
    const mapped = domain.maps.find(({ region, perms }) => region === map.region && perms.write)
    return mapped === undefined ? [] : [{ gpa: map.vaddr, size: map.size, vaddr: mapped.vaddr }]
  })
  const ramRegions = ram.flatMap((map) => {
    const own = domain.maps.find((candidate) => candidate.region === map.region)
    if (own !== undefined) return [{ gpa: map.vaddr, size: map.size, vaddr: own.vaddr }]
    const name = system.memoryRegions[map.region]?.name ?? ""
    const message = `'${domain.name}' cannot reach the guest's memory region '${name}'`
    const remedy = `add <map mr="${name}" vaddr="..." perms="rw"/> to protection domain '${domain.name}'`
    wrong.push({ severity: "error", ...map.place, message, remedy, code: "vmm-cannot-reach-ram" })
    return []
  })
  if (ramRegions.length === 0 && wrong.length === 0) {
    const none = problem(
      vm,
      `virtual machine '${vm.name}' has no RAM`,
      "map a memory region that lies in RAM",
    )
    wrong.push({ ...none, code: "no-ram" })
  }
  const gic = gicOf(vm, tree)
  if (gic._tag === "Left") return left([...wrong, gic.left])
  if (wrong.length > 0) return left(wrong)
  return right({
    name: vm.name,
    vcpus: vm.vcpus.map(({ id }) => id),
    affinities: affinitiesOf(vm, tree),
    gic: gic.right,
    ramRegions: [...ramRegions, ...reached],
    passthroughIrqs: domain.irqs.map(({ irq, id, trigger }) => ({ channel: id, intid: irq, trigger })),
  })
}
