// SPDX-License-Identifier: BSD-2-Clause
//
// Guests that go no further, by what is seen of them.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { compileDts } from "@vmm/devicetree"
import { type Diagnostic, insertAt, warningAt } from "@vmm/diagnostic"
import { NO_SYSTEM, type SystemFacts } from "../example.ts"
import { forewarned } from "./forewarned.ts"
import { renderGuestStop } from "./render-guest-stop.ts"
import { milestones, standstill, type StandstillFacts, type VcpuFacts } from "./standstill.ts"
import { sampleTree } from "../testing.ts"

const test = suite("report: guests that stand still")

const VCPU: VcpuFacts = {
  id: 0,
  on: true,
  asleep: true,
  pstate: 0x5,
  sctlr: 0x30d0198dn,
  timerControl: 1n,
  instructions: 1000,
}
const TIMER = { intid: 27, vcpu: 0, enabled: true, pending: false, active: false, line: false }
const FACTS: StandstillFacts = {
  vm: "linux",
  pd: "vmm",
  vcpus: [VCPU],
  distributorOn: true,
  interrupts: [TIMER],
  driven: [27],
  owed: [],
  firstByte: true,
  linux: true,
  init: false,
}
const SPI = { intid: 110, vcpu: -1, enabled: true, pending: false, active: false, line: false }
const WDOG = { name: "wdog", physAddr: 0x30280000, size: 0x10000 }
const GIVEN: SystemFacts = {
  ...NO_SYSTEM,
  regions: [WDOG],
  maps: [{ region: "wdog", vaddr: 0x30280000, perms: "rw" }],
  usedIds: [1],
}
const EXAMPLE = {
  system: {
    file: "a.system",
    text: `<system>
    <protection_domain name="vmm">
        <virtual_machine name="linux"><vcpu id="0" /></virtual_machine>
    </protection_domain>
</system>
`,
  },
  overlays: [],
  guest: { file: "guest.json", text: "{}" },
}

const look = (change: Partial<StandstillFacts>, system = GIVEN) =>
  standstill({ ...FACTS, ...change }, sampleTree(), system, EXAMPLE)
const vcpu = (change: Partial<VcpuFacts>) => ({ vcpus: [{ ...VCPU, ...change }] })

test("an interrupt that the guest enabled and nobody hands on is lost, and its line is the remedy", () => {
  const { code, reason, waits, fixes, place } = look({ interrupts: [TIMER, SPI] })
  assert.equal([code, reason], ["lost-interrupt", "it was given watchdog@280000 and not its interrupt 110"])
  assert.is(
    waits[0],
    'interrupt 110 of /soc/watchdog@280000 is enabled by the guest, and nobody hands it on: no <irq irq="110">',
  )
  assert.is(place?.line, 28)
  const [fix] = fixes
  assert.is(fix?.edits[0]?.text, '        <irq irq="110" id="2" />\n')
})

test("an interrupt of a controller that only gathers others is no reason", () => {
  const text = `/dts-v1/; / { #address-cells = <1>; #size-cells = <1>; interrupt-parent = <&gic>;
gic: gic@1 { interrupt-controller; #interrupt-cells = <3>; };
steer@30280000 { compatible = "vendor,steer"; reg = <0x30280000 0x1000>; interrupts = <0 78 4>;
interrupt-controller; #interrupt-cells = <1>; }; };`
  const tree = compileDts([{ file: "b.dts", text }])
  const facts = { ...FACTS, interrupts: [TIMER, SPI] }
  const { code, waits } = standstill(facts, tree._tag === "Right" ? tree.right : undefined, GIVEN, EXAMPLE)
  assert.is(code, "asleep")
  assert.match(waits[0] ?? "", "interrupt 110 of /steer@30280000 is enabled by the guest")
})

test("a vCPU that its VMM's program holds: no answer, and answers that change nothing", () => {
  const silent = look(vcpu({ asleep: false, unanswered: "SMC instruction execution" }))
  assert.is(silent.code, "fault-not-answered")
  assert.match(silent.reason ?? "", /vCPU 0 waits for an answer of vmm to its last exit, SMC/)
  const vain = look(vcpu({ asleep: false, again: "SMC instruction execution" }))
  assert.is(vain.code, "fault-answered-in-vain")
  assert.is(look(vcpu({ unanswered: "Trapped WF*" })).code, "asleep")
})

