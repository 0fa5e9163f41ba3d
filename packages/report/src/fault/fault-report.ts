// SPDX-License-Identifier: BSD-2-Clause
//
// A fault that nobody handled, as one value: who, where, what, the decoded syndrome, the device that owns the
// address, who refers to it, and the ways out. The value can be written as JSON; render-fault.ts makes text of it.

import { type Fix, type Place, renderPlace } from "@vmm/diagnostic"
import { compatibleOf, dependentsOf, type DeviceTree } from "@vmm/devicetree"
import { type Culprit, culpritOf, type Running, runningUnder } from "../symbols/backtrace.ts"
import { callFixes, domainPlace } from "../fixes/call-fixes.ts"
import type { DriverTable } from "./drivers.ts"
import { type EarlyconCause, earlyconCause } from "../fixes/earlycon.ts"
import { decodeEsr, type EsrField, type EsrWords } from "../processor/esr.ts"
import {
  type ExampleFiles,
  mapAt,
  type MapFacts,
  mapStretch,
  NO_SYSTEM,
  type SystemFacts,
} from "../example.ts"
import type { FaultFacts } from "./fault-facts.ts"
import { deviceFixes, misplacedMap } from "../fixes/fixes.ts"
import { callersOf, stripPac } from "../symbols/frames.ts"
import { gicFixes, gicPart } from "../fixes/gic-fixes.ts"
import { bits, groupedHex, hex } from "../hex.ts"
import { instructionText } from "../processor/instruction.ts"
import { loadStoreText } from "../processor/load-store-text.ts"
import { mapPlace, memoryFixes, permissionFixes, registerFixes } from "../fixes/other-fixes.ts"
import { type DeviceFacts, type Owner, ownerOf } from "./owner.ts"
import { smcCall, type SmcCall } from "../processor/smc-call.ts"
import { callSummary, causeOf, summaryOf } from "./summary.ts"
import { type GuestSymbol, symbolText } from "../symbols/symbols.ts"
import { processorFixes } from "../guest/exit-code.ts"
import { inMax } from "../processor/undefined.ts"
import {
  abortReason,
  exceptionSummary,
  type OwnException,
  ownDataAbort,
  ownException,
} from "../processor/vectors.ts"

/** What gives names to addresses, such as GuestSymbols. */
export interface SymbolSource {
  symbolAt(address: bigint, ipa?: number, vbar?: bigint): GuestSymbol | undefined
}

/** What is known beside the fault; each part may be missing. */
export interface FaultContext {
  /** The guest's tree: the board's with the overlays. */
  readonly tree?: DeviceTree
  /** The board's own, for what an overlay takes out. */
  readonly board?: DeviceTree
  readonly symbols?: SymbolSource
  /** Return addresses on the guest's stack, the innermost first (frames.ts). */
  readonly frames?: readonly bigint[]
  readonly drivers?: DriverTable
  /** False for a guest that is not Linux: no driver of Linux is meant. */
  readonly linux?: boolean
  readonly system?: SystemFacts
  readonly example?: ExampleFiles
  /** The guest's command line. */
  readonly commandLine?: string
  /** The instruction at the guest's ELR_EL1. */
  readonly exceptionWord?: number
  /** The IPA behind FAR_EL1. */
  readonly exceptionIpa?: number
}

/** An address of code. Addresses are lower-case hex after 0x. */
export interface CodePlace {
  readonly address: string
  /** `name+0x10/0x50`. */
  readonly symbol?: string
}

export interface FaultAccess {
  readonly kind: "read" | "write" | "execute"
  /** Bytes. */
  readonly size?: number
  readonly ipa: string
  /** The guest's virtual address; absent when the processor does not tell (FnV). */
  readonly va?: string
  /** The IPA is that of a stage 1 table that the translation of `va` needed. */
  readonly tableWalk: boolean
}

export interface FaultInstruction {
  readonly word: string
  readonly text: string
  /** The base register of a load or store, with its value at the fault. */
  readonly base?: { readonly register: string; readonly value: string; readonly offset: number }
}

