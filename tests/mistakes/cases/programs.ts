// SPDX-License-Identifier: BSD-2-Clause
//
// Programs of protection domains, the user's own, that do something wrong when they run.

import { readFileSync } from "node:fs"
import { resolve } from "node:path"

import type { Mistake } from "../mistake.ts"

const SIMPLE = resolve(import.meta.dirname, "../../../packages/simple-vmm/src/simple-vmm.ts")
const KERNEL = '"kernel": "flat:hello.bin"'

/** A copy of simple-vmm, as the README advises, with something put before the guest starts. */
function copied(name: string, put: string, words: RegExp): Mistake {
  const whole = readFileSync(SIMPLE, "utf8").replace(
    "export function simpleVmm",
    "export default function simpleVmm",
  )
  const text = whole.replace("    guestStart(vm)\n", () => `    ${put}\n    guestStart(vm)\n`)
  if (!text.includes(put)) throw new Error("simple-vmm does not start its guest as it did")
  const changes = [
    ["guest", KERNEL, `${KERNEL},\n  "programs": { "vmm": "my-vmm.ts" }`],
    { file: "my-vmm.ts", text },
  ] as const
  return { name, base: "bare", changes, by: "run", words, at: [[{ file: "my-vmm.ts" }, put]] }
}

const PING = `export default (microkit) => ({
  init() {
    microkit.notify(7)
  },
})
`

const pinged = (program: string): string => `    <protection_domain name="ping" priority="120">
        <program_image path="${program}" />
    </protection_domain>
    <channel>
        <end pd="ping" id="3" />
        <end pd="vmm" id="9" />
    </channel>
</system>`

/** Two domains that share a region, and the one that writes to it. */
const shared = (vaddr: string): string => `    <memory_region name="shared" size="0x1000" />
    <protection_domain name="reader" priority="110">
        <program_image path="reader.mjs" />
        <map mr="shared" vaddr="0x300_0000" perms="r" />
    </protection_domain>
    <protection_domain name="writer" priority="120">
        <program_image path="writer.mjs" />
        <map mr="shared" vaddr="${vaddr}" perms="rw" />
    </protection_domain>
</system>`

const sharing = (name: string, vaddr: string, body: string, words: RegExp, at: Mistake["at"]): Mistake => ({
  name,
  base: "bare",
  changes: [
    { file: "reader.mjs", text: "export default () => ({ init() {} })\n" },
    { file: "writer.mjs", text: `export default (microkit) => ({\n  init() {\n    ${body}\n  },\n})\n` },
    ["system", "</system>", shared(vaddr)],
  ],
  by: "run",
  words,
  at,
})
const WRITER = { file: "writer.mjs" } as const
const WORD = "microkit.memory.write32(0x3000010, 7)"

export const PROGRAMS: readonly Mistake[] = [
  sharing("shared-memory-elsewhere", "0x310_0000", WORD, /reader has "shared" there, which writer maps at/, [
    [WRITER, WORD],
  ]),
  sharing(
    "driver-throws",
    "0x300_0000",
    "microkit.log(microkit.missing.name)",
    /writer faulted: Cannot read properties of undefined/,
    [[WRITER, "missing"]],
  ),
  {
    name: "channel-that-nobody-hears",
    base: "bare",
    changes: [
      { file: "ping.mjs", text: PING.replace("7", "3") },
      ["system", "</system>", pinged("ping.mjs")],
    ],
    by: "check",
    code: "channel-unheard",
    words: /'ping' may notify 'vmm' by channel 9, and 'vmm' runs simple-vmm/,
    at: [["system", '<end pd="vmm"']],
  },
  copied("vmm-reads-nothing", "vm.microkit.memory.read32(0)", /read of 0x0: nothing is mapped there/),
  copied("vmm-throws", "BigInt(undefined as never)", /vmm faulted: Cannot convert undefined/),
  {
    name: "channel-that-is-not-there",
    base: "bare",
    changes: [{ file: "ping.mjs", text: PING }, ["system", "</system>", pinged("ping.mjs")]],
    by: "run",
    words: /ping called microkit_notify with 7, which is none of its channels/,
    at: [[{ file: "ping.mjs" }, "notify(7)"]],
  },
  {
    name: "driver-clears-the-guest",
    base: "bare",
    changes: [
      {
        file: "scrub.mjs",
        text: PING.replace("notify(7)", "memory.fill(0x50000000, 0x1000, 0)"),
      },
      [
        "system",
        "</system>",
        `    <protection_domain name="scrub" priority="60">
        <program_image path="scrub.mjs" />
        <map mr="guest_ram" vaddr="0x5000_0000" perms="rw" />
    </protection_domain>
</system>`,
      ],
    ],
    by: "run",
    words: /was never copied .*; scrub may write to "guest_ram"/,
    at: [["system", 'vaddr="0x5000_0000"']],
  },
]
