// SPDX-License-Identifier: BSD-2-Clause
//
// A hostile guest: random code and vectors, random translation tables of which enough are right for it to get
// somewhere, random registers, and stage 2 tables with holes. A function of the random numbers alone.

import { encode, moveWords } from "../a64/asm.ts"
import * as L from "../layout.ts"
import { type Random, vectorHalf } from "../oracle/random.ts"
import { DEVICE, GUEST, GUEST_SIZE, HYPERVISOR, type HostileMachine } from "./machine.ts"
import { POINTERS, type ProgramMaker, TARGETS, VALUES, WORDS } from "./program.ts"

const PAGE = 4096
/** The guest's pages by number: tables, vectors, code, data. */
const ROOT = 0
const LEVEL2 = 1
const LEVEL3 = 2
const VECTORS = 8
const CODE = 10
const CODE_PAGES = 6
const DATA = 20
const DATA_PAGES = 8
const PAGES = GUEST_SIZE / PAGE
const VECTOR_WORDS = 32

/** VTCR_EL2, HCR_EL2 and CNTHCTL_EL2 as the kernel sets them; see object/stage2.ts and vcpu-reset.ts. */
const VTCR = 0x80023558n
const HCR = 0x80086039n
const SCTLR = 0x34d58820n
const SCTLR_BITS = [0, 1, 1, 2, 3, 3, 4, 4, 9, 12, 14, 15, 16, 18, 19, 24, 25, 26]
const TCR = 25n | (25n << 16n) | (2n << 30n) | (2n << 32n)
const TCR_BITS = [7, 22, 23, 36, 37, 38, 0, 1, 16, 14, 30]
const LEAF = 0x703n
const ADDRESS = 0xffff_ffff_f000n

/** ESR_EL1.EC >> 2 of what comes of fetches: instruction aborts, PC alignment. */
const EC_OF_FETCHES = 8
const MRS_ELR = 0xd538_4020
const MSR_ELR = 0xd518_4020
const MRS_ESR = 0xd538_5200
const MRS_CNTVCT_X1 = 0xd53b_e041
const ERET = encode("ERET")

/** Where control goes on purpose: few places, so that they become hot. */
const TARGET_STEP = 256

export const pageAt = (number: number): number => GUEST + number * PAGE

class GuestMaker {
  private readonly machine: HostileMachine
  private readonly random: Random
  private readonly program: ProgramMaker

  constructor(machine: HostileMachine, random: Random, program: ProgramMaker) {
    this.machine = machine
    this.random = random
    this.program = program
  }

  private put64(pa: number, value: bigint): void {
    const host = this.machine.memory.hostOffset(pa)
    this.machine.view.setBigUint64(host, BigInt.asUintN(64, value), true)
  }

  private quad(): bigint {
    return (BigInt(this.random.word()) << 32n) | BigInt(this.random.word())
  }

  /** Stage 2: the guest's RAM and the device, here and there something else. */
  stage2(): void {
    const { random } = this
    const table = (n: number) => HYPERVISOR + n * PAGE
    const link = (n: number) => BigInt(table(n)) | 3n
    this.put64(table(0) + 8 * (GUEST / 2 ** 30), link(2))
    this.put64(table(2), link(3))
    this.put64(table(2) + 8, link(4))
    this.put64(table(0), link(5))
    this.put64(table(5) + 8 * (DEVICE / 2 ** 21), link(6))
    this.put64(table(6), BigInt(DEVICE) | 0x7c3n)
    for (let page = 0; page < PAGES; page++) {
      const kind = page < DATA + DATA_PAGES ? random.below(page < CODE ? 600 : 80) : 600
      const other = pageAt(random.below(DATA + DATA_PAGES))
      const normal = BigInt(pageAt(page)) | 0x7fdn | 2n
      const entry = [0n, normal & ~0x80n, normal & ~0x40n, normal | (1n << 54n), BigInt(other) | 0x7ffn][kind]
      this.put64(table(3) + page * 8, entry ?? normal)
    }
    if (random.chance(0.2)) this.put64(table(2) + 8, BigInt(GUEST) | 0x7fdn)
  }

