// SPDX-License-Identifier: BSD-2-Clause
//
// guest.json: Machina's guest configuration fields (guest.cfg, kebab-case, unknown fields are errors; FIDL table
// fuchsia.virtualization/guest_config.fidl), `cpu`, which names the CPU model, and `programs`, which names the
// program of a protection domain. The device fields (block, net, virtio-*) are known and not taken yet, and say
// so. All mistakes are given at once.

import { type Fix, nearest } from "@vmm/diagnostic"
import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js"

import { type Diagnostic, diagnosticAt, type Place } from "../diagnostic.ts"
import { type Fields, FIELDS, isField, text } from "./guest-fields.ts"
import { addFirstField, deleteField, renameKey, writeOver } from "./guest-fix.ts"
import type { GuestSource, KernelSource } from "./guest-source.ts"
import { type JsonMember, type JsonNode, parseJson } from "./json-place.ts"

/** A guest as its file describes it. Paths are as written, relative to the file's folder. */
export interface GuestConfig {
  readonly file: string
  readonly kernel: KernelSource
  /** Layers from the bottom up; empty for a guest without a ramdisk. */
  readonly ramdisk: readonly GuestSource[]
  /** Takes the place of the tree's bootargs. */
  readonly cmdline?: string
  /** Appended to the bootargs, in order. */
  readonly cmdlineAdd: readonly string[]
  readonly cpus?: number
  /** CPU model in place of the one that the board's tree names. */
  readonly cpu?: string
  /** Guest RAM in bytes. */
  readonly memory?: number
  /** Overlays on the guest's tree, after those of its folder. */
  readonly dtbOverlay: readonly string[]
  /** False takes /chosen/kaslr-seed out of the guest's tree. */
  readonly kaslr: boolean
  /** Protection domain to program: a name such as "simple-vmm", or a path. */
  readonly programs: ReadonlyMap<string, string>
  /** Where each field is written, by its key: the key's place. */
  readonly places: ReadonlyMap<string, Place>
  /** The places of the values, by key; of a list, where it begins. */
  readonly values: ReadonlyMap<string, Place>
  /** Where a kernel or a layer of the ramdisk is written, by its text. */
  readonly sources: ReadonlyMap<string, Place>
}

/** Fields of Machina that come with later work. */
const LATER = new Set([
  "zircon",
  "block",
  "net",
  "default-net",
  "interrupt",
  "virtio-balloon",
  "virtio-console",
  "virtio-gpu",
  "virtio-magma",
  "virtio-mem",
  "virtio-rng",
  "virtio-sound",
  "virtio-sound-input",
  "virtio-vsock",
  "wayland-device",
])

/** What other programs call the fields. */
const SYNONYMS: Readonly<Record<string, string>> = {
  append: "cmdline",
  args: "cmdline",
  bootargs: "cmdline",
  "command-line": "cmdline",
  image: "kernel",
  initrd: "ramdisk",
  initramfs: "ramdisk",
  rootfs: "ramdisk",
  mem: "memory",
  ram: "memory",
  smp: "cpus",
  vcpus: "cpus",
  dtbo: "dtb-overlay",
  dtso: "dtb-overlay",
  overlay: "dtb-overlay",
  overlays: "dtb-overlay",
  program: "programs",
}

/** The key's own mistake, before its value is read. */
function keyDiagnostic(member: JsonMember, members: readonly JsonMember[]): Diagnostic | undefined {
  const { key, place } = member
  const without = deleteField(members, member)
  if (LATER.has(key)) {
    return diagnosticAt(
      place,
      `"${key}" is a field of Machina's guest configuration that is not taken yet`,
      "delete it, and give the device through the .system file and the device tree",
      { code: "guest-field-not-taken", fixes: [without] },
    )
  }
  if (!isField(key)) {
    const meant = meantField(key)
    const remedy =
      meant === undefined ? `the fields are ${Object.keys(FIELDS).join(", ")}` : `did you mean "${meant}"?`
    const free = meant !== undefined && !members.some((one) => one.key === meant)
    const fixes: readonly Fix[] = free ? [renameKey(place, meant), without] : [without]
    return diagnosticAt(place, `"${key}" is no field of a guest file`, remedy, {
      code: "guest-field-unknown",
      fixes,
    })
  }
  const first = members.slice(0, members.indexOf(member)).find((one) => one.key === key)
  if (first === undefined) return undefined
  return diagnosticAt(place, `"${key}" is given twice, first in line ${first.place.line}`, "delete one", {
    code: "guest-field-twice",
    fixes: [without],
  })
}

/** The field that a word of another tool, or a slip, stands for. */
const meantField = (key: string): string | undefined =>
  SYNONYMS[key.toLowerCase()] ?? nearest(key, Object.keys(FIELDS))

