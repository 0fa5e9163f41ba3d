// SPDX-License-Identifier: BSD-2-Clause
//
// A fault that nobody handled, as one value (report-value.ts): who, where, what, the decoded syndrome, the device that
// owns the address, who refers to it, and the ways out. render-fault.ts makes text of it.

import { compatibleOf, dependentsOf } from "@vmm/devicetree"
import { renderPlace } from "@vmm/diagnostic"

import { mapAt, NO_SYSTEM } from "../example.ts"
import { domainPlace } from "../fixes/call-fixes.ts"
import { earlyconCause } from "../fixes/earlycon.ts"
import { gicPart } from "../fixes/gic-fixes.ts"
import { devicesOf } from "../guest/interrupt-devices.ts"
import { bits, hex } from "../hex.ts"
import { decodeEsr, type EsrWords } from "../processor/esr.ts"
import { instructionText } from "../processor/instruction.ts"
import { loadStoreText } from "../processor/load-store-text.ts"
import { smcCall } from "../processor/smc-call.ts"
import {
  abortReason,
  exceptionSummary,
  ownDataAbort,
  type OwnException,
  ownException,
} from "../processor/vectors.ts"
import { type Culprit, type Running, runningUnder } from "../symbols/backtrace.ts"
import { callersOf, stripPac } from "../symbols/frames.ts"
import { type GuestSymbol, symbolText } from "../symbols/symbols.ts"
import { byProgram, type FaultFacts, levelOf } from "./fault-facts.ts"
import { type Owner, ownerOf } from "./owner.ts"
import type {
  CodePlace,
  FaultAccess,
  FaultCall,
  FaultContext,
  FaultDriver,
  FaultInstruction,
  FaultReference,
  FaultReport,
} from "./report-value.ts"
import { callSummary, causeOf, summaryOf } from "./summary.ts"
import { culpritHere, fixesFor, newerProcessor, VECTORS } from "./ways-out.ts"
import { partOf, ramBefore, wrongMap } from "./wrong-map.ts"

/** SPSR_EL2.M[3:0]: EL1 with its own stack pointer. */
const EL1H = 0b0101

/** Names for addresses of code as they were at the fault. */
function namer(fault: FaultFacts, context: FaultContext) {
  const symbol = (address: bigint): GuestSymbol | undefined => {
    // The kernel's image is mapped in one piece: what the PC's page is off, the other addresses are.
    const ipa = fault.ipIpa === undefined ? undefined : fault.ipIpa + Number(address - fault.ip)
    return context.symbols?.symbolAt(address, ipa, fault.registers["VBAR"])
  }
  /** A return address is named after its call: the last instruction of a function may be one. */
  const caller = (address: bigint): GuestSymbol | undefined => {
    const found = symbol(address - 4n)
    return found === undefined ? undefined : { ...found, offset: found.offset + 4 }
  }
  return { symbol, caller }
}

function codePlace(address: bigint, symbol: GuestSymbol | undefined): CodePlace {
  return { address: hex(address), ...(symbol === undefined ? {} : { symbol: symbolText(symbol) }) }
}

interface Trace {
  readonly places: readonly CodePlace[]
  readonly running: Running
}

function traceOf(fault: FaultFacts, context: FaultContext): Trace {
  const { symbol, caller } = namer(fault, context)
  const { x29 = 0n, x30 = 0n, TCR: tcr = 0n } = fault.registers
  const start = { pc: fault.ip, fp: x29, lr: x30, tcr }
  const frames = context.frames ?? []
  const callers = callersOf(
    start,
    frames,
    (address) => (address === fault.ip ? symbol : caller)(address)?.name,
  )
  const link = frames.length === 0 && levelOf(fault) > 0 ? stripPac(x30, tcr) : undefined
  const all = callers.length > 0 || link === undefined || caller(link) === undefined ? callers : [link]
  const names = [symbol(fault.ip)?.name, ...all.map((address) => caller(address)?.name)]
  return { places: all.map((address) => codePlace(address, caller(address))), running: runningUnder(names) }
}

function accessOf(fault: FaultFacts, esr: EsrWords): FaultAccess | undefined {
  if (fault.access === undefined) return undefined
  const { kind, size } = fault.access
  const unknown = bits(esr.iss, 10, 10) === 1
  return {
    kind,
    ...(size === undefined || kind === "execute" ? {} : { size }),
    ipa: hex(fault.ipa),
    ...(unknown ? {} : { va: hex(fault.far) }),
    tableWalk: bits(esr.iss, 7, 7) === 1,
  }
}

