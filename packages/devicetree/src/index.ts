// SPDX-License-Identifier: BSD-2-Clause
//
// @vmm/devicetree: device trees: compile, merge, read, write and query, every node with its source line.
//
//   compileDts([{ file, text }, ...overlays])  -> Either of all diagnostics or a tree
//   readDtb(bytes), writeDtb(tree), printDts(tree)
//   find..., prop..., reg..., interrupts...     questions to a tree
//   setProperty, addNode, ...                   a new tree from an old one

export {
  cellsToNumber,
  cellsValue,
  hasProp,
  numberValue,
  propBytes,
  propCells,
  propNumber,
  propString,
  propStrings,
  propU32,
  propU64,
  stringsValue,
  u64Value,
} from "./access.ts"
export {
  addressCells,
  type AddressOwner,
  type AddressRange,
  memoryRanges,
  ownerOfAddress,
  regEntries,
  regRanges,
  sizeCells,
  unitNumber,
  type StoppingBus,
  stoppingBus,
  widerRanges,
} from "./address.ts"
export { compileBoth, compileDts, type CompileOptions } from "./compile.ts"
export { dependenciesOf, type Dependency, type Dependent, dependentsOf, registerBlock } from "./depends.ts"
export { GENERATED } from "./generated.ts"
export { addNode, deleteNodeAt, deleteProperty, setProperty, withReservations } from "./edit.ts"
export { decodeGicInterrupt, type GicInterrupt, GICS, gicVersion, knownGicVersion } from "./gic.ts"
export { cpuNodes, hardwareNodes } from "./hardware.ts"
export {
  interruptParent,
  interruptsOf,
  type InterruptSpec,
  type ResolvedInterrupts,
  resolveInterrupts,
} from "./interrupts.ts"
export { isPluginSource } from "./plugin.ts"
export { isOverlaySource, type Source } from "./lexer.ts"
export { printDts, propertyText } from "./print-dts.ts"
export {
  childNamed,
  compatibleOf,
  disabledBy,
  findByAlias,
  findByCompatible,
  findByLabel,
  findByPath,
  findByPhandle,
  findNode,
  findWhere,
  isEnabled,
  phandleOf,
  referenceTo,
  statusOkay,
  upwards,
} from "./query.ts"
export { readDtb } from "./read-dtb.ts"
export { clocksOf, type Reference, referencesOf, type Specifier, specifiers } from "./references.ts"
export {
  type DeviceTree,
  type DtNode,
  type DtProperty,
  type MemoryReservation,
  type PhandleRef,
  walk,
} from "./tree.ts"
export { type BinaryReader } from "./value.ts"
export { writeDtb } from "./write-dtb.ts"
