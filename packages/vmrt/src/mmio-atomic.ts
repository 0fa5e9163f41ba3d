// SPDX-License-Identifier: BSD-2-Clause
//
// Exclusive and atomic accesses of emulated registers (Arm ARM C6.2, LDXR, STXR, LDADD, SWP, CAS). Nothing else runs
// while the VMM answers, so reading and then writing is atomic. A store exclusive arrives only while the vCPU's
// monitor watches its address: the processor answers the others by itself, with status 1.

import { type Atomic, type AtomicName, type Exclusive, bytesOf } from "./load-store.ts"
import type { Port } from "./mmio.ts"
import type { Vcpu } from "./vcpu.ts"

/** Pairs are read as one value: low register first. */
function parts(value: bigint, size: number): readonly [bigint, bigint] {
  const bits = BigInt(size * 8)
  return [value & ((1n << bits) - 1n), value >> bits]
}

function joined(vcpu: Vcpu, registers: readonly number[], size: number): bigint {
  return registers.reduce(
    (value, register, n) => value | (BigInt.asUintN(size * 8, vcpu.x(register)) << BigInt(n * size * 8)),
    0n,
  )
}

function spread(vcpu: Vcpu, registers: readonly number[], size: number, value: bigint): void {
  const values = parts(value, size)
  registers.forEach((register, n) => vcpu.setX(register, values[n] ?? 0n))
}

export function emulateExclusive(vcpu: Vcpu, port: Port, gpa: number, access: Exclusive): void {
  const { load, size, registers, status, base } = access
  const bytes = bytesOf(access)
  if (load) {
    const va = vcpu.base(base.register)
    spread(vcpu, registers, size, port.read(gpa, bytes))
    vcpu.watchExclusive(va, bytes)
  } else {
    port.write(gpa, bytes, joined(vcpu, registers, size))
    vcpu.setX(status, 0n)
  }
}

const larger = (a: bigint, b: bigint): bigint => (a > b ? a : b)
const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b)

/** What is written: of `old` and the operand, both unsigned values of `bits` bits. */
function combined(name: Exclude<AtomicName, "compare">, bits: number, old: bigint, operand: bigint): bigint {
  const signed = (value: bigint) => BigInt.asIntN(bits, value)
  switch (name) {
    case "add":
      return old + operand
    case "clear":
      return old & ~operand
    case "xor":
      return old ^ operand
    case "set":
      return old | operand
    case "signed max":
      return larger(signed(old), signed(operand))
    case "signed min":
      return smaller(signed(old), signed(operand))
    case "unsigned max":
      return larger(old, operand)
    case "unsigned min":
      return smaller(old, operand)
    case "swap":
      return operand
  }
}

export function emulateAtomic(vcpu: Vcpu, port: Port, gpa: number, access: Atomic): void {
  const { name, size, registers, operands } = access
  const bytes = bytesOf(access)
  const operand = joined(vcpu, operands, size)
  const old = port.read(gpa, bytes)
  if (name !== "compare")
    port.write(gpa, bytes, BigInt.asUintN(bytes * 8, combined(name, bytes * 8, old, operand)))
  else if (old === joined(vcpu, registers, size)) port.write(gpa, bytes, operand)
  spread(vcpu, registers, size, old)
}
