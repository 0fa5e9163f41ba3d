// SPDX-License-Identifier: BSD-2-Clause
//
// The form of a build's JSON files, for reading them back; the compiler holds the schemas against the types.

import { Schema as S } from "@vmm/report"

import { BUILD_FORMAT } from "../version.ts"
import type { CompiledDomain, CompiledSystem, CompiledVm } from "./compiled.ts"
import type { Manifest } from "./manifest.ts"

const format = S.Literal(BUILD_FORMAT)
const count = S.Int.pipe(S.nonNegative())
const range = S.Struct({ base: count, size: count })

const map = S.Struct({
  region: S.String,
  vaddr: count,
  perms: S.String.pipe(S.pattern(/^[rwx]*$/)),
  cached: S.Boolean,
})

const vm: S.Schema<CompiledVm> = S.Struct({
  name: S.String,
  priority: count,
  maps: S.Array(map),
  vcpus: S.Array(S.Struct({ id: count, cpu: count })),
  budgetUs: count,
  periodUs: count,
  affinities: S.Array(count),
  gic: S.Struct({ version: S.Literal(2, 3), distributor: range, redistributor: S.optional(range) }),
  ramRegions: S.Array(S.Struct({ gpa: count, size: count, vaddr: count })),
  images: S.Array(S.Struct({ name: S.String, gpa: count, file: S.String })),
  entry: count,
  dtb: count,
})

const program = S.Union(
  S.Struct({ kind: S.Literal("simple-vmm") }),
  S.Struct({ kind: S.Literal("module"), path: S.String }),
)

const domain: S.Schema<CompiledDomain> = S.Struct({
  name: S.String,
  priority: count,
  parent: S.optional(S.Struct({ domain: S.String, id: count })),
  program,
  maps: S.Array(map),
  irqs: S.Array(S.Struct({ intid: count, trigger: S.Literal("level", "edge"), channel: count })),
  setvars: S.Record({ key: S.String, value: S.Number }),
  smc: S.Boolean,
  cpu: count,
  budgetUs: count,
  periodUs: count,
  passive: S.Boolean,
  vm: S.optional(vm),
})

const end = S.Struct({ domain: S.String, id: count, notify: S.Boolean, ppc: S.Boolean })

const region = S.Struct({
  name: S.String,
  physAddr: count,
  size: count,
  pageSize: count,
  contents: S.optional(S.String),
})

export const systemSchema: S.Schema<CompiledSystem> = S.Struct({
  format,
  name: S.String,
  board: S.String,
  console: S.optional(S.String),
  cpu: S.optional(S.String),
  kernelMemory: range,
  regions: S.Array(region),
  domains: S.Array(domain),
  channels: S.Array(S.Tuple(end, end)),
})

export const manifestSchema: S.Schema<Manifest> = S.Struct({
  format,
  tool: S.Struct({ version: S.String, sha256: S.String }),
  name: S.String,
  folder: S.String,
  guest: S.optional(S.String),
  names: S.Array(S.String),
  sources: S.Array(S.Struct({ path: S.String, size: count, mtimeMs: S.Number, sha256: S.String })),
})
