// SPDX-License-Identifier: BSD-2-Clause
//
// A Microkit on paper, for tests of VMM programs: memory as a byte array, vCPUs as register files, and a
// record of every call that has an effect outside.

import {
  type DomainMemory,
  type Message,
  type Microkit,
  PdFault,
  TCB_PC,
  TCB_X,
  type VcpuFaultInfo,
  type VmEvent,
  type VmView,
  message,
  seL4_DeleteFirst,
  seL4_NoError,
} from "@vmm/kernel/api"

/** More than TCB and VCPU have. */
const FIELDS = 64

/** Memory of a domain: one range of bytes. */
class FakeMemory implements DomainMemory {
  private readonly base: number
  private readonly bytes: Uint8Array
  private readonly view: DataView

  constructor(base: number, size: number) {
    this.base = base
    this.bytes = new Uint8Array(size)
    this.view = new DataView(this.bytes.buffer)
  }

  read8 = (vaddr: number): number => this.view.getUint8(this.at(vaddr, 1))
  read16 = (vaddr: number): number => this.view.getUint16(this.at(vaddr, 2), true)
  read32 = (vaddr: number): number => this.view.getUint32(this.at(vaddr, 4), true)
  read64 = (vaddr: number): bigint => this.view.getBigUint64(this.at(vaddr, 8), true)
  write8 = (vaddr: number, value: number): void => this.view.setUint8(this.at(vaddr, 1), value)
  write16 = (vaddr: number, value: number): void => this.view.setUint16(this.at(vaddr, 2), value, true)
  write32 = (vaddr: number, value: number): void => this.view.setUint32(this.at(vaddr, 4), value, true)
  write64 = (vaddr: number, value: bigint): void => this.view.setBigUint64(this.at(vaddr, 8), value, true)

  readBytes(vaddr: number, size: number): Uint8Array {
    return this.bytes.slice(this.at(vaddr, size), this.at(vaddr, size) + size)
  }

  writeBytes(vaddr: number, bytes: Uint8Array): void {
    this.bytes.set(bytes, this.at(vaddr, bytes.length))
  }

  fill(vaddr: number, size: number, value: number): void {
    this.bytes.fill(value, this.at(vaddr, size), this.at(vaddr, size) + size)
  }

  isMapped(vaddr: number, size: number): boolean {
    return vaddr >= this.base && vaddr + size <= this.base + this.bytes.length
  }

  private at(vaddr: number, size: number): number {
    if (this.isMapped(vaddr, size)) return vaddr - this.base
    throw new PdFault({ kind: "user" }, `the fake domain has nothing at 0x${vaddr.toString(16)}`)
  }
}

/** What the domain under test has. */
export interface FakeMicrokitOptions {
  /** Ids of the vCPUs. */
  readonly vcpus?: readonly number[]
  /** Memory of the domain; 64 KiB at 0x40000000 by default. */
  readonly memory?: { readonly base: number; readonly size: number }
  readonly setvars?: Readonly<Record<string, number>>
  /** The firmware behind the SMC cap; without it the domain has no such cap. */
  readonly firmware?: (args: readonly bigint[]) => readonly bigint[]
}

interface FakeVcpu {
  readonly tcb: bigint[]
  readonly el1: bigint[]
  readonly vectors: bigint[]
  state: "running" | "blocked" | "stopped"
  info: VcpuFaultInfo
}

const NO_FAULT: VcpuFaultInfo = { esr: 0, far: 0n, hpfar: 0n, ipa: 0, instruction: 0 }

/** A Microkit without a kernel, for the tests of a VMM: it notes what is called. */
export class FakeMicrokit implements Microkit {
  readonly name = "vmm"
  readonly vm: { readonly name: string; readonly vcpus: readonly number[] }
  readonly memory: DomainMemory
  readonly setvars: ReadonlyMap<string, number>
  readonly listRegisters = 4
  /** What was called, such as `irqAck 1` or `inject 0 27 prio 20 group 0 lr 0`. */
  readonly calls: string[] = []
  readonly logged: string[] = []
  readonly events: VmEvent[] = []
  /** List registers that are active, as `vcpu:index`: InjectIRQ answers DeleteFirst. */
  readonly active = new Set<string>()
  /** What the program offers to be seen. */
  look: (() => VmView) | undefined
  private readonly vcpus: ReadonlyMap<number, FakeVcpu>
  private readonly firmware: FakeMicrokitOptions["firmware"]

  constructor(options: FakeMicrokitOptions = {}) {
    const { vcpus = [0], memory = { base: 0x40000000, size: 0x10000 } } = options
    this.vm = { name: "guest", vcpus }
    this.memory = new FakeMemory(memory.base, memory.size)
    this.setvars = new Map(Object.entries(options.setvars ?? {}))
    this.firmware = options.firmware
    const zeros = () => Array.from({ length: FIELDS }, () => 0n)
    const make = (): FakeVcpu => ({
      tcb: zeros(),
      el1: zeros(),
      vectors: Array.from({ length: 32 }, () => 0n),
      state: "stopped",
      info: NO_FAULT,
    })
    this.vcpus = new Map(vcpus.map((id) => [id, make()]))
  }

