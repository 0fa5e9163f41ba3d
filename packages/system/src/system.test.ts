// SPDX-License-Identifier: BSD-2-Clause
//
// The compiled system: what the kernel boots from has every default filled in, names resolved, sizes and
// page sizes worked out, and the place of each part.

import * as E from "fp-ts/lib/Either.js"
import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import { suite } from "uvu"
import * as assert from "uvu/assert"
import { renderDiagnostic } from "@vmm/diagnostic"
import { parseSystem } from "./parse.ts"
import type { System } from "./system.ts"
import { placesOf, readXml } from "./xml/xml.ts"

const FILE = resolve(import.meta.dirname, "../test/fixtures/valid_everything.system")

const compiled = suite("compiled system")

function systemOf(text: string): System {
  const parsed = parseSystem({ file: "t.system", text }, { cpus: 2, prefillSize: () => 90 })
  if (E.isLeft(parsed)) throw new Error(parsed.left.map((finding) => renderDiagnostic(finding)).join("\n"))
  return parsed.right.system
}

const everything = systemOf(readFileSync(FILE, "utf8"))

compiled("memory regions have sizes, page sizes and their prefill", () => {
  assert.equal(
    everything.memoryRegions.map(({ name, size, pageSize, physAddr, prefill }) => [
      name,
      size,
      pageSize,
      physAddr,
      prefill?.path,
      prefill?.size,
    ]),
    [
      ["ram", 0x1000_0000, 0x20_0000, undefined, undefined, undefined],
      ["uart", 0x1_0000, 0x1000, 0x3086_0000, undefined, undefined],
      ["table", 0x1000, 0x1000, undefined, "small.bin", 90],
      ["dma", 0x2000, 0x1000, undefined, undefined, undefined],
    ],
  )
})

compiled("one map that is not a multiple of 2 MiB keeps a region at small pages", () => {
  const region = (vaddr: string) =>
    systemOf(`<system><memory_region name="r" size="0x400000" />
      <protection_domain name="p"><program_image path="p" />
      <map mr="r" vaddr="0x40000000" /><map mr="r" vaddr="${vaddr}" /></protection_domain></system>`)
      .memoryRegions[0]
  assert.is(region("0x80001000")?.pageSize, 0x1000)
  assert.is(region("0x80000000")?.pageSize, 0x20_0000)
})

compiled("protection domains are flat, parents first, with defaults", () => {
  assert.equal(
    everything.protectionDomains.map(({ name, parent, id, priority, virtualMachine }) => [
      name,
      parent,
      id,
      priority,
      virtualMachine,
    ]),
    [
      ["vmm", undefined, undefined, 254, 0],
      ["driver", 0, 2, 0, undefined],
      ["client", undefined, undefined, 0, undefined],
    ],
  )
  const [vmm, driver] = everything.protectionDomains
  assert.equal(
    [vmm?.budget, vmm?.period, vmm?.stackSize, vmm?.smc, vmm?.fpu, vmm?.cpu],
    [500, 1000, 0x4000, true, false, 1],
  )
  assert.equal(
    [driver?.budget, driver?.period, driver?.stackSize, driver?.passive],
    [1000, 1000, 0x2000, true],
  )
  assert.equal([vmm?.programImage.path, vmm?.programImage.pathForSymbols], ["vmm.elf", "vmm.sym"])
  assert.equal(
    vmm?.irqs.map(({ irq, id, trigger }) => [irq, id, trigger]),
    [[58, 1, "edge"]],
  )
})

compiled("variables of a program come from every place that sets one", () => {
  assert.equal(
    everything.protectionDomains.flatMap(({ name, setvars }) =>
      setvars.map(({ symbol, kind, value, region }) => [name, symbol, kind, value, region]),
    ),
    [
      ["vmm", "dma_paddr", "region_paddr", undefined, 3],
      ["vmm", "uart_paddr", "region_paddr", 0x3086_0000, 1],
      ["vmm", "ram_vaddr", "vaddr", 0x4000_0000, 0],
      ["vmm", "ram_size", "size", 0x1000_0000, 0],
      ["vmm", "table_bytes", "prefill_size", 90, 2],
      ["vmm", "uart_channel", "irq_id", 1, undefined],
      ["vmm", "driver_id", "child_id", 2, undefined],
      ["vmm", "boot_vcpu", "vcpu_id", 0, undefined],
      ["client", "vmm_channel", "channel_id", 0, undefined],
    ],
  )
})

compiled("a virtual machine has its vCPUs and maps, and knows who runs it", () => {
  const [linux] = everything.virtualMachines
  assert.equal(
    [linux?.name, linux?.protectionDomain, linux?.priority, linux?.budget, linux?.period],
    ["linux", 0, 3, 100, 200],
  )
  assert.equal(
    linux?.vcpus.map(({ id, cpu }) => [id, cpu]),
    [
      [0, 0],
      [1, 1],
    ],
  )
  assert.equal(
    linux?.maps.map(({ region, vaddr, size, perms, cached }) => [region, vaddr, size, perms.execute, cached]),
    [
      [0, 0x4000_0000, 0x1000_0000, true, true],
      [1, 0x3086_0000, 0x1_0000, false, false],
    ],
  )
  assert.is(linux?.place.line, 21)
})

