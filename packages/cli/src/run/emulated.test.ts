// SPDX-License-Identifier: BSD-2-Clause
//
// Loads and stores that no syndrome describes (ISV = 0), of the interrupt distributor that the VMM emulates: vectors,
// structures, pairs, base registers that are written back, exclusives, atomics. The guests compare what they get and
// say a letter for each part; assembled by GNU as from the forms that the comments name.

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { says } from "../testing/guests.ts"
import { example, inWorkplace, vmm } from "../testing/workplace.ts"

const test = suite("cli: accesses without a syndrome")

/** Words of the power-off that guests end with. */
const OFF = -3
/** The port enabled, `words`, power-off; `words` branch there when something is not as it should be. */
const guest = (words: readonly number[]): readonly number[] => [
  ...says("").slice(0, OFF),
  ...words,
  ...says("").slice(OFF),
]

const FORMS = [
  // X1: the serial port, enabled by who calls; X9: GICD_IPRIORITYR8 (SPIs 0 to 15)
  0xd2808409, 0xf2a10009, 0xd2a0060a, 0xd518104a, 0xd5033fdf,
  // a: a Q register with write-back
  0x4f02e400, 0xaa0903eb, 0x3c810560, 0xd100416c, 0xeb09019f, 0x54000601, 0xb9400d23, 0x3202c3e4, 0x6b04007f,
  0x54000581, 0x52800c20, 0xb9000020,
  // b: pairs of D registers, one lane of structures
  0x4f04e401, 0x0d009121, 0x6d400d22, 0x9e660043, 0xd2901004, 0xf2b01004, 0xf2c80804, 0xf2e80804, 0xeb04007f,
  0x54000401, 0x52800c40, 0xb9000020,
  // c: LD2 takes words apart
  0x0c408924, 0x9e6600a3, 0xd2880804, 0xf2a80804, 0xf2c80804, 0xf2e80804, 0xeb04007f, 0x540002c1, 0x52800c60,
  0xb9000020,
  // d: LDXR, STXR until it succeeds; then one without a monitor fails
  0x885f7d23, 0x3203c3e4, 0x88057d24, 0x35ffffa5, 0xb9400126, 0x6b0400df, 0x540001a1, 0x88057d23, 0x34000165,
  0x52800c80, 0xb9000020,
  // e: LDP with pre-index
  0xd100212b, 0x29c11963, 0xeb09017f, 0x540000a1, 0x6b04007f, 0x54000061, 0x52800ca0, 0xb9000020,
]

/** The same, and LDADD, SWP, CAS (FEAT_LSE) for f. */
const FORMS_AND_ATOMICS = [
  // X1: the serial port, enabled by who calls; X9: GICD_IPRIORITYR8 (SPIs 0 to 15)
  0xd2808409, 0xf2a10009, 0xd2a0060a, 0xd518104a, 0xd5033fdf,
  // a: a Q register with write-back
  0x4f02e400, 0xaa0903eb, 0x3c810560, 0xd100416c, 0xeb09019f, 0x54000781, 0xb9400d23, 0x3202c3e4, 0x6b04007f,
  0x54000701, 0x52800c20, 0xb9000020,
  // b: pairs of D registers, one lane of structures
  0x4f04e401, 0x0d009121, 0x6d400d22, 0x9e660043, 0xd2901004, 0xf2b01004, 0xf2c80804, 0xf2e80804, 0xeb04007f,
  0x54000581, 0x52800c40, 0xb9000020,
  // c: LD2 takes words apart
  0x0c408924, 0x9e6600a3, 0xd2880804, 0xf2a80804, 0xf2c80804, 0xf2e80804, 0xeb04007f, 0x54000441, 0x52800c60,
  0xb9000020,
  // d: LDXR, STXR until it succeeds; then one without a monitor fails
  0x885f7d23, 0x3203c3e4, 0x88057d24, 0x35ffffa5, 0xb9400126, 0x6b0400df, 0x54000321, 0x88057d23, 0x340002e5,
  0x52800c80, 0xb9000020,
  // e: LDP with pre-index
  0xd100212b, 0x29c11963, 0xeb09017f, 0x54000221, 0x6b04007f, 0x540001e1, 0x52800ca0, 0xb9000020,
  // f: LDADD, SWP, CAS (FEAT_LSE)
  0x3204c3e3, 0xb8230125, 0x6b0400bf, 0x54000121, 0x3204c7e4, 0x3203c7e6, 0x88a47d26, 0xb8238125, 0x6b0600bf,
  0x54000061, 0x52800cc0, 0xb9000020,
]

