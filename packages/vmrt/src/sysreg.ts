// SPDX-License-Identifier: BSD-2-Clause
//
// System registers that trap to the VMM (EC 0x18): SGI generation of GICv3 (IHI 0069H section 12.2), and
// registers of units the guest does not have, which read as zero: physical timer, debug, performance monitor.

import { type SysregTrap, sysregKey } from "./esr.ts"
import { hex } from "./log.ts"
import type { Vcpu } from "./vcpu.ts"
import type { Vm } from "./vm.ts"

const ICC_SGI1R_EL1 = sysregKey(3, 0, 12, 11, 5)
const ICC_ASGI1R_EL1 = sysregKey(3, 0, 12, 11, 6)
const ICC_SGI0R_EL1 = sysregKey(3, 0, 12, 11, 7)
const ICC_SRE_EL1 = sysregKey(3, 0, 12, 12, 5)
/** Registers of the physical timer that a person knows by name; ENABLE and IMASK of its control. */
const TIMER_NAMES = new Map([
  [sysregKey(3, 3, 14, 0, 1), "CNTPCT_EL0"],
  [sysregKey(3, 3, 14, 2, 0), "CNTP_TVAL_EL0"],
  [sysregKey(3, 3, 14, 2, 1), "CNTP_CTL_EL0"],
  [sysregKey(3, 3, 14, 2, 2), "CNTP_CVAL_EL0"],
])
const CNTP_CTL_EL0 = sysregKey(3, 3, 14, 2, 1)
const TIMER_SET = 1n
const TIMER_BITS = 3n
/** SRE, DFB, DIB: the system register interface, and no bypass. */
const SRE_VALUE = 7n

const op0Of = (key: number): number => key >>> 20
const crnOf = (key: number): number => (key >>> 10) & 15

/** The unit of a register that reads as zero and ignores writes, undefined for a register of another kind. */
function absentUnit(key: number): string | undefined {
  if (op0Of(key) === 2) return "debug unit"
  if (op0Of(key) !== 3) return undefined
  if (crnOf(key) === 9) return "performance monitor"
  const isPhysicalTimer = crnOf(key) === 14 && ((key >>> 1) & 15) <= 2 && ((key >>> 14) & 7) === 3
  return isPhysicalTimer ? "physical timer" : undefined
}

function sgi1r(vm: Vm, vcpu: Vcpu, value: bigint): void {
  vm.gic.sgi1r(vcpu.index, Number(value & 0xffffffffn), Number(value >> 32n))
}

/** Performs a trapped MSR or MRS; false for a register that nobody emulates. */
export function sysregHandle(vm: Vm, vcpu: Vcpu, trap: SysregTrap): boolean {
  const unit = absentUnit(trap.key)
  vcpu.begin()
  if (trap.key === ICC_SGI1R_EL1 && !trap.read) sgi1r(vm, vcpu, vcpu.x(trap.rt))
  else if (trap.key === ICC_SRE_EL1) {
    if (trap.read) vcpu.setX(trap.rt, SRE_VALUE)
  } else if ((trap.key === ICC_SGI0R_EL1 || trap.key === ICC_ASGI1R_EL1) && !trap.read) {
    vm.log.once(`vCPU ${vcpu.id}: SGIs of another group or state (${trap.name}) go nowhere`)
  } else if (unit !== undefined) {
    const name = TIMER_NAMES.get(trap.key) ?? trap.name
    const set = !trap.read && trap.key === CNTP_CTL_EL0 && (vcpu.x(trap.rt) & TIMER_BITS) === TIMER_SET
    if (set) vm.physicalTimer = true
    vm.log.once(`vCPU ${vcpu.id}: the guest has no ${unit}: ${name} reads as zero (PC ${hex(vcpu.pc)})`)
    if (trap.read) vcpu.setX(trap.rt, 0n)
  } else return false
  if (!vcpu.redirected) vcpu.advance()
  return true
}
