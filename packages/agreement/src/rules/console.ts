// SPDX-License-Identifier: BSD-2-Clause
//
// The guest's console: stdout-path, console= and earlycon= against a serial port that the guest really has. After
// Linux's Documentation/admin-guide/serial-console.rst and kernel-parameters.txt, and drivers/of/base.c
// (of_console_check) for what happens without console=.

import { compatibleOf, type DtNode, findByPath, findNode, isEnabled, propString, walk } from "@vmm/devicetree"
import { type Diagnostic, errorAt, nearest, type Place, warningAt } from "@vmm/diagnostic"

import { chosenOf, type CommandLine, commandLineOf } from "../command-line.ts"
import { gicInterrupts, nodeText } from "../devices.ts"
import { giveIrqs, giveRanges, regionName } from "../edit/give.ts"
import { appendToOverlay, enableNode, setTreeProperty } from "../edit/tree-edit.ts"
import type { GuestDevice, GuestView } from "../guest-view.ts"
import type { Agreement } from "../input.ts"
import { once } from "../once.ts"
import { OTHER_CONSOLES, type UartKind, UARTS } from "../tables/uart-table.ts"
import { hex, listText, overlaps } from "../words.ts"
import {
  blanks,
  consoleOptions,
  equalsApart,
  earlyconWords,
  lastTerminal,
  misspeltPort,
  misspeltPorts,
} from "./console-slip.ts"
import { wrongPort, wrongWord } from "./console-port.ts"
import { displaced } from "./displaced.ts"
import { fix, propertyPlace, related, type Rule } from "./rule.ts"

interface Uart {
  readonly device: GuestDevice
  readonly kind: UartKind
  /** Number of its console: its alias, else its order among those without one. */
  readonly index: number
  /** Enabled, and reached or emulated. */
  readonly usable: boolean
}

export function uartKind(node: DtNode): UartKind | undefined {
  const names = compatibleOf(node)
  return UARTS.find(({ compatible }) => names.some((name) => compatible.test(name)))
}

function aliasIndex(input: Agreement, node: DtNode): number | undefined {
  const aliases = findByPath(input.guestTree, "/aliases")
  for (const name of aliases?.properties.keys() ?? []) {
    const found = /^serial(\d+)$/.exec(name)
    const path = aliases === undefined || found === null ? undefined : propString(aliases, name)
    if (path !== undefined && findByPath(input.guestTree, path) === node) return Number(found?.[1])
  }
  return undefined
}

const uartsOf = once((input, view): readonly Uart[] => {
  const taken = new Set<string>()
  for (const { node, enabled } of view.devices) {
    const index = enabled ? aliasIndex(input, node) : undefined
    if (index !== undefined) taken.add(`${uartKind(node)?.tty}${index}`)
  }
  const firstFree = (tty: string): number => {
    let index = 0
    while (taken.has(`${tty}${index}`)) index += 1
    return index
  }
  return view.devices.flatMap((device) => {
    const kind = uartKind(device.node)
    if (kind === undefined) return []
    const alias = aliasIndex(input, device.node)
    const order = alias ?? firstFree(kind.tty)
    if (device.enabled) taken.add(`${kind.tty}${order}`)
    const usable = device.enabled && (device.reach === "all" || device.emulated)
    return [{ device, kind, index: order, usable }]
  })
})

const consoleName = ({ kind, index }: Uart): string => `${kind.tty}${index}`

interface Told {
  readonly uart: Uart
  /** Who names it: `stdout-path`, `console=ttymxc0`. */
  readonly by: string
  readonly place: Place
}

/** Edits that give the machine a serial port with its interrupt. */
function givePort(input: Agreement, view: GuestView, { node, ranges }: GuestDevice) {
  const wanted = ranges.map((range) => ({ name: regionName(node), ipa: range.base, phys: range }))
  const irqs = gicInterrupts(input.guestTree, node, view.gic).filter(
    ({ intid, kind }) => kind === "spi" && !view.domain.irqs.some(({ irq }) => irq === intid),
  )
  return [...giveRanges(input, view, wanted), ...giveIrqs(input, view, irqs)]
}

/** Another machine that has the device: there is one device tree for all guests. */
function otherOwner(input: Agreement, view: GuestView, { ranges }: GuestDevice) {
  return input.system.virtualMachines.find(
    (vm) =>
      vm !== view.vm &&
      vm.maps.some((map) => ranges.some((range) => overlaps(range, { base: map.vaddr, size: map.size }))),
  )
}

