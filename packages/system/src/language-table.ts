// SPDX-License-Identifier: BSD-2-Clause
//
// The .system language as this package takes it, one line an attribute: after the manual of Microkit 2.3
// (chapter "System Description File"). The reader's checks of names, the suggestions for typing errors
// and the XML Schema for editors all come from this table. What Microkit knows and we do not take yet is
// listed as such, so that the error can say so.

/** How an attribute's value is written. */
export type ValueType =
  | "name"
  | "reference"
  | "symbol"
  | "path"
  | "number"
  | "id"
  | "boolean"
  | "permissions"
  | "trigger"

export interface AttributeRule {
  readonly name: string
  readonly type: ValueType
  readonly required?: true
  /** As it would be written in the file. */
  readonly default?: string
  readonly doc: string
}

export interface ChildRule {
  readonly rule: RuleName
  readonly min: number
  readonly max: number
}

export interface ElementRule {
  readonly tag: string
  readonly doc: string
  readonly attributes: ReadonlyArray<AttributeRule>
  readonly children: ReadonlyArray<ChildRule>
  /** Attributes of the language that are not taken yet. */
  readonly laterAttributes?: ReadonlyArray<string>
  /** Child elements of the language that are not taken yet. */
  readonly laterElements?: ReadonlyArray<string>
  /** Attributes people write here, from older versions of Microkit or from other elements: what to do. */
  readonly attributeHints?: Readonly<Record<string, string>>
}

export type RuleName =
  | "system"
  | "memoryRegion"
  | "protectionDomain"
  | "childProtectionDomain"
  | "programImage"
  | "domainMap"
  | "irq"
  | "setvar"
  | "virtualMachine"
  | "vcpu"
  | "machineMap"
  | "channel"
  | "end"

const MANY = Infinity
const any = (rule: RuleName): ChildRule => ({ rule, min: 0, max: MANY })

const SCHEDULING: ReadonlyArray<AttributeRule> = [
  { name: "priority", type: "number", default: "0", doc: "Scheduling priority, 0 (lowest) to 254." },
  { name: "budget", type: "number", default: "1000", doc: "CPU time in each period, microseconds." },
  {
    name: "period",
    type: "number",
    doc: "Length of the period, microseconds; at least the budget (the default).",
  },
]

const DOMAIN_NAME: AttributeRule = {
  name: "name",
  type: "name",
  required: true,
  doc: "Unique name of the protection domain, at most 64 characters, not 'monitor'.",
}

const DOMAIN_SETTINGS: ReadonlyArray<AttributeRule> = [
  ...SCHEDULING,
  {
    name: "passive",
    type: "boolean",
    default: "false",
    doc: "Gives its CPU time away after init; runs on its callers' time.",
  },
  {
    name: "stack_size",
    type: "number",
    default: "0x2000",
    doc: "Bytes of stack, 0x1000 to 0x1000000, whole pages.",
  },
  {
    name: "smc",
    type: "boolean",
    default: "false",
    doc: "May make secure monitor calls to the board's firmware (ARM).",
  },
  { name: "cpu", type: "number", default: "0", doc: "CPU core it runs on." },
  { name: "fpu", type: "boolean", default: "true", doc: "May use floating point." },
]

const DOMAIN_CHILDREN: ReadonlyArray<ChildRule> = [
  { rule: "programImage", min: 1, max: 1 },
  any("domainMap"),
  any("irq"),
  any("setvar"),
  any("childProtectionDomain"),
  { rule: "virtualMachine", min: 0, max: 1 },
]

const DOMAIN_LATER = { laterAttributes: ["domain"], laterElements: ["ioport", "cspace"] }

const DOMAIN_HINTS = {
  pp: 'older versions of Microkit had it here; now write pp="true" at the <end> of the channel that calls',
}

const MAP: ReadonlyArray<AttributeRule> = [
  { name: "mr", type: "reference", required: true, doc: "Name of the memory region." },
  {
    name: "vaddr",
    type: "number",
    required: true,
    doc: "Address at which the region begins, a multiple of its page size; in a virtual machine the guest-physical address.",
  },
  {
    name: "perms",
    type: "permissions",
    default: "rw",
    doc: "What is allowed: letters of 'rwx', not 'w' alone.",
  },
  { name: "cached", type: "boolean", default: "true", doc: "Normal cached memory; 'false' for devices." },
]

const MACHINE_SETVAR = "a guest has no variables to set: write it in the map of the protection domain"

