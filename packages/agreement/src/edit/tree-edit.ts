// SPDX-License-Identifier: BSD-2-Clause
//
// Edits of the guest's device tree. A value that an overlay sets is changed where it stands; anything else is said
// anew at the end of the last overlay of the folder, since the board's own tree makes the machine and stays as it is.

import { type DtNode, isPluginSource, referenceTo } from "@vmm/devicetree"
import type { Edit } from "@vmm/diagnostic"

import type { Sources } from "../input.ts"
import { indentAt, lineEnd, offsetOf, replaceRange, type TextFile } from "./text.ts"

/** Made when a folder has no overlay. */
const NEW_OVERLAY = "guest-overlay.dts"

interface Target {
  readonly name: string
  readonly last: boolean
  /** A run-time overlay, which names the root by reference. */
  readonly plugin: boolean
}

/** Where an appendix goes: the last overlay inside of the folder, or a new one. */
function target(sources: Sources): Target {
  const inside = sources.overlays.filter(
    ({ editName }) => !editName.startsWith("../") && !editName.startsWith("/"),
  )
  const chosen = inside.at(-1)
  return {
    name: chosen?.editName ?? NEW_OVERLAY,
    last: chosen === sources.overlays.at(-1),
    plugin: chosen !== undefined && isPluginSource(chosen.text),
  }
}

/** Text at the end of the guest's overlay. */
export function appendToOverlay(sources: Sources, text: string): Edit {
  const { name, plugin } = target(sources)
  return { kind: "append", file: name, text: plugin ? text.replace(/^\/ \{/m, "&{/} {") : text }
}

/** A block for a node, `/ { soc { uart@0 { BODY }; }; };` where a reference might stand before its node. */
export function nodeBlock(sources: Sources, node: DtNode, body: readonly string[]): string {
  const lines = body.map((line) => `\t${line}\n`).join("")
  if (node.parent === undefined) return `\n/ {\n${lines}};\n`
  const early = !sources.overlays.some(({ file }) => file === node.place.file)
  if (early || target(sources).last) {
    return `\n${referenceTo(node)} {\n${lines}};\n`
  }
  const names = node.path.split("/").slice(1)
  const open = names.map((name, depth) => `${"\t".repeat(depth + 1)}${name} {\n`).join("")
  const close = names.map((_, depth) => `${"\t".repeat(names.length - depth)}};\n`).join("")
  const inner = body.map((line) => `${"\t".repeat(names.length + 1)}${line}\n`).join("")
  return `\n/ {\n${open}${inner}${close}};\n`
}

/** `name = value;` from its name to behind the semicolon, in the file that set it last. */
function statementOf(source: TextFile, node: DtNode, name: string): readonly [number, number] | undefined {
  const property = node.properties.get(name)
  if (property === undefined || property.place.file !== source.file) return undefined
  const from = offsetOf(source.text, property.place)
  if (from === undefined || !source.text.startsWith(name, from)) return undefined
  const rest = /^(?:"(?:\\.|[^"\\])*"|\/\*[\s\S]*?\*\/|\/\/[^\n]*|[^;])*?;/.exec(source.text.slice(from))
  return rest === null ? undefined : [from, from + rest[0].length]
}

/** `name = value;`, or `name;` for a property that is only there. */
const assignment = (name: string, value: string): string =>
  value === "" ? `${name};` : `${name} = ${value};`

/**
 * Sets a property of the guest's tree; `value` as the source writes it, such as `<0x0 0x4000_0000>` or `"smc"`, empty
 * for a property that is only there.
 */
export function setTreeProperty(
  sources: Sources,
  node: DtNode,
  name: string,
  value: string,
): readonly Edit[] {
  for (const overlay of sources.overlays) {
    const found = statementOf(overlay, node, name)
    if (found !== undefined) return [replaceRange(overlay, ...found, assignment(name, value))]
  }
  return [appendToOverlay(sources, nodeBlock(sources, node, [assignment(name, value)]))]
}

/** Sets a property where the source sets it, in the board's own tree too: for what is wrong there. */
export function setInPlace(sources: Sources, node: DtNode, name: string, value: string): readonly Edit[] {
  for (const file of [...sources.overlays, sources.board]) {
    const found = statementOf(file, node, name)
    if (found !== undefined) return [replaceRange(file, ...found, `${name} = ${value};`)]
  }
  return []
}

/** The same entry by entry, where the source has each in brackets of its own: lines and comments stay. */
export function setEntriesInPlace(
  sources: Sources,
  node: DtNode,
  name: string,
  entries: readonly string[],
): readonly Edit[] {
  for (const file of [...sources.overlays, sources.board]) {
    const found = statementOf(file, node, name)
    if (found === undefined) continue
    const groups = [...file.text.slice(...found).matchAll(/<[^<>]*>/g)]
    if (groups.length !== entries.length) break
    return groups.flatMap(({ index, 0: { length } }, at) => {
      const [from, entry = ""] = [found[0] + index, entries[at]]
      return file.text.slice(from, from + length) === entry
        ? []
        : [replaceRange(file, from, from + length, entry)]
    })
  }
  return setInPlace(sources, node, name, entries.join(", "))
}

/**
 * Sets a property where the node is written, in the board's own tree too, before its other properties: for what the
 * machine itself lacks. In the guest's tree when the node's text is not found.
 */
export function addInPlace(sources: Sources, node: DtNode, name: string, value: string): readonly Edit[] {
  const there = setInPlace(sources, node, name, value)
  if (there.length > 0) return there
  const source = [...sources.overlays, sources.board].find(({ file }) => file === node.place.file)
  const from = source === undefined ? undefined : offsetOf(source.text, node.place)
  const brace = source === undefined || from === undefined ? -1 : source.text.indexOf("{", from)
  if (source === undefined || from === undefined || brace < 0)
    return setTreeProperty(sources, node, name, value)
  const indent = `${indentAt(source.text, from)}\t`
  const text = `${lineEnd(source.text)}${indent}${assignment(name, value)}`
  return [replaceRange(source, brace + 1, brace + 1, text)]
}

/** Takes a property out of the guest's tree. */
export function deleteTreeProperty(sources: Sources, node: DtNode, name: string): readonly Edit[] {
  return [appendToOverlay(sources, nodeBlock(sources, node, [`/delete-property/ ${name};`]))]
}

/** Disables nodes of the guest's tree. */
export function disableNodes(sources: Sources, nodes: readonly DtNode[]): readonly Edit[] {
  return nodes.flatMap((node) => setTreeProperty(sources, node, "status", '"disabled"'))
}

/** Enables a node and what is disabled above it. */
export function enableNode(sources: Sources, node: DtNode): readonly Edit[] {
  const own = node.properties.has("status") ? setTreeProperty(sources, node, "status", '"okay"') : []
  return node.parent === undefined ? own : [...enableAbove(sources, node.parent), ...own]
}

function enableAbove(sources: Sources, node: DtNode): readonly Edit[] {
  const status = node.properties.get("status")
  const text = status === undefined ? "okay" : new TextDecoder().decode(status.value).split("\0")[0]
  if (text === "okay" || text === "ok") {
    return node.parent === undefined ? [] : enableAbove(sources, node.parent)
  }
  return enableNode(sources, node)
}
