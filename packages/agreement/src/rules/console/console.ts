// SPDX-License-Identifier: BSD-2-Clause
//
// The guest's console: stdout-path, console= and earlycon= against a serial port that the guest really has. After
// Linux's Documentation/admin-guide/serial-console.rst and kernel-parameters.txt, and drivers/of/base.c
// (of_console_check) for what happens without console=.

import { compatibleOf, isEnabled, propString, walk } from "@vmm/devicetree"

import { chosenOf, type CommandLine, commandLineOf } from "../../command-line.ts"
import type { GuestView } from "../../guest-view.ts"
import type { Agreement } from "../../input.ts"
import { OTHER_CONSOLES, UARTS } from "../../tables/uart-table.ts"
import { propertyPlace, type Rule } from "../rule.ts"
import { earlycon } from "./earlycon.ts"
import {
  blanks,
  consoleOptions,
  earlyconWords,
  equalsApart,
  lastTerminal,
  misspeltPort,
  misspeltPorts,
} from "./slip.ts"
import { stdoutPath } from "./stdout.ts"
import { consoleName, stdoutNode, uartsOf } from "./uarts.ts"
import { type Told, unusable } from "./unusable.ts"
import { emptyConsole, misspelt, noConsole, strayConsole } from "./words.ts"

/** `console ttyAMA0`, without its equals sign; one with blanks around it has its own rule. */
const isBare = ({ words }: CommandLine): boolean =>
  words.some((word, index) => word === "console" && !(words[index + 1] ?? "").startsWith("="))

/** Nothing in the guest's tree that a hypervisor's console (drivers/tty/hvc) comes with. */
function withoutHvc({ guestTree }: Agreement, { simpleVmm }: GuestView): boolean {
  const carriers = /^(virtio,mmio|xen,xen|arm,dcc|pci-host-.*)$/
  return (
    simpleVmm &&
    ![...walk(guestTree.root)].some(
      (node) =>
        isEnabled(node) &&
        (propString(node, "device_type") === "pci" || compatibleOf(node).some((one) => carriers.test(one))),
    )
  )
}

export const consoleRule: Rule = (input, view) => {
  const uarts = uartsOf(input, view)
  const line = commandLineOf(input)
  const slips = misspeltPorts(input, stdoutNode(input))
  const [best] = uarts.filter(({ usable }) => usable)
  const findings = [
    ...slips.map((slip) => misspeltPort(input, slip)),
    ...misspelt(line),
    ...blanks(line),
    ...equalsApart(line),
    ...(isBare(line) ? emptyConsole(input, line, "console", uarts) : []),
  ]
  // Without its port, all else about the console would follow from the slip.
  if (slips.length > 0 && best === undefined) return findings
  findings.push(
    ...stdoutPath(input, uarts),
    ...consoleOptions(line),
    ...earlyconWords(line, best?.kind, best?.device.ranges[0]?.base),
  )
  findings.push(...lastTerminal(line, best === undefined ? undefined : consoleName(best)))
  const told: Told[] = []
  const consoles = line.words.filter((word) => word.startsWith("console="))
  for (const word of consoles) {
    const [, name = ""] = /^console=([^,]*)/.exec(word) ?? []
    if (name === "") findings.push(...emptyConsole(input, line, word, uarts))
    if (/^hvc\d*$/.test(name) && consoles.length === 1 && best !== undefined && withoutHvc(input, view)) {
      findings.push(...strayConsole(input, view, line, word, uarts))
      continue
    }
    if (name === "" || OTHER_CONSOLES.test(name)) continue
    const tty = name.replace(/\d+$/, "")
    const digits = /\d+$/.exec(name)?.[0]
    const number = digits === undefined ? undefined : Number(digits)
    const uart = uarts.find(({ kind, index }) => kind.tty === tty && index === number)
    const known = UARTS.some((kind) => kind.tty === tty)
    if (uart !== undefined) told.push({ uart, by: word, place: line.placeOf(word) })
    else if (known || /^(\/dev\/)?tty[A-Za-z]/.test(name))
      findings.push(...strayConsole(input, view, line, word, uarts))
  }
  const stdout = stdoutNode(input)
  const port = uarts.find(({ device }) => device.node === stdout)
  const chosen = chosenOf(input)
  const bareEarly = line.words.includes("earlycon")
  if (port !== undefined && chosen !== undefined && (consoles.length === 0 || bareEarly)) {
    const place = propertyPlace(chosen, "stdout-path", "linux,stdout-path")
    told.push({ uart: port, by: "stdout-path", place })
  }
  const once = told.filter((one, index) => told.findIndex(({ uart }) => uart === one.uart) === index)
  findings.push(...once.flatMap((one) => unusable(input, view, one)))
  findings.push(...earlycon(input, view, line, uarts))
  if (consoles.length === 0) findings.push(...noConsole(input, line, uarts))
  return findings
}
