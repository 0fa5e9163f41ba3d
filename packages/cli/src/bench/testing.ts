// SPDX-License-Identifier: BSD-2-Clause
//
// A guest on paper for tests: a small program that greets, prompts, echoes what is typed and obeys `echo` and the
// rows' commands in part.

import type { ConsoleCommand } from "./console.ts"

/** What the program answers to a command that is not `echo`. */
export const ANSWER = "42"

// Quotes vanish as in a shell, and a terminal's line feed has a carriage return before it.
const PROGRAM = `
const [, answer] = process.argv
const say = (text) => process.stdout.write(text)
const pause = () => new Promise((resolve) => setTimeout(resolve, 15))
const obey = (command) => {
  if (command.startsWith("echo vmm-")) say(command.slice(5).replaceAll("'", "") + "\\r\\n")
  else if (command.startsWith("dd")) say(answer + "\\r\\n")
}
const runLine = async (line) => {
  say(line + "\\r\\n")
  for (const command of line.split("; ")) {
    obey(command)
    await pause()
  }
  say("/ # ")
}
say("[    0.000000] Booting Linux on physical CPU 0\\r\\nWelcome to paper\\r\\n/ # ")
let typed = ""
let busy = Promise.resolve()
process.stdin.on("data", (bytes) => {
  const lines = (typed + bytes).split("\\r")
  typed = lines.pop()
  for (const line of lines) busy = busy.then(() => runLine(line))
})
`

/** A guest whose `dd` prints `answer`. */
export function paperGuest(name: string, answer: string = ANSWER): ConsoleCommand {
  return scripted(name, PROGRAM, answer)
}

/** Any other program, in JavaScript. */
export function scripted(name: string, program: string, ...args: readonly string[]): ConsoleCommand {
  return { name, file: process.execPath, args: ["-e", program, ...args] }
}
