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

export class LastEvents {
  private readonly kinds: LastKind[] = Array.from({ length: KEPT }, () => "exit")
  private readonly names: string[] = Array.from({ length: KEPT }, () => "")
  private readonly first = new Float64Array(KEPT)
  private readonly second = new Float64Array(KEPT)
  private readonly times = new Float64Array(KEPT)
  private next = 0

  /** `timeNs` below 0: it was not asked. */
  note(kind: LastKind, name: string, first: number, second: number, timeNs: number): void {
    const at = this.next & (KEPT - 1)
    this.kinds[at] = kind
    this.names[at] = name
    this.first[at] = first
    this.second[at] = second
    this.times[at] = timeNs
    this.next += 1
  }

  /** Oldest first. */
  list(): readonly LastEvent[] {
    const count = Math.min(this.next, KEPT)
    return Array.from({ length: count }, (_, n) => {
      const at = (this.next - count + n) & (KEPT - 1)
      const time = this.times[at]
      return {
        kind: this.kinds[at],
        name: this.names[at],
        first: this.first[at],
        second: this.second[at],
        timeNs: time < 0 ? undefined : time,
      }
    })
  }
}
