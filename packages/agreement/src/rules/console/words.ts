// SPDX-License-Identifier: BSD-2-Clause
//
// Words of the command line about consoles: a console= that names no port of the guest, or none at all, and what is
// written nearly as console= or earlycon=.

import { type Diagnostic, errorAt, nearest, warningAt } from "@vmm/diagnostic"

import { chosenOf, type CommandLine } from "../../command-line.ts"
import { nodeText } from "../../devices.ts"
import { appendToOverlay, setTreeProperty } from "../../edit/tree-edit.ts"
import type { GuestView } from "../../guest-view.ts"
import type { Agreement } from "../../input.ts"
import { UARTS } from "../../tables/uart-table.ts"
import { listText } from "../../words.ts"
import { fix, related } from "../rule.ts"
import { consoleName, stdoutNode, type Uart } from "./uarts.ts"

/** The port that a console= most likely means: that of stdout-path, else the first that the guest can use. */
function meantPort(input: Agreement, uarts: readonly Uart[]): Uart | undefined {
  const stdout = stdoutNode(input)
  const usable = uarts.filter((uart) => uart.usable)
  return usable.find(({ device }) => device.node === stdout) ?? usable[0]
}

/** Linux passes over a console that never comes, so long as another one does. */
function alsoNamed(line: CommandLine, word: string, named: string, message: string): readonly Diagnostic[] {
  const remedy = `take it away: ${named} names the guest's port already`
  const fixes = fix("drop-console", `take ${word} out of the command line`, line.replace(word, ""))
  return [warningAt(line.placeOf(word), message, remedy, { code: "console-wrong-name", fixes })]
}

/** A console= that no port of the guest answers to. */
export function strayConsole(
  input: Agreement,
  view: GuestView,
  line: CommandLine,
  word: string,
  uarts: readonly Uart[],
): readonly Diagnostic[] {
  const [, name = "", options = ""] = /^console=([^,;]*)(.*)$/.exec(word) ?? []
  const place = line.placeOf(word)
  const stdout = stdoutNode(input)
  const usable = uarts.filter((uart) => uart.usable)
  const best = meantPort(input, uarts)
  const has =
    usable.length === 0
      ? "no serial port at all"
      : listText(usable.map((one) => `${consoleName(one)}, ${nodeText(one.device.node)}`))
  const message = `${word} names no serial port of '${view.vm.name}', which has ${has}`
  const named = line.words.find(
    (other) =>
      other !== word && usable.some((uart) => other.split(",")[0] === `console=${consoleName(uart)}`),
  )
  if (named !== undefined) return alsoNamed(line, word, named, message)
  const by = best === undefined ? "" : `console=${consoleName(best)}${options}`
  const fixes = best === undefined ? [] : fix("console", `write ${by}`, line.replace(word, by))
  const told = best?.device.node ?? stdout
  const what =
    best === undefined ? `stdout-path names '${stdout?.name}'` : `this port's console is ${consoleName(best)}`
  const there = told === undefined ? [] : [related(told.place, what)]
  const kind = UARTS.find(({ tty }) => name.replace(/\d+$/, "") === tty)
  const why =
    kind === undefined ? "" : ` (${kind.tty} is the driver of ${kind.earlycon.join(", ") || "no UART"})`
  const remedy =
    best === undefined ? "give the guest a serial port" : `write ${by}: nothing is printed otherwise${why}`
  return [errorAt(place, message, remedy, { code: "console-wrong-name", related: there, fixes })]
}

/** `console= ttyAMA0`, `console ttyAMA0`: two words, neither of them a console. */
export function emptyConsole(
  input: Agreement,
  line: CommandLine,
  word: string,
  uarts: readonly Uart[],
): readonly Diagnostic[] {
  const next = line.words[line.words.indexOf(word) + 1] ?? ""
  const best = meantPort(input, uarts)
  const own = best === undefined ? "" : consoleName(best)
  const split = /^(tty|hvc)/.test(next)
  const message = split
    ? `${word} and ${next} are two words: no console is named`
    : `${word} names no console`
  const edits = split
    ? line.replace(`${word} ${next}`, `console=${next}`)
    : line.replace(word, own === "" ? "" : `console=${own}`)
  const by = split ? `console=${next}` : `console=${own}`
  const fixes = fix("console", `write ${by}`, edits)
  return [errorAt(line.placeOf(word), message, `write ${by}`, { code: "console-wrong-name", fixes })]
}

/** Words of the command line that are the slip of a word about consoles. */
export function misspelt(line: CommandLine): readonly Diagnostic[] {
  return line.words.flatMap((word) => {
    const [, key = "", rest = ""] = /^([^=]+)(=.*)?$/.exec(word) ?? []
    const known = ["console", "earlycon"]
    const meant = known.includes(key) || NEIGHBOURS.has(key) ? undefined : nearest(key, known)
    if (meant === undefined || !/^=(tty|hvc|\/dev|$)|^=[a-z0-9_]+,/.test(rest)) return []
    const by = `${meant}${rest}`
    const fixes = fix("command-word", `write ${by}`, line.replace(word, by))
    const message = `${word} is no word that Linux knows: it goes to init as a variable`
    return [warningAt(line.placeOf(word), message, `write ${by}`, { code: "command-line-word", fixes })]
  })
}

/** Words of Linux that are near by chance. */
const NEIGHBOURS = new Set(["netconsole", "consoleblank", "no_console_suspend"])

/** Neither console= nor stdout-path names a port, though the guest has one. */
export function noConsole(
  input: Agreement,
  line: CommandLine,
  uarts: readonly Uart[],
): readonly Diagnostic[] {
  const chosen = chosenOf(input)
  const told = chosen?.properties.get("stdout-path") ?? chosen?.properties.get("linux,stdout-path")
  const best = uarts.find(({ usable }) => usable)
  if (told !== undefined || best === undefined || input.images.kernel?.linux === false) return []
  const word = `console=${consoleName(best)}`
  const path = JSON.stringify(best.device.node.path)
  const edits =
    chosen === undefined
      ? [appendToOverlay(input.sources, `\n/ {\n\tchosen {\n\t\tstdout-path = ${path};\n\t};\n};\n`)]
      : setTreeProperty(input.sources, chosen, "stdout-path", path)
  const fixes = [
    ...fix("console", `add ${word}`, line.add(word)),
    ...fix("stdout-path", `set stdout-path to ${path}`, edits),
  ]
  const message = "neither console= nor stdout-path names a serial port: the guest prints nothing"
  return [
    warningAt(line.placeOf("console="), message, `add ${word} to the command line`, {
      code: "no-console",
      fixes,
    }),
  ]
}
