// SPDX-License-Identifier: BSD-2-Clause
//
// What the guest file promises Linux for its start: packages that there are, RAM by mem=, an init in the initramfs
// (rdinit=, else /init; root= names another file system). After Linux's Documentation/admin-guide/
// kernel-parameters.txt, arch/arm64/mm/init.c (early_mem) and init/main.c (kernel_init).

import { propString } from "@vmm/devicetree"
import { type Diagnostic, errorAt, type Fix, type Place, warningAt } from "@vmm/diagnostic"
import { USUAL_LAYERS } from "@vmm/guest-boot"

import { chosenOf, type CommandLine, commandLineOf } from "../../command-line.ts"
import {
  addField,
  addToList,
  removeFromList,
  replaceString,
  replaceWithList,
  stringPlace,
  setJson,
} from "../../edit/json-edit.ts"
import { deleteTreeProperty } from "../../edit/tree-edit.ts"
import type { Agreement } from "../../input.ts"
import { isLinux } from "../../input.ts"
import { sizeText } from "../../words.ts"
import { byHand, MENDED_LAYER, mendedInit } from "./mended-init.ts"
import { rootDevice } from "../tree/root.ts"
import { fix, related, type Rule } from "../rule.ts"

/** Packages by their names. */
const packages: Rule = ({ guest, images, sources }) =>
  (images.noPackages ?? []).flatMap(
    ({ source, sure, message, remedy, meant, other, layers, ramdisk }): Diagnostic[] => {
      const file = sources.guest
      const fields = ramdisk === true ? ["ramdisk"] : ["kernel", "linux", "ramdisk"]
      const keys = fields.flatMap((key) => guest?.places.get(key) ?? [])
      const [first] = keys
      if (file === undefined || first === undefined) return []
      const place =
        keys.map((key) => stringPlace(file, key, source)).find((one) => !keys.includes(one)) ?? first
      const edits =
        layers !== undefined
          ? replaceWithList(file, place, source, layers)
          : meant === undefined
            ? []
            : replaceString(file, place, source, meant)
      const written = (layers ?? [meant]).map((one) => `"${one}"`).join(", ")
      const more = other === undefined ? [] : replaceString(file, place, source, other)
      const fixes = [
        ...fix("package", `write ${written}`, edits),
        ...fix("package", `write "${other}"`, more),
      ]
      const say = sure ? errorAt : warningAt
      return [say(place, message, remedy, { code: "package-unknown", fixes })]
    },
  )

const UNITS: Readonly<Record<string, number>> = { "": 0, k: 1, m: 2, g: 3, t: 4 }

/** A size as Linux's memparse reads it: 0 for what begins with no digit. */
function memparse(text: string): number {
  const found = /^(0x[0-9a-f]+|\d+)([kmgt]?)/i.exec(text)
  const digits = found?.[1] ?? "0"
  const base = /^0\d/.test(digits) ? Number.parseInt(digits, 8) : Number(digits)
  return base * 1024 ** (UNITS[(found?.[2] ?? "").toLowerCase()] ?? 0)
}

/** mem=: below what the images take, or below the RAM that the guest has. */
const limit: Rule = (input, view) => {
  if (!isLinux(input)) return []
  const line = commandLineOf(input)
  const word = line.words.findLast((one) => one.startsWith("mem="))
  if (word === undefined) return []
  const bytes = memparse(word.slice("mem=".length))
  const total = view.ram.reduce((sum, { size }) => sum + size, 0)
  const { kernel, initrdSize = 0 } = input.images
  const needs = (kernel?.imageSize ?? 0) + initrdSize
  if (bytes >= total && bytes > 0) return []
  const place = line.placeOf(word)
  const fixes = fix("drop-mem", `take ${word} out of the command line`, line.replace(word, ""))
  const there = view.ram.map(({ map }) => related(map.place, `RAM of '${view.vm.name}'`)).slice(0, 1)
  const more = { code: "mem-too-small", related: there, fixes }
  if (bytes === 0) {
    const message = `${word} is no amount of memory: Linux reads it as 0`
    return [errorAt(place, message, "write mem=256M, or leave it out", more)]
  }
  if (bytes < needs) {
    const message = `${word} leaves Linux ${sizeText(bytes)}, and kernel and initramfs take ${sizeText(needs)}`
    return [errorAt(place, message, `leave it out: '${view.vm.name}' has ${sizeText(total)}`, more)]
  }
  const message = `${word} leaves Linux ${sizeText(bytes)} of the ${sizeText(total)} that '${view.vm.name}' has`
  const remedy = "leave it out, or give the guest less RAM, in the .system file and in its memory node"
  return [warningAt(place, message, remedy, { ...more, code: "mem-below-ram" })]
}

