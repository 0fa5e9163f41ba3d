// SPDX-License-Identifier: BSD-2-Clause
//
// The .system language, one line an attribute: after the manual of Microkit 2.3 (chapter "System Description
// File"). The reader's checks of names, the suggestions for typing errors and the XML Schema for editors all
// come from this table. What only some architectures have names them; the file may hold it nevertheless, and the
// reader says where it belongs.

import type { Architecture } from "../options.ts"

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
  | "polarity"
  | "pciDevice"
  | "bootinfo"
  | "duration"

export interface AttributeRule {
  readonly name: string
  readonly type: ValueType
  readonly required?: true
  /** As it would be written in the file. */
  readonly default?: string
  readonly doc: string
  /** The architectures that have it; all of them when absent. */
  readonly on?: readonly Architecture[]
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
  /** The architectures that have it, and Microkit's words where another has not. */
  readonly on?: { readonly architectures: readonly Architecture[]; readonly message: string }
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
  | "ioport"
  | "cspace"
  | "capTcb"
  | "capSc"
  | "capVspace"
  | "domains"
  | "domain"
  | "domainSchedule"
  | "scheduleEntry"
  | "scheduleEndMarker"
  | "ioAddressSpace"
  | "iomap"

const MANY = Infinity
const any = (rule: RuleName): ChildRule => ({ rule, min: 0, max: MANY })

const X86: readonly Architecture[] = ["x86_64"]
const GIC_OR_PLIC: readonly Architecture[] = ["aarch64", "riscv64"]

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
  {
    name: "domain",
    type: "reference",
    doc: "Name of the scheduling domain it runs in; required if <domains> is there, else not allowed.",
  },
]

const DOMAIN_CHILDREN: ReadonlyArray<ChildRule> = [
  { rule: "programImage", min: 1, max: 1 },
  any("domainMap"),
  any("irq"),
  any("ioport"),
  any("setvar"),
  any("childProtectionDomain"),
  { rule: "virtualMachine", min: 0, max: 1 },
  { rule: "cspace", min: 0, max: 1 },
]

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

function capability(tag: string, what: string): ElementRule {
  return {
    tag,
    doc: `Puts a capability of another protection domain's ${what} into this one's CSpace.`,
    attributes: [
      { name: "slot", type: "number", required: true, doc: "Slot of the CNode, 1 to 127." },
      { name: "pd", type: "reference", required: true, doc: "Name of the protection domain." },
    ],
    children: [],
  }
}

const CAPABILITIES = {
  cspace: {
    tag: "cspace",
    doc: "Capabilities that the protection domain gets beside its own.",
    attributes: [],
    children: [any("capTcb"), any("capSc"), any("capVspace")],
  },
  capTcb: capability("cap_tcb", "TCB"),
  capSc: capability("cap_sc", "scheduling context"),
  capVspace: capability("cap_vspace", "VSpace"),
} satisfies Partial<Record<RuleName, ElementRule>>

const SCHEDULE = {
  domains: {
    tag: "domains",
    doc: "Scheduling domains: time is given out by a fixed schedule (on one core).",
    attributes: [],
    children: [
      { rule: "domain", min: 1, max: 16 },
      { rule: "domainSchedule", min: 1, max: 1 },
    ],
  },
  domain: {
    tag: "domain",
    doc: "A scheduling domain.",
    attributes: [
      { name: "name", type: "name", required: true, doc: "Unique name of the domain." },
      { name: "id", type: "number", doc: "Its number, 0 to 15; by default the lowest free one." },
    ],
    children: [],
  },
  domainSchedule: {
    tag: "domain_schedule",
    doc: "Which domain runs when, over and over.",
    attributes: [
      { name: "start_index", type: "number", default: "0", doc: "Entry that runs first." },
      {
        name: "index_shift",
        type: "number",
        default: "0",
        doc: "Index of the kernel's schedule where the entries go.",
      },
    ],
    children: [any("scheduleEntry"), any("scheduleEndMarker")],
  },
  scheduleEntry: {
    tag: "schedule_entry",
    doc: "A stretch of time of one domain.",
    attributes: [
      { name: "domain", type: "reference", required: true, doc: "Name of the domain." },
      { name: "duration", type: "duration", required: true, doc: "How long: 'N us' or 'N ticks', not 0." },
    ],
    children: [],
  },
  scheduleEndMarker: {
    tag: "schedule_end_marker",
    doc: "Ends a schedule: after the entry before it, time starts again at start_index.",
    attributes: [],
    children: [],
  },
} satisfies Partial<Record<RuleName, ElementRule>>

