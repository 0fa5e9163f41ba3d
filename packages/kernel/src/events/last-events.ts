// SPDX-License-Identifier: BSD-2-Clause
//
// The last things that happened in a run, kept whether or not anybody records it: a ring of numbers and names that
// exist already, so that a note costs a few stores and nothing is built until somebody asks.

/**
 * `exit`: a vCPU left guest code, with ESR_EL2 and IPA. `read`, `write`: its VMM answered an access of an emulated
 * register at an IPA, with the size. `irq`: the kernel took a physical interrupt for a domain or vCPU. `inject`: a
 * virtual interrupt was written to a list register. `told`: a domain told something of its guest, with a number.
 */
export type LastKind = "exit" | "read" | "write" | "irq" | "inject" | "told"

/** One of the last events; what `first` and `second` are depends on the kind. */
export interface LastEvent {
  readonly kind: LastKind
  /** Whom it concerns: a vCPU as `<vm>/<id>`, a domain, "" for nobody; what `told` tells. */
  readonly name: string
  readonly first: number
  readonly second: number
  /** Nanoseconds of the machine's clock; undefined where it was not asked. */
  readonly timeNs: number | undefined
}

/** Events that are kept: a power of two. */
const KEPT = 64

/** Numbers of an event: its source, first, second, time. */
const FIELDS = 4
/** In place of a source: kind and name are those of the place in the ring. */
const NO_SOURCE = -1

interface Source {
  readonly kind: LastKind
  readonly name: string
}

export class LastEvents {
  private readonly kinds: LastKind[] = Array.from({ length: KEPT }, () => "exit")
  private readonly names: string[] = Array.from({ length: KEPT }, () => "")
  private readonly sources: Source[] = []
  private readonly fields = new Float64Array(KEPT * FIELDS)
  private next = 0

  /** `timeNs` below 0: it was not asked. */
  note(kind: LastKind, name: string, first: number, second: number, timeNs: number): void {
    const at = this.next & (KEPT - 1)
    this.kinds[at] = kind
    this.names[at] = name
    this.noteFrom(NO_SOURCE, first, second)
    this.fields[at * FIELDS + 3] = timeNs
  }

  /** A number for events of this kind and name, which `noteFrom` takes. */
  source(kind: LastKind, name: string): number {
    return this.sources.push({ kind, name }) - 1
  }

  /** The short way for what happens a million times a second; the time is not asked. */
  noteFrom(source: number, first: number, second: number): void {
    const { fields, next } = this
    const at = (next & (KEPT - 1)) * FIELDS
    fields[at] = source
    fields[at + 1] = first
    fields[at + 2] = second
    fields[at + 3] = -1
    this.next = next + 1
  }

  /** Oldest first. */
  list(): readonly LastEvent[] {
    const count = Math.min(this.next, KEPT)
    return Array.from({ length: count }, (_, n) => {
      const at = (this.next - count + n) & (KEPT - 1)
      const [source, first, second, time] = this.fields.subarray(at * FIELDS)
      const { kind, name } = this.sources[source] ?? { kind: this.kinds[at], name: this.names[at] }
      return { kind, name, first, second, timeNs: time < 0 ? undefined : time }
    })
  }
}
