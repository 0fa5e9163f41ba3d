// SPDX-License-Identifier: BSD-2-Clause
//
// The terminals of /etc/inittab, on which init starts shells and logins: `id:runlevels:action:process`, where busybox
// takes id for the terminal's name and others name it in the process (busybox's examples/inittab, inittab(5)). A table
// that has one for another board's serial port alone leaves the console without a prompt.

import type { ScriptEnd } from "./init-script.ts"

const TERMINAL = /\btty[A-Z][A-Za-z]*\d+\b|\bttymxc\d+\b/
const KEEPS = /^(respawn|askfirst)$/

interface Line {
  readonly index: number
  readonly id: string
  readonly process: string
}

function keptLines(lines: readonly string[]): readonly Line[] {
  return lines.flatMap((text, index) => {
    const [, id, action, process] = /^\s*([^#:]*):[^:]*:([^:]*):(.*)$/.exec(text) ?? []
    if (id === undefined || process === undefined || !KEEPS.test(action ?? "")) return []
    return [{ index, id: id.trim(), process }]
  })
}

/** The line with a terminal that is none of the console's names, in a table that starts nothing on the console. */
export function strayTerminal(text: string, consoles: readonly string[]): ScriptEnd | undefined {
  const lines = text.split("\n")
  const found = keptLines(lines).map(({ index, id, process }) => {
    const name = TERMINAL.exec(process)?.[0] ?? TERMINAL.exec(id)?.[0]
    return { index, id, name: name !== undefined && consoles.includes(name) ? undefined : name }
  })
  const isHeard = ({ id, name }: (typeof found)[number]): boolean => name === undefined && !/^tty\d/.test(id)
  const [stray] = found.some(isHeard) ? [] : found.filter(({ name }) => name !== undefined)
  const port = consoles.findLast((name) => /^tty[A-Za-z]/.test(name))
  if (stray?.name === undefined || port === undefined) return undefined
  const { name } = stray
  const mended = lines.map((one, index) => (index === stray.index ? one.replaceAll(name, port) : one))
  return {
    line: stray.index + 1,
    why: `line ${stray.index + 1} starts its shell on ${name}, and the guest's console is ${port}`,
    title: `write ${port} in place of ${name} in line ${stray.index + 1}`,
    mended: mended.join("\n"),
  }
}
