// SPDX-License-Identifier: BSD-2-Clause
//
// What the distributor knows of every interrupt: enable, pending (edge latch and line), active, group,
// trigger, priority and target, after IHI 0048B chapter 3 and IHI 0069H chapter 4. One bit per INTID in
// 32-bit words; word 0 (SGIs 0..15 and PPIs 16..31) exists once per vCPU. Left out: LPIs, extended SPI and
// PPI ranges, the second security state.

/** Highest INTID of an SPI plus one; 1020..1023 are special. */
export const MAX_INTIDS = 1020
/** Priority bits that a list register of GICv2 has: 5, the top ones of the byte (GICH_LRn[27:23]). */
const PRIORITY_MASK = 0xf8
/** IROUTER.Interrupt_Routing_Mode with which one PE of all that take part gets the SPI. */
const ROUTE_ANY = 1

export class Interrupts {
  readonly version: 2 | 3
  readonly vcpus: number
  readonly intids: number
  /** Words of 32 INTIDs that a vCPU sees. */
  readonly words: number
  readonly enable: Uint32Array
  /** Pending by an edge, by a write to ISPENDR, or by an SGI. */
  readonly latch: Uint32Array
  /** Level of the input line. */
  readonly level: Uint32Array
  /** Active by a write to ISACTIVER: held back until ICACTIVER. */
  readonly active: Uint32Array
  /** In a list register, from injection until the maintenance event of its deactivation. */
  readonly listed: Uint32Array
  readonly group: Uint32Array
  /** Trigger: 1 edge, 0 level-sensitive. */
  readonly edge: Uint32Array
  readonly priority: Uint8Array
  /** GICv2, by INTID - 32: a bit per vCPU. */
  readonly targets: Uint8Array
  /** GICv3, by INTID - 32: Aff3.Aff2.Aff1.Aff0, and whether any PE will do. */
  readonly routeAffinity: Uint32Array
  readonly routeMode: Uint8Array
  /** GICv2, by vCPU * 16 + SGI: a bit per vCPU that sent it. */
  readonly sgiSources: Uint8Array
  /** GICv3, by vCPU: GICR_WAKER.ProcessorSleep. */
  readonly asleep: Uint8Array
  /** By vCPU: powered on. A vCPU that is off gets nothing into its list registers. */
  readonly online: Uint8Array
  /** Aff3.Aff2.Aff1.Aff0 of each vCPU. */
  readonly affinities: Uint32Array
  /** GICD_CTLR bits 1:0: EnableGrp0, EnableGrp1. */
  groupEnable = 0

  constructor(version: 2 | 3, vcpus: number, intids: number, affinities: readonly number[]) {
    this.version = version
    this.vcpus = vcpus
    this.intids = intids
    this.words = (intids + 31) >> 5
    const banks = vcpus + this.words - 1
    this.enable = new Uint32Array(banks)
    this.latch = new Uint32Array(banks)
    this.level = new Uint32Array(banks)
    this.active = new Uint32Array(banks)
    this.listed = new Uint32Array(banks)
    this.group = new Uint32Array(banks)
    this.edge = new Uint32Array(banks)
    this.priority = new Uint8Array(banks * 32)
    this.targets = new Uint8Array(this.words * 32 - 32)
    this.routeAffinity = new Uint32Array(this.words * 32 - 32)
    this.routeMode = new Uint8Array(this.words * 32 - 32)
    this.sgiSources = new Uint8Array(vcpus * 16)
    this.asleep = new Uint8Array(vcpus)
    this.online = new Uint8Array(vcpus)
    this.affinities = Uint32Array.from(affinities)
    this.reset()
  }

  /** As firmware hands it over: all disabled, level-sensitive, routed to vCPU 0; lines keep their level. */
  reset(): void {
    this.enable.fill(0)
    this.latch.fill(0)
    this.active.fill(0)
    this.listed.fill(0)
    this.group.fill(this.version === 3 ? 0xffffffff : 0)
    this.edge.fill(0)
    this.edge.fill(0xffff, 0, this.vcpus)
    this.priority.fill(0)
    this.targets.fill(1)
    this.routeAffinity.fill(this.affinities[0])
    this.routeMode.fill(0)
    this.sgiSources.fill(0)
    this.asleep.fill(0)
    this.online.fill(1)
    this.groupEnable = 0
    if (this.version === 2) this.enable.fill(0xffff, 0, this.vcpus)
  }

  /** Index of word `n` (INTIDs 32n..32n+31) as `vcpu` sees it. */
  bank(vcpu: number, n: number): number {
    return n === 0 ? vcpu : this.vcpus + n - 1
  }

