// SPDX-License-Identifier: BSD-2-Clause
//
// Reading and writing a recorded run: JSON lines, one event a line. Whatever does not fit the schema is told
// with its line; the other lines are read all the same.

import * as Either from "effect/Either"
import { eventLine, type EventBody, type TraceEvent } from "@vmm/kernel/events"
import { EVENT_SCHEMAS } from "./event-schema.ts"
import { jsonSchemaOf, parseIssues, Schema } from "./schema.ts"

/** Why a line is no event. */
export interface EventProblem {
  /** From 1. */
  readonly line: number
  readonly message: string
}

/** One line of the record, without its line end. */
export function encodeEvent(event: TraceEvent): string {
  return eventLine(event)
}

const TYPES = Object.keys(EVENT_SCHEMAS)

function isType(type: unknown): type is EventBody["type"] {
  return typeof type === "string" && Object.hasOwn(EVENT_SCHEMAS, type)
}

/** What a value that stands where an event should is, in words. */
function described(value: unknown): string {
  if (value === null) return "null"
  return Array.isArray(value) ? "an array" : `a ${typeof value}`
}

function fitToSchema(value: unknown): Either.Either<TraceEvent, string> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return Either.left(`an event is a JSON object, and this is ${described(value)}`)
  }
  const type: unknown = "type" in value ? value.type : undefined
  if (!isType(type)) {
    const which = type === undefined ? "an event has a type" : `no event has type ${JSON.stringify(type)}`
    return Either.left(`${which}; the types are ${TYPES.join(", ")}`)
  }
  const schema: Schema.Schema<TraceEvent> = Schema.asSchema<Schema.Schema.AnyNoContext>(EVENT_SCHEMAS[type])
  const decode = Schema.decodeUnknownEither(schema, { errors: "all", onExcessProperty: "error" })
  return Either.mapLeft(decode(value), (error) =>
    parseIssues(error)
      .map(({ path, message }) => `${[type, ...path.map(String)].join(".")}: ${message.replace(/\s+/g, " ")}`)
      .join("; "),
  )
}

/**
 * Reads one line of a record.
 * @param number the line's number for the problem, from 1
 */
export function decodeEvent(line: string, number = 1): Either.Either<TraceEvent, EventProblem> {
  const parsed = Either.try<unknown, string>({
    try: () => JSON.parse(line),
    catch: (error) => `this is no JSON (${String(error)}); a record has one JSON object on each line`,
  })
  return Either.mapLeft(Either.flatMap(parsed, fitToSchema), (message) => ({ line: number, message }))
}

/** Reads a whole record: what could be read, and all problems. Empty lines are passed over. */
export function decodeEvents(text: string): {
  readonly events: readonly TraceEvent[]
  readonly problems: readonly EventProblem[]
} {
  const events: TraceEvent[] = []
  const problems: EventProblem[] = []
  text.split("\n").forEach((line, index) => {
    if (line.trim() === "") return
    Either.match(decodeEvent(line, index + 1), {
      onLeft: (problem) => problems.push(problem),
      onRight: (event) => events.push(event),
    })
  })
  return { events, problems }
}

/** The JSON Schema (draft 7) of one line of a record, for people and programs that read records. */
export function eventJsonSchema(): unknown {
  return jsonSchemaOf(Schema.Union(...Object.values<Schema.Schema.AnyNoContext>(EVENT_SCHEMAS)))
}
