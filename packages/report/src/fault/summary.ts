// SPDX-License-Identifier: BSD-2-Clause
//
// What happened, as a name and as one sentence: `linux read 4 bytes of clock-controller@30380000 (fsl,imx8mq-ccm),
// which this VM was not given`.

import { faultStatus, systemRegister } from "../processor/esr.ts"
import type { EsrWords } from "../processor/esr.ts"
import type { FaultFacts } from "./fault-facts.ts"
import { gicPart, gicReason } from "../fixes/gic-fixes.ts"
import { bits, hex } from "../hex.ts"
import type { Owner } from "./owner.ts"
import type { SmcCall } from "../processor/smc-call.ts"

/** DFSC, IFSC bits 5:2 of permission faults. */
const PERMISSION = 0b0011
const EC_SYSREG = 0x18
const EC_ABORTS = [0x20, 0x24]

/** The stable name of the cause. */
export function causeOf(fault: FaultFacts, esr: EsrWords, owner: Owner | undefined): string {
  if (fault.call !== undefined) return "call-not-answered"
  if (fault.fault === "UserException") return "undefined-instruction"
  if (fault.access === undefined) return esr.ec === EC_SYSREG ? "system-register" : "vcpu-exception"
  if (bits(esr.iss, 7, 7) === 1) return "table-walk"
  if (fault.emulated === true) return "not-emulated"
  if (EC_ABORTS.includes(esr.ec) && bits(esr.iss, 5, 2) === PERMISSION) return "no-permission"
  if (fault.access.kind === "execute") return "jump-into-nowhere"
  if (owner === undefined) return "no-device"
  if (owner.facts.kind === "memory") return "ram-not-given"
  if (gicPart(owner, fault.ipa) !== undefined) return "interrupt-controller"
  return owner.facts.kind === "window" ? "bus-window" : "device-not-given"
}

export interface SummaryRequest {
  /** The board's device at the address, which the guest's tree has not. */
  readonly leftOut?: Owner | undefined
  readonly fault: FaultFacts
  readonly esr: EsrWords
  readonly code: string
  readonly owner: Owner | undefined
  /** Assembly text of the instruction. */
  readonly instruction: string | undefined
  readonly hasTree: boolean
  /** The map that gives the machine another part of the device. */
  readonly part?: { readonly region: string; readonly from: number; readonly to: number } | undefined
  /** RAM that ends `far` bytes before the address, or begins as many behind it. */
  readonly ram?:
    | { readonly map: { readonly region: string }; readonly far: number; readonly side: "behind" | "below" }
    | undefined
}

const RIGHTS = { read: "read", write: "write", execute: "execute" } as const
const kindOf = ({ access }: FaultFacts): keyof typeof RIGHTS => access?.kind ?? "read"

const EC_DATA = 0x24

/** ISS.CM: the abort is one of cache maintenance or address translation by address. */
const isMaintenance = ({ ec, iss }: EsrWords): boolean => ec === EC_DATA && bits(iss, 8, 8) === 1

/** `read 4 bytes of`, `wrote to`, `did cache maintenance at`. */
function did({ access }: FaultFacts, esr: EsrWords): string {
  if (access === undefined) return "stopped at"
  if (isMaintenance(esr)) return "did cache maintenance (or an address translation) at"
  const { kind, size } = access
  const bytes = size === undefined ? "" : ` ${size} byte${size === 1 ? "" : "s"}`
  if (kind === "write") return `wrote${bytes} to`
  return kind === "execute" ? "jumped to" : `read${size === undefined ? "" : `${bytes} of`}`
}

function deviceName({ node, facts }: Owner): string {
  const [compatible] = facts.compatible
  return `\`${node.name}\`${compatible === undefined ? "" : ` (${compatible})`}`
}

function trapped(esr: EsrWords): string {
  const part = (high: number, low: number) => bits(esr.iss, high, low)
  const name = systemRegister(part(21, 20), part(16, 14), part(13, 10), part(4, 1), part(19, 17))
  return `${part(0, 0) === 1 ? "read" : "wrote"} the system register ${name}`
}