/** A list of words where one string goes: the fix that joins them. */
function withJoined(wrong: Diagnostic, { key, value, end }: JsonMember): Diagnostic {
  if (FIELDS[key as keyof typeof FIELDS] !== text || value.kind !== "array") return wrong
  const words = value.items.flatMap((item) => (item.kind === "string" ? [item.value] : []))
  if (words.length === 0 || words.length < value.items.length) return wrong
  return { ...wrong, fixes: [writeOver(value.place, end, words.join(" "))] }
}

/** Fields that a guest does as well without; "ramdisk" and "cmdline" are meant to say something. */
const OPTIONAL = new Set(["cpus", "cpu", "memory", "kaslr"])

/** A value that nothing can be made of: the fix without the field. */
function orDeleted(wrong: Diagnostic, members: readonly JsonMember[], member: JsonMember): Diagnostic {
  const { fixes = [] } = wrong
  return fixes.length > 0 || !OPTIONAL.has(member.key)
    ? wrong
    : { ...wrong, fixes: [deleteField(members, member)] }
}

function readFields(members: readonly JsonMember[]): { fields: Fields; wrong: Diagnostic[] } {
  const wrong: Diagnostic[] = []
  const fields: { [key: string]: unknown } = {}
  members.forEach((member) => {
    const { key, value } = member
    const bad = keyDiagnostic(member, members)
    if (bad !== undefined) wrong.push(bad)
    else if (isField(key)) {
      const read = FIELDS[key](key, value)
      if (isLeft(read)) wrong.push(orDeleted(withJoined(read.left, member), members, member))
      else fields[key] = read.right
    }
  })
  return { fields: fields as Fields, wrong }
}

const DEBIAN_KERNEL = "debian:linux-image-arm64"

/** Rules between fields. */
function togetherDiagnostics(members: readonly JsonMember[], place: Place): Diagnostic[] {
  const kernels = members.filter(({ key }) => key === "kernel" || key === "linux")
  const wrong: Diagnostic[] = []
  // A slip in its name is told where it is.
  const slip = members.some(({ key }) => !isField(key) && meantField(key) === "kernel")
  if (kernels.length === 0 && !slip) {
    const remedy = 'add "kernel": "debian:linux-image-arm64", or the path of an arm64 Image'
    const more = { code: "guest-no-kernel", fixes: [addFirstField(place, members, "kernel", DEBIAN_KERNEL)] }
    wrong.push(diagnosticAt(place, "the guest file names no kernel", remedy, more))
  }
  const second = kernels.find(({ key }) => key !== kernels[0]?.key)
  if (second !== undefined) {
    const message = '"kernel" and "linux" are two names of one field'
    const more = { code: "guest-field-twice", fixes: [deleteField(members, second)] }
    wrong.push(diagnosticAt(second.place, message, "delete one", more))
  }
  return wrong
}

const SOURCES = new Set(["kernel", "linux", "ramdisk"])

function stringsOf(node: JsonNode): readonly (readonly [string, Place])[] {
  if (node.kind === "array") return node.items.flatMap(stringsOf)
  return node.kind === "string" ? [[node.value, node.place]] : []
}

function configOf(file: string, fields: Fields, members: readonly JsonMember[]): GuestConfig | undefined {
  const kernel = fields.kernel ?? fields.linux
  if (kernel === undefined) return undefined
  return {
    file,
    kernel,
    ramdisk: fields.ramdisk ?? [],
    ...(fields.cmdline === undefined ? {} : { cmdline: fields.cmdline }),
    cmdlineAdd: fields["cmdline-add"] ?? [],
    ...(fields.cpus === undefined ? {} : { cpus: fields.cpus }),
    ...(fields.cpu === undefined ? {} : { cpu: fields.cpu }),
    ...(fields.memory === undefined ? {} : { memory: fields.memory }),
    dtbOverlay: fields["dtb-overlay"] ?? [],
    kaslr: fields.kaslr ?? true,
    programs: fields.programs ?? new Map(),
    places: new Map(members.map(({ key, place }) => [key, place])),
    values: new Map(members.map(({ key, value }) => [key, value.place])),
    sources: new Map(members.filter(({ key }) => SOURCES.has(key)).flatMap(({ value }) => stringsOf(value))),
  }
}

/** The guest file `text` of `file`, or every mistake in it. */
export function parseGuestConfig(file: string, json: string): Either<readonly Diagnostic[], GuestConfig> {
  const root = parseJson(file, json)
  if (isLeft(root)) return left([root.left])
  if (root.right.kind !== "object") {
    const remedy = 'write { "kernel": "debian:linux-image-arm64" }'
    const code = "guest-no-object"
    return left([diagnosticAt(root.right.place, "a guest file is one JSON object", remedy, { code })])
  }
  const { members, place } = root.right
  const { fields, wrong } = readFields(members)
  const all = [...wrong, ...togetherDiagnostics(members, place)]
  const config = configOf(file, fields, members)
  return all.length > 0 || config === undefined ? left(all) : right(config)
}