/** Every element, by where it may stand. */
export const LANGUAGE: Readonly<Record<RuleName, ElementRule>> = {
  system: {
    tag: "system",
    doc: "The whole system: memory, protection domains and the channels between them.",
    attributes: [],
    children: [any("memoryRegion"), any("protectionDomain"), any("channel")],
    laterElements: ["io_address_space", "domains"],
  },
  memoryRegion: {
    tag: "memory_region",
    doc: "A stretch of physical memory: RAM for a guest or for sharing, or the registers of a device.",
    attributes: [
      { name: "name", type: "name", required: true, doc: "Unique name of the region." },
      {
        name: "size",
        type: "number",
        doc: "Bytes, a multiple of the page size; may be left out when prefill_path is given.",
      },
      {
        name: "page_size",
        type: "number",
        doc: "0x1000 or 0x200000; by default the largest that fits size, phys_addr and every vaddr.",
      },
      {
        name: "phys_addr",
        type: "number",
        doc: "Physical address; needed for devices. Without it the region is placed in free RAM.",
      },
      { name: "prefill_path", type: "path", doc: "File whose bytes the region holds at start." },
    ],
    children: [],
    laterAttributes: ["prefill_bootinfo"],
  },
  protectionDomain: {
    tag: "protection_domain",
    doc: "A program with its own address space and its own authority.",
    attributes: [DOMAIN_NAME, ...DOMAIN_SETTINGS],
    children: DOMAIN_CHILDREN,
    ...DOMAIN_LATER,
    attributeHints: {
      ...DOMAIN_HINTS,
      id: "only a protection domain inside another one has an id",
      setvar_id: "only a protection domain inside another one has an id",
    },
  },
  childProtectionDomain: {
    tag: "protection_domain",
    doc: "A protection domain whose faults the domain around it receives.",
    attributes: [
      DOMAIN_NAME,
      {
        name: "id",
        type: "id",
        required: true,
        doc: "Number of the child in its parent's fault entry point, 0 to 61.",
      },
      { name: "setvar_id", type: "symbol", doc: "Symbol in the parent's program set to the id." },
      ...DOMAIN_SETTINGS,
    ],
    children: DOMAIN_CHILDREN,
    ...DOMAIN_LATER,
    attributeHints: DOMAIN_HINTS,
  },
  programImage: {
    tag: "program_image",
    doc: "The program of the protection domain.",
    attributes: [
      { name: "path", type: "path", required: true, doc: "File of the program." },
      { name: "path_for_symbols", type: "path", doc: "File with the program's symbols, when path has none." },
    ],
    children: [],
  },
  domainMap: {
    tag: "map",
    doc: "Makes a memory region visible in the protection domain.",
    attributes: [
      ...MAP,
      { name: "setvar_vaddr", type: "symbol", doc: "Symbol in the program set to vaddr." },
      { name: "setvar_size", type: "symbol", doc: "Symbol in the program set to the region's size." },
      {
        name: "setvar_prefill_size",
        type: "symbol",
        doc: "Symbol in the program set to the size of the prefill file.",
      },
    ],
    children: [],
  },
  irq: {
    tag: "irq",
    doc: "Delivers a hardware interrupt to the protection domain as a notification.",
    attributes: [
      {
        name: "irq",
        type: "number",
        required: true,
        doc: "Interrupt number (INTID). SPI n of a device tree is n + 32, PPI n is n + 16.",
      },
      { name: "id", type: "id", required: true, doc: "Channel number at which it arrives, 0 to 61." },
      { name: "trigger", type: "trigger", default: "level", doc: "'level' or 'edge'." },
      { name: "setvar_id", type: "symbol", doc: "Symbol in the program set to the id." },
    ],
    children: [],
    laterAttributes: ["pin", "vector", "ioapic", "polarity", "pcidev", "handle"],
  },
  setvar: {
    tag: "setvar",
    doc: "Sets a variable of the program to the physical address of a memory region.",
    attributes: [
      { name: "symbol", type: "symbol", required: true, doc: "Symbol in the program." },
      { name: "region_paddr", type: "reference", required: true, doc: "Name of the memory region." },
    ],
    children: [],
  },
  virtualMachine: {
    tag: "virtual_machine",
    doc: "A guest, run by the protection domain around it.",
    attributes: [
      { name: "name", type: "name", required: true, doc: "Unique name of the virtual machine." },
      ...SCHEDULING,
    ],
    children: [{ rule: "vcpu", min: 1, max: MANY }, any("machineMap")],
    attributeHints: { id: "older versions of Microkit had it here; now it stands on the machine's <vcpu>" },
  },
  vcpu: {
    tag: "vcpu",
    doc: "A CPU of the guest.",
    attributes: [
      {
        name: "id",
        type: "id",
        required: true,
        doc: "Number of the vCPU in the fault entry point, 0 to 61.",
      },
      { name: "setvar_id", type: "symbol", doc: "Symbol in the VMM's program set to the id." },
      { name: "cpu", type: "number", doc: "CPU core it runs on; by default that of the protection domain." },
    ],
    children: [],
  },
  machineMap: {
    tag: "map",
    doc: "Makes a memory region visible to the guest.",
    attributes: MAP,
    children: [],
    attributeHints: {
      setvar_vaddr: MACHINE_SETVAR,
      setvar_size: MACHINE_SETVAR,
      setvar_prefill_size: MACHINE_SETVAR,
    },
  },
  channel: {
    tag: "channel",
    doc: "Lets two protection domains notify and call each other.",
    attributes: [],
    children: [{ rule: "end", min: 2, max: 2 }],
  },
  end: {
    tag: "end",
    doc: "One end of a channel.",
    attributes: [
      { name: "pd", type: "reference", required: true, doc: "Name of the protection domain." },
      {
        name: "id",
        type: "id",
        required: true,
        doc: "Channel number in that domain, 0 to 61, not used by another channel or irq there.",
      },
      {
        name: "pp",
        type: "boolean",
        default: "false",
        doc: "This end may make protected procedure calls to the other, whose priority must be higher.",
      },
      { name: "notify", type: "boolean", default: "true", doc: "This end may notify the other." },
      { name: "setvar_id", type: "symbol", doc: "Symbol in the program set to the id." },
    ],
    children: [],
  },
}
