// SPDX-License-Identifier: BSD-2-Clause
//
// Slips that leave a guest without its console: a serial port whose compatible is nearly that of one that Linux
// drives, and a virtual terminal as the last console=, which gets /dev/console (Linux's
// Documentation/admin-guide/serial-console.rst) where there is no display.

import { compatibleOf, type DtNode, isEnabled } from "@vmm/devicetree"
import { type Diagnostic, errorAt, nearest, warningAt } from "@vmm/diagnostic"

import type { CommandLine } from "../../command-line.ts"
import { deviceNodes, nodeText } from "../../devices.ts"
import { setInPlace } from "../../edit/tree-edit.ts"
import type { Agreement } from "../../input.ts"
import { UART_NAMES, type UartKind, UARTS } from "../../tables/uart-table.ts"
import { hex } from "../../words.ts"
import { fix, propertyPlace } from "../rule.ts"

/** Names that nodes of serial ports go by (Devicetree Specification v0.4, section 2.2.2), and what models call them. */
const PORT_NAME = /^(serial|uart|pl011|ns16550)/

interface Misspelt {
  readonly node: DtNode
  readonly written: string
  readonly meant: string
}

/** Ports of which no compatible is known and one is a slip; `stdout` is looked at whatever it is called. */
export function misspeltPorts(input: Agreement, stdout: DtNode | undefined): readonly Misspelt[] {
  return deviceNodes(input.guestTree).flatMap((node) => {
    if (!isEnabled(node) || (node !== stdout && !PORT_NAME.test(node.name))) return []
    const names = compatibleOf(node)
    if (names.some((name) => UARTS.some(({ compatible }) => compatible.test(name)))) return []
    const found = names.flatMap((written) => {
      const meant = nearest(written, UART_NAMES)
      return meant === undefined ? [] : [{ node, written, meant }]
    })
    return found.slice(0, 1)
  })
}

export function misspeltPort(input: Agreement, { node, written, meant }: Misspelt): Diagnostic {
  const value = compatibleOf(node).map((name) => JSON.stringify(name === written ? meant : name))
  const edits = setInPlace(input.sources, node, "compatible", value.join(", "))
  const message =
    `compatible "${written}" of ${nodeText(node).replace(/ \(.*\)$/, "")} is known to no driver: the port is no ` +
    "console of the guest"
  return errorAt(propertyPlace(node, "compatible"), message, `is "${meant}" meant?`, {
    code: "console-compatible",
    fixes: fix("compatible", `write "${meant}"`, edits),
  })
}

/** Baud rate, parity, bits, flow control (Documentation/admin-guide/serial-console.rst). */
const OPTIONS = /^\d+(?:[noe](?:\d(?:r)?)?)?$/

/** `console=ttyAMA0,earlycon=...`: a comma for the blank that ends a word. */
export function consoleOptions(line: CommandLine): readonly Diagnostic[] {
  return line.words.flatMap((word) => {
    const [, name = "", options = ""] = /^console=(tty[A-Z][^,]*),(.*)$/.exec(word) ?? []
    if (name === "" || options === "" || OPTIONS.test(options)) return []
    const [first = "", ...others] = options.split(/[,;]/)
    const rest = OPTIONS.test(first) ? others : [first, ...others]
    const known = OPTIONS.test(first) ? `console=${name},${first}` : `console=${name}`
    const by = `${known} ${rest.join(",")}`
    const fixes = /=/.test(rest[0] ?? "") ? fix("console", `write ${by}`, line.replace(word, by)) : []
    const message = `"${rest.join(",")}" is no option of ${known}: it is a rate and a form, such as 115200n8`
    const remedy =
      fixes.length > 0 ? `a blank parts words: write ${by}` : `write ${known}, or ${known},115200n8`
    return [warningAt(line.placeOf(word), message, remedy, { code: "console-options", fixes })]
  })
}

/** Words of Linux's command line that end in `=` and stand inside of no other. */
const INSIDE =
  /(?<=[\w\])])(?:earlycon|console|rootfstype|rootflags|root|rdinit|init|loglevel|maxcpus|initcall_blacklist)=/