  /** Stage 1: RAM where it lies and once more from 0 on, by pages; some entries are something else. */
  tables(): void {
    const { random } = this
    const wild = random.pick([0, 0.02, 0.2])
    const link = (n: number) => BigInt(pageAt(n)) | 3n
    this.put64(pageAt(ROOT), link(LEVEL2))
    this.put64(pageAt(ROOT) + 8, link(LEVEL2))
    this.put64(pageAt(ROOT) + 8 * 511, link(LEVEL2))
    this.put64(pageAt(LEVEL2), link(LEVEL3))
    this.put64(pageAt(LEVEL2) + 8, BigInt(GUEST) | (LEAF & ~2n))
    this.put64(pageAt(LEVEL2) + 8 * 2, BigInt(DEVICE) | 0x405n)
    for (let page = 0; page < 512; page++) {
      const isVectors = page >= VECTORS && page < CODE
      const entry = BigInt(pageAt(page)) | LEAF | (random.chance(0.3) && !isVectors ? 0x40n : 0n)
      const isWild = random.chance(isVectors ? wild / 20 : wild)
      this.put64(pageAt(LEVEL3) + page * 8, isWild ? this.wildEntry() : entry)
    }
    for (let n = random.below(3); n > 0 && wild > 0; n--) {
      this.put64(pageAt(random.below(3)) + 8 * random.below(16), this.wildEntry())
    }
  }

  private wildEntry(): bigint {
    const { random } = this
    const flags = (BigInt(random.below(1 << 10)) << 2n) | (BigInt(random.below(32)) << 50n)
    const to = random.pick([
      pageAt(random.below(32)),
      pageAt(random.below(32)),
      DEVICE,
      HYPERVISOR,
      0xf000_0000,
    ])
    return random.chance(0.2) ? this.quad() : BigInt(to) | flags | BigInt(random.below(4)) | (1n << 10n)
  }

  private words(pa: number, words: readonly number[]): void {
    words.forEach((word, n) =>
      this.machine.view.setUint32(this.machine.memory.hostOffset(pa + n * 4), word, true),
    )
  }

  code(): void {
    const { random, program } = this
    const count = (CODE_PAGES * PAGE) / 4
    this.words(pageAt(CODE), program.code(random, count))
    for (let at = 0; program.hasCalls && at < CODE_PAGES * PAGE; at += TARGET_STEP) {
      this.words(pageAt(CODE) + at, program.subroutine(random))
    }
    for (let vector = 0; vector < 16; vector++) {
      this.words(
        pageAt(VECTORS) + vector * VECTOR_WORDS * 4,
        this.vector(pageAt(VECTORS) + vector * VECTOR_WORDS * 4),
      )
    }
    for (let at = 0; at < DATA_PAGES * PAGE; at += 8) {
      this.put64(pageAt(DATA) + at, random.chance(0.3) ? BigInt(this.address()) : this.quad())
    }
  }

  /** What an exception does: mostly, the guest goes on; else anything. */
  private vector(pa: number): number[] {
    const { random, program } = this
    if (random.chance(0.08)) return program.drop(random)
    if (random.chance(0.08)) return program.code(random, VECTOR_WORDS - 3)
    const skip = [MRS_ELR, encode("ADD/SUB (immediate)", { sf: 1, imm12: 4, Rn: 0, Rd: 0 }), MSR_ELR, ERET]
    const pointers = random.chance(0.5) ? [] : moveWords(random.pick(POINTERS), BigInt(this.address()))
    const adr = pa + (6 + skip.length + pointers.length) * 4
    return [
      ...pointers,
      MRS_ESR,
      encode("UBFM/SBFM", { sf: 1, op: 1, N: 1, immr: 28, imms: 63, Rn: 0, Rd: 0 }),
      encode("ADD/SUB (immediate)", { sf: 1, op: 1, imm12: EC_OF_FETCHES, Rn: 0, Rd: 0 }),
      encode("CBZ/CBNZ", { sf: 1, imm19: skip.length + 1, Rt: 0 }),
      ...skip,
      MRS_CNTVCT_X1,
      encode("AND/ORR/EOR (immediate)", { sf: 1, N: 1, immr: 56, imms: 4, Rn: 1, Rd: 1 }),
      encode("ADR", { Rd: 0, immlo: 0, immhi: (pageAt(CODE) - adr) / 4 }),
      encode("ADD/ADDS/SUB/SUBS (register)", { sf: 1, Rm: 1, Rn: 0, Rd: 0 }),
      MSR_ELR,
      ERET,
    ]
  }

  private address(): number {
    const { random } = this
    const page =
      random.pick([DATA, DATA, DATA, CODE, ROOT, VECTORS, DATA + DATA_PAGES]) + random.below(DATA_PAGES)
    const within = random.chance(0.3)
      ? PAGE - random.below(32)
      : random.below(PAGE) & -random.pick([1, 4, 8, 16])
    return (random.chance(0.7) ? GUEST : 0) + page * PAGE + within
  }