function instructionOf(fault: FaultFacts): FaultInstruction | undefined {
  if (fault.instruction === 0 || fault.access?.kind === "execute") return undefined
  const word = fault.instruction
  const base = loadStoreText(word)?.base
  const spsr = Number((fault.registers["spsr"] ?? 0n) & 0xfn)
  const stack = spsr === EL1H ? fault.registers["SP_EL1"] : fault.registers["sp"]
  const value =
    base === undefined ? undefined : base.register === 31 ? stack : fault.registers[`x${base.register}`]
  const text = { word: hex(word >>> 0, 8), text: instructionText(word) }
  if (base === undefined || value === undefined) return text
  const register = base.register === 31 ? "sp" : `x${base.register}`
  return { ...text, base: { register, value: hex(value), offset: base.offset } }
}

function driverOf(running: Running, culprit: Culprit): FaultDriver | undefined {
  const { driver, initcall } = culprit
  const entry = initcall ?? running.entry
  const level = driver?.entries.find((one) => one.function === entry)?.level
  const parts = {
    ...(running.probe === undefined ? {} : { probe: running.probe }),
    ...(running.entry === undefined ? {} : { entry: running.entry }),
    ...(initcall === undefined ? {} : { initcall }),
    ...(level === undefined ? {} : { level }),
    ...(driver === undefined ? {} : { source: driver.source }),
    ...(driver?.config === undefined ? {} : { config: driver.config }),
  }
  return Object.keys(parts).length === 0 ? undefined : parts
}

function referencesTo(context: FaultContext, owner: Owner | undefined): readonly FaultReference[] {
  if (context.tree === undefined || owner?.facts.kind !== "device") return []
  return dependentsOf(context.tree, owner.node).map(({ node, property }) => ({
    path: node.path,
    property,
    place: renderPlace(node.properties.get(property)?.place ?? node.place),
  }))
}

function callOf(fault: FaultFacts, context: FaultContext): FaultCall | undefined {
  if (fault.call === undefined) return undefined
  const { conduit, functionId, immediate, args } = fault.call
  const { tree, example, system = NO_SYSTEM } = context
  const domain = example === undefined ? undefined : domainPlace(example, fault.pd)
  return {
    ...smcCall(functionId, tree === undefined ? [] : compatibleOf(tree.root)),
    conduit,
    id: hex(functionId, 8),
    immediate,
    args: args.slice(1).map((value) => hex(value)),
    ...(domain === undefined ? {} : { domain }),
    mayForward: system.smc,
  }
}

/** The device of the board at an address that the guest's tree says nothing of. */
function leftOutOwner(fault: FaultFacts, { board, tree }: FaultContext): Owner | undefined {
  if (board === undefined || tree === undefined || fault.access === undefined) return undefined
  const own = ownerOf(tree, fault.ipa)
  if (own !== undefined && own.facts.kind !== "window") return undefined
  const owner = ownerOf(board, fault.ipa)
  return owner?.facts.kind === "device" && gicPart(owner, fault.ipa) === undefined ? owner : undefined
}

/** The exception that the guest took before it came to its vectors, which are not there. */
function exceptionBefore(fault: FaultFacts, context: FaultContext): OwnException | undefined {
  const { tree, exceptionWord, exceptionNote: note, exceptionInterrupts = [] } = context
  const devices = exceptionInterrupts.length === 0 ? undefined : devicesOf(tree)
  const names = exceptionInterrupts.map((intid) => {
    const source = devices?.get(intid)?.[0]
    return `${intid}${source === undefined ? "" : ` of ${source.node.name}`}`
  })
  const interrupts = names.length === 0 ? undefined : names.join(", ")
  return ownException(fault.ip, fault.registers, exceptionWord, { note, interrupts })
}

/** Whether an access that went by SP, or beside it, had SP at 0. */
function isSpUnset(far: bigint, word: number | undefined): boolean {
  const base = word === undefined ? undefined : loadStoreText(word)?.base
  return base?.register === 31 && BigInt.asUintN(64, far - BigInt(base.offset)) === 0n
}