async function said(words: readonly number[], ...options: readonly string[]): Promise<string> {
  let out = ""
  await inWorkplace(example(guest(words)), async () => {
    assert.is((await vmm("build", "ex")).code, 0)
    const run = await vmm("run", ...options)
    assert.is(run.code, 0, run.err)
    out = run.out
  })
  return out
}

for (const [clock, translation] of [
  ["virtual", "eager"],
  ["real", "off"],
] as const) {
  const options = ["--clock", clock, "--translation", translation, "--timeout", "300"]
  test(`emulated registers take them all, clock ${clock}, translation ${translation}`, async () => {
    assert.is(await said(FORMS, ...options), "abcde")
    assert.is(await said(FORMS_AND_ATOMICS, ...options, "--cpu", "max"), "abcdef")
  })
}

/**
 * X1: the serial port, enabled; X9: a register of the VMM's, which has the guest go on two words behind the access,
 * with nothing loaded. Three times a load and a store, and what the word behind each would spoil.
 */
const GUEST_OF_REDIRECTS = [
  // MOVZ X9, #0x3000, LSL #16; MOVZ X4, #3
  0xd2a60009, 0xd2800064,
  // MOVZ X2, 'a'; LDR W2, [X9], #4; MOVZ X2, 'x'; STR W2, [X1]
  0xd2800c22, 0xb8404522, 0xd2800f02, 0xb9000022,
  // MOVZ X2, 'b'; STR W2, [X9]; MOVZ X2, 'y'; STR W2, [X1]
  0xd2800c42, 0xb9000122, 0xd2800f22, 0xb9000022,
  // MOVZ X2, 'c'; LDP W2, W3, [X9]; MOVZ X2, 'z'; STR W2, [X1]
  0xd2800c62, 0x29400d22, 0xd2800f42, 0xb9000022,
  // MOVZ X2, 'd'; LDR W2, [X9]; MOVZ X2, 'w'; STR W2, [X1]
  0xd2800c82, 0xb9400122, 0xd2800ee2, 0xb9000022,
  // SUBS X4, X4, #1; B.NE to the first letter
  0xf1000484, 0x54fffde1,
]
const REDIRECTS = `import { simpleVmm } from "@vmm/simple-vmm"
import { faultRegisterVmExceptionHandler, Vm } from "@vmm/vmrt"
const PC = 0
export default (config, report) => (microkit) => {
  const program = simpleVmm(config, report)(microkit)
  const skip = () => void microkit.vcpuWriteTcb(0, PC, microkit.vcpuReadTcb(0, PC) + 8n)
  const read = () => (skip(), 0x78)
  faultRegisterVmExceptionHandler(program.vm, 0x30000000, 0x1000, { read, write: skip })
  return program
}
`

for (const [clock, translation] of [
  ["virtual", "off"],
  ["virtual", "eager"],
  ["real", "off"],
  ["real", "eager"],
] as const) {
  test(`a handler that sets the PC is not overruled, clock ${clock}, translation ${translation}`, () =>
    inWorkplace(
      example(guest(GUEST_OF_REDIRECTS), {
        "ex/mine.mjs": REDIRECTS,
        "ex/guest.json": '{ "kernel": "flat:guest.bin", "programs": { "vmm": "mine.mjs" } }',
      }),
      async () => {
        assert.is((await vmm("build", "ex")).code, 0)
        const run = await vmm("run", "--clock", clock, "--translation", translation, "--timeout", "300")
        assert.equal([run.code, run.out], [0, "abcdabcdabcd"], run.err)
      },
    ))
}

test.run()