  /** The bits of word `n` that stand for an interrupt. */
  implemented(n: number): number {
    const left = this.intids - n * 32
    if (left <= 0) return 0
    return left >= 32 ? 0xffffffff : (1 << left) - 1
  }

  /** Pending state of a bank: latched, or level-sensitive with its line high. Bits are signed 32-bit. */
  pending(bank: number): number {
    return this.latch[bank] | (this.level[bank] & ~this.edge[bank])
  }

  setPriority(vcpu: number, intid: number, value: number): void {
    this.priority[this.bank(vcpu, intid >> 5) * 32 + (intid & 31)] = value & PRIORITY_MASK
  }

  getPriority(vcpu: number, intid: number): number {
    return this.priority[this.bank(vcpu, intid >> 5) * 32 + (intid & 31)]
  }

  private participates(vcpu: number): boolean {
    return this.online[vcpu] !== 0 && this.asleep[vcpu] === 0
  }

  /** The vCPU that an SPI is for now; of several the lowest one that takes part. -1 when there is none. */
  targetOf(intid: number): number {
    const spi = intid - 32
    if (this.version === 2) {
      for (let vcpu = 0; vcpu < this.vcpus; vcpu++) {
        if ((this.targets[spi] >>> vcpu) & 1 && this.participates(vcpu)) return vcpu
      }
      return -1
    }
    if (this.routeMode[spi] !== ROUTE_ANY) return this.affinities.indexOf(this.routeAffinity[spi])
    for (let vcpu = 0; vcpu < this.vcpus; vcpu++) if (this.participates(vcpu)) return vcpu
    return -1
  }

  /** The most urgent interrupt that may go to a list register of `vcpu`; lowest INTID among equals, or -1. */
  best(vcpu: number): number {
    if (!this.participates(vcpu)) return -1
    let found = -1
    let foundPriority = 256
    for (let n = 0; n < this.words; n++) {
      const bank = this.bank(vcpu, n)
      const group = this.group[bank]
      const enabled =
        ((this.groupEnable & 1 ? ~group : 0) | (this.groupEnable & 2 ? group : 0)) & this.enable[bank]
      let bits = this.pending(bank) & enabled & ~this.active[bank] & ~this.listed[bank]
      while (bits !== 0) {
        const bit = 31 - Math.clz32(bits & -bits)
        bits &= bits - 1
        const priority = this.priority[bank * 32 + bit]
        if (priority >= foundPriority) continue
        if (n > 0 && this.targetOf(n * 32 + bit) !== vcpu) continue
        found = n * 32 + bit
        foundPriority = priority
      }
    }
    return found
  }

  /** Takes an interrupt into a list register: its latch is spent, its line is not. */
  take(vcpu: number, intid: number): void {
    const bank = this.bank(vcpu, intid >> 5)
    const bit = 1 << (intid & 31)
    this.listed[bank] |= bit
    if (intid < 16 && this.version === 2) {
      const at = vcpu * 16 + intid
      this.sgiSources[at] &= this.sgiSources[at] - 1
      if (this.sgiSources[at] !== 0) return
    }
    this.latch[bank] &= ~bit
  }

  release(vcpu: number, intid: number): void {
    this.listed[this.bank(vcpu, intid >> 5)] &= ~(1 << (intid & 31))
  }

  /** Takes an interrupt back from a list register that was emptied: an edge or SGI pends again. */
  giveBack(vcpu: number, intid: number): void {
    if (intid < 16) this.sendSgi(vcpu, vcpu, intid)
    else if ((this.edge[this.bank(vcpu, intid >> 5)] >>> (intid & 31)) & 1) this.raise(vcpu, intid)
  }

  /** Makes an interrupt pending, as an edge or a software write does. */
  raise(vcpu: number, intid: number): void {
    this.latch[this.bank(vcpu, intid >> 5)] |= 1 << (intid & 31)
  }

  /** Drives the input line; a rising one latches an edge-triggered interrupt. */
  drive(vcpu: number, intid: number, high: boolean): void {
    const bank = this.bank(vcpu, intid >> 5)
    const bit = 1 << (intid & 31)
    if (!high) {
      this.level[bank] &= ~bit
      return
    }
    if ((this.level[bank] & bit) === 0 && (this.edge[bank] & bit) !== 0) this.latch[bank] |= bit
    this.level[bank] |= bit
  }

  /** SGI `intid` from vCPU `source` to vCPU `target`; GICv2 keeps one pending state per source. */
  sendSgi(source: number, target: number, intid: number): void {
    if (this.version === 2) this.sgiSources[target * 16 + intid] |= 1 << source
    this.latch[target] |= 1 << intid
  }
}