/** What lies where an exception of the guest's own, a data abort, wanted to reach. */
function abortPlace(fault: FaultFacts, context: FaultContext): string | undefined {
  const { exceptionIpa, tree, system = NO_SYSTEM } = context
  const abort = ownDataAbort(fault.registers)
  if (abort !== undefined && isSpUnset(abort.far, context.exceptionWord)) {
    return "the stack pointer was never set"
  }
  const why = abort === undefined ? undefined : abortReason(abort.status)
  if (exceptionIpa === undefined || why === undefined) return undefined
  const owner = tree === undefined ? undefined : ownerOf(tree, exceptionIpa)
  const map = mapAt(system, exceptionIpa)
  const region = system.regions.find(({ name }) => name === map?.region)
  const mapped =
    map === undefined || region === undefined
      ? []
      : [`"${region.name}" at physical ${hex(region.physAddr + exceptionIpa - map.vaddr)}`]
  const names = owner === undefined ? mapped : [owner.node.name, ...mapped]
  return [...names, why].join(": ")
}

function exceptionOf({ what, from, vbar, vector }: OwnException, symbol: GuestSymbol | undefined) {
  return { what, from: codePlace(from, symbol), vector: `VBAR_EL1 ${hex(vbar)} + ${hex(vector)}` }
}

function sentenceOf(
  fault: FaultFacts,
  context: FaultContext,
  own: OwnException | undefined,
  plain: string,
): string {
  return own === undefined
    ? plain
    : exceptionSummary(fault.vm, own, context.exceptionWord, abortPlace(fault, context))
}

function syndromeOf({ value, ec, ecName, il, iss, fields }: EsrWords): FaultReport["esr"] {
  return { value: hex(value, 8), ec, class: ecName, il: il ? 1 : 0, iss: hex(iss, 7), fields }
}

/** Gathers what can be told of a fault. Never fails: what is not known is absent. */
export function faultReport(fault: FaultFacts, context: FaultContext = {}): FaultReport {
  const esr = decodeEsr(fault.esr)
  const { places, running } = traceOf(fault, context)
  const access = accessOf(fault, esr)
  const instruction = instructionOf(fault)
  const { tree } = context
  const leftOut = leftOutOwner(fault, context)
  const owner =
    tree === undefined || access === undefined || leftOut !== undefined ? undefined : ownerOf(tree, fault.ipa)
  const names = byProgram(fault) ? [] : ((owner ?? leftOut)?.facts.compatible ?? [])
  const culprit = culpritHere(running, names, byProgram(fault) ? {} : context)
  const driver = driverOf(running, culprit)
  const earlycon = access === undefined ? undefined : earlyconCause(fault.ipa, context)
  const call = callOf(fault, context)
  const cause = earlycon === undefined ? causeOf(fault, esr, owner) : "earlycon-address"
  const own = cause === "jump-into-nowhere" ? exceptionBefore(fault, context) : undefined
  const code = own === undefined ? cause : "exception-without-vectors"
  const map = wrongMap(fault, context, code, owner)
  const near = code === "no-device" && leftOut === undefined
  const ram = near ? ramBefore(context.system ?? NO_SYSTEM, fault.ipa) : undefined
  const sentence = {
    part: partOf(context.system ?? NO_SYSTEM, owner),
    ram,
    leftOut,
    fault,
    esr,
    code,
    owner,
    instruction: instruction?.text,
    hasTree: tree !== undefined,
  }
  return {
    code,
    summary: sentenceOf(
      fault,
      context,
      own,
      call === undefined ? summaryOf(sentence) : callSummary(fault.vm, call),
    ),
    vm: fault.vm,
    pd: fault.pd,
    vcpu: fault.vcpu,
    fault: fault.fault,
    reason: fault.reason,
    level: levelOf(fault),
    pc: {
      ...codePlace(fault.ip, namer(fault, context).symbol(fault.ip)),
      ...(fault.ipIpa === undefined ? {} : { ipa: hex(fault.ipIpa) }),
    },
    backtrace: places,
    ...(driver === undefined ? {} : { driver }),
    ...(call === undefined ? {} : { call }),
    ...(access === undefined ? {} : { access }),
    ...(instruction === undefined ? {} : { instruction }),
    ...(own === undefined ? {} : { exception: exceptionOf(own, namer(fault, context).symbol(own.from)) }),
    esr: syndromeOf(esr),
    ...(owner === undefined ? {} : { device: owner.facts }),
    ...(leftOut === undefined ? {} : { device: leftOut.facts, leftOut: true as const }),
    ...(map === undefined ? {} : { map }),
    referredBy: referencesTo(context, owner),
    unowned: tree !== undefined && access !== undefined && owner === undefined,
    fixes:
      own === undefined
        ? fixesFor(fault, context, code, { owner, leftOut, culprit, running, earlycon })
        : [...newerProcessor(own, context), VECTORS],
    registers: Object.fromEntries(
      Object.entries(fault.registers).map(([name, value]) => [name, hex(value, 16)]),
    ),
  }
}