  /** Sets what the next fault handler reads of the vCPU's last exit. */
  setFaultInfo(vcpu: number, info: Partial<VcpuFaultInfo>): void {
    this.vcpu(vcpu).info = { ...NO_FAULT, ...info }
    this.vcpu(vcpu).state = "blocked"
  }

  /** The calls since the last time. */
  takeCalls(): string[] {
    return this.calls.splice(0)
  }

  notify = (channel: number): void => this.record(`notify ${channel}`)
  irqAck = (channel: number): void => this.record(`irqAck ${channel}`)
  pdStop = (child: number): void => this.record(`pdStop ${child}`)
  pdRestart = (child: number): void => this.record(`pdRestart ${child}`)
  timeNs = (): number => 0
  yield = (): void => undefined
  ppcall = (_channel: number, request: Message): Message => message(request.label)

  log(text: string): void {
    this.logged.push(text)
  }

  vmEvent(event: VmEvent): void {
    this.events.push(event)
  }

  onInspect(look: () => VmView): void {
    this.look = look
  }

  vcpuRestart(vcpu: number, pc: bigint): void {
    this.vcpu(vcpu).tcb[TCB_PC] = pc
    this.vcpu(vcpu).state = "running"
    this.record(`restart ${vcpu} at 0x${pc.toString(16)}`)
  }

  vcpuResume(vcpu: number): void {
    this.vcpu(vcpu).state = "running"
    this.record(`resume ${vcpu}`)
  }

  vcpuStop(vcpu: number): void {
    this.vcpu(vcpu).state = "stopped"
    this.record(`stop ${vcpu}`)
  }

  vcpuReset(vcpu: number): void {
    this.vcpu(vcpu).tcb.fill(0n)
    this.vcpu(vcpu).el1.fill(0n)
    this.vcpu(vcpu).state = "stopped"
    this.record(`reset ${vcpu}`)
  }

  vcpuState(vcpu: number): "running" | "blocked" | "stopped" {
    return this.vcpu(vcpu).state
  }

  vcpuInjectIrq(vcpu: number, irq: number, priority: number, group: number, index: number): number {
    if (this.active.has(`${vcpu}:${index}`)) return seL4_DeleteFirst
    this.record(`inject ${vcpu} ${irq} prio ${priority} group ${group} lr ${index}`)
    return seL4_NoError
  }

  vcpuRetractIrq(vcpu: number, index: number): boolean {
    if (this.active.has(`${vcpu}:${index}`)) return false
    this.record(`retract ${vcpu} lr ${index}`)
    return true
  }

  vcpuAckVppi(vcpu: number, irq: number): void {
    this.record(`ackVppi ${vcpu} ${irq}`)
  }

  vcpuReadReg(vcpu: number, field: number): bigint {
    return this.vcpu(vcpu).el1[field] ?? 0n
  }

  vcpuWriteReg(vcpu: number, field: number, value: bigint): void {
    this.vcpu(vcpu).el1[field] = value
  }

  vcpuReadTcb(vcpu: number, field: number): bigint {
    return this.vcpu(vcpu).tcb[field] ?? 0n
  }

  vcpuWriteTcb(vcpu: number, field: number, value: bigint): void {
    this.vcpu(vcpu).tcb[field] = value
  }

  vcpuReadX(vcpu: number, n: number): bigint {
    const field = TCB_X[n]
    return field === undefined ? 0n : this.vcpuReadTcb(vcpu, field)
  }

  vcpuWriteX(vcpu: number, n: number, value: bigint): void {
    const field = TCB_X[n]
    if (field !== undefined) this.vcpuWriteTcb(vcpu, field, value)
  }

  vcpuReadV(vcpu: number, n: number): bigint {
    return this.vcpu(vcpu).vectors[n] ?? 0n
  }

  vcpuWriteV(vcpu: number, n: number, value: bigint): void {
    this.vcpu(vcpu).vectors[n] = value
  }

  vcpuWatchExclusive(vcpu: number, va: bigint, size: number): void {
    this.record(`watch ${vcpu} 0x${va.toString(16)} ${size}`)
  }

  vcpuFaultInfo(vcpu: number): VcpuFaultInfo {
    return this.vcpu(vcpu).info
  }

  vcpuTranslate(_vcpu: number, va: bigint): number | undefined {
    return va < 1n << 48n ? Number(va) : undefined
  }

  smcCall(args: readonly bigint[]): readonly bigint[] | undefined {
    return this.firmware?.(args)
  }

  private vcpu(id: number): FakeVcpu {
    const found = this.vcpus.get(id)
    if (found === undefined) throw new PdFault({ kind: "user" }, `the fake domain has no vCPU ${id}`)
    return found
  }

  private record(call: string): void {
    this.calls.push(call)
  }
}