const partText = ({ fault, part }: SummaryRequest): string =>
  part === undefined
    ? ", which this VM was not given"
    : ` at ${hex(fault.ipa)}, of which this VM was given "${part.region}" alone, [${hex(part.from)}..${hex(part.to)})`

function accessSummary(request: SummaryRequest): string {
  const { fault, esr, code, owner, hasTree, ram, leftOut } = request
  const { vm, ipa } = fault
  const at = hex(ipa)
  const head = `${vm} ${did(fault, esr)}`
  switch (code) {
    case "not-emulated": {
      const what = owner === undefined ? "registers" : deviceName(owner)
      return `${head} ${what}, which its VMM emulates, in a way that it does not: ${fault.reason}`
    }
    case "table-walk":
      return `${vm}'s own translation tables lie at ${at}, where this VM has no memory`
    case "no-permission": {
      const what = owner === undefined ? at : `${deviceName(owner)} at ${at}`
      return `${head} ${what}, which is mapped in this VM without the right to ${RIGHTS[kindOf(fault)]}`
    }
    case "jump-into-nowhere":
      return `${vm} jumped to ${hex(fault.ip)} (IPA ${at}), where this VM has nothing to execute`
    case "earlycon-address":
      return `${head} ${at}, where the command line's earlycon= has the console and this VM was given nothing`
    case "ram-not-given":
      return `${head} RAM at ${at}, which its device tree promises and this VM was not given`
    case "bus-window": {
      const bus = owner === undefined ? "a bus" : deviceName(owner)
      return `${head} ${at}, in the window of ${bus}, which this VM was not given`
    }
    case "interrupt-controller": {
      const gic = gicPart(owner, ipa)
      const what = owner === undefined || gic === undefined ? at : `the ${gic.name} of ${deviceName(owner)}`
      return `${head} ${what} at ${at}, which ${gic === undefined ? "" : gicReason(gic)}`
    }
    case "device-not-given":
      return `${head} ${owner === undefined ? at : deviceName(owner)}${partText(request)}`
    default:
      if (ram !== undefined) {
        const end = ram.side === "behind" ? "behind the end of" : "below the start of"
        const behind = `${hex(ram.far)} bytes ${end} its RAM "${ram.map.region}"`
        return `${head} ${at}, ${behind}, where this VM was given nothing`
      }
      if (leftOut !== undefined) {
        const what = `${deviceName(leftOut)} of the board at ${at}`
        return `${head} ${what}, which this VM was not given and its device tree does not have`
      }
      return `${head} ${at}, where this VM was given nothing${hasTree ? " and its device tree has no device" : ""}`
  }
}

/** The sentence, without its full stop. */
export function summaryOf(request: SummaryRequest): string {
  const { fault, esr, code, instruction } = request
  if (fault.access !== undefined) {
    const odd = EC_ABORTS.includes(esr.ec) && !isPlain(bits(esr.iss, 5, 0))
    return `${accessSummary(request)}${odd ? ` (${faultStatus(bits(esr.iss, 5, 0)).toLowerCase()})` : ""}`
  }
  const text = instruction === undefined ? "" : ` (${instruction})`
  if (code === "system-register")
    return `${fault.vm} ${trapped(esr)}${text}, which traps and which nobody emulates`
  if (code === "undefined-instruction") {
    return `${fault.vm} came to an instruction that this processor does not have${text}`
  }
  return `${fault.vm} stopped by an exception that nobody handles: ${esr.ecName}${text}`
}

/** The sentence about a call that nobody answers. */
export function callSummary(
  vm: string,
  call: SmcCall & { readonly conduit: string; readonly id: string },
): string {
  const name = call.name ?? `function ${hex(call.function)}`
  const vendor = call.vendor === undefined ? "" : ` of ${call.vendor}`
  const what = `${call.conduit.toUpperCase()} ${call.id}, ${name} (${call.ownerName}${vendor})`
  return `${vm} made a call that nobody answers: ${what}`
}

/** Translation and permission faults: what one expects where nothing is mapped. */
const isPlain = (code: number): boolean => [0b0001, 0b0011].includes(code >> 2) || code >> 2 === 0
