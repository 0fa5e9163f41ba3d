// SPDX-License-Identifier: BSD-2-Clause
//
// The state of every interrupt in a GIC's distributor (and redistributors): enable, pending, active,
// configuration, group, priority and routing, as bit maps of 32 interrupts per word, after the ARM Generic
// Interrupt Controller Architecture Specification, GICv2 (IHI 0048B) section 3 and GICv3 (IHI 0069)
// section 4. Word `cpu` holds the SGIs and PPIs of that CPU, words from `cpus` on the SPIs. One security
// state, two groups; no LPIs, no 1-of-N distribution beyond GICv2's target lists.

import type { DeviceState } from "../device.ts"
import { loadArrays, saveArrays } from "../saved-arrays.ts"

/** INTID that says "nothing pending" (GICv2 3.2.5, GICv3 2.2.1). */
export const SPURIOUS = 1023
/** Priority of nothing: lower than any interrupt's. */
export const IDLE_PRIORITY = 0x100
/** Both GIC-400 and GIC-500 implement the top five bits of a priority: 32 levels. */
export const PRIORITY_MASK = 0xf8

export const PRIVATE_INTIDS = 32
const SGIS = 16
const SGI_BITS = 0xffff

export class InterruptState {
  readonly cpus: number
  /** Number of INTIDs, a multiple of 32. */
  readonly intids: number
  readonly enabled: Uint32Array
  /** Latched pending state: edges, SGIs, and what was written to GICD_ISPENDR. */
  readonly latched: Uint32Array
  /** Level of the input lines. */
  readonly level: Uint32Array
  /** 1: edge-triggered, 0: level-sensitive. */
  readonly edge: Uint32Array
  readonly active: Uint32Array
  /** 1: group 1. */
  readonly group: Uint32Array
  readonly priority: Uint8Array
  /** Routing of SPIs: for each CPU a bit map of all words. */
  readonly routed: Uint32Array
  /** GICv2: CPUs that sent a pending SGI, one bit per CPU: index cpu * 16 + SGI. */
  readonly sgiSources: Uint8Array
  /** Bits 0 and 1: groups 0 and 1 are forwarded (GICD_CTLR). */
  readonly control = new Uint32Array(1)

  /** The result of `findHighest`. */
  bestIntid = SPURIOUS
  bestPriority = IDLE_PRIORITY
  bestGroup = 0

  /** Called after a change that one CPU (or, with -1, every CPU) may see. */
  onChange: (cpu: number) => void = () => undefined

  /** Bits of GICD_ISPENDR0 and GICD_ICPENDR0 that ignore writes: GICv2 has its own registers for SGIs. */
  readonly sgiReadOnly: number
  private readonly words: number

  /** `sourced`: SGIs are pending by source CPU, as in GICv2. */
  constructor(cpus: number, intids: number, sourced: boolean) {
    this.sgiReadOnly = sourced ? SGI_BITS : 0
    this.cpus = cpus
    this.intids = intids
    this.words = cpus + intids / 32 - 1
    this.enabled = new Uint32Array(this.words)
    this.latched = new Uint32Array(this.words)
    this.level = new Uint32Array(this.words)
    this.edge = new Uint32Array(this.words)
    this.active = new Uint32Array(this.words)
    this.group = new Uint32Array(this.words)
    this.priority = new Uint8Array(this.words * 32)
    this.routed = new Uint32Array(cpus * this.words)
    this.sgiSources = new Uint8Array(cpus * SGIS)
    this.reset()
  }

  /** Everything as after power-on; the levels of the input lines are not the GIC's to change and stay. */
  reset(): void {
    for (const array of [this.enabled, this.latched, this.active, this.group, this.edge]) array.fill(0)
    this.priority.fill(0)
    this.sgiSources.fill(0)
    this.routed.fill(0)
    this.control[0] = 0
    for (let cpu = 0; cpu < this.cpus; cpu += 1) {
      this.routed[cpu * this.words + cpu] = 0xffffffff
      this.edge[cpu] = SGI_BITS
    }
  }

  /** Word of the bit maps that register n of a set of 32-bit registers shows to `cpu`. */
  wordOf(cpu: number, register: number): number {
    return register === 0 ? cpu : this.cpus + register - 1
  }

  /** Index of an interrupt's byte in `priority`. */
  slotOf(cpu: number, intid: number): number {
    return this.wordOf(cpu, intid >>> 5) * 32 + (intid & 31)
  }

  pendingWord(word: number): number {
    return (this.latched[word] | (this.level[word] & ~this.edge[word])) >>> 0
  }

