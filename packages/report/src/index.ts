// SPDX-License-Identifier: BSD-2-Clause
//
// @vmm/report: from events, device tree and guest symbols to words.
//
//   faultReport(fault, { tree, symbols, system })   an unhandled fault as one value
//   renderFaultReport(report)                       ... and as text
//   readGuestSymbols(image, imageIpa)               Linux's own symbol table, read in place
//   standstill(facts, ...), panicCause(...)         why a guest goes no further, or panicked
//   decodeEsr(esr), smcCall(id)                     numbers of the processor and of firmware calls in words
//   encodeLastStop(stop), decodeLastStop(text)      how a run ended, for `vmm fix`

export { decodeEsr, type EsrField, type EsrWords, faultStatus, systemRegister } from "./processor/esr.ts"
export { faultReport } from "./fault/fault-report.ts"
export type {
  CodePlace,
  FaultAccess,
  FaultCall,
  FaultContext,
  FaultDriver,
  FaultInstruction,
  FaultReference,
  FaultReport,
  SymbolSource,
} from "./fault/report-value.ts"
export type { FaultFacts } from "./fault/fault-facts.ts"
export { callersOf, type FrameStart, type ReadWord, stripPac, walkFrames } from "./symbols/frames.ts"
export { type Driver, type DriverEntry, DriverTable, loadDrivers } from "./fault/drivers.ts"
export { type ExampleFiles, type MapFacts, type RegionFacts, type SystemFacts } from "./example.ts"
export type { ExampleFile } from "./patch/text-place.ts"
export { patchText } from "./patch/patch-text.ts"
export { decodeLastStop, encodeLastStop, type LastStop, type StopDevice, type StopKind } from "./stop.ts"
export { instructionText } from "./processor/instruction.ts"
export { findKallsyms, Kallsyms, type KallsymsLayout } from "./symbols/kallsyms.ts"
export { atomicKind, type DeviceAtomic, deviceAtomic, type DeviceAtomicFacts } from "./fault/device-atomic.ts"
export { type DeviceFacts } from "./fault/owner.ts"
export { renderFaultReport, type RenderOptions } from "./fault/render-fault.ts"
export { type GuestSymbol, GuestSymbols, readGuestSymbols, symbolText } from "./symbols/symbols.ts"
export { decodeEvent, decodeEvents, encodeEvent, eventJsonSchema, type EventProblem } from "./events.ts"
export { smcCall, type SmcCall } from "./processor/smc-call.ts"
export { domainPlace, forwardFix } from "./fixes/call-fixes.ts"
export { doubleRam, ramPlace } from "./fixes/more-ram.ts"
export { addDomainMap, growRegion, leaveDomainOut, moveDomainMap, type NewMap } from "./fixes/domain-maps.ts"
export { orPlainVmm } from "./fixes/own-program.ts"
export { callableEnd, domainPermission, type DomainStop, renderDomainStop } from "./domain-stop.ts"
export { ConsoleWatch, type ConsoleMilestone, type GuestPanic } from "./guest/console-watch.ts"
export { type Forewarned, forewarned } from "./guest/forewarned.ts"
export { type InterfaceFacts, type Repeated } from "./guest/cpu-interface.ts"
export {
  type Complaint,
  type InitEnd,
  initEnd,
  initFixes,
  lastComplaint,
  processorFixes,
} from "./guest/exit-code.ts"
export { crashLine, mutedScript, type ScriptEnd, scriptEnd, waitLoop } from "./guest/init-script.ts"
export { strayTerminal } from "./guest/inittab.ts"
export { addToStrings, removeFromStrings } from "./patch/guest-json-patch.ts"
export { fatalWord, type WordsFor } from "./fixes/fatal-words.ts"
export {
  type BootArgs,
  type BootTrouble,
  lostConsole,
  mutedConsole,
  rootFixes,
  rootWaits,
  rootWord,
} from "./fixes/boot-args.ts"
export { withoutWord, wordPlace } from "./patch/command-line-patch.ts"
export { isParked, type ParkedView } from "./guest/parked.ts"
export { panicCause, type PanicCause } from "./guest/panic.ts"
export { type Oops, readOops } from "./guest/oops.ts"
export { type OopsCause, oopsCause, type OopsReach } from "./guest/oops-cause.ts"
export { type Busy, busyText, type CodeView } from "./guest/busy.ts"
export { runningUnder } from "./symbols/backtrace.ts"
export { type GuestStop, renderGuestStop, type StoppedVcpu } from "./guest/render-guest-stop.ts"
export {
  type InterruptFacts,
  milestones,
  standstill,
  type Standstill,
  type StandstillFacts,
  type VcpuFacts,
} from "./guest/standstill.ts"
export { parseIssues, Schema } from "./schema.ts"