/** Every element, by where it may stand. */
export const LANGUAGE: Readonly<Record<RuleName, ElementRule>> = {
  system: {
    tag: "system",
    doc: "The whole system: memory, protection domains and the channels between them.",
    attributes: [],
    children: [
      any("memoryRegion"),
      any("protectionDomain"),
      any("channel"),
      any("ioAddressSpace"),
      { rule: "domains", min: 0, max: 1 },
    ],
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
      {
        name: "prefill_bootinfo",
        type: "bootinfo",
        doc: "What the boot loader left that the region holds at start: fdt, or x86_vbe, x86_mbmmap, x86_acpi_rsdp, x86_framebuffer, x86_tsc_freq.",
      },
    ],
    children: [],
    attributeHints: { paddr: "write phys_addr", perms: "perms stands at the <map>" },
  },
  protectionDomain: {
    tag: "protection_domain",
    doc: "A program with its own address space and its own authority.",
    attributes: [DOMAIN_NAME, ...DOMAIN_SETTINGS],
    children: DOMAIN_CHILDREN,
    attributeHints: {
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
    doc: "Delivers a hardware interrupt to the protection domain as a notification. On ARM and RISC-V: irq; on x86: pin and vector (I/O APIC), or pcidev, handle and vector (MSI).",
    attributes: [
      {
        name: "irq",
        type: "number",
        on: GIC_OR_PLIC,
        doc: "Interrupt number (INTID). SPI n of a device tree is n + 32, PPI n is n + 16.",
      },
      { name: "id", type: "id", required: true, doc: "Channel number at which it arrives, 0 to 61." },
      { name: "trigger", type: "trigger", default: "level", doc: "'level' or 'edge'." },
      { name: "setvar_id", type: "symbol", doc: "Symbol in the program set to the id." },
      { name: "pin", type: "number", on: X86, doc: "Pin of the I/O APIC (x86)." },
      { name: "ioapic", type: "number", on: X86, default: "0", doc: "Number of the I/O APIC (x86)." },
      {
        name: "polarity",
        type: "polarity",
        on: X86,
        default: "high",
        doc: "'low' or 'high' (x86 I/O APIC).",
      },
      {
        name: "pcidev",
        type: "pciDevice",
        on: X86,
        doc: "PCI device, bus:dev.func in hexadecimal (x86 MSI).",
      },
      { name: "handle", type: "number", on: X86, doc: "Handle of the message (x86 MSI)." },
      { name: "vector", type: "number", on: X86, doc: "Vector, 0 to 107 (x86)." },
    ],
    children: [],
    attributeHints: { number: "write irq", intid: "write irq", channel: "write id" },
  },
  ioport: {
    tag: "ioport",
    doc: "Lets the protection domain use a range of x86 I/O ports.",
    on: { architectures: X86, message: "I/O Ports are only available on x86" },
    attributes: [
      { name: "id", type: "id", required: true, doc: "Number of the range in the program, 0 to 61." },
      { name: "addr", type: "number", required: true, doc: "First port." },
      { name: "size", type: "number", required: true, doc: "How many ports, at least 1." },
      { name: "setvar_id", type: "symbol", doc: "Symbol in the program set to the id." },
      { name: "setvar_addr", type: "symbol", doc: "Symbol in the program set to addr." },
    ],
    children: [],
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
    on: {
      architectures: ["aarch64", "x86_64"],
      message: "seL4 has not been built as a hypervisor, virtual machines are disabled",
    },
    attributes: [
      { name: "name", type: "name", required: true, doc: "Unique name of the virtual machine." },
      ...SCHEDULING.map((rule): AttributeRule => ({ ...rule, on: ["aarch64"] })),
    ],
    children: [{ rule: "vcpu", min: 1, max: MANY }, any("machineMap")],
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
  ...CAPABILITIES,
  ...SCHEDULE,
  ioAddressSpace: {
    tag: "io_address_space",
    doc: "What a PCI device may reach by DMA, where the board has an IOMMU (x86).",
    on: { architectures: X86, message: "I/O address spaces are only available on x86" },
    attributes: [
      { name: "name", type: "name", required: true, doc: "Unique name of the address space." },
      {
        name: "peripheral_id",
        type: "pciDevice",
        required: true,
        doc: "PCI device, bus:dev.func in hexadecimal.",
      },
      { name: "domain_id", type: "number", required: true, doc: "Number of the IOMMU's domain, unique." },
    ],
    children: [any("iomap")],
  },
  iomap: {
    tag: "iomap",
    doc: "Makes a memory region visible to the device.",
    attributes: [
      {
        name: "mr",
        type: "reference",
        required: true,
        doc: "Name of the memory region, of pages of 0x1000.",
      },
      { name: "iovaddr", type: "number", required: true, doc: "Address at which the device sees it." },
      { name: "perms", type: "permissions", default: "rw", doc: "What is allowed: letters of 'rw'." },
    ],
    children: [],
    attributeHints: { vaddr: "at an iomap it is called iovaddr", cached: "an iomap has no caching" },
  },
}