const valueOf = (line: CommandLine, name: string): string | undefined =>
  line.words
    .findLast((one) => one.startsWith(`${name}=`))
    ?.slice(name.length + 1)
    .replaceAll('"', "")

const bothWays = (...ways: readonly (string | undefined)[]): string | undefined =>
  ways.filter((one) => one !== undefined).join("; or ") || undefined

/** Leaves out the layer whose program hides one that can be started. */
function withoutHiding({ guest, sources }: Agreement, key: Place, path: string, hiding: number | undefined) {
  const layer = hiding === undefined ? undefined : guest?.ramdisk[hiding]
  if (layer?.kind !== "file" || sources.guest === undefined) return []
  const title = `leave out the layer "${layer.path}", whose ${path} hides that of another layer`
  return fix("drop-layer", title, removeFromList(sources.guest, key, layer.path))
}

/** A ramdisk out of which nothing can be started. */
function withoutInit(input: Agreement, line: CommandLine): readonly Diagnostic[] {
  const { guest, images, sources } = input
  const [asked, file] = [valueOf(line, "rdinit"), sources.guest]
  if (asked === undefined && valueOf(line, "root") !== undefined) return []
  const path = asked ?? "/init"
  const none = images.noInit?.(path)
  const key = guest?.places.get("ramdisk")
  if (none === undefined || key === undefined || file === undefined) return []
  const word = `rdinit=${asked}`
  const { message, meant, layer, remedy, mended, together } = none
  const layered =
    layer === undefined || together === true
      ? []
      : fix(
          "ramdisk-layer",
          `add "${layer.source}" to "ramdisk"`,
          addToList(file, key, layer.source, layer.below),
        )
  const other = meant === "/init" ? "" : `rdinit=${meant}`
  const named: readonly Fix[] =
    meant === undefined
      ? []
      : asked === undefined
        ? fix("rdinit", `add ${other} to the command line`, line.add(other))
        : fix("rdinit", other === "" ? `take ${word} away` : `write ${other}`, line.replace(word, other))
  const place = asked === undefined ? key : line.placeOf(line.words.find((one) => one === word) ?? "rdinit=")
  const given = [...layered, ...withoutHiding(input, key, path, none.hiding)]
  const others = asked === undefined ? [...given, ...named] : [...named, ...given]
  const mend = mendedInit(input, key, mended, together === true ? layer?.source : undefined)
  const sorted = [...mend.fixes, ...others]
  const first = sorted[0]?.title
  const own = remedy === undefined || mended === undefined ? remedy : byHand(mended, remedy)
  const does = sorted[0]?.id === MENDED_LAYER ? bothWays(first, own) : (first ?? own)
  const why = asked === undefined ? "it is what the ramdisk is started by" : `${word} names it`
  const more = { code: "init-missing", related: mend.places, fixes: sorted }
  const nothing = "give the ramdisk a program there, or name another one by rdinit="
  return [errorAt(place, `${message}: ${why}, and Linux panics without it`, does ?? nothing, more)]
}

/** Neither a ramdisk nor a root file system. */
function nothingToRun({ guest, images, sources }: Agreement): readonly Diagnostic[] {
  const key = guest?.places.get("kernel") ?? guest?.places.get("linux")
  if (guest === undefined || key === undefined) return []
  const message = "the guest has no ramdisk, and its command line names no root=: Linux has nothing to run"
  const remedy = 'give it "ramdisk", or root= with the device of its file system'
  const layers = `[${(images.layersBeside ?? USUAL_LAYERS).map((one) => JSON.stringify(one)).join(", ")}]`
  const edits = sources.guest === undefined ? [] : addField(sources.guest, "ramdisk", layers)
  const fixes = fix("add-ramdisk", `add "ramdisk": ${layers}`, edits)
  return [warningAt(key, message, remedy, { code: "root-missing", fixes })]
}

const init: Rule = (input) => {
  const { guest } = input
  if (!isLinux(input) || guest === undefined) return []
  const line = commandLineOf(input)
  if (guest.ramdisk.length > 0) return withoutInit(input, line)
  const brought = chosenOf(input)?.properties.has("linux,initrd-start") === true
  const named = ["root", "rdinit", "init", "nfsroot"].some((name) => valueOf(line, name) !== undefined)
  return brought || named || guest.kernel.source.kind !== "debian" ? [] : nothingToRun(input)
}

