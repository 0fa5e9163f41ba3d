// SPDX-License-Identifier: BSD-2-Clause
//
// Registers from a table: 32-bit words with a reset value, the bits that software can change, and the few
// behaviours that i.MX peripherals repeat (write one to clear, bits that fall back to 0 by themselves, and
// the SET/CLR/TOG aliases that follow a register at +4, +8 and +12). What a table does not name is storage.
// Accesses of 1 and 2 bytes touch their lanes of the word. A device with more behaviour derives from this.

import type { AccessSize, DeviceState, MmioDevice } from "../device.ts"

export interface Behaviour {
  /** Bits that a write of 1 clears and a write of 0 leaves. */
  readonly oneToClear?: number
  /** Bits that read 0 again as soon as they are written: requests that complete at once. */
  readonly selfClearing?: number
  /** Does the register have SET, CLR and TOG aliases at +4, +8, +12? */
  readonly aliases?: boolean
  /** Number of registers of this kind, and the bytes from one to the next (default 4). */
  readonly count?: number
  readonly stride?: number
}

/** Offset in bytes, mnemonic of the manual, value after reset, bits that software can change. */
export type RegisterRow = readonly [
  offset: number,
  name: string,
  reset: number,
  writable: number,
  behaviour?: Behaviour,
]
export type RegisterTable = readonly RegisterRow[]

interface Slot {
  readonly reset: number
  readonly writable: number
  readonly oneToClear: number
  readonly selfClearing: number
}

type Alias = "set" | "clear" | "toggle"
const ALIASES: readonly Alias[] = ["set", "clear", "toggle"]
const STORAGE: Slot = { reset: 0, writable: 0xffff_ffff, oneToClear: 0, selfClearing: 0 }

/** A table, unfolded for look-up by offset. Devices of one kind share it. */
export class RegisterMap {
  readonly slots: ReadonlyMap<number, Slot>
  readonly aliases: ReadonlyMap<number, { readonly of: number; readonly alias: Alias }>

  constructor(table: RegisterTable) {
    const slots = new Map<number, Slot>()
    const aliases = new Map<number, { of: number; alias: Alias }>()
    for (const [first, , reset, writable, behaviour = {}] of table) {
      const { oneToClear = 0, selfClearing = 0, count = 1, stride = 4 } = behaviour
      for (let n = 0; n < count; n += 1) {
        const offset = first + n * stride
        slots.set(offset, { reset: reset >>> 0, writable, oneToClear, selfClearing })
        if (behaviour.aliases !== true) continue
        ALIASES.forEach((alias, at) => aliases.set(offset + 4 * (at + 1), { of: offset, alias }))
      }
    }
    this.slots = slots
    this.aliases = aliases
  }

  slot(offset: number): Slot {
    return this.slots.get(offset) ?? STORAGE
  }
}

/** Bits of a word that an access of `size` bytes at `offset` reaches. */
function laneMask(offset: number, size: AccessSize): number {
  return size === 4 ? 0xffff_ffff : ((2 ** (8 * size) - 1) << (8 * (offset & 3))) >>> 0
}

export class RegisterDevice implements MmioDevice {
  readonly name: string
  protected readonly map: RegisterMap
  /** Registers that differ from their reset value, by offset. */
  private readonly values = new Map<number, number>()

  constructor(name: string, map: RegisterMap) {
    this.name = name
    this.map = map
  }

  read(offset: number, size: AccessSize): number {
    const word = offset - (offset & 3)
    const value = this.readRegister(this.map.aliases.get(word)?.of ?? word)
    return ((value & laneMask(offset, size)) >>> (8 * (offset & 3))) >>> 0
  }

  write(offset: number, size: AccessSize, value: number): void {
    const word = offset - (offset & 3)
    const lanes = laneMask(offset, size)
    const written = (value << (8 * (offset & 3))) & lanes
    const aliased = this.map.aliases.get(word)
    const target = aliased?.of ?? word
    const old = this.peek(target) & ~this.map.slot(target).oneToClear
    if (aliased === undefined) this.writeRegister(target, ((old & ~lanes) | written) >>> 0)
    else if (aliased.alias === "set") this.writeRegister(target, (old | written) >>> 0)
    else if (aliased.alias === "clear") this.writeRegister(target, (old & ~written) >>> 0)
    else this.writeRegister(target, (old ^ written) >>> 0)
  }

  /** What a read of the word at `offset` gives; reading may have effects. */
  protected readRegister(offset: number): number {
    return this.peek(offset)
  }

  /** A write of a whole word. */
  protected writeRegister(offset: number, value: number): void {
    this.store(offset, value)
  }

  /** The stored word, without effects. */
  protected peek(offset: number): number {
    return this.values.get(offset) ?? this.map.slot(offset).reset
  }

  /** Stores `value` by the rules of the table. */
  protected store(offset: number, value: number): void {
    const { writable, oneToClear, selfClearing } = this.map.slot(offset)
    const old = this.peek(offset)
    const kept = old & ~writable & ~(oneToClear & value)
    this.poke(offset, kept | (value & writable & ~selfClearing))
  }

  /** Sets the word as hardware does, regardless of the table. */
  protected poke(offset: number, value: number): void {
    if (value >>> 0 === this.map.slot(offset).reset) this.values.delete(offset)
    else this.values.set(offset, value >>> 0)
  }

  reset(): void {
    this.values.clear()
  }

  state(): DeviceState {
    return this.registersState()
  }

  fromState(state: DeviceState): void {
    this.registersFrom(state)
  }

  /** The registers alone: offset in hexadecimal -> value, in order of offset. */
  protected registersState(): { readonly [offset: string]: number } {
    const sorted = [...this.values].sort(([a], [b]) => a - b)
    return Object.fromEntries(sorted.map(([offset, value]) => [`0x${offset.toString(16)}`, value]))
  }

  protected registersFrom(state: DeviceState | undefined): void {
    this.values.clear()
    for (const [offset, value] of Object.entries(record(state, this.name))) {
      if (typeof value !== "number") throw new TypeError(`${this.name}: register ${offset} is no number`)
      this.values.set(Number(offset), value)
    }
  }
}

/** A saved state as a record; TypeError when it is none. */
export function record(
  state: DeviceState | undefined,
  name: string,
): { readonly [key: string]: DeviceState } {
  if (typeof state !== "object" || state === null || Array.isArray(state)) {
    throw new TypeError(`${name}: the saved state is not a record`)
  }
  return state as { readonly [key: string]: DeviceState }
}

/** A saved number, or `otherwise` when it is absent. */
export function numberOf(value: DeviceState | undefined, otherwise = 0): number {
  return typeof value === "number" ? value : otherwise
}

/** Saved numbers in a list. */
export function numbersOf(value: DeviceState | undefined): number[] {
  return Array.isArray(value) ? value.filter((item): item is number => typeof item === "number") : []
}
