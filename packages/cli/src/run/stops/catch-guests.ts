// SPDX-License-Identifier: BSD-2-Clause
//
// What is seen of a guest that panicked, or stands still when its run ends, while the machine is there.

import type { DeviceTree } from "@vmm/devicetree"
import type { VmView } from "@vmm/kernel/api"
import type { Cpu } from "@vmm/kernel/cpu"
import { StubDevice } from "@vmm/machine"
import {
  type Busy,
  busyText,
  type CodePlace,
  type CodeView,
  type ConsoleWatch,
  decodeEsr,
  type GuestSymbols,
  type Oops,
  type OopsReach,
  readOops,
  runningUnder,
  type StandstillFacts,
  type StoppedVcpu,
  symbolText,
  type VcpuFacts,
} from "@vmm/report"

import type { Booted } from "../boot.ts"
import type { LoadedBuild } from "../load.ts"
import type { Outcome } from "../outcome.ts"
import { cpuOf, framesOf, guestSymbols, instructionReader } from "./guest-view.ts"
import { reachOf } from "./oops-reach.ts"
import { interfaceOf, repeatedExit, repeatedOf } from "./interface-facts.ts"
import { callPlace, entryPlace } from "./program-lines.ts"

/** What was seen of a virtual machine when its run ended. */
export interface CaughtGuest {
  readonly facts: StandstillFacts
  /** What the vCPUs that are at work do, once the tree is known. */
  readonly busy: (tree: DeviceTree | undefined) => ReadonlyArray<Busy & { readonly id: number }>
  /** What domains asked for and have not. */
  readonly refusals: Booted["kernel"]["state"]["refusals"]
  readonly vcpus: readonly StoppedVcpu[]
  /** The first oops that its console told, and where its access went. */
  readonly oops?: { readonly oops: Oops; readonly reach: OopsReach | undefined }
}

const hex = (value: bigint | number): string => `0x${value.toString(16)}`

function namer(cpu: Cpu, symbols: GuestSymbols | undefined) {
  const vbar = cpu.sysreg("VBAR_EL1")
  const mmuOff = (cpu.sysreg("SCTLR_EL1") & 1n) === 0n
  return (address: bigint): CodePlace => {
    const found = symbols?.symbolAt(address, mmuOff ? Number(address) : undefined, vbar)
    return { address: hex(address), ...(found === undefined ? {} : { symbol: symbolText(found) }) }
  }
}

const plain = (place: CodePlace | undefined): string | undefined => place?.symbol?.split("+")[0]

function stoppedVcpu(
  booted: Booted,
  vm: string,
  { id, on, asleep }: VmView["vcpus"][number],
  symbols: GuestSymbols | undefined,
): StoppedVcpu {
  const vcpu = booted.kernel.state.vcpus.find(({ name }) => name === `${vm}/${id}`)
  if (vcpu === undefined) return { id, state: "is gone", level: 0, pc: { address: "0x0" }, backtrace: [] }
  const { cpu, lastExit } = vcpu
  const name = namer(cpu, symbols)
  const pc = name(cpu.pc)
  const backtrace = framesOf(cpu, booted.machine.board.memory).map(name)
  const { entry, probe } = runningUnder([pc, ...backtrace].map(plain))
  const esr = decodeEsr(lastExit.esr)
  const at = esr.ec === 0x24 || esr.ec === 0x20 ? ` at IPA ${hex(lastExit.ipa)}` : ""
  return {
    id,
    state: !on ? "is off" : asleep ? "sleeps in WFI" : "runs",
    level: (cpu.pstate >> 2) & 3,
    pc,
    backtrace,
    ...(entry === undefined ? {} : { initcall: entry }),
    ...(probe === undefined ? {} : { probe }),
    ...(lastExit.esr === 0 ? {} : { lastExit: `${esr.ecName}${at}` }),
  }
}

