// SPDX-License-Identifier: BSD-2-Clause
//
// A reading: a value together with all that was found wrong on the way to it. Readings combine without
// stopping at the first finding, so one run reports every mistake. It is fp-ts's Writer over a list of
// diagnostics; what could not be read is a field whose value is undefined, which later checks skip.

import { sequenceS } from "fp-ts/lib/Apply.js"
import * as RA from "fp-ts/lib/ReadonlyArray.js"
import * as W from "fp-ts/lib/Writer.js"
import type { Diagnostic, Place } from "@vmm/diagnostic"

export type Findings = ReadonlyArray<Diagnostic>
export type Reading<A> = W.Writer<Findings, A>

/** A value read from the file. Undefined: absent, or wrong and already reported. */
export interface Field<A> {
  readonly value: A | undefined
  /** Of the attribute's value when there is one, else of the element's name. */
  readonly place: Place
  /** The attribute is in the file; `place` is its value's. */
  readonly written: boolean
}

const applicative = W.getApplicative<Findings>(RA.getMonoid<Diagnostic>())

export function reading<A>(value: A, findings: Findings = []): Reading<A> {
  return () => [value, findings]
}

/** A record of readings to the reading of a record. */
export const all = sequenceS(applicative)

/** Reads every item and keeps all findings. */
export function each<A, B>(
  items: ReadonlyArray<A>,
  read: (item: A, index: number) => Reading<B>,
): Reading<ReadonlyArray<B>> {
  // A loop, where fp-ts's traverse over Writer would nest a call for each item.
  return () => {
    const results = items.map((item, index) => read(item, index)())
    return [results.map(([value]) => value), results.flatMap(([, findings]) => findings)]
  }
}

/** Adds findings to a reading. */
export function noting<A>(findings: Findings, read: Reading<A>): Reading<A> {
  return () => {
    const [value, found] = read()
    return [value, [...findings, ...found]]
  }
}

/** A value that the checks have made sure of. */
export function sure<A>(value: A | undefined, place: Place): A {
  if (value === undefined) throw new Error(`unchecked value at ${place.file}:${place.line}:${place.column}`)
  return value
}

/** The value of a field that the checks have made sure of. */
export const val = <A>({ value, place }: Field<A>): A => sure(value, place)