/** The word that names the port is wrong where stdout-path names one that the guest has. */
function otherWord(
  input: Agreement,
  view: GuestView,
  { uart, by, place }: Told,
  others: readonly Uart[],
): Diagnostic | undefined {
  const stdout = stdoutNode(input)
  const best = others.find(({ device }) => device.node === stdout)
  const [, key = "", rest = ""] =
    /^(console|earlycon)=[^,]*(?:,(?:mmio\w*,)?0x[0-9a-fA-F]+)?(.*)$/.exec(by) ?? []
  if (best === undefined || key === "" || uart.usable || !view.simpleVmm) return undefined
  const { device } = uart
  if (device.reach !== "none" || otherOwner(input, view, device) !== undefined) return undefined
  const [early = ""] = best.kind.earlycon
  const mmio = /,(mmio\w*),/.exec(by)?.[1]
  const at = [early, ...(mmio === undefined ? [] : [mmio]), hex(best.device.ranges[0]?.base ?? 0)]
  const meant = key === "console" ? `console=${consoleName(best)}${rest}` : `earlycon=${at.join(",")}${rest}`
  const edits = [
    ...(device.enabled ? [] : enableNode(input.sources, device.node)),
    ...givePort(input, view, device),
  ]
  const give = fix("map-console", `give ${nodeText(device.node)} to '${view.vm.name}'`, edits)
  const named = { word: by, place, line: commandLineOf(input), device, has: best.device, by: meant }
  return wrongWord(named, give)
}

/** What keeps the guest from using a port that it is told to use. */
function unusable(input: Agreement, view: GuestView, told: Told): readonly Diagnostic[] {
  const { uart, by, place } = told
  const { device } = uart
  const { node } = device
  const name = nodeText(node)
  const here = [related(place, `${by} means this port`)]
  const others = uartsOf(input, view).filter((one) => one.usable && one !== uart)
  const better = otherWord(input, view, told, others)
  if (better !== undefined) return [better]
  const hint = others.length === 0 ? "" : `; or use ${listText(others.map(consoleName))}, which it has`
  if (!device.enabled) {
    const message = `the console of '${view.vm.name}' is ${name}, which is disabled in the guest's tree`
    const edits = [
      ...enableNode(input.sources, node),
      ...(device.reach === "all" ? [] : givePort(input, view, device)),
    ]
    const fixes = fix("enable-console", `enable ${name}`, edits)
    const at = propertyPlace(node, "status")
    return [
      errorAt(at, message, `enable the node${hint}`, { code: "console-disabled", related: here, fixes }),
    ]
  }
  if (uart.usable || displaced(input, view).some(({ nodes }) => nodes.includes(node))) return []
  const same = uartsOf(input, view).filter(({ kind }) => kind.tty === uart.kind.tty)
  const ports = same.map((one) => one.device)
  const turned = view.simpleVmm ? wrongPort(input, view, device, ports) : undefined
  if (turned !== undefined) return [turned]
  const message =
    `the console of '${view.vm.name}' is ${name}, and its registers at ${hex(device.ranges[0]?.base ?? 0)} are ` +
    `${device.reach === "part" ? "mapped in part only" : "not mapped"}: the guest's first word faults`
  const owner = otherOwner(input, view, device)
  if (owner !== undefined) {
    const why = `${name}, the console of '${view.vm.name}' by its tree, belongs to '${owner.name}'`
    const more = {
      code: "console-of-another",
      related: [related(owner.place, "this machine has it"), ...here],
    }
    return [warningAt(view.vm.place, why, `give '${view.vm.name}' a console of its own`, more)]
  }
  const fixes = fix("map-console", `map ${name} in '${view.vm.name}'`, givePort(input, view, device))
  const remedy = `map its registers in '${view.vm.name}'${hint}`
  const all = [related(propertyPlace(node, "reg"), "its registers"), ...here]
  const more = { code: "console-not-mapped", related: all, fixes }
  return [
    view.simpleVmm
      ? errorAt(view.vm.place, message, remedy, more)
      : warningAt(view.vm.place, message, remedy, more),
  ]
}