compiled("channel ends name domains by index", () => {
  assert.equal(
    everything.channels.map(({ ends }) =>
      ends.map(({ protectionDomain, id, pp, notify }) => [protectionDomain, id, pp, notify]),
    ),
    [
      [
        [2, 0, true, true],
        [0, 5, false, false],
      ],
    ],
  )
})

compiled("the system survives a journey through JSON", () => {
  const plain = JSON.parse(JSON.stringify(everything)) as System
  assert.equal(JSON.stringify(plain), JSON.stringify(everything))
  assert.is(plain.protectionDomains[0]?.maps[0]?.vaddr, 0x4000_0000)
})

compiled("without the sizes of files a prefilled region needs its size", () => {
  const text = (size: string) =>
    `<system><memory_region name="r" ${size} prefill_path="f" /><protection_domain name="p">
     <program_image path="p" /><map mr="r" vaddr="0x1000" /></protection_domain></system>`
  const without = parseSystem({ file: "t", text: text("") })
  assert.match(
    E.isLeft(without) ? (without.left[0]?.message ?? "") : "",
    /size of memory region 'r' is not known/,
  )
  assert.ok(E.isRight(parseSystem({ file: "t", text: text('size="0x1000"') })))
})

compiled("places count lines that end in CR LF and in CR, and tabs as one column", () => {
  const root = readXml({ file: "f", text: "<a>\r\n\t<b\tc='1'/>\r<d/></a>" })
  if (E.isLeft(root)) throw new Error(root.left.message)
  const [b, d] = root.right.children
  assert.equal(b?.place, { file: "f", line: 2, column: 3, endColumn: 4 })
  assert.equal(b?.attributes.get("c")?.valuePlace, { file: "f", line: 2, column: 8, endColumn: 9 })
  assert.equal(d?.place, { file: "f", line: 3, column: 2, endColumn: 3 })
})

compiled("a place over several lines ends with its first", () => {
  assert.is(placesOf({ file: "f", text: "ab\ncd" })(1, 4).endColumn, 3)
})

compiled("a rendered finding shows its line with a mark and its remedy", () => {
  const text =
    '<system>\n\t<protection_domain name="p" cpu="7"><program_image path="p" /></protection_domain>\n</system>'
  const parsed = parseSystem({ file: "x.system", text })
  const [finding] = E.isLeft(parsed) ? parsed.left : []
  if (finding === undefined) throw new Error("no finding")
  assert.is(
    renderDiagnostic(finding, text),
    [
      "x.system:2:35: error: cpu core must be less than 1, got 7 on element 'protection_domain'",
      '2 | \t<protection_domain name="p" cpu="7"><program_image path="p" /></protection_domain>',
      `  | \t${" ".repeat(33)}^`,
      "  remedy: the board has one core: write 0",
    ].join("\n"),
  )
  assert.is(renderDiagnostic(finding).split("\n").length, 2)
})

compiled("a nesting without end is one error, not an overflow of the stack", () => {
  const depth = 20_000
  const text = `<system>${'<protection_domain name="p">'.repeat(depth)}${"</protection_domain>".repeat(depth)}</system>`
  const parsed = parseSystem({ file: "t", text })
  assert.equal(
    (E.isLeft(parsed) ? parsed.left : []).map(({ message }) => message),
    ["elements are nested more than 100 deep"],
  )
})

compiled("ten thousand regions are read, and all their mistakes reported", () => {
  const region = (index: number) => `<memory_region name="r${index}" size="1" />\n`
  const text = `<system>${Array.from({ length: 10_000 }, (_, index) => region(index)).join("")}</system>`
  const parsed = parseSystem({ file: "t", text })
  assert.is(E.isLeft(parsed) ? parsed.left.filter(({ severity }) => severity === "error").length : 0, 10_001)
})

/** Linear congruential generator (Numerical Recipes), for mutations that repeat. */
function random(seed: number): (limit: number) => number {
  let state = seed >>> 0
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
}

compiled("a damaged file is refused or read, but never throws", () => {
  const text = readFileSync(FILE, "utf8")
  const next = random(20)
  const pieces = [
    "<",
    ">",
    "/",
    '"',
    "&",
    "=",
    "-",
    "0x",
    " ",
    "vmm",
    "<map>",
    "</system>",
    "<!--",
    "-->",
    "]]>",
    "\u0000",
  ]
  for (let round = 0; round < 600; round++) {
    let damaged = text
    for (let count = next(3); count >= 0; count--) {
      const from = next(damaged.length)
      const length = next(2) * next(30)
      damaged =
        damaged.slice(0, from) + (pieces[next(pieces.length + 6)] ?? "") + damaged.slice(from + length)
    }
    const parsed = parseSystem({ file: "t", text: damaged }, { cpus: 2, prefillSize: () => 90 })
    if (E.isRight(parsed)) continue
    assert.ok(parsed.left.length > 0)
    for (const { line, column, endColumn } of parsed.left) {
      const length = damaged.split(/\r\n|\r|\n/)[line - 1]?.length ?? -1
      assert.ok(
        column >= 1 && column <= length + 1 && endColumn >= column,
        `round ${round}: ${line}:${column}-${endColumn}`,
      )
    }
  }
})

compiled.run()
