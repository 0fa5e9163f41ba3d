// SPDX-License-Identifier: BSD-2-Clause
//
// What is known of the guest's registers and flags at a point of a region while it is written: which locals hold
// them, and which of those the CPU block does not have yet. Whatever is changed is stored where control leaves,
// out of the straight line; what has stayed changed over some ways out is stored on the straight line instead, so
// that the code of exits stays small.

/** Ways out that changed flags may pass before they are stored on the straight line; for registers as many. */
const FLAG_AGES = 3

/**
 * How the flags are kept: in their locals, as the operands of what set them (at 64 or 32 bits), or as the
 * form local says at run time: where nobody in the region reads them before they are set again.
 */
export interface FlagForm {
  readonly kind: "canonical" | "add" | "sub" | "logic" | "float" | "deferred"
  readonly wide: boolean
}

export const CANONICAL: FlagForm = { kind: "canonical", wide: true }
export const DEFERRED: FlagForm = { kind: "deferred", wide: true }

const KINDS = ["canonical", "add", "sub", "logic", "float"]

/** A form as memory and the form local have it: 0 canonical; else twice its kind, 1 more at 32 bits. */
export function formNumber(form: FlagForm): number {
  return KINDS.indexOf(form.kind) * 2 + (form.wide ? 0 : 1)
}

/** Register 32 (SP) has bit 31 of general registers; 31 (zero) is none. */
export function bitOfX(n: number): number {
  return 1 << (n === 32 ? 31 : n)
}

export function xOfBit(bit: number): number {
  return bit === 31 ? 32 : bit
}

/** Numbers of the bits that are set. */
export function bitsOf(mask: number): number[] {
  const bits: number[] = []
  for (let rest = mask; rest !== 0; rest &= rest - 1) bits.push(31 - Math.clz32(rest & -rest))
  return bits
}

export class State {
  flags: FlagForm = CANONICAL
  /** Ways out passed since the flags were set; -1: memory has them. */
  flagsAge = -1
  /** Changed registers by the number of ways out since: none, one, two. */
  private newX = 0
  private youngX = 0
  private oldX = 0
  private newV = 0
  private youngV = 0
  private oldV = 0
  /** Registers whose locals were written on every way to here. */
  definedX = 0
  definedV = 0
  /** Base registers that reads and writes went through, and that have not been loaded anew since: bits as above. */
  readsBy = 0
  writesBy = 0
  /** The same for those with an index. */
  readsAt = 0
  writesAt = 0
  /** Pages (bits by number) whose mapping was looked at on every way to here. */
  verified = 1
  /** Instructions executed since the budget was last brought up to date. */
  executed = 0

  copy(): State {
    const made = new State()
    made.flags = this.flags
    made.flagsAge = this.flagsAge
    made.newX = this.newX
    made.youngX = this.youngX
    made.oldX = this.oldX
    made.newV = this.newV
    made.youngV = this.youngV
    made.oldV = this.oldV
    made.definedX = this.definedX
    made.definedV = this.definedV
    made.readsBy = this.readsBy
    made.writesBy = this.writesBy
    made.readsAt = this.readsAt
    made.writesAt = this.writesAt
    made.verified = this.verified
    made.executed = this.executed
    return made
  }

  /** A general register is written; `moves` says that it goes on from where it was. */
  writeX(n: number, moves: boolean): void {
    const bit = bitOfX(n)
    if (!moves) {
      this.readsBy &= ~bit
      this.writesBy &= ~bit
      this.readsAt &= ~bit
      this.writesAt &= ~bit
    }
    this.youngX &= ~bit
    this.oldX &= ~bit
    this.newX |= bit
    this.definedX |= bit
  }

  writeV(n: number): void {
    const bit = 1 << n
    this.youngV &= ~bit
    this.oldV &= ~bit
    this.newV |= bit
    this.definedV |= bit
  }

  get allX(): number {
    return this.newX | this.youngX | this.oldX
  }

  get allV(): number {
    return this.newV | this.youngV | this.oldV
  }

  /** The general registers that are now stored on the straight line; the others have grown older by a way out. */
  ageX(): number {
    const oldest = this.oldX
    this.oldX = this.youngX
    this.youngX = this.newX
    this.newX = 0
    return oldest
  }

  ageV(): number {
    const oldest = this.oldV
    this.oldV = this.youngV
    this.youngV = this.newV
    this.newV = 0
    return oldest
  }

  /** True when the flags are now stored on the straight line. */
  ageFlags(): boolean {
    if (this.flagsAge < 0) return false
    this.flagsAge = this.flagsAge + 1 >= FLAG_AGES ? -1 : this.flagsAge + 1
    return this.flagsAge < 0
  }

  /** Everything was stored. */
  clean(): void {
    this.newX = 0
    this.youngX = 0
    this.oldX = 0
    this.newV = 0
    this.youngV = 0
    this.oldV = 0
    this.flagsAge = -1
  }

  /** All registers were stored. */
  cleanRegisters(): void {
    const { flagsAge } = this
    this.clean()
    this.flagsAge = flagsAge
  }

  /** These may have changed, for all that is known here. */
  assume(x: number, v: number): void {
    this.newX |= x
    this.newV |= v
    this.youngX &= ~x
    this.oldX &= ~x
    this.youngV &= ~v
    this.oldV &= ~v
  }

  /** Another way meets this one: what holds on both. Flags are in one form, nothing is left to be charged. */
  join(other: State): void {
    this.newX |= other.newX
    this.youngX = (this.youngX | other.youngX) & ~this.newX
    this.oldX = (this.oldX | other.oldX) & ~(this.newX | this.youngX)
    this.newV |= other.newV
    this.youngV = (this.youngV | other.youngV) & ~this.newV
    this.oldV = (this.oldV | other.oldV) & ~(this.newV | this.youngV)
    this.flagsAge = Math.max(this.flagsAge, other.flagsAge)
    this.definedX &= other.definedX
    this.definedV &= other.definedV
    this.readsBy &= other.readsBy
    this.writesBy &= other.writesBy
    this.readsAt &= other.readsAt
    this.writesAt &= other.writesAt
    this.verified &= other.verified
  }
}
