// SPDX-License-Identifier: BSD-2-Clause
//
// A guest on paper for tests: a small program that greets, prompts, echoes what is typed and obeys `echo`, and
// answers to some of the rows' commands.

import type { ConsoleCommand } from "./console.ts"

/** What the program answers where it is asked for a digest. */
export const ANSWER = "42"

// Quotes vanish as in a shell, and a terminal's line feed has a carriage return before it.
const PROGRAM = `
const [, answer, status] = process.argv
const say = (text) => process.stdout.write(text)
const pause = () => new Promise((resolve) => setTimeout(resolve, 15))
const program = async (command) => {
  const marks = command.split(" ").filter((word) => word.startsWith("vmm-"))
  const endless = command.startsWith("/bench/mixed.sh")
  for (let n = 0; endless || n < marks.length; n += 1) {
    say((endless ? marks[0] + n : marks[n]) + "\\r\\n")
    await pause()
  }
  if (!command.includes(">")) say(answer + "\\r\\n")
}
const obey = (command) => {
  if (command.startsWith("echo vmm-")) say(command.slice(5).replaceAll("'", "") + "\\r\\n")
  else if (command === "echo $s") say(status + "\\r\\n")
  else if (/^(sha256|md5)sum/.test(command)) say(answer + "\\r\\n")
  else if (command.startsWith("/bench/")) return program(command.replaceAll("'", ""))
  else if (command === "poweroff -f") process.exit()
}
const runLine = async (line) => {
  say(line + "\\r\\n")
  for (const command of line.split("; ")) {
    await obey(command)
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

/** A guest whose digests are `answer` and whose commands end with `status`. */
export function paperGuest(name: string, answer: string = ANSWER, status = "0"): ConsoleCommand {
  return scripted(name, PROGRAM, answer, status)
}

/** Any other program, in JavaScript. */
export function scripted(name: string, program: string, ...args: readonly string[]): ConsoleCommand {
  return { name, file: process.execPath, args: ["-e", program, ...args] }
}
