// SPDX-License-Identifier: BSD-2-Clause
//
// Does to emulated registers what a faulting load or store asks for: reads or writes them, widens what was
// loaded, writes the base register back (libvmm fault.c, fault_emulate_write and its kin). Vectors, exclusives and
// atomics, which libvmm does not take, go the same way: in pieces of 4 bytes at most, low addresses first.

import type { MmioSize } from "./interrupt-controller.ts"
import { type Base, type LoadStore, type Plain, type Structures, bytesOf } from "./load-store.ts"
import { hex } from "./log.ts"
import { emulateAtomic, emulateExclusive } from "./mmio-atomic.ts"
import type { Vcpu } from "./vcpu.ts"
import type { VmException } from "./vm-exceptions.ts"

const PAGE_MASK = 0xfffn
/** Bytes that a handler is asked for at once. */
const WORD = 4
const WORD_BITS = 32n
/** Bytes of a vector register. */
const VECTOR = 16

/** Emulated registers as one access of one vCPU sees them. */
export interface Port {
  /** `size` bytes at a guest-physical address. */
  readonly read: (gpa: number, size: number) => bigint
  readonly write: (gpa: number, size: number, value: bigint) => void
}

/** Thrown out of an access whose handler has set PC. */
const REDIRECTED = Symbol("redirected")

/** Handlers that were told of. */
const told = new WeakSet<object>()

/** A handler of JavaScript may come back without a value: told once, and the guest reads 0. */
function noNumber({ base, handler }: VmException, vcpu: Vcpu, gpa: number, answer: unknown): number {
  if (told.has(handler)) return 0
  told.add(handler)
  vcpu.tell(
    `the handler of the registers at ${hex(base)} gives ${String(answer)} for a read at offset ${hex(gpa - base)}, ` +
      "no number: the guest reads 0",
  )
  return 0
}

function portOf(at: VmException, vcpu: Vcpu): Port {
  const stays = () => {
    if (vcpu.redirected) throw REDIRECTED
  }
  const read: Port["read"] = (gpa, size) => {
    if (size <= WORD) {
      const answer: unknown = at.handler.read(vcpu.index, gpa - at.base, size as MmioSize)
      const value = BigInt(
        Number.isFinite(answer) ? (answer as number) >>> 0 : noNumber(at, vcpu, gpa, answer),
      )
      stays()
      return value
    }
    let value = 0n
    for (let n = 0; n < size; n += WORD) value |= read(gpa + n, WORD) << BigInt(n * 8)
    return value
  }
  const write: Port["write"] = (gpa, size, value) => {
    if (size <= WORD) {
      at.handler.write(vcpu.index, gpa - at.base, size as MmioSize, Number(BigInt.asUintN(size * 8, value)))
      stays()
      return
    }
    for (let n = 0, rest = value; n < size; n += WORD, rest >>= WORD_BITS) write(gpa + n, WORD, rest)
  }
  return { read, write }
}

/** What a loaded value leaves in its register: extended to 32 or 64 bits, the rest zero. */
function widen(value: bigint, access: Plain): bigint {
  if (!access.signExtend) return value
  return BigInt.asUintN(access.wide ? 64 : 32, BigInt.asIntN(access.size * 8, value))
}

/**
 * Guest-physical address of the first byte of an access that faulted at `ipa` with FAR `far`. The two differ
 * only when a part behind the first is what faulted; undefined when the first byte is in another page.
 */
export function firstByte(vcpu: Vcpu, access: LoadStore, ipa: number, far: bigint): number | undefined {
  if (access.base === undefined) return ipa
  const first = vcpu.base(access.base.register) + access.base.offset
  const ahead = BigInt.asUintN(32, far - first)
  if (ahead >= BigInt(bytesOf(access))) return ipa
  return ahead > (far & PAGE_MASK) ? undefined : ipa - Number(ahead)
}

function emulatePlain(vcpu: Vcpu, port: Port, gpa: number, access: Plain): void {
  const { load, size, vector } = access
  access.registers.forEach((register, n) => {
    const at = gpa + n * size
    if (!load) port.write(at, size, vector ? vcpu.v(register) : vcpu.x(register))
    else if (vector) vcpu.setV(register, port.read(at, size))
    else vcpu.setX(register, widen(port.read(at, size), access))
  })
}

/** `size` bytes of a vector register from byte `at` on become `value`. */
function withElement(vector: bigint, at: number, size: number, value: bigint): bigint {
  const mask = ((1n << BigInt(size * 8)) - 1n) << BigInt(at * 8)
  return (vector & ~mask) | (value << BigInt(at * 8))
}

function emulateStructures(vcpu: Vcpu, port: Port, gpa: number, access: Structures): void {
  const { load, size, elements, repeat, rest } = access
  const loaded = new Map<number, bigint>()
  elements.forEach(({ register, at }, n) => {
    const address = gpa + n * size
    if (!load) {
      port.write(address, size, BigInt.asUintN(size * 8, vcpu.v(register) >> BigInt(at * 8)))
      return
    }
    const value = port.read(address, size)
    let vector = loaded.get(register) ?? (rest === "kept" ? vcpu.v(register) : 0n)
    for (let i = 0; i < repeat && at + i * size < VECTOR; i++) {
      vector = withElement(vector, at + i * size, size, value)
    }
    loaded.set(register, vector)
  })
  for (const [register, vector] of loaded) vcpu.setV(register, vector)
}

/** What the base register becomes; undefined when it stays. */
function writtenBack(vcpu: Vcpu, base: Base | undefined): bigint | undefined {
  if (base === undefined) return undefined
  const step = base.by === undefined ? base.writeBack : vcpu.x(base.by)
  return base.by === undefined && step === 0n ? undefined : vcpu.base(base.register) + step
}

/**
 * Performs the access at guest-physical address `gpa` and writes the base back; the PC stays. False: a handler has set
 * the PC (libvmm, where handlers advance it themselves); then no register is loaded and the PC is not to be moved on.
 */
export function emulate(vcpu: Vcpu, at: VmException, gpa: number, access: LoadStore): boolean {
  vcpu.begin()
  try {
    perform(vcpu, at, gpa, access)
    return true
  } catch (thrown) {
    if (thrown === REDIRECTED) return false
    throw thrown
  }
}

function perform(vcpu: Vcpu, at: VmException, gpa: number, access: LoadStore): void {
  const port = portOf(at, vcpu)
  const { base } = access
  const back = writtenBack(vcpu, base)
  switch (access.kind) {
    case "plain":
      emulatePlain(vcpu, port, gpa, access)
      break
    case "structures":
      emulateStructures(vcpu, port, gpa, access)
      break
    case "exclusive":
      emulateExclusive(vcpu, port, gpa, access)
      break
    case "atomic":
      emulateAtomic(vcpu, port, gpa, access)
  }
  if (base !== undefined && back !== undefined) vcpu.setBase(base.register, back)
}
