// SPDX-License-Identifier: BSD-2-Clause
//
// A stop of a guest as data: what `vmm run` leaves in build/NAME/last-stop.json and `vmm fix` applies. Fields are
// added, never renamed; `format` counts what cannot be read any more.

import type { Fix, Place } from "@vmm/diagnostic"
import { Schema } from "./schema.ts"

/** What kind of stop it was. */
export type StopKind =
  /** A vCPU's fault that nobody handled: access, trap, undefined instruction. */
  | "fault"
  /** A call to firmware or hypervisor that nobody answers; the guest got NOT_SUPPORTED. */
  | "call"
  /** The guest's kernel gave up, or said that something is very wrong. */
  | "panic"
  /** The guest does nothing any more, or never began to. */
  | "silence"
  /** A protection domain faulted. */
  | "pd-fault"

/** The device that a stop is about. */
export interface StopDevice {
  readonly path: string
  readonly labels: readonly string[]
  readonly compatible: readonly string[]
}

/** How a run ended, as `vmm fix` and other programs read it. */
export interface LastStop {
  readonly format: 1
  readonly kind: StopKind
  /** Stable kebab-case name of the cause, such as `device-not-given`. */
  readonly code: string
  /** One sentence. */
  readonly summary: string
  /** The example's folder, as the build was asked; files of `fixes` are named from there. */
  readonly folder: string
  readonly vm?: string
  readonly pd?: string
  /** Where the cause stands: a line of device tree or `.system` file, named as from the working directory. */
  readonly place?: Place
  readonly device?: StopDevice
  /** The initcall that ran, the function of the guest at the PC. */
  readonly initcall?: string
  readonly symbol?: string
  /** The one to try first in front. Ids: `disable`, `driver`, `passthrough` and others. */
  readonly fixes: readonly Fix[]
  /** The block of text that `vmm run` printed. */
  readonly text: string
}

const Absent = { exact: true } as const

const PlaceSchema = Schema.Struct({
  file: Schema.String,
  line: Schema.Number,
  column: Schema.Number,
  endColumn: Schema.Number,
})

const EditSchema = Schema.Union(
  Schema.Struct({
    kind: Schema.Literal("replace"),
    file: Schema.String,
    line: Schema.Number,
    column: Schema.Number,
    endLine: Schema.Number,
    endColumn: Schema.Number,
    text: Schema.String,
  }),
  Schema.Struct({ kind: Schema.Literal("append"), file: Schema.String, text: Schema.String }),
)

const FixSchema = Schema.Struct({
  id: Schema.String,
  title: Schema.String,
  edits: Schema.Array(EditSchema),
  notes: Schema.Array(Schema.String),
  executable: Schema.optionalWith(Schema.Array(Schema.String), Absent),
})

const LastStopSchema: Schema.Schema<LastStop> = Schema.Struct({
  format: Schema.Literal(1),
  kind: Schema.Literal("fault", "call", "panic", "silence", "pd-fault"),
  code: Schema.String,
  summary: Schema.String,
  folder: Schema.String,
  vm: Schema.optionalWith(Schema.String, Absent),
  pd: Schema.optionalWith(Schema.String, Absent),
  place: Schema.optionalWith(PlaceSchema, Absent),
  device: Schema.optionalWith(
    Schema.Struct({
      path: Schema.String,
      labels: Schema.Array(Schema.String),
      compatible: Schema.Array(Schema.String),
    }),
    Absent,
  ),
  initcall: Schema.optionalWith(Schema.String, Absent),
  symbol: Schema.optionalWith(Schema.String, Absent),
  fixes: Schema.Array(FixSchema),
  text: Schema.String,
})

/** Reads what `encodeLastStop` wrote; undefined when it is none. */
export function decodeLastStop(text: string): LastStop | undefined {
  const decoded = Schema.decodeUnknownEither(Schema.parseJson(LastStopSchema))(text)
  return decoded._tag === "Right" ? decoded.right : undefined
}

/** The stop as the text of `last-stop.json`. */
export function encodeLastStop(stop: LastStop): string {
  return `${JSON.stringify(stop, null, 2)}\n`
}
