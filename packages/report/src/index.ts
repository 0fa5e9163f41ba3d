// SPDX-License-Identifier: BSD-2-Clause
//
// @vmm/report: from events, device tree and guest symbols to words.
//
//   faultReport(fault, { tree, symbols, usedIds })   an unhandled fault as one value
//   renderFaultReport(report)                        ... and as text
//   readGuestSymbols(ram, ipa)                       Linux's own symbol table, read in place
//   decodeEsr(esr)                                   ESR_EL2 in words

export { decodeEsr, type EsrField, type EsrWords, faultStatus, systemRegister } from "./esr.ts"
export {
  type CodePlace,
  type FaultAccess,
  type FaultCall,
  type FaultContext,
  type FaultDriver,
  type FaultInstruction,
  type FaultReference,
  faultReport,
  type FaultReport,
  type SymbolSource,
} from "./fault-report.ts"
export type { FaultFacts } from "./fault-facts.ts"
export { callersOf, type FrameStart, type ReadWord, stripPac, walkFrames } from "./frames.ts"
export { type Driver, type DriverEntry, DriverTable, loadDrivers } from "./drivers.ts"
export { type ExampleFiles, type MapFacts, type RegionFacts, type SystemFacts } from "./example.ts"
export type { ExampleFile } from "./patch/text-place.ts"
export { patchText } from "./patch/patch-text.ts"
export { decodeLastStop, encodeLastStop, type LastStop, type StopDevice, type StopKind } from "./stop.ts"
export { instructionText } from "./instruction.ts"
export { findKallsyms, Kallsyms, type KallsymsLayout } from "./kallsyms.ts"
export { type DeviceFacts } from "./owner.ts"
export { renderFaultReport, type RenderOptions } from "./render-fault.ts"
export { type GuestSymbol, GuestSymbols, readGuestSymbols, symbolText } from "./symbols.ts"
export { decodeEvent, decodeEvents, encodeEvent, eventJsonSchema, type EventProblem } from "./events.ts"
export { smcCall, type SmcCall } from "./smc-call.ts"
export { domainPlace } from "./call-fixes.ts"
export { callableEnd, domainPermission, type DomainStop, renderDomainStop } from "./domain-stop.ts"
export { ConsoleWatch, type ConsoleMilestone, type GuestPanic } from "./console-watch.ts"
export { type Forewarned, forewarned } from "./forewarned.ts"
export { type InterfaceFacts, type Repeated } from "./cpu-interface.ts"
export { type InitEnd, initEnd, initFixes, processorFixes } from "./exit-code.ts"
export { fatalWord, type WordsFor } from "./fatal-words.ts"
export {
  type BootArgs,
  type BootTrouble,
  lostConsole,
  mutedConsole,
  rootFixes,
  rootWaits,
  rootWord,
} from "./boot-args.ts"
export { wordPlace } from "./patch/command-line-patch.ts"
export { isParked, type ParkedView } from "./parked.ts"
export { panicCause, type PanicCause } from "./panic.ts"
export { type Busy, busyText, type CodeView } from "./busy.ts"
export { runningUnder } from "./backtrace.ts"
export { type GuestStop, renderGuestStop, type StoppedVcpu } from "./render-guest-stop.ts"
export {
  type InterruptFacts,
  milestones,
  standstill,
  type Standstill,
  type StandstillFacts,
  type VcpuFacts,
} from "./standstill.ts"
export { parseIssues, Schema } from "./schema.ts"