test("a guest that never ran names the domains that always had something to do, and may come first", () => {
  const by = [
    { name: "vmm", priority: 100 },
    { name: "ping", priority: 150 },
  ]
  const system = {
    file: "a.system",
    text: '<system><protection_domain name="ping" priority="150" /></system>',
  }
  const facts = { ...FACTS, ...vcpu({ instructions: 0, asleep: false }), starved: { priority: 50, by } }
  const found = standstill(facts, sampleTree(), GIVEN, { ...EXAMPLE, system })
  assert.match(
    found.reason ?? "",
    /never executed an instruction: ping \(priority 150\) always .* priority 50$/,
  )
  assert.equal([found.code, found.place?.line, found.fixes[0]?.edits[0]?.text], ["never-ran", 1, "49"])
  const own = standstill({ ...facts, starved: { priority: 50, by: [] } }, sampleTree(), GIVEN, EXAMPLE)
  assert.match(own.reason ?? "", /has no time, or others take it all/)
})

test("a guest that restarts, one that idles at its first process, a processor that stays off", () => {
  assert.match(
    look({ restarts: 5, init: true }).reason ?? "",
    /restarts again and again, 5 times .* first process/,
  )
  assert.is(look({ restarts: 5 }).code, "restarts")
  assert.is(look({ halted: true, init: true }).code, "halted")
  assert.match(
    look({ idle: true, init: true, ...vcpu({ asleep: false }) }).reason ?? "",
    /only its timer wakes it/,
  )
  const refused = look({ refusedCalls: ["CPU_ON was refused"], ...vcpu({ asleep: false }) })
  assert.equal([refused.code, refused.waits[0]], ["call-refused", "CPU_ON was refused"])
})

test("an interrupt of a device that was not given is told and is not the reason", () => {
  const { code, waits, fixes } = look({ interrupts: [TIMER, SPI] }, NO_SYSTEM)
  assert.equal([code, waits.length, fixes], ["asleep", 1, []])
})

test("pending and disabled, delivered and not ended, are told by name", () => {
  const { waits } = look({
    interrupts: [TIMER, { ...SPI, enabled: false, pending: true }, { ...SPI, intid: 36, active: true }],
    driven: [27, 36, 110],
    owed: [36],
  })
  assert.equal(waits, [
    "interrupt 110 (watchdog@280000) is pending, and the guest has not enabled it",
    "interrupt 36 (odd@290010) was delivered, and the guest has not ended it",
  ])
})

test("a timer that is off, masked, or whose interrupt is not enabled wakes nobody", () => {
  assert.match(look(vcpu({ timerControl: 0n })).waits.join(), "virtual timer is off")
  assert.match(look(vcpu({ timerControl: 3n })).waits.join(), "virtual timer is masked")
  assert.match(look({ interrupts: [] }).waits.join(), "has not enabled its interrupt 27")
  assert.match(look(vcpu({ asleep: false, pstate: 0x85 })).waits.join(), "interrupts masked (PSTATE.I)")
})

test("milestones tell where a boot ended", () => {
  const names = (change: Partial<StandstillFacts>) =>
    milestones({ ...FACTS, ...change }).flatMap(({ name, reached }) => (reached ? [] : [name]))
  assert.equal(names({ ...vcpu({ instructions: 0, sctlr: 0n }), distributorOn: false, firstByte: false }), [
    "kernel entered",
    "MMU on",
    "interrupt controller on",
    "console's first byte",
    "/init",
  ])
  assert.equal(names({ init: true }), [])
  assert.equal(names(vcpu({ pstate: 0 })), [], "user space runs: there is a first process")
  assert.equal(names({ distributorOn: undefined }), ["/init"])
})

test("each end of the way has its name, and a silent console its remedy", () => {
  assert.is(look(vcpu({ instructions: 0, sctlr: 0n })).code, "never-ran")
  const early = { ...vcpu({ sctlr: 0n }), firstByte: false }
  const masked = { ...early, ...vcpu({ sctlr: 0n, pstate: 0x3c5 }), distributorOn: false }
  assert.is(look(masked).code, "no-mmu")
  assert.is(look(early).code, "asleep", "no Linux gets so far without its MMU")
  const silent = look({ ...early, distributorOn: false })
  assert.equal(
    [silent.code, silent.reason],
    ["silent-console", "it sleeps, and nothing ever came to the console"],
  )
  const facts = { ...FACTS, ...vcpu({ asleep: false }), firstByte: false }
  const chosen = (path: string) => {
    const text = `/dts-v1/; / { chosen { stdout-path = "${path}"; }; uart { }; };`
    const tree = compileDts([{ file: "b.dts", text }])
    return standstill(facts, tree._tag === "Right" ? tree.right : undefined, GIVEN, EXAMPLE)
  }
  assert.is(chosen("/uart").code, "silent-console")
  assert.match(chosen("/uart").fixes[0]?.edits[0]?.text ?? "", '"cmdline-add": ["earlycon"]')
  assert.equal(chosen("/uart2").fixes, [], "earlycon alone has no port then")
  assert.is(look(vcpu({ asleep: false })).code, "no-progress")
  assert.is(look({ ...vcpu({ asleep: true }), init: true }).code, "program-waits")
  assert.is(look({ ...vcpu({ asleep: false, pstate: 0 }), init: true }).code, "program-runs")
})

