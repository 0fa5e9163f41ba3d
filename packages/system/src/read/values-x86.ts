// SPDX-License-Identifier: BSD-2-Clause
//
// Values that only x86 systems and schedules have: PCI devices, interrupt vectors, what the boot loader left, the
// permissions of an IOMMU, durations. The words of refusals are Microkit's where it has some.

import { nearest } from "@vmm/diagnostic"
import * as E from "fp-ts/lib/Either.js"

import { type Architecture, MAX_VECTOR } from "../options.ts"
import { bounded, type Parser, parseNumber, parsePermissions, type Permissions, refuse } from "./values.ts"

/** A PCI function: bus 0 to 255, device 0 to 31, function 0 to 7. */
export interface PciDevice {
  readonly bus: number
  readonly device: number
  readonly function: number
}

const PCI = /^(-?)([0-9a-f]+):(-?)([0-9a-f]+)\.(-?)([0-9a-f]+)$/i
const HOW_PCI = "write bus:device.function in hexadecimal, as lspci prints it: 00:1f.2"

const pciParser =
  (prefix: (text: string) => string): Parser<PciDevice> =>
  (text, _attribute, tag) => {
    const fail = (why: string) => refuse(`${prefix(text)}${why} on element '${tag}'`, HOW_PCI)
    const found = PCI.exec(text.trim().replace(/^0000:(?=.*:)/, ""))
    if (found === null) return fail(`'${text}' is no PCI device`)
    const part = (at: number) => (found[at] === "" ? Number.parseInt(found[at + 1] ?? "", 16) : -1)
    const [bus, device, func] = [part(1), part(3), part(5)]
    const within = (value: number, max: number) => value >= 0 && value <= max
    if (!within(bus, 255)) return fail("PCI bus must be within [0..255]")
    if (!within(device, 31)) return fail("PCI device must be within [0..31]")
    if (!within(func, 7)) return fail("PCI function must be within [0..7]")
    return E.right({ bus, device, function: func })
  }

export const parsePciDevice: Parser<PciDevice> = pciParser(() => "")

/** The same, at an I/O address space. */
export const parsePeripheral: Parser<PciDevice> = pciParser(
  (text) => `failed to parse device peripheral_id '${text}': `,
)

/** As lspci prints it: `00:1f.2`. */
export function renderPci({ bus, device, function: func }: PciDevice): string {
  const two = (value: number) => value.toString(16).padStart(2, "0")
  return `${two(bus)}:${two(device)}.${func}`
}

/** A vector of x86, 0 to 107. */
export const parseVector: Parser<number> = (text, attribute, tag) => {
  const refused = refuse(
    `${attribute} must be within [0..${MAX_VECTOR}] on element '${tag}'`,
    "choose a vector that no other interrupt has",
  )
  if (/^-[0-9]+$/.test(text)) return refused
  const number = parseNumber(text, attribute, tag)
  return E.isLeft(number) || number.right <= MAX_VECTOR ? number : refused
}

/** A number that may not be negative and has no other bound. */
export const parseCount: Parser<number> = bounded(0xffff_ffff, "write a number from 0")

export const parsePortCount: Parser<number> = (text, attribute, tag) => {
  const refused = refuse(
    `${attribute} must be > 0 on element '${tag}'`,
    "write how many ports there are",
    "1",
  )
  if (/^-[0-9]+$/.test(text)) return refused
  const number = parseNumber(text, attribute, tag)
  return E.isLeft(number) || number.right > 0 ? number : refused
}

export type BootInfo = "fdt" | "x86_vbe" | "x86_mbmmap" | "x86_acpi_rsdp" | "x86_framebuffer" | "x86_tsc_freq"

const BOOT_INFO: Readonly<Record<Architecture, readonly BootInfo[]>> = {
  aarch64: ["fdt"],
  riscv64: ["fdt"],
  x86_64: ["x86_vbe", "x86_mbmmap", "x86_acpi_rsdp", "x86_framebuffer", "x86_tsc_freq"],
}

/** What the boot loader of that architecture leaves. */
export const parseBootInfo =
  (architecture: Architecture): Parser<BootInfo> =>
  (text, _attribute, tag) => {
    const known = BOOT_INFO[architecture]
    const word = known.find((one) => one === text)
    if (word !== undefined) return E.right(word)
    const message = `BootInfoMap type: '${text}' is not supported on element '${tag}'`
    const remedy = `on ${architecture} there is ${known.map((one) => `'${one}'`).join(", ")}`
    return refuse(message, remedy, known.length === 1 ? known[0] : nearest(text, known))
  }

/** Permissions of an iomap: letters of 'rw'. */
export const parseIoPermissions: Parser<Permissions> = (text, attribute, tag) => {
  const message = `${attribute} for io mapped memory must only be a combination of 'r' and 'w' on element '${tag}'`
  const kept = [..."rw"].filter((letter) => text.toLowerCase().includes(letter)).join("")
  if (!/^[rw]+$/.test(text))
    return refuse(message, "a device only reads and writes", kept === "" ? "rw" : kept)
  return text === "w" || text === "ww"
    ? E.right({ read: false, write: true, execute: false })
    : parsePermissions(text, attribute, tag)
}

/** How long a scheduling domain runs. */
export interface Duration {
  readonly amount: number
  /** Microseconds, or ticks of the kernel's timer. */
  readonly unit: "us" | "ticks"
}

/** Microseconds in units that people write and the language does not have. */
const OTHER_UNITS: Readonly<Record<string, number>> = { ns: 0.001, ms: 1000, s: 1_000_000 }

/** A duration in a unit of another language, in whole microseconds. */
function otherUnit(text: string): string | undefined {
  const found = /^\s*([0-9][0-9_]*(?:\.[0-9]+)?)\s*(ns|ms|s)(?:ecs?)?\s*$/i.exec(text)
  const each = OTHER_UNITS[found?.[2]?.toLowerCase() ?? ""]
  if (found === null || each === undefined) return undefined
  const amount = Math.round(Number((found[1] ?? "").replaceAll("_", "")) * each)
  return amount > 0 && Number.isSafeInteger(amount) ? `${amount} us` : undefined
}

export const parseDuration: Parser<Duration> = (text, attribute, tag) => {
  const found = /^\s*([0-9a-zA-Z_]+)\s+(us|ticks)\s*$/.exec(text)
  const fail = (why: string, write?: string) =>
    refuse(`invalid ${attribute} '${text}' on element '${tag}': ${why}`, "write 'N us' or 'N ticks'", write)
  if (found === null) {
    const close = /^\s*([0-9_]+)\s*(us|ticks?|usec|)\s*$/i.exec(text)
    const unit = close?.[2]?.toLowerCase().startsWith("t") === true ? "ticks" : "us"
    const other = otherUnit(text)
    if (other !== undefined) return fail("its units are us and ticks", other)
    return fail("it takes a number and a unit", close === null ? undefined : `${close[1]} ${unit}`)
  }
  const number = parseNumber(found[1] ?? "", attribute, tag)
  if (E.isLeft(number)) return number
  if (number.right === 0) return fail("it must not be 0")
  return E.right({ amount: number.right, unit: found[2] === "ticks" ? "ticks" : "us" })
}
