// SPDX-License-Identifier: BSD-2-Clause
//
// The board's firmware as software above it sees it: the frequency that it programs in CNTFRQ, and what its
// SMC calls answer, after the SMC Calling Convention (DEN 0028) and PSCI (DEN 0022). Vendor calls are a
// table by the root node's compatible; a call that nobody knows answers NOT_SUPPORTED and is told once.

import type { EventSink } from "./device.ts"
import { VENDOR_CALLS } from "./firmware-table.ts"

/** One vendor call: x1 .. x7 to x0 .. x3 (what is not given keeps its argument). */
export type FirmwareCall = (args: readonly bigint[]) => readonly bigint[]

/** SMCCC and PSCI: the call does not exist. */
export const NOT_SUPPORTED = 0xffff_ffff_ffff_ffffn
const SMCCC_VERSION = 0x8000_0000
const SMCCC_ARCH_FEATURES = 0x8000_0001
const PSCI_VERSION = 0x8400_0000
const PSCI_MIGRATE_INFO_TYPE = 0x8400_0006
const PSCI_SYSTEM_OFF = 0x8400_0008
const PSCI_SYSTEM_RESET = 0x8400_0009
const PSCI_FEATURES = 0x8400_000a

/** Counter frequencies that boot firmware programs, by the root's compatible. */
const COUNTER_HZ: ReadonlyMap<string, number> = new Map([
  ["fsl,imx8mq", 8_333_333],
  ["linux,dummy-virt", 62_500_000],
])
const DEFAULT_COUNTER_HZ = 62_500_000

/** CNTFRQ after firmware, in Hz. `timerHz`: the timer node's clock-frequency, which wins. */
export function counterFrequency(rootCompatible: readonly string[], timerHz?: number): number {
  if (timerHz !== undefined && timerHz > 0) return timerHz
  const known = rootCompatible.find((name) => COUNTER_HZ.has(name))
  return known === undefined ? DEFAULT_COUNTER_HZ : (COUNTER_HZ.get(known) ?? DEFAULT_COUNTER_HZ)
}

/** What firmware can ask of the machine. */
export interface PowerControl {
  powerOff(): void
  reset(): void
}

/** The board's firmware as SMC finds it: PSCI and the vendor's calls. */
export class Firmware {
  private readonly vendor: ReadonlyMap<number, FirmwareCall>
  private readonly sink: EventSink
  private readonly power: PowerControl
  private readonly told = new Set<number>()

  /** `rootCompatible` selects the vendor's calls. */
  constructor(rootCompatible: readonly string[], sink: EventSink, power: PowerControl) {
    const family = rootCompatible.find((name) => VENDOR_CALLS.has(name))
    this.vendor = (family === undefined ? undefined : VENDOR_CALLS.get(family)) ?? new Map()
    this.sink = sink
    this.power = power
  }

  /** An SMC: x0 .. x7 in and out. */
  call(args: readonly bigint[]): readonly bigint[] {
    const id = Number(BigInt.asUintN(32, args[0] ?? 0n))
    const answer = this.standard(id, args) ?? this.vendor.get(id)?.(args.slice(1))
    if (answer === undefined) this.tell(id)
    const result = answer ?? [NOT_SUPPORTED]
    return Array.from({ length: 8 }, (_, n) => BigInt.asUintN(64, result[n] ?? args[n] ?? 0n))
  }

  private tell(id: number): void {
    if (this.told.has(id)) return
    this.told.add(id)
    this.sink.event("/firmware", "smc-unknown", { function: id })
  }

  private knows(id: number): boolean {
    const own = [SMCCC_VERSION, SMCCC_ARCH_FEATURES, PSCI_VERSION, PSCI_MIGRATE_INFO_TYPE]
    return [...own, PSCI_SYSTEM_OFF, PSCI_SYSTEM_RESET, PSCI_FEATURES].includes(id) || this.vendor.has(id)
  }

  private standard(id: number, args: readonly bigint[]): readonly bigint[] | undefined {
    switch (id) {
      case SMCCC_VERSION:
        return [0x1_0002n]
      case SMCCC_ARCH_FEATURES:
      case PSCI_FEATURES:
        return [this.knows(Number(BigInt.asUintN(32, args[1] ?? 0n))) ? 0n : NOT_SUPPORTED]
      case PSCI_VERSION:
        return [0x1_0001n]
      case PSCI_MIGRATE_INFO_TYPE:
        return [2n]
      case PSCI_SYSTEM_OFF:
        this.power.powerOff()
        return [0n]
      case PSCI_SYSTEM_RESET:
        this.power.reset()
        return [0n]
      default:
        return undefined
    }
  }

  /** Forgets which unknown calls were told. */
  reset(): void {
    this.told.clear()
  }
}
