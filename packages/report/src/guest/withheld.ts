// SPDX-License-Identifier: BSD-2-Clause
//
// Interrupts that came from the board and that the VMM's program kept from its guest: it never injected them, or did
// not acknowledge what the guest has ended, so that seL4 leaves them masked (reference manual, 8.1: IRQHandler).

import type { Fix, Place } from "@vmm/diagnostic"

/** An interrupt of the VMM's domain. */
export interface HandedInterrupt {
  readonly intid: number
  readonly channel: number
  /** Times that it came. */
  readonly times: number
  /** It was acknowledged since it came last. */
  readonly acknowledged: boolean
  /** The guest got it at some time. */
  readonly injected: boolean
}

interface Facts {
  readonly pd: string
  readonly handed?: readonly HandedInterrupt[]
  readonly program?: { readonly init?: Place; readonly notified?: Place }
  /** INTIDs that the program has claimed. */
  readonly driven: readonly number[]
  readonly interrupts:
    | ReadonlyArray<{
        readonly intid: number
        readonly enabled: boolean
        readonly pending: boolean
        readonly active: boolean
      }>
    | undefined
}

export interface Withheld {
  readonly code: "interrupt-not-given" | "interrupt-not-acknowledged"
  /** A sentence without full stop. */
  readonly reason: string
  readonly place?: Place
  readonly fixes: readonly Fix[]
}

const advice = (title: string, note: string): readonly Fix[] => [
  { id: "program", title, edits: [], notes: [note] },
]

/** INTIDs of shared interrupts begin here (Arm IHI 0048B, 2.2.1). */
const FIRST_SPI = 32

function notGiven(
  { intid, channel, times }: HandedInterrupt,
  what: string,
  { pd, driven, handed = [] }: Facts,
) {
  const often = times === 1 ? "" : ` ${times} times`
  const own = (one: number) => handed.some((irq) => irq.intid === one)
  const others = driven.includes(intid) ? [] : driven.filter((one) => one >= FIRST_SPI && !own(one))
  const claimed = others.length === 0 ? "" : `: it has claimed ${others.join(", ")}`
  const never = driven.includes(intid) ? "" : " and never registered it"
  const title = driven.includes(intid)
    ? `let \`notified\` of ${pd}'s program hand channel ${channel} on to its guest`
    : `let \`init\` of ${pd}'s program register interrupt ${intid}, and \`notified\` hand channel ${channel} on`
  return {
    code: "interrupt-not-given",
    reason:
      `${what} came from the board for ${pd}${often}, whose program never gave it to the guest` +
      (claimed === "" ? never : claimed),
    fixes: advice(
      title,
      "virqHandlePassthrough(vm, channel) gives what virqRegisterPassthrough has registered; " +
        `virqInject(vm, ${intid}) what the program claims by virqRegister.`,
    ),
  } as const
}

function notAcknowledged({ channel }: HandedInterrupt, what: string, pd: string) {
  return {
    code: "interrupt-not-acknowledged",
    reason: `the guest has ended ${what}, and ${pd}'s program has not acknowledged it: the board sends no other`,
    fixes: advice(
      `let ${pd}'s program acknowledge channel ${channel} when the guest has ended the interrupt: ` +
        `microkit.irqAck(${channel})`,
      "virqRegister(vm, intid, ack) calls `ack` then; virqRegisterPassthrough does all of it.",
    ),
  } as const
}

/** The first interrupt that the guest waits for and its VMM keeps. */
export function withheld(facts: Facts, name: (intid: number) => string): Withheld | undefined {
  const { pd, handed = [], program, driven, interrupts } = facts
  const placed = (at: Place | undefined) => (at === undefined ? {} : { place: at })
  const place = placed(program?.notified ?? program?.init)
  // What the program has not registered is mended where it registers.
  const start = placed(program?.init ?? program?.notified)
  for (const one of handed) {
    const seen = interrupts?.find(({ intid }) => intid === one.intid)
    const waits = interrupts === undefined || (seen?.enabled === true && !seen.pending && !seen.active)
    if (one.times === 0 || !waits) continue
    if (!one.injected)
      return { ...notGiven(one, name(one.intid), facts), ...(driven.includes(one.intid) ? place : start) }
    if (!one.acknowledged) return { ...notAcknowledged(one, name(one.intid), pd), ...place }
  }
  return undefined
}