/** A console= that no port of the guest answers to. */
function strayConsole(
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
  const best = usable.find(({ device }) => device.node === stdout) ?? usable[0]
  const has =
    usable.length === 0
      ? "no serial port at all"
      : listText(usable.map((one) => `${consoleName(one)}, ${nodeText(one.device.node)}`))
  const message = `${word} names no serial port of '${view.vm.name}', which has ${has}`
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

/** `console= ttyAMA0`: two words, neither of them a console. */
function emptyConsole(
  input: Agreement,
  line: CommandLine,
  word: string,
  uarts: readonly Uart[],
): readonly Diagnostic[] {
  const next = line.words[line.words.indexOf(word) + 1] ?? ""
  const stdout = stdoutNode(input)
  const usable = uarts.filter((uart) => uart.usable)
  const best = usable.find(({ device }) => device.node === stdout) ?? usable[0]
  const own = best === undefined ? "" : consoleName(best)
  const split = /^(tty|hvc)/.test(next)
  const message = split
    ? `console= and ${next} are two words: no console is named`
    : "console= names no console"
  const edits = split
    ? line.replace(`${word} ${next}`, `${word}${next}`)
    : line.replace(word, own === "" ? "" : `console=${own}`)
  const by = split ? `console=${next}` : `console=${own}`
  const fixes = fix("console", `write ${by}`, edits)
  return [errorAt(line.placeOf(word), message, `write ${by}`, { code: "console-wrong-name", fixes })]
}

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

function stdoutNode(input: Agreement): DtNode | undefined {
  const chosen = chosenOf(input)
  const where =
    chosen === undefined
      ? undefined
      : (propString(chosen, "stdout-path") ?? propString(chosen, "linux,stdout-path"))
  return where === undefined ? undefined : findNode(input.guestTree, where)
}

/** Why the node of stdout-path is no console; ports that console= leaves to it are told elsewhere. */
function stdoutTrouble(node: DtNode, uarts: readonly Uart[]): string | undefined {
  const port = uarts.find(({ device }) => device.node === node)
  if (port === undefined) {
    const virtual = compatibleOf(node).some((name) => /virtio|hvc|dcc|xen/.test(name))
    return virtual || compatibleOf(node).some((name) => /uart|serial/.test(name))
      ? undefined
      : `${nodeText(node)} is no serial port that Linux knows`
  }
  return undefined
}

/** `<&uart0>` is a phandle, and stdout-path is a string: `&uart0` is one. */
function stdoutPhandle(input: Agreement, chosen: DtNode, name: string, target: string) {
  if (findByPath(input.guestTree, target) === undefined || !isPhandle(chosen, name)) return []
  const value = JSON.stringify(target)
  const fixes = fix(
    "stdout-path",
    `write ${name} = ${value}`,
    setTreeProperty(input.sources, chosen, name, value),
  )
  const message = `${name} is a phandle, and the guest reads a string there: it finds no console`
  const remedy = `write ${name} = ${value}; or an alias`
  return [warningAt(propertyPlace(chosen, name), message, remedy, { code: "stdout-path-unknown", fixes })]
}

const isPhandle = (node: DtNode, name: string): boolean => node.properties.get(name)?.value.length === 4

/** Words of the command line that are the slip of a word about consoles. */
function misspelt(line: CommandLine): readonly Diagnostic[] {
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

/** The alias that stdout-path goes by, when it leads nowhere. */
function brokenAlias(input: Agreement, where: string): string | undefined {
  const aliases = findByPath(input.guestTree, "/aliases")
  const [name = ""] = where.split(":")
  const target = aliases === undefined ? undefined : propString(aliases, name)
  return target === undefined || findByPath(input.guestTree, target) !== undefined ? undefined : name
}

function lostAlias(input: Agreement, name: string, uarts: readonly Uart[]): Diagnostic {
  const aliases = findByPath(input.guestTree, "/aliases") ?? input.guestTree.root
  const best = uarts.find(({ usable }) => usable)?.device.node.path
  const value = JSON.stringify(best ?? "")
  const edits = best === undefined ? [] : setTreeProperty(input.sources, aliases, name, value)
  const fixes = fix("alias", `write ${name} = ${value}`, edits)
  const message =
    `the alias ${name} is "${propString(aliases, name)}", and the guest's tree has no such node: stdout-path ` +
    "goes by it"
  const remedy = best === undefined ? "write the path of a serial port" : `write ${name} = ${value};`
  const chosen = chosenOf(input)
  const there =
    chosen === undefined
      ? []
      : [related(propertyPlace(chosen, "stdout-path", "linux,stdout-path"), "used here")]
  return warningAt(propertyPlace(aliases, name), message, remedy, {
    code: "stdout-path-unknown",
    related: there,
    fixes,
  })
}

function stdoutPath(input: Agreement, uarts: readonly Uart[]): readonly Diagnostic[] {
  const chosen = chosenOf(input)
  if (chosen === undefined) return []
  const name = chosen.properties.has("stdout-path") ? "stdout-path" : "linux,stdout-path"
  const where = propString(chosen, name)
  const named = stdoutNode(input)
  const written = chosen.properties.get(name)?.refs[0]
  if (written !== undefined) return stdoutPhandle(input, chosen, name, written.target)
  const alias = where === undefined || named !== undefined ? undefined : brokenAlias(input, where)
  if (alias !== undefined) return [lostAlias(input, alias, uarts)]
  const odd = named === undefined ? "the guest's tree has no such node or alias" : stdoutTrouble(named, uarts)
  if (where === undefined || odd === undefined) return []
  const best = uarts.find(({ usable }) => usable)
  const fixes =
    best === undefined
      ? []
      : fix(
          "stdout-path",
          `write ${name} = "${best.device.node.path}"`,
          setTreeProperty(input.sources, chosen, name, JSON.stringify(best.device.node.path)),
        )
  const message = `${name} is "${where}": ${odd}`
  const remedy =
    best === undefined
      ? "name a serial port's full path"
      : `write "${best.device.node.path}", or an alias of it`
  const code = named === undefined ? "stdout-path-unknown" : "stdout-path-unusable"
  return [warningAt(chosen.properties.get(name)?.place ?? chosen.place, message, remedy, { code, fixes })]
}

/** earlycon=NAME,ADDRESS: accessed from the first line that is printed. */
function earlycon(
  input: Agreement,
  view: GuestView,
  line: CommandLine,
  uarts: readonly Uart[],
): readonly Diagnostic[] {
  return line.words.flatMap((word) => {
    const [, name = "", kindOf, number] =
      /^earlycon=([^,]+)(?:,(mmio\w*|io))?,(0x[0-9a-fA-F]+|\d+)/.exec(word) ?? []
    if (number === undefined || kindOf === "io") return []
    const address = Number(number)
    const at = uarts.find(({ device }) => device.ranges[0]?.base === address)
    const place = line.placeOf(word)
    if (at !== undefined && !at.usable) {
      return unusable(input, view, { uart: at, by: word, place })
    }
    if (at !== undefined && at.kind.earlycon.includes(name)) return []
    const best = at ?? uarts.find(({ usable, kind }) => usable && kind.earlycon.length > 0)
    const held = view.maps.some((map) => address >= map.base && address < map.base + map.size)
    if (at === undefined && held && best === undefined) return []
    const base = hex(best?.device.ranges[0]?.base ?? 0)
    const early = best?.kind.earlycon[0] ?? ""
    const rest = /^earlycon=[^,]+(?:,mmio\w*)?,[^,]+(.*)$/.exec(word)?.[1] ?? ""
    const by =
      best === undefined ? "" : `earlycon=${early}${kindOf === undefined ? "" : `,${kindOf}`},${base}${rest}`
    const fixes = fix("earlycon", by === "" ? "take earlycon away" : `write ${by}`, line.replace(word, by))
    if (at === undefined) {
      const message = `${word} writes to ${hex(address)}, which is no serial port of '${view.vm.name}'`
      const remedy = by === "" ? "take it away" : `write ${by}`
      const more = { code: "earlycon-address", fixes }
      return [
        held || !view.simpleVmm
          ? warningAt(place, message, remedy, more)
          : errorAt(place, `${message}: the guest faults before it prints anything`, remedy, more),
      ]
    }
    const message = `${word} drives ${nodeText(at.device.node)} as a ${name}, and it is none`
    const there = [related(at.device.node.place, `this port is known as ${early}`)]
    return [errorAt(place, message, `write ${by}`, { code: "earlycon-driver", related: there, fixes })]
  })
}

function noConsole(input: Agreement, line: CommandLine, uarts: readonly Uart[]): readonly Diagnostic[] {
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

/** Ports of the console that the console's own rule tells of: stdout-path's only where nothing names another. */
export const toldConsoles = once((input, view): ReadonlySet<DtNode> => {
  const { words } = commandLineOf(input)
  const all = consoleNodes(input, view)
  const named = words.some((word) => /^console=tty[A-Z]/.test(word)) && !words.includes("earlycon")
  const ports = uartsOf(input, view).filter((uart) => {
    const word = `console=${consoleName(uart)}`
    return words.some((one) => one === word || one.startsWith(`${word},`))
  })
  return named && ports.length > 0 ? new Set(ports.map(({ device }) => device.node)) : all
})

/** Ports that the command line or stdout-path means. */
export const consoleNodes = once((input, view): ReadonlySet<DtNode> => {
  const words = commandLineOf(input).words
  const named = uartsOf(input, view).filter((uart) =>
    words.some(
      (word) => word === `console=${consoleName(uart)}` || word.startsWith(`console=${consoleName(uart)},`),
    ),
  )
  const stdout = stdoutNode(input)
  const other = stdout !== undefined && isEnabled(stdout) ? [stdout] : []
  return new Set([...named.map(({ device }) => device.node), ...other])
})