/** What of the guest's kernel was at work. */
export interface FaultDriver {
  /** The driver's probe function that ran. */
  readonly probe?: string
  /** The initcall that ran, or else the function that a declaration had called. */
  readonly entry?: string
  /** The initcall by which the driver comes, from the backtrace or from the table. */
  readonly initcall?: string
  readonly level?: string
  /** From the root of Linux's source. */
  readonly source?: string
  readonly config?: string
}

/** A node that names the device. */
export interface FaultReference {
  readonly path: string
  readonly property: string
  readonly place: string
}

/** A call that nobody answers. */
export interface FaultCall extends SmcCall {
  readonly conduit: "smc" | "hvc"
  /** W0. */
  readonly id: string
  readonly immediate: number
  /** X1 .. X7. */
  readonly args: readonly string[]
  /** The domain that runs the machine, in the `.system` file. */
  readonly domain?: Place
  readonly mayForward: boolean
}

export interface FaultReport {
  /** Stable kebab-case name of the cause. */
  readonly code: string
  /** What happened, one sentence without its full stop. */
  readonly summary: string
  readonly vm: string
  readonly pd: string
  readonly vcpu: number
  readonly fault: string
  readonly reason: string
  /** Exception level of the guest at the fault: 0 or 1. */
  readonly level: number
  readonly pc: CodePlace & { readonly ipa?: string }
  /** Callers, the innermost first, each the address after its call. */
  readonly backtrace: readonly CodePlace[]
  readonly driver?: FaultDriver
  readonly call?: FaultCall
  readonly access?: FaultAccess
  readonly instruction?: FaultInstruction
  /** An exception of the guest's own, whose vector it could not run. */
  readonly exception?: { readonly what: string; readonly from: CodePlace; readonly vector: string }
  readonly esr: {
    readonly value: string
    readonly ec: number
    readonly class: string
    readonly il: number
    readonly iss: string
    readonly fields: readonly EsrField[]
  }
  /** Absent when no node owns the address or the fault has none. */
  readonly device?: DeviceFacts
  /** The map in the `.system` file that lacks a right, or shows the device at another address. */
  readonly map?: {
    readonly region: string
    readonly vaddr: string
    readonly perms: string
    readonly place?: Place
  }
  readonly referredBy: readonly FaultReference[]
  /** True when there was a tree to ask, and none of its nodes owns the address. */
  readonly unowned: boolean
  /** `device` is of the board's tree, and the guest's has no such node. */
  readonly leftOut?: true
  /** The one to try first in front. */
  readonly fixes: readonly Fix[]
  readonly registers: Readonly<Record<string, string>>
}

/** SPSR_EL2.M[3:0]: EL1 with its own stack pointer. */
const EL1H = 0b0101

const levelOf = (fault: FaultFacts): number =>
  bits(Number((fault.registers["spsr"] ?? 0n) & 0xffffffffn), 3, 2)

/** A program of the guest, which has the page by /dev/mem, UIO or the like: no driver of its kernel. */
const byProgram = (fault: FaultFacts): boolean =>
  fault.registers["spsr"] !== undefined && levelOf(fault) === 0

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

/** What the ways out are made from. */
interface Found {
  readonly owner: Owner | undefined
  /** A device of the board that the guest's tree has not. */
  readonly leftOut: Owner | undefined
  readonly culprit: Culprit
  readonly running: Running
  readonly earlycon: EarlyconCause | undefined
}

/** Bytes behind the end of RAM that an access is taken for one beyond it. */
const BEYOND = 0x100_0000

/** Bytes below RAM: a stack that has grown out of it, or begins at its foot. */
const BELOW = 0x1_0000

interface NearRam {
  readonly map: MapFacts
  readonly far: number
  readonly side: "behind" | "below"
}

/** RAM that ends a little before an address, or begins a little behind it. */
function ramBefore(system: SystemFacts, address: number): NearRam | undefined {
  const found = system.maps.flatMap((map): NearRam[] => {
    const { to } = mapStretch(system, map)
    const below = map.vaddr - address
    if (!system.ram.some(({ gpa }) => gpa === map.vaddr)) return []
    if (below > 0 && below <= BELOW) return [{ map, far: below, side: "below" }]
    return address >= to && address < to + BEYOND ? [{ map, far: address - to, side: "behind" }] : []
  })
  return found.sort((a, b) => a.far - b.far)[0]
}