  isPending(cpu: number, intid: number): boolean {
    return ((this.pendingWord(this.wordOf(cpu, intid >>> 5)) >>> (intid & 31)) & 1) === 1
  }

  /** The level of an input line. `cpu` matters for PPIs. */
  setLine(cpu: number, intid: number, high: boolean): void {
    const word = this.wordOf(cpu, intid >>> 5)
    const bit = 1 << (intid & 31)
    const was = (this.level[word] & bit) !== 0
    if (was === high) return
    if (high) {
      this.level[word] |= bit
      this.latched[word] |= bit & this.edge[word]
    } else {
      this.level[word] &= ~bit
    }
    this.onChange(intid < PRIVATE_INTIDS ? cpu : -1)
  }

  /** Makes SGI `sgi` pending on `target`, sent by CPU `source`. */
  sendSgi(target: number, sgi: number, source: number): void {
    this.sgiSources[target * SGIS + sgi] |= 1 << source
    this.latched[target] |= 1 << sgi
    this.onChange(target)
  }

  /** Clears SGI sources (GICD_CPENDSGIR); the SGI is pending while any source is left. */
  clearSgi(target: number, sgi: number, sources: number): void {
    const at = target * SGIS + sgi
    this.sgiSources[at] &= ~sources
    if (this.sgiSources[at] === 0) this.latched[target] &= ~(1 << sgi)
    this.onChange(target)
  }

  setRouted(cpu: number, intid: number, routed: boolean): void {
    const at = cpu * this.words + this.wordOf(cpu, intid >>> 5)
    const bit = 1 << (intid & 31)
    if (routed) this.routed[at] |= bit
    else this.routed[at] &= ~bit
  }

  isRouted(cpu: number, intid: number): boolean {
    return ((this.routed[cpu * this.words + this.wordOf(cpu, intid >>> 5)] >>> (intid & 31)) & 1) === 1
  }

  /** Finds the highest-priority interrupt that is pending, enabled, not active and routed to `cpu`. */
  findHighest(cpu: number): void {
    this.bestIntid = SPURIOUS
    this.bestPriority = IDLE_PRIORITY
    this.bestGroup = 0
    if ((this.control[0] & 3) === 0) return
    this.scanWord(cpu, cpu, 0)
    for (let word = this.cpus; word < this.words; word += 1) {
      this.scanWord(cpu, word, (word - this.cpus + 1) * 32)
    }
  }

  private scanWord(cpu: number, word: number, firstIntid: number): void {
    let candidates =
      this.enabled[word] & ~this.active[word] & this.routed[cpu * this.words + word] & this.pendingWord(word)
    if ((this.control[0] & 1) === 0) candidates &= this.group[word]
    if ((this.control[0] & 2) === 0) candidates &= ~this.group[word]
    while (candidates !== 0) {
      const bit = 31 - Math.clz32(candidates & -candidates)
      candidates &= candidates - 1
      const priority = this.priority[word * 32 + bit]
      if (priority < this.bestPriority) {
        this.bestPriority = priority
        this.bestIntid = firstIntid + bit
        this.bestGroup = (this.group[word] >>> bit) & 1
      }
    }
  }

  /** Pending becomes active. Returns the CPU that sent an SGI (the lowest of several), else 0. */
  activate(cpu: number, intid: number): number {
    const word = this.wordOf(cpu, intid >>> 5)
    const bit = 1 << (intid & 31)
    this.active[word] |= bit
    if (intid >= SGIS) {
      this.latched[word] &= ~bit
      return 0
    }
    const at = cpu * SGIS + intid
    const sources = this.sgiSources[at]
    this.sgiSources[at] = sources & (sources - 1)
    if (this.sgiSources[at] === 0) this.latched[word] &= ~bit
    return sources === 0 ? 0 : 31 - Math.clz32(sources & -sources)
  }

  deactivate(cpu: number, intid: number): void {
    if (intid >= this.intids) return
    this.active[this.wordOf(cpu, intid >>> 5)] &= ~(1 << (intid & 31))
    this.onChange(intid < PRIVATE_INTIDS ? cpu : -1)
  }

  private arrays(): Record<string, Uint32Array | Uint8Array> {
    const { enabled, latched, level, edge, active, group, priority, routed, sgiSources, control } = this
    return { enabled, latched, level, edge, active, group, priority, routed, sgiSources, control }
  }

  state(): DeviceState {
    return saveArrays(this.arrays())
  }

  fromState(owner: string, state: DeviceState): void {
    loadArrays(owner, this.arrays(), state)
  }
}
