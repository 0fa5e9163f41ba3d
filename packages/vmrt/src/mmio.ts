// SPDX-License-Identifier: BSD-2-Clause
//
// Does to emulated registers what a faulting load or store asks for: reads or writes them, widens what was
// loaded, writes the base register back (libvmm fault.c, fault_emulate_write and its kin).

import type { Vcpu } from "./vcpu.ts"
import type { LoadStore } from "./load-store.ts"
import type { MmioSize } from "./interrupt-controller.ts"
import type { VmException } from "./vm-exceptions.ts"

const PAGE_MASK = 0xfffn

function read(at: VmException, vcpu: number, gpa: number, size: number): bigint {
  const offset = gpa - at.base
  if (size !== 8) return BigInt(at.handler.read(vcpu, offset, size as MmioSize))
  const low = BigInt(at.handler.read(vcpu, offset, 4))
  return low | (BigInt(at.handler.read(vcpu, offset + 4, 4)) << 32n)
}

function write(at: VmException, vcpu: number, gpa: number, size: number, value: bigint): void {
  const offset = gpa - at.base
  const part = (shift: bigint, bytes: number) => Number(BigInt.asUintN(bytes * 8, value >> shift))
  if (size !== 8) {
    at.handler.write(vcpu, offset, size as MmioSize, part(0n, size))
    return
  }
  at.handler.write(vcpu, offset, 4, part(0n, 4))
  at.handler.write(vcpu, offset + 4, 4, part(32n, 4))
}

/** What a loaded value leaves in its register: extended to 32 or 64 bits, the rest zero. */
function widen(value: bigint, access: LoadStore): bigint {
  if (!access.signExtend) return value
  return BigInt.asUintN(access.wide ? 64 : 32, BigInt.asIntN(access.size * 8, value))
}

/**
 * Guest-physical address of the first byte of an access that faulted at `ipa` with FAR `far`. The two differ
 * only when the second half of a pair is what faulted; undefined when the first half is in another page.
 */
export function firstByte(vcpu: Vcpu, access: LoadStore, ipa: number, far: bigint): number | undefined {
  if (access.registers.length === 1 || access.base === undefined) return ipa
  const first = vcpu.base(access.base.register) + access.base.offset
  const ahead = BigInt.asUintN(32, far - first)
  if (ahead > (far & PAGE_MASK)) return undefined
  return ipa - Number(ahead)
}

/** Performs the access at guest-physical address `gpa` and writes the base back; the PC stays. */
export function emulate(vcpu: Vcpu, at: VmException, gpa: number, access: LoadStore): void {
  const { base } = access
  const writtenBack =
    base !== undefined && base.writeBack !== 0n ? vcpu.base(base.register) + base.writeBack : undefined
  access.registers.forEach((register, n) => {
    const address = gpa + n * access.size
    if (access.load) vcpu.setX(register, widen(read(at, vcpu.index, address, access.size), access))
    else write(at, vcpu.index, address, access.size, BigInt.asUintN(access.size * 8, vcpu.x(register)))
  })
  if (base !== undefined && writtenBack !== undefined) vcpu.setBase(base.register, writtenBack)
}