/** The map that is wrong, when one is. */
function wrongMap(
  fault: FaultFacts,
  context: FaultContext,
  code: string,
  owner: Owner | undefined,
): FaultReport["map"] {
  const { system = NO_SYSTEM, example = { overlays: [] }, tree } = context
  const misplaced = () =>
    tree === undefined || owner?.facts.kind !== "device"
      ? undefined
      : misplacedMap({ owner, system, tree, address: fault.ipa })?.map
  const map =
    code === "no-permission"
      ? mapAt(system, fault.ipa)
      : code === "no-device"
        ? ramBefore(system, fault.ipa)?.map
        : misplaced()
  if (map === undefined || fault.access === undefined) return undefined
  const place = mapPlace(example, fault.vm, map)
  return { ...map, vaddr: groupedHex(map.vaddr), ...(place === undefined ? {} : { place }) }
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

function fixesFor(fault: FaultFacts, context: FaultContext, code: string, found: Found): readonly Fix[] {
  const { culprit, running, earlycon, leftOut } = found
  const { system = NO_SYSTEM, example = { overlays: [] } } = context
  const owner = found.owner ?? leftOut
  const tree = leftOut === undefined ? context.tree : context.board
  const { vm, pd } = fault
  if (fault.call !== undefined) {
    const { functionId } = fault.call
    const call = smcCall(functionId, tree === undefined ? [] : compatibleOf(tree.root))
    return callFixes({ pd, functionId, call, culprit, system, example })
  }
  if (code === "no-permission") return permissionFixes(fault, system, example)
  if (code === "system-register" || code === "undefined-instruction") return registerFixes(culprit, example)
  if (earlycon !== undefined) return [earlycon.fix]
  if (fault.access === undefined || fault.access.kind === "execute" || tree === undefined) return []
  if (owner === undefined || code === "not-emulated") return registerFixes(culprit, example)
  if (owner.facts.kind === "memory") return memoryFixes(owner, system, example)
  const gic = gicPart(owner, fault.ipa)
  if (gic !== undefined) return gicFixes(gic, { vm, pd, system, example })
  const withoutProbe = running.probe === undefined && running.entry !== undefined && running.initcall
  const { drivers: table } = context
  const address = fault.ipa
  const request = { tree, owner, address, vm, pd, system, example, culprit, withoutProbe, table }
  const fixes = deviceFixes({ ...request, linux: context.linux !== false && !byProgram(fault) })
  // There is no node to disable.
  return leftOut === undefined ? fixes : [...fixes].reverse().filter(({ id }) => id !== "disable")
}

const VECTORS: Fix = {
  id: "vectors",
  title: "mend what raised the exception, or give the guest vectors before it can",
  edits: [],
  notes: [
    "VBAR_EL1 holds the address of a table of 16 times 0x80 bytes of code, which begins at a multiple of 0x800.",
  ],
}

/** An instruction that a processor with more would have executed. */
function newerProcessor(own: OwnException, { exceptionWord, example }: FaultContext): readonly Fix[] {
  const wants = own.synchronous && exceptionWord !== undefined && inMax(exceptionWord)
  return wants && example !== undefined ? processorFixes(example) : []
}

/** What lies where an exception of the guest's own, a data abort, wanted to reach. */
function abortPlace(fault: FaultFacts, context: FaultContext): string | undefined {
  const { exceptionIpa, tree, system = NO_SYSTEM } = context
  const abort = ownDataAbort(fault.registers)
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
  const culprit = culpritOf(running, names, byProgram(fault) ? undefined : context.drivers)
  const driver = driverOf(running, culprit)
  const earlycon = access === undefined ? undefined : earlyconCause(fault.ipa, context)
  const call = callOf(fault, context)
  const cause = earlycon === undefined ? causeOf(fault, esr, owner) : "earlycon-address"
  const own =
    cause === "jump-into-nowhere" ? ownException(fault.ip, fault.registers, context.exceptionWord) : undefined
  const code = own === undefined ? cause : "exception-without-vectors"
  const map = wrongMap(fault, context, code, owner)
  const near = code === "no-device" && leftOut === undefined
  const ram = near ? ramBefore(context.system ?? NO_SYSTEM, fault.ipa) : undefined
  const sentence = {
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
