// SPDX-License-Identifier: BSD-2-Clause
//
// Records of runs, read and written.

import * as Either from "effect/Either"
import { suite } from "uvu"
import * as assert from "uvu/assert"
import { type EventBody, hex, type TraceEvent } from "@vmm/kernel/events"
import { decodeEvent, decodeEvents, encodeEvent, eventJsonSchema } from "./events.ts"

const test = suite("report: events")

const BODIES: { readonly [T in EventBody["type"]]: Extract<EventBody, { readonly type: T }> } = {
  exit: {
    type: "exit",
    vcpu: "linux/0",
    pc: hex(0xffff800080000000n),
    esr: hex(0),
    far: hex(1),
    ipa: hex(2),
  },
  fault: { type: "fault", pd: "vmm", child: 0, from: "linux/0", fault: "VMFault", words: [hex(7), hex(0)] },
  "irq-delivered": { type: "irq-delivered", intid: 27, to: "linux/0", channel: -1 },
  "irq-acked": { type: "irq-acked", intid: 58, pd: "vmm" },
  "irq-injected": {
    type: "irq-injected",
    vcpu: "linux/0",
    intid: 27,
    listRegister: 1,
    priority: 0,
    group: 1,
  },
  "vppi-acked": { type: "vppi-acked", vcpu: "linux/0", intid: 27 },
  notification: { type: "notification", from: "a", to: "b", channel: 3 },
  ppc: { type: "ppc", from: "a", to: "b", channel: 3, label: 0, replyLabel: 1 },
  "vcpu-state": { type: "vcpu-state", vcpu: "linux/0", state: "blocked" },
  smc: { type: "smc", pd: "vmm", args: [hex(0xc2000006n)], results: [hex(0)] },
  psci: { type: "psci", pd: "vmm", vcpu: 0, function: "SYSTEM_OFF", args: [], result: null },
  device: { type: "device", device: "/soc/uart", what: "stub-first-touch", data: { a: 1, b: "x", c: true } },
  console: { type: "console", milestone: "prompt" },
  log: { type: "log", pd: "vmm", text: "hello" },
  "pd-fault": { type: "pd-fault", pd: "a", text: "why", handler: "monitor" },
  "vm-off": { type: "vm-off", pd: "vmm" },
  "vm-reset": { type: "vm-reset", pd: "vmm", handled: true },
  "vm-fault": { type: "vm-fault", pd: "vmm", vcpu: 0, fault: "VMFault", words: [], text: "why" },
  "vm-note": { type: "vm-note", pd: "vmm", what: "smc-unknown", data: {} },
}

const EVENTS: readonly TraceEvent[] = Object.values(BODIES).map((body, index) => ({
  icount: index,
  timeNs: 1.5 * index,
  ...body,
}))

const problem = (line: string): string =>
  Either.match(decodeEvent(line), { onLeft: ({ message }) => message, onRight: () => "no problem" })

test("every type of event survives the way through its line", () => {
  for (const event of EVENTS) assert.equal(decodeEvent(encodeEvent(event)), Either.right(event))
})

test("a record is read line by line, and its last line end is no event", () => {
  const text = EVENTS.map((event) => `${encodeEvent(event)}\n`).join("")
  assert.equal(decodeEvents(text), { events: EVENTS, problems: [] })
})

test("problems carry their line, and the lines around are read", () => {
  const good = encodeEvent({ type: "vm-off", pd: "vmm", icount: 1, timeNs: 2 })
  const { events, problems } = decodeEvents(`${good}\nnonsense\n\n${good}\n{"type":"vm-of`)
  assert.is(events.length, 2)
  assert.equal(
    problems.map(({ line }) => line),
    [2, 5],
  )
  assert.match(problems[1]?.message ?? "", "a record has one JSON object on each line")
})

test("an unknown type is told with the types that there are", () => {
  assert.match(problem('{"type":"exot"}'), 'no event has type "exot"; the types are exit, fault, ')
  assert.match(problem('{"type":"toString"}'), 'no event has type "toString"')
  assert.match(problem("{}"), "an event has a type")
})

test("what is no object is no event", () => {
  assert.match(problem("[]"), "this is an array")
  assert.match(problem("null"), "this is null")
  assert.match(problem("12"), "this is a number")
})

test("all that is wrong with an event is told, each by its field", () => {
  assert.is(
    problem('{"type":"vppi-acked","icount":-1,"timeNs":0,"vcpu":7,"intid":27,"extra":1}'),
    [
      'vppi-acked.extra: is unexpected, expected: "icount" | "timeNs" | "type" | "vcpu" | "intid"',
      "vppi-acked.icount: Expected a non-negative number, actual -1",
      "vppi-acked.vcpu: Expected string, actual 7",
    ].join("; "),
  )
})

test("hex is lower case, begins with 0x and has no leading zeros", () => {
  for (const word of ["0X1", "0x01", "0xAB", "12", "0x"]) {
    const line = JSON.stringify({ ...BODIES.smc, args: [word], icount: 0, timeNs: 0 })
    assert.match(problem(line), "smc.args.0: want lower-case hex after 0x")
  }
})

test("the schema can be given to others as JSON Schema", () => {
  const schema = JSON.stringify(eventJsonSchema())
  for (const type of Object.keys(BODIES)) assert.match(schema, `"enum":["${type}"]`)
  assert.match(schema, '"pattern":"^0x(0|[1-9a-f][0-9a-f]*)$"')
})

test.run()