/** init= is for a root file system; an initramfs is started by rdinit=, else /init (init/main.c: kernel_init). */
const initWord: Rule = (input) => {
  const line = commandLineOf(input)
  const path = valueOf(line, "init")
  const word = line.words.findLast((one) => one.startsWith("init="))
  if (!isLinux(input) || (input.guest?.ramdisk.length ?? 0) === 0) return []
  if (path === undefined || word === undefined || path === "/init") return []
  if (valueOf(line, "root") !== undefined || valueOf(line, "rdinit") !== undefined) return []
  const message = `${word} is for a root file system, of which there is none: Linux starts the ramdisk's /init`
  const there = input.images.noInit?.(path) === undefined
  const by = there ? `rdinit=${path}` : ""
  const what = there ? `write ${by}` : `take ${word} away`
  const fixes = fix("rdinit", what, line.replace(word, by))
  return [warningAt(line.placeOf(word), message, what, { code: "init-without-root", fixes })]
}

/** initrd= takes the place of what the build writes into /chosen (drivers/of/fdt.c: early_init_dt_check_for_initrd). */
const placed: Rule = (input) => {
  if (!isLinux(input) || (input.guest?.ramdisk.length ?? 0) === 0) return []
  const line = commandLineOf(input)
  return line.words.flatMap((word) => {
    if (!/^initrd=(0x)?[0-9a-f]+,/i.test(word)) return []
    const message = `${word} names a place in RAM by itself, and the build loads the ramdisk where it finds room`
    const fixes = fix("drop-initrd", `take ${word} out of the command line`, line.replace(word, ""))
    const remedy = "leave it out: /chosen tells the guest where the ramdisk is"
    return [errorAt(line.placeOf(word), message, remedy, { code: "initrd-word", fixes })]
  })
}

/** `flat:` before a package: its kernel is Linux, and no machine code without a header. */
const flatPackage: Rule = ({ guest, sources }) => {
  const place = guest?.places.get("kernel")
  const file = sources.guest
  if (guest?.kernel.flat !== true || guest.kernel.source.kind !== "debian") return []
  if (place === undefined || file === undefined) return []
  const written = /"flat:(debian:[^"]*)"/.exec(file.text)?.[1]
  const message = "flat: is for machine code without a header, and a package has a Linux kernel"
  const edits = written === undefined ? [] : setJson(file, place, JSON.stringify(written))
  const fixes = fix("kernel", `write "${written}"`, edits)
  return [
    errorAt(place, message, `write "${written ?? "debian:..."}"`, { code: "kernel-flat-package", fixes }),
  ]
}

const consolesOf = (text: string): readonly string[] =>
  text.split(/\s+/).flatMap((word) => /^console=([^,]+)/.exec(word)?.[1] ?? [])

/** bootargs of an overlay that asks for another console than the guest file, whose command line takes its place. */
const replaced: Rule = (input) => {
  const { guest, sources } = input
  const bootargs = chosenOf(input)?.properties.get("bootargs")
  const chosen = chosenOf(input)
  if (guest?.cmdline === undefined || bootargs === undefined || chosen === undefined) return []
  if (!sources.overlays.some(({ file }) => file === bootargs.place.file)) return []
  const [asked, gets] = [consolesOf(propString(chosen, "bootargs") ?? ""), consolesOf(guest.cmdline)]
  if (asked.length === 0 || asked.some((name) => gets.includes(name))) return []
  const key = guest.places.get("cmdline")
  const message =
    `bootargs of the overlay has console=${asked.at(-1)}, and the guest never gets it: "cmdline" of the guest file ` +
    "takes its place"
  const there = key === undefined ? [] : [related(key, "the command line that the guest gets")]
  const edits = deleteTreeProperty(sources, chosen, "bootargs")
  const fixes = fix("drop-bootargs", "take bootargs out of the overlay", edits)
  const remedy = 'write what is meant into "cmdline", and take bootargs out of the overlay'
  return [warningAt(bootargs.place, message, remedy, { code: "bootargs-replaced", related: there, fixes })]
}

export const bootWords: readonly Rule[] = [
  packages,
  limit,
  init,
  initWord,
  replaced,
  rootDevice,
  placed,
  flatPackage,
]