const KEY =
  /^(?:earlycon|console|rootfstype|rootflags|root|rdinit|init|loglevel|maxcpus|mem|initcall_blacklist)$/

/** `console = ttyAMA0`: three words to Linux. */
export function equalsApart(line: CommandLine): readonly Diagnostic[] {
  return line.words.flatMap((word, index) => {
    const [key = "", value = ""] = [line.words[index - 1], line.words[index + 1]]
    if (word !== "=" || !KEY.test(key) || value === "") return []
    const by = `${key}=${value}`
    const edits = [...line.replace(key, by), ...line.replace(word, ""), ...line.replace(value, "")]
    const message = `${key} = ${value} is three words to Linux, and none of them sets ${key}`
    const more = { code: "blank-around-equals", fixes: fix("blank", `write ${by}`, edits) }
    return [errorAt(line.placeOf(key), message, `write ${by}`, more)]
  })
}

/** `console=ttyAMA0earlycon=...`: two words without a blank between them. */
export function blanks(line: CommandLine): readonly Diagnostic[] {
  return line.words.flatMap((word) => {
    const equals = word.indexOf("=")
    const found = equals < 0 || word.includes('"') ? null : INSIDE.exec(word.slice(equals + 1))
    if (found === null) return []
    const at = equals + 1 + found.index
    const [one, other] = [word.slice(0, at), word.slice(at)]
    const message = `${word} is one word to Linux: between ${one} and ${other} a blank is missing`
    const fixes = fix("blank", "put a blank between them", line.replace(word, `${one} ${other}`))
    const remedy = `write ${one} ${other}`
    return [errorAt(line.placeOf(word), message, remedy, { code: "blank-missing", fixes })]
  })
}

/** `earlycon=pl011@0x9000000`, `earlycon=0x9000000`, `earlycon=pl011`: Linux takes a name, a comma and an address. */
export function earlyconWords(
  line: CommandLine,
  best: UartKind | undefined,
  base?: number,
): readonly Diagnostic[] {
  return line.words.flatMap((word) => {
    const value = /^earlycon[=:](.+)$/.exec(word)?.[1]
    if (value !== undefined && base !== undefined && best?.earlycon.includes(value) === true) {
      const by = `earlycon=${value},${hex(base)}`
      const fixes = fix("earlycon", `write ${by}`, line.replace(word, by))
      const message = `${word} names no address: Linux has no early console by it`
      return [warningAt(line.placeOf(word), message, `write ${by}`, { code: "earlycon-form", fixes })]
    }
    const [, name = "", address = "", rest = ""] =
      /^(?:([a-z]\w*?)[@:;=./+-])?(0x[0-9a-f]+|\d+)(.*)$/i.exec(value ?? "") ?? []
    const known = name === "" ? best?.earlycon[0] : name
    if (value === undefined || address === "" || known === undefined) return []
    const by = `earlycon=${known},${address}${rest}`
    const fixes = fix("earlycon", `write ${by}`, line.replace(word, by))
    const message = `${word} names no early console: it is a driver's name, a comma and an address`
    return [warningAt(line.placeOf(word), message, `write ${by}`, { code: "earlycon-form", fixes })]
  })
}

const isTerminal = (word: string): boolean => /^console=tty\d*$/.test(word)

/** A virtual terminal as the last console; `best` is the port that the guest has. */
export function lastTerminal(line: CommandLine, best: string | undefined): readonly Diagnostic[] {
  const consoles = line.words.filter((word) => word.startsWith("console="))
  const last = consoles.at(-1)
  if (last === undefined || best === undefined || !isTerminal(last)) return []
  const serial = consoles.some((word) => /^console=(tty[A-Z]|hvc)/.test(word))
  const name = last.slice("console=".length)
  const message = serial
    ? `${last} is the last console, which gets what programs print, and the guest has no display for ${name}`
    : `${last} is the only console, and the guest has no display for ${name}: nothing is printed`
  const fixes = serial
    ? fix("console", `take ${last} away`, line.replace(last, ""))
    : fix("console", `write console=${best}`, line.replace(last, `console=${best}`))
  const remedy = serial ? "take it away, or put it before the others" : `write console=${best}`
  return [warningAt(line.placeOf(last), message, remedy, { code: "console-no-display", fixes })]
}
