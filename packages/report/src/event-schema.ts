// SPDX-License-Identifier: BSD-2-Clause
//
// The events of a recorded run as schemas, one for each `type`. The compiler holds them against the kernel's own
// types, so that neither can change alone.

import type { EventBody, EventStamp, Hex } from "@vmm/kernel/events"
import { Schema } from "./schema.ts"

const HEX = "^0x(0|[1-9a-f][0-9a-f]*)$"
const HEX_PATTERN = new RegExp(HEX)

const HexValue = Schema.declare(
  (value: unknown): value is Hex => typeof value === "string" && HEX_PATTERN.test(value),
  {
    identifier: "Hex",
    description: "A 64-bit value: lower-case hex after 0x, without leading zeros.",
    message: () => 'want lower-case hex after 0x without leading zeros, such as "0x3f"',
    jsonSchema: { type: "string", pattern: HEX },
  },
)

const Count = Schema.Int.pipe(Schema.nonNegative())
const stamp = { icount: Count, timeNs: Schema.NonNegative }
const text = Schema.String
const words = Schema.Array(HexValue)
const data = Schema.Record({
  key: Schema.String,
  value: Schema.Union(Schema.Number, Schema.String, Schema.Boolean),
})

/** The event with this `type`, stamped. */
type EventOf<T extends EventBody["type"]> = EventStamp & Extract<EventBody, { readonly type: T }>

const type = <T extends string>(name: T) => Schema.Literal(name)

export const EVENT_SCHEMAS: {
  readonly [T in EventBody["type"]]: Schema.Schema<EventOf<T>>
} = {
  exit: Schema.Struct({
    ...stamp,
    type: type("exit"),
    vcpu: text,
    pc: HexValue,
    esr: HexValue,
    far: HexValue,
    ipa: HexValue,
  }),
  fault: Schema.Struct({
    ...stamp,
    type: type("fault"),
    pd: text,
    child: Schema.Int,
    from: text,
    fault: text,
    words,
  }),
  "irq-delivered": Schema.Struct({
    ...stamp,
    type: type("irq-delivered"),
    intid: Count,
    to: text,
    channel: Schema.Int,
  }),
  "irq-acked": Schema.Struct({ ...stamp, type: type("irq-acked"), intid: Count, pd: text }),
  "irq-injected": Schema.Struct({
    ...stamp,
    type: type("irq-injected"),
    vcpu: text,
    intid: Count,
    listRegister: Count,
    priority: Count,
    group: Count,
  }),
  "vppi-acked": Schema.Struct({ ...stamp, type: type("vppi-acked"), vcpu: text, intid: Count }),
  notification: Schema.Struct({
    ...stamp,
    type: type("notification"),
    from: text,
    to: text,
    channel: Schema.Int,
  }),
  ppc: Schema.Struct({
    ...stamp,
    type: type("ppc"),
    from: text,
    to: text,
    channel: Schema.Int,
    label: Count,
    replyLabel: Count,
  }),
  "vcpu-state": Schema.Struct({
    ...stamp,
    type: type("vcpu-state"),
    vcpu: text,
    state: Schema.Literal("running", "blocked", "stopped"),
  }),
  smc: Schema.Struct({ ...stamp, type: type("smc"), pd: text, args: words, results: words }),
  psci: Schema.Struct({
    ...stamp,
    type: type("psci"),
    pd: text,
    vcpu: Count,
    function: text,
    args: words,
    result: Schema.NullOr(Schema.Number),
  }),
  device: Schema.Struct({ ...stamp, type: type("device"), device: text, what: text, data }),
  console: Schema.Struct({ ...stamp, type: type("console"), milestone: text }),
  log: Schema.Struct({ ...stamp, type: type("log"), pd: text, text }),
  "pd-fault": Schema.Struct({ ...stamp, type: type("pd-fault"), pd: text, text, handler: text }),
  "vm-off": Schema.Struct({ ...stamp, type: type("vm-off"), pd: text }),
  "vm-reset": Schema.Struct({ ...stamp, type: type("vm-reset"), pd: text, handled: Schema.Boolean }),
  "vm-fault": Schema.Struct({
    ...stamp,
    type: type("vm-fault"),
    pd: text,
    vcpu: Count,
    fault: text,
    words,
    text,
  }),
  "vm-note": Schema.Struct({ ...stamp, type: type("vm-note"), pd: text, what: text, data }),
}
