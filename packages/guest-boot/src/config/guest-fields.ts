// SPDX-License-Identifier: BSD-2-Clause
//
// The fields of guest.json: how the value of each is read, and what is said where it is of another kind.

import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js"

import { type Diagnostic, diagnosticAt } from "../diagnostic.ts"
import { meantValue, writeValue } from "./guest-fix.ts"
import { type GuestSource, type KernelSource, parseSource } from "./guest-source.ts"
import type { JsonNode } from "./json-place.ts"

type Field<A> = (key: string, node: JsonNode) => Either<Diagnostic, A>

function expected(
  key: string,
  node: JsonNode,
  what: string,
  remedy: string,
  kind?: Parameters<typeof meantValue>[0],
): Either<Diagnostic, never> {
  const meant = kind === undefined ? undefined : meantValue(kind, node)
  const fixes = meant === undefined ? {} : { fixes: [writeValue(node.place, meant)] }
  return left(
    diagnosticAt(node.place, `"${key}" takes ${what}`, remedy, { code: "guest-field-value", ...fixes }),
  )
}

export const text: Field<string> = (key, node) =>
  node.kind === "string"
    ? right(node.value)
    : expected(key, node, "a string", "write it in double quotes", "text")

/** A string or a list of them, each read by `part`. */
function oneOrMore<A>(part: Field<A>): Field<readonly A[]> {
  return (key, node) => {
    if (node.kind !== "array") {
      const one = part(key, node)
      return isLeft(one) ? one : right([one.right])
    }
    const parts = node.items.map((item) => part(key, item))
    const bad = parts.find(isLeft)
    return bad ?? right(parts.flatMap((one) => (isLeft(one) ? [] : [one.right])))
  }
}

const source: Field<GuestSource> = (key, node) => {
  const remedy = 'write a path, or a package as "debian:NAME" or "debian:NAME/PATH"'
  if (node.kind !== "string") return expected(key, node, "a path or a package", remedy)
  const parsed = parseSource(node.value)
  return isLeft(parsed) ? left(diagnosticAt(node.place, `"${key}": ${parsed.left}`, remedy)) : parsed
}

const kernelSource: Field<KernelSource> = (key, node) => {
  const flat = node.kind === "string" && node.value.startsWith("flat:")
  const read = source(key, flat ? { ...node, value: node.value.slice("flat:".length) } : node)
  return isLeft(read) ? read : right({ source: read.right, flat })
}

const cpus: Field<number> = (key, node) =>
  node.kind === "number" && Number.isInteger(node.value) && node.value >= 1 && node.value <= 255
    ? right(node.value)
    : expected(key, node, "a number of CPUs from 1 to 255", 'write "cpus": 1', "count")

const UNITS: Readonly<Record<string, number>> = { b: 1, k: 2 ** 10, m: 2 ** 20, g: 2 ** 30 }

const memory: Field<number> = (key, node) => {
  const written = node.kind === "number" ? String(node.value) : node.kind === "string" ? node.value : ""
  const found = /^(\d+)([bkmg]?)$/i.exec(written)
  const bytes = Number(found?.[1]) * (UNITS[found?.[2]?.toLowerCase() || "b"] ?? 1)
  if (found !== null && bytes > 0 && Number.isSafeInteger(bytes)) return right(bytes)
  const remedy = 'write bytes or a unit: "65536", "64k", "512M", "2G"'
  return expected(key, node, "an amount of memory", remedy, "memory")
}

const flag: Field<boolean> = (key, node) =>
  node.kind === "boolean"
    ? right(node.value)
    : expected(key, node, "true or false", "write true or false", "flag")

const programs: Field<ReadonlyMap<string, string>> = (key, node) => {
  const remedy = 'write "programs": { "PROTECTION_DOMAIN": "simple-vmm" }'
  if (node.kind !== "object") return expected(key, node, "protection domains with their programs", remedy)
  const bad = node.members.find(({ value }) => value.kind !== "string" || value.value === "")
  if (bad !== undefined)
    return expected(`programs.${bad.key}`, bad.value, "the name or path of a program", remedy)
  const pairs = node.members.map(
    ({ key: name, value }) => [name, value.kind === "string" ? value.value : ""] as const,
  )
  return right(new Map(pairs))
}

/** Reader of every field taken. */
export const FIELDS = {
  kernel: kernelSource,
  linux: kernelSource,
  ramdisk: oneOrMore(source),
  cmdline: text,
  "cmdline-add": oneOrMore(text),
  cpus,
  cpu: text,
  memory,
  "dtb-overlay": oneOrMore(text),
  kaslr: flag,
  programs,
} as const

export type Fields = { [K in keyof typeof FIELDS]?: (typeof FIELDS)[K] extends Field<infer A> ? A : never }

export const isField = (key: string): key is keyof typeof FIELDS => Object.hasOwn(FIELDS, key)