function vcpuFacts(booted: Booted, vm: string, view: VmView["vcpus"][number]): readonly VcpuFacts[] {
  const cpu = cpuOf(booted, vm, view.id)
  if (cpu === undefined) return []
  const { memory } = booted.machine.board
  const { state } = booted.kernel
  const held = interfaceOf(state, `${vm}/${view.id}`)
  const vcpu = state.vcpus.find(({ name }) => name === `${vm}/${view.id}`)
  const exit = vcpu === undefined ? "" : decodeEsr(vcpu.lastExit.esr).ecName
  const waits = vcpu?.tcb?.state === "parked" && !view.asleep
  const again =
    vcpu === undefined ? undefined : repeatedExit(state, vcpu, instructionReader(cpu, memory)(cpu.pc))
  return [
    {
      ...view,
      ...(held === undefined ? {} : { interface: held }),
      ...(view.on && vcpu?.tcb?.state === "inactive" ? { stopped: true } : {}),
      ...(waits ? { unanswered: exit } : {}),
      ...(again === undefined ? {} : { again }),
      pstate: cpu.pstate,
      sctlr: cpu.sysreg("SCTLR_EL1"),
      timerControl: cpu.sysreg("CNTV_CTL_EL0"),
      instructions: cpu.icount(),
    },
  ]
}

/** A look at a guest without a VMM that shows one: its vCPUs as the kernel has them. */
function plainView(build: LoadedBuild, booted: Booted, vm: string): VmView {
  const vcpus = build.system.domains.flatMap((domain) => (domain.vm?.name === vm ? domain.vm.vcpus : []))
  const state = ({ id }: { id: number }) =>
    booted.kernel.state.vcpus.find(({ name }) => name === `${vm}/${id}`)?.tcb?.state
  return {
    vm,
    vcpus: vcpus.map((vcpu) => ({
      id: vcpu.id,
      on: state(vcpu) !== "inactive",
      asleep: state(vcpu) === "parked",
    })),
    distributorOn: undefined,
    interrupts: undefined,
    driven: [],
    owed: [],
  }
}

const BUSY_REGISTERS = { VBAR: "VBAR_EL1", ESR: "ESR_EL1", ELR_EL1: "ELR_EL1", FAR: "FAR_EL1" } as const

/** What Linux says at last (kernel/reboot.c, kernel_halt). */
const HALTED = /^reboot: System halted/

const SP = 31

const PSTATE_I = 1 << 7

/** The code that a vCPU is in, read while the machine is there. */
function codeOf(booted: Booted, vm: string, at: VmView["vcpus"][number]): readonly CodeView[] {
  const cpu = cpuOf(booted, vm, at.id)
  if (cpu === undefined) return []
  const mmu = (cpu.sysreg("SCTLR_EL1") & 1n) !== 0n
  const code: CodeView = {
    pc: cpu.pc,
    masked: (cpu.pstate & PSTATE_I) !== 0,
    asleep: at.asleep,
    wordAt: instructionReader(cpu, booted.machine.board.memory),
    register: (n) => (n === SP ? cpu.sysreg("SP_EL1") : cpu.reg(n)),
    registers: Object.fromEntries(
      Object.entries(BUSY_REGISTERS).map(([name, full]) => [name, cpu.sysreg(full)]),
    ),
    ipaOf: (va) => (mmu ? cpu.translate(va, 1) : Number(va)),
  }
  return [code]
}

/** What each vCPU that is at work does, the first of those that sleep where none is. */
function busyOf(booted: Booted, vm: string, { vcpus }: VmView): CaughtGuest["busy"] {
  const working = vcpus.filter(({ on, asleep }) => on && !asleep)
  const seen = working.length > 0 ? working : vcpus.filter(({ on }) => on).slice(0, 1)
  const codes = seen.flatMap((at) => codeOf(booted, vm, at).map((code) => ({ id: at.id, code })))
  return (tree) =>
    codes.flatMap(({ id, code }) => {
      const busy = busyText(code, tree)
      return busy === undefined ? [] : [{ id, ...busy }]
    })
}

/** Domains that are ready and more urgent than the machine's vCPUs. */
function starvedOf(build: LoadedBuild, booted: Booted, vm: string): StandstillFacts["starved"] {
  const { ready, vcpus } = booted.kernel.state
  const priority = vcpus.find(({ name }) => name.startsWith(`${vm}/`))?.tcb?.priority
  if (priority === undefined) return undefined
  const domains = new Set(build.system.domains.map(({ name }) => name))
  return { priority, by: ready.above(priority).filter(({ name }) => domains.has(name)) }
}

