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
  type FaultContext,
  type FaultFacts,
  type FaultInstruction,
  faultReport,
  type FaultReport,
  type SymbolSource,
} from "./fault-report.ts"
export { instructionText } from "./instruction.ts"
export { findKallsyms, Kallsyms, type KallsymsLayout } from "./kallsyms.ts"
export { type DeviceFacts } from "./owner.ts"
export { type Remedy, type RemedyPiece } from "./remedies.ts"
export { renderFaultReport, type RenderOptions } from "./render-fault.ts"
export { type GuestSymbol, GuestSymbols, readGuestSymbols, symbolText } from "./symbols.ts"
export { decodeEvent, decodeEvents, encodeEvent, eventJsonSchema, type EventProblem } from "./events.ts"
export { parseIssues, Schema } from "./schema.ts"