test("an early console that is there already is no remedy", () => {
  const text = `/dts-v1/; / { chosen { stdout-path = "/uart"; }; uart { }; };`
  const tree = compileDts([{ file: "b.dts", text }])
  const silent = { ...FACTS, ...vcpu({ asleep: false }), firstByte: false }
  const fixesOf = (words: string) => {
    const guest = { file: "guest.json", text: `{ "cmdline": "${words}" }` }
    const known = tree._tag === "Right" ? tree.right : undefined
    return standstill(silent, known, GIVEN, { ...EXAMPLE, guest }).fixes
  }
  assert.is(fixesOf("quiet").length, 1)
  assert.equal(fixesOf("earlycon maxcpus=1"), [])
  assert.equal(fixesOf("quiet earlycon=pl011,0x9000000"), [])
})

test("a console without a model is told in the place of its silence", () => {
  const silent = { ...vcpu({ asleep: false }), firstByte: false }
  const found = look({ ...silent, unmodelled: { console: "/soc/serial@4c0" } })
  assert.is(found.code, "console-no-model")
  assert.match(found.reason ?? "", "its console serial@4c0 has no model here")
  assert.is(
    look({ ...vcpu({ asleep: false }), unmodelled: { console: "/soc/serial@4c0" } }).code,
    "no-progress",
  )
})

test("a device without a model that the guest polls is named, and disabled by the remedy", () => {
  const polled = { path: "/soc/watchdog@280000", offset: 8 }
  const { code, reason, fixes, place, waits } = look({ ...vcpu({ asleep: false }), unmodelled: { polled } })
  assert.is(code, "polls-no-model")
  assert.match(
    reason ?? "",
    /^it reads offset 0x8 of watchdog@280000 \(.*\) again and again, which has no model/,
  )
  assert.match(fixes[0]?.edits[0]?.text ?? "", 'status = "disabled";')
  assert.is.not(place, undefined)
  assert.is(waits[0], reason)
})

test("what the check had said comes first where it explains the silence", () => {
  const at = { file: "guest.json", line: 4, column: 3, endColumn: 5 }
  const fixOf = (id: string) => ({ id, title: id, edits: [insertAt("guest.json", 1, 1, "x")], notes: [] })
  const tty = warningAt(at, "console=tty0", "", { code: "console-none", fixes: [fixOf("a")] })
  const irq = warningAt({ ...at, line: 1 }, "no irq", "", { code: "device-without-irq", fixes: [fixOf("b")] })
  const seen = (code: string, ...all: readonly Diagnostic[]) => {
    const { cause, lines, fixes } = forewarned(code, all, ({ line }) => `${line}`)
    return [cause?.code, lines, fixes.map(({ id }) => id)]
  }
  assert.equal(seen("silent-console", irq, tty), [
    "console-none",
    ["4: console=tty0", "1: no irq"],
    ["a", "b"],
  ])
  assert.equal(seen("asleep", irq, tty), [undefined, ["1: no irq", "4: console=tty0"], ["b", "a"]])
  assert.equal(seen("asleep", irq), ["device-without-irq", ["1: no irq"], ["b"]])
  assert.equal(seen("silent-console", irq), [undefined, ["1: no irq"], ["b"]])
})

test("the block has its parts in order and leaves empty ones out", () => {
  const text = renderGuestStop(
    {
      summary: "linux goes no further",
      vm: "linux",
      milestones: milestones(FACTS),
      vcpus: [
        {
          id: 0,
          state: "sleeps in WFI",
          level: 1,
          pc: { address: "0x10", symbol: "f+0x0/0x8" },
          backtrace: [],
        },
      ],
      waits: ["for nothing"],
      said: [],
      events: [],
      fixes: [],
    },
    undefined,
  )
  assert.is(
    text,
    `linux goes no further.

How far it came
  reached      kernel entered, MMU on, interrupt controller on, console's first byte
  not reached  /init

Where: VM linux
  vCPU 0       sleeps in WFI, PC 0x10  f+0x0/0x8  (EL1)

What it waits for
  for nothing`,
  )
})

test.run()