/** What became of the interrupts that the domain has, and where its own program would see to them. */
function handedOf({ irqs, program }: LoadedBuild["system"]["domains"][number], booted: Booted, vm: string) {
  const { state } = booted.kernel
  const own = state.vcpus.filter(({ name }) => name.startsWith(`${vm}/`))
  const handed = irqs.flatMap(({ intid, channel }) => {
    const irq = state.irqs.get(intid)
    if (irq === undefined) return []
    const injected = own.some((vcpu) => vcpu.injected[intid] === 1)
    return [{ intid, channel, times: irq.taken, acknowledged: !irq.unacknowledged, injected }]
  })
  if (program.kind !== "module") return { handed }
  return { handed, program: programPlaces(program.path) }
}

function programPlaces(path: string): NonNullable<StandstillFacts["program"]> {
  const entries = ["init", "notified", "fault"].map((entry) => [entry, entryPlace(path, entry)] as const)
  const all = [...entries, ["stops", callPlace(path, "vcpuStop")] as const]
  return Object.fromEntries(all.filter(([, place]) => place !== undefined))
}

/** Reads that no driver makes but to wait, and how long before the end the last of them was at most. */
const POLLS = 1000
const RECENT_NS = 1_000_000

/** Devices without a model: the console's port, and the one that somebody polls. */
function unmodelledOf({ system }: LoadedBuild, { machine: { board } }: Booted) {
  const stubs = [...board.devices.values()].filter((one) => one instanceof StubDevice)
  const port = stubs.find(({ name }) => name === system.console)
  const recent = board.clock.nowNs() - RECENT_NS
  const asked = stubs.find(({ polled: { reads, atNs } }) => reads >= POLLS && atNs >= recent)
  return {
    ...(port === undefined ? {} : { console: port.name }),
    ...(asked === undefined ? {} : { polled: { path: asked.name, offset: asked.polled.offset } }),
  }
}

/** Looks at every virtual machine of the run. */
export function catchGuests(
  build: LoadedBuild,
  booted: Booted,
  watch: ConsoleWatch,
  outcome: Outcome,
): readonly CaughtGuest[] {
  const memory = booted.machine.board.memory
  return build.system.domains.flatMap((domain) => {
    const { name: pd, vm } = domain
    if (vm === undefined) return []
    const view = booted.kernel.state.views.get(pd)?.() ?? plainView(build, booted, vm.name)
    const symbols = guestSymbols(build, memory, vm.name)
    const vcpus = view.vcpus.flatMap((one) => vcpuFacts(booted, vm.name, one))
    const repeated = repeatedOf(booted.kernel.state, vm.name, { ...view, vcpus })
    const starved = starvedOf(build, booted, vm.name)
    const facts: StandstillFacts = {
      ...view,
      ...handedOf(domain, booted, vm.name),
      ...(starved === undefined ? {} : { starved }),
      unmodelled: unmodelledOf(build, booted),
      vm: vm.name,
      pd,
      vcpus,
      gic: vm.gic.version,
      ...(repeated === undefined ? {} : { repeated }),
      ...(outcome.kind === "idle" ? { idle: true } : {}),
      ...(outcome.kind === "stuck" && outcome.parked === true ? { parked: true } : {}),
      ...(watch.last.some((line) => HALTED.test(line)) ? { halted: true } : {}),
      ...(outcome.kind === "restarts" ? { restarts: outcome.times } : {}),
      firstByte: watch.reached.has("first-byte"),
      linux: watch.reached.has("linux"),
      init: watch.reached.has("init"),
    }
    const busy = busyOf(booted, vm.name, view)
    const { refusals } = booted.kernel.state
    const oops = readOops(watch.oops)
    const caught = {
      facts,
      busy,
      refusals,
      vcpus: view.vcpus.map((one) => stoppedVcpu(booted, vm.name, one, symbols)),
    }
    if (oops === undefined) return [caught]
    return [{ ...caught, oops: { oops, reach: reachOf(build, booted, vm.name, oops.address) } }]
  })
}