  private target(): number {
    return pageAt(CODE) + TARGET_STEP * this.random.below((CODE_PAGES * PAGE) / TARGET_STEP)
  }

  private value(): bigint {
    const { random } = this
    return random.pick([
      () => BigInt(pageAt(random.below(3))) | (BigInt(random.below(4)) << 48n),
      () => BigInt(pageAt(random.below(32))),
      () => this.sctlr(),
      () => this.tcr(),
      () => this.quad(),
      () => BigInt(random.below(64)),
      () => this.wildEntry(),
    ])()
  }

  private flipped(value: bigint, bits: readonly number[], most: number): bigint {
    let result = value
    for (let n = this.random.below(most); n > 0; n--) result ^= 1n << BigInt(this.random.pick(bits))
    return result
  }

  private sctlr(): bigint {
    return this.flipped(SCTLR | 1n, SCTLR_BITS, 4)
  }

  private tcr(): bigint {
    return this.random.chance(0.7) ? TCR : this.flipped(TCR, TCR_BITS, 3)
  }

  registers(): void {
    const { machine, random } = this
    const { cpu } = machine
    const set = (slot: L.SysregSlot, value: bigint) => cpu.setSysreg(slot, value)
    set("HCR_EL2", HCR)
    set("VTCR_EL2", VTCR)
    set("VTTBR_EL2", BigInt(HYPERVISOR))
    set("CPTR_EL2", 0x33ffn)
    set("CNTHCTL_EL2", BigInt(random.below(4)))
    set("TTBR0_EL1", BigInt(pageAt(ROOT)) | (BigInt(random.below(4)) << 48n))
    set("TTBR1_EL1", BigInt(pageAt(random.below(3))) & ADDRESS)
    set("TCR_EL1", this.tcr())
    set("MAIR_EL1", random.chance(0.8) ? 0xffn : this.quad())
    set("VBAR_EL1", BigInt(random.chance(0.9) ? pageAt(VECTORS) : this.address() & -2048))
    set("CPACR_EL1", BigInt(random.pick([3, 3, 3, 1, 0])) << 20n)
    set("SCTLR_EL1", random.chance(0.85) ? this.sctlr() : SCTLR)
    set("CNTV_CVAL_EL0", BigInt(random.below(2000)))
    set("CNTV_CTL_EL0", BigInt(random.below(4)))
    set("CNTKCTL_EL1", BigInt(random.below(1024)))
    for (let n = 0; n < 31; n++) cpu.setReg(n, BigInt(random.word()) & 0xffn)
    for (const n of VALUES) cpu.setReg(n, this.value())
    for (const n of WORDS) cpu.setReg(n, BigInt(this.program.code(random, 1)[0]))
    for (const n of POINTERS) cpu.setReg(n, BigInt(this.address()))
    for (const n of TARGETS) cpu.setReg(n, BigInt(this.target()))
    cpu.pstate = random.pick([5, 5, 5, 0x3c5, 0, 0, 4])
    cpu.sp = BigInt(this.address() & -16)
    cpu.pc = BigInt(this.target())
    const at = L.CPU_BLOCKS
    for (let n = 0; n < 64; n++) machine.view.setUint32(at + L.V + n * 8, random.word(), true)
    if (this.program.hasCalls) this.vectors()
    machine.view.setInt32(at + L.FPCR_I32, random.chance(0.5) ? 0 : random.word() & 0x7c0_0000, true)
  }

  /** Vector registers that FP finds rare: NaNs, infinities, subnormals, ones. */
  private vectors(): void {
    const quads = new Uint32Array(128)
    for (let n = 0; n < 64; n++) vectorHalf(this.random, quads, n)
    quads.forEach((word, n) => this.machine.view.setUint32(L.CPU_BLOCKS + L.V + n * 4, word, true))
  }
}

/** Puts a guest into machines that were reset; `random` makes the numbers of this guest, from the start each time. */
export function makeGuest(
  machines: readonly HostileMachine[],
  random: () => Random,
  program: ProgramMaker,
): void {
  const [first, ...others] = machines
  const maker = new GuestMaker(first, random(), program)
  maker.stage2()
  maker.tables()
  maker.code()
  for (const other of others) first.copyRam(other)
  for (const machine of machines) new GuestMaker(machine, random(), program).registers()
}
