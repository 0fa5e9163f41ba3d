// SPDX-License-Identifier: BSD-2-Clause
//
// The line of a guest's /init, a shell's script, at which that process ended (POSIX, Shell Command Language: exit,
// set -e), and the script that goes on in its place.

import type { Complaint, InitEnd } from "./exit-code.ts"

/** Why a script ended. */
export interface ScriptEnd {
  /** Counted from 1. */
  readonly line: number
  /** One clause. */
  readonly why: string
  readonly title: string
  /** The script that does not end there. */
  readonly mended: string
}

const COMMENT = /^\s*#/
/** What closes a block is no further command. */
const CLOSING = /^\s*(fi|done|esac|\}|;;)?\s*$/
/** `exit` where a command may stand. */
const EXIT = /(^|[;&|{(]|\b(?:then|do|else)\b)(\s*)exit\b[ \t]*([\w$?"{}]*)/
const EXEC = /\bexec\b.*$/
const SET_E = /^(\s*set\s+)-(\w*)e(\w*)(.*)$/
/** What begins no command of its own. */
const LOOP = /^\s*(while|until|for)\b|\bexec\s/

interface Script {
  readonly lines: readonly string[]
  /** What runs the script, such as `/bin/busybox sh`. */
  readonly shell: string
}

const replaced = ({ lines }: Script, line: number, by: string): string =>
  lines.map((text, index) => (index === line ? by : text)).join("\n")

const isCommand = (text: string): boolean => !COMMENT.test(text) && !CLOSING.test(text)

function goesOn({ lines }: Script, line: number): boolean {
  return lines.slice(line + 1).some(isCommand)
}

/** `exec` of what is not there. */
function execEnd(script: Script, complaint: Complaint | undefined): ScriptEnd | undefined {
  const line = (complaint?.line ?? 0) - 1
  const text = script.lines[line]
  if (complaint === undefined || text === undefined || !EXEC.test(text)) return undefined
  const title = `start a shell in its place: exec ${script.shell}`
  const mended = replaced(
    script,
    line,
    text.replace(EXEC, () => `exec ${script.shell}`),
  )
  return { line: line + 1, why: complaint.text, title, mended }
}

/** Linux keeps so much of a program's name (include/linux/sched.h, TASK_COMM_LEN). */
const NAME_LENGTH = 15
/** What the script itself is called, as is what many a script starts. */
const OWN_NAME = "init"

/** `exec` of a program that ran and ended; `name` is what the process was called at its end. */
function handedEnd(script: Script, name: string | undefined): ScriptEnd | undefined {
  const called = (word: string) => word.replace(/^.*\//, "").slice(0, NAME_LENGTH) === name
  const line = script.lines.findLastIndex((text) => {
    const command = COMMENT.test(text) ? undefined : EXEC.exec(text)?.[0]
    return command?.split(/\s+/).some((word, index) => index > 0 && called(word)) === true
  })
  const text = script.lines[line]
  if (name === undefined || text === undefined) return undefined
  const command = EXEC.exec(text)?.[0] ?? ""
  const on = goesOn(script, line)
  const by = on ? ":" : `exec ${script.shell}`
  const title = on ? `leave out \`${command}\`, and go on` : `start a shell in its place: ${by}`
  const mended = replaced(
    script,
    line,
    text.replace(EXEC, () => by),
  )
  return { line: line + 1, why: `\`${command}\` is what it became, and that ended`, title, mended }
}

/** An `exit` with the status that it ended with. */
function exitEnd(script: Script, { status }: InitEnd): ScriptEnd | undefined {
  const all = script.lines.flatMap((text, line) => {
    const found = COMMENT.test(text) ? null : EXIT.exec(text)
    return found === null ? [] : [{ line, text, code: found[3] ?? "" }]
  })
  const same = all.filter(({ code }) => /^\d+$/.test(code) && Number(code) % 256 === status)
  const found = same.at(-1) ?? all.findLast(({ code }) => !/^\d+$/.test(code))
  if (found === undefined) return undefined
  const { line, text, code } = found
  const written = `exit${code === "" ? "" : ` ${code}`}`
  const by = goesOn(script, line) ? ":" : `exec ${script.shell}`
  const title = by === ":" ? `leave out \`${written}\`, and go on` : `end in a shell: ${by}`
  const mended = replaced(
    script,
    line,
    text.replace(EXIT, (_all, before: string, blank: string) => `${before}${blank}${by}`),
  )
  return { line: line + 1, why: `it says \`${written}\``, title, mended }
}

const wordsOf = (text: string): readonly string[] => text.match(/[\w/.-]{2,}/g) ?? []

/** The line of the command that said so: it begins as the message does, and has the most of its words. */
function sayingLine({ lines }: Script, said: readonly string[]): number | undefined {
  for (const message of [...said].reverse()) {
    const program = /^([\w.-]+):/.exec(message)?.[1]
    if (program === undefined) continue
    const words = wordsOf(message)
    const scored = lines.flatMap((text, line) => {
      const own = COMMENT.test(text) ? [] : wordsOf(text)
      if (!own.some((word) => word === program || word.endsWith(`/${program}`))) return []
      return [{ line, score: words.filter((word) => own.includes(word)).length }]
    })
    const [best] = scored.sort((a, b) => b.score - a.score)
    if (best !== undefined) return best.line
  }
  return undefined
}

/** `set -e`, and the command that failed. */
function failedEnd(script: Script, { status }: InitEnd, said: readonly string[]): ScriptEnd | undefined {
  if (status === 0) return undefined
  const { lines } = script
  const first = lines[0] ?? ""
  const inHead = /\s-\w*e\w*\s*$/.test(first)
  const line = inHead ? 0 : lines.findIndex((text) => SET_E.test(text))
  if (line < 0) return undefined
  const text = lines[line] ?? ""
  const flags = (_all: string, set: string, before: string, after: string, rest: string) =>
    before + after === ""
      ? rest.trim() === ""
        ? ":"
        : `${set}${rest.trim()}`
      : `${set}-${before}${after}${rest}`
  const mended = replaced(
    script,
    line,
    inHead ? text.replace(/\s+-\w*e\w*\s*$/, "") : text.replace(SET_E, flags),
  )
  const failed = sayingLine(script, said)
  const what = inHead ? "-e of its first line" : `\`set -e\` of line ${line + 1}`
  const where = failed === undefined ? "" : `, \`${(lines[failed] ?? "").trim()}\``
  return {
    line: (failed ?? line) + 1,
    why: `${what} ends it at the first command that fails${where}`,
    title: `go on after a command that fails: without ${what}`,
    mended,
  }
}

/** A script that comes to its end. */
function lastEnd(script: Script): ScriptEnd | undefined {
  const { lines, shell } = script
  const line = lines.findLastIndex((text) => text.trim() !== "" && !COMMENT.test(text))
  if (line < 0) return undefined
  const text = `exec ${shell}`
  const mended = [...lines.slice(0, line + 1), text, ...lines.slice(line + 1)].join("\n")
  const why = LOOP.test(lines[line] ?? "") ? "its last command ended" : "the script is at its end"
  return { line: line + 1, why, title: `end it in a shell: ${text}`, mended }
}

const TRIGGER = /(?:echo|printf)\s+\S+\s*>\s*\/proc\/sysrq-trigger/

/** The line that asks the kernel to crash (Documentation/admin-guide/sysrq.rst). */
export function crashLine(text: string): ScriptEnd | undefined {
  const lines = text.split("\n")
  const line = lines.findIndex((one) => !COMMENT.test(one) && TRIGGER.test(one))
  const command = TRIGGER.exec(lines[line] ?? "")?.[0]
  if (command === undefined) return undefined
  const mended = replaced(
    { lines, shell: "" },
    line,
    (lines[line] ?? "").replace(command, () => ":"),
  )
  return { line: line + 1, why: `it says \`${command}\``, title: `leave out \`${command}\``, mended }
}

/** A loop with a condition that something else must make true or false. */
const WAITS = /^(\s*)(until|while)\s+(?!true\b|:|read\b)(.*)$/
const OPENS = /(^|[;&|]|\bdo)\s*(while|until|for)\s/g
const CLOSES = /(^|[;&|\s])done\b/g

/** Sends what the script says from there on elsewhere. */
const REDIRECTS = /^(\s*)exec\s+(?:<\s*\S+\s+)?[12]?>>?\s*(\/\S+)/

/** The line after which nothing of the script comes to the console, which has one of these names. */
export function mutedScript(text: string, consoles: readonly string[]): ScriptEnd | undefined {
  const lines = text.split("\n")
  const heard = ["/dev/console", "/dev/tty", "/dev/kmsg", ...consoles.map((name) => `/dev/${name}`)]
  for (const [line, one] of lines.entries()) {
    const [, indent = "", target] = REDIRECTS.exec(one) ?? []
    if (target === undefined || heard.includes(target)) continue
    const why = `line ${line + 1} sends all that it says to ${target}, and not to the console`
    const mended = replaced({ lines, shell: "" }, line, `${indent}:`)
    return { line: line + 1, why, title: `leave out \`${one.trim()}\``, mended }
  }
  return undefined
}

/** A line that waits for what somebody types. */
const READS = /^(\s*)read\b(?!.*<\s*(?!\/dev\/(console|tty))\S).*$/

/** The line in which a loop that begins in `line` has its `done`. */
function doneOf(lines: readonly string[], line: number): number {
  let depth = 0
  for (const [offset, text] of lines.slice(line).entries()) {
    if (COMMENT.test(text)) continue
    depth += [...text.matchAll(OPENS)].length - [...text.matchAll(CLOSES)].length
    if (depth <= 0) return line + offset
  }
  return -1
}

/** The last line whose `echo` the guest's console has shown. */
function lastSaid(lines: readonly string[], said: readonly string[]): number {
  return lines.findLastIndex((text) => {
    const words = /^\s*echo\s+["']?([^"'$]{4,})/.exec(text)?.[1]?.trim()
    return words !== undefined && said.some((one) => one.includes(words))
  })
}

/** The loop, which sleeps, that a script may wait in for ever; `said` is what the console showed last. */
export function waitLoop(text: string, said: readonly string[]): ScriptEnd | undefined {
  const lines = text.split("\n")
  const first = lastSaid(lines, said) + 1
  for (const [line, one] of lines.entries()) {
    const read = line < first ? null : READS.exec(one)
    if (read !== null) {
      const mended = replaced({ lines, shell: "" }, line, `${read[1] ?? ""}:`)
      const why = `line ${line + 1} waits for input: \`${one.trim()}\``
      return { line: line + 1, why, title: `do not wait for input in line ${line + 1}`, mended }
    }
    const [, indent = "", word = "", rest = ""] = WAITS.exec(one) ?? []
    const end = line < first || word === "" ? -1 : doneOf(lines, line)
    if (end < 0 || !lines.slice(line, end + 1).some((other) => /\bsleep\b/.test(other))) continue
    const condition = /^(.*?)\s*(?:;\s*do\b.*)?$/.exec(rest)?.[1] ?? rest
    const behind = (lines[end] ?? "").replace(/^.*\bdone\b/, "")
    const mended = [...lines.slice(0, line), `${indent}:${behind}`, ...lines.slice(end + 1)].join("\n")
    const why = `line ${line + 1} waits ${word === "until" ? "until" : "while"} \`${condition}\``
    return { line: line + 1, why, title: `do not wait in line ${line + 1}`, mended }
  }
  return undefined
}

/**
 * Where the script ended. `said` is what programs said last, the youngest last; `name` what the process was called at
 * its end. Undefined for a text that no shell runs, and for a process that a signal ended.
 */
export function scriptEnd(
  text: string,
  end: InitEnd,
  said: readonly string[],
  complaint?: Complaint,
  name?: string,
): ScriptEnd | undefined {
  const lines = text.split("\n")
  const [, shell] = /^#!\s*(\S+(?:\s+[a-z]\w*)?)/.exec(lines[0] ?? "") ?? []
  if (shell === undefined || end.signal !== 0) return undefined
  const script = { lines, shell }
  const handed = handedEnd(script, name)
  return (
    execEnd(script, complaint) ??
    (name === OWN_NAME ? undefined : handed) ??
    exitEnd(script, end) ??
    failedEnd(script, end, said) ??
    handed ??
    lastEnd(script)
  )
}
