// SPDX-License-Identifier: BSD-2-Clause
//
// Physical placement of memory regions, the checks against a board, and the report for people.

import * as E from "fp-ts/lib/Either.js"
import { suite } from "uvu"
import * as assert from "uvu/assert"
import { describeSystem } from "../describe.ts"
import type { Diagnostic } from "@vmm/diagnostic"
import { parseSystem } from "../parse.ts"
import { placeRegions } from "./placement.ts"
import { joinRanges, type Range, renderSize, subtractRanges } from "../ranges.ts"
import type { System } from "../system.ts"

const placement = suite("placement")

const range = (base: number, size: number): Range => ({ base, size })
const RAM = [range(0x4000_0000, 0x1000_0000)]

/** A system of one domain that maps every region (`name size [phys]`), with more inside the domain. */
function systemOf(regions: ReadonlyArray<string>, inside = "", mapMore = 'cached="false"'): System {
  const split = regions.map((region) => region.split(" "))
  const written = split.map(
    ([name, size, phys]) =>
      `<memory_region name="${name}" size="${size}"${phys === undefined ? "" : ` phys_addr="${phys}"`} />`,
  )
  const maps = split.map(([name], index) => `<map mr="${name}" vaddr="0x${index + 1}00000000" ${mapMore} />`)
  const text = `<system>\n${written.join("\n")}
<protection_domain name="p"><program_image path="p" />\n${maps.join("\n")}\n${inside}</protection_domain></system>`
  const parsed = parseSystem({ file: "t.system", text })
  if (E.isLeft(parsed)) throw new Error(parsed.left.map(({ message }) => message).join("\n"))
  return parsed.right.system
}

function placed(system: System, ram = RAM, reserved: Range[] = []): Record<string, number> {
  const result = placeRegions(system, ram, reserved)
  if (E.isLeft(result)) throw new Error(result.left.map(({ message }) => message).join("\n"))
  return Object.fromEntries(result.right.map(({ name, physAddr }) => [name, physAddr]))
}

const said = (findings: ReadonlyArray<Diagnostic>): string[] =>
  findings.map(({ line, severity, message, remedy }) => `${line} ${severity}: ${message} | ${remedy}`)

placement("regions take the lowest free addresses, large ones first", () => {
  const system = systemOf(["small 0x1000", "large 0x400000", "other 0x3000"])
  assert.equal(placed(system), { small: 0x4040_0000, large: 0x4000_0000, other: 0x4040_1000 })
})

placement("a region of 2 MiB or more begins at a multiple of 2 MiB even with small pages", () => {
  const system = systemOf(["odd 0x201000"])
  assert.is(system.memoryRegions[0]?.pageSize, 0x1000)
  assert.equal(placed(system, [range(0x4000_1000, 0x80_0000)]), { odd: 0x4020_0000 })
})

placement("fixed regions and reserved ranges are left alone", () => {
  const system = systemOf(["fixed 0x200000 0x40200000", "free 0x400000"])
  assert.equal(placed(system), { fixed: 0x4020_0000, free: 0x4040_0000 })
  assert.equal(placed(system, RAM, [range(0x4000_0000, 0x100_0000)]), {
    fixed: 0x4020_0000,
    free: 0x4100_0000,
  })
})

placement("a second bank of RAM is used when the first is full", () => {
  const banks = [range(0x8000_0000, 0x100_0000), range(0x4000_0000, 0x40_0000)]
  assert.equal(placed(systemOf(["a 0x400000", "b 0x400000"]), banks), { a: 0x4000_0000, b: 0x8000_0000 })
})

placement("banks that touch are one", () => {
  const banks = [range(0x4000_0000, 0x20_0000), range(0x4020_0000, 0x20_0000)]
  assert.equal(placed(systemOf(["a 0x400000"]), banks), { a: 0x4000_0000 })
})

placement("every region without room is an error that lists what is free", () => {
  const system = systemOf(["a 0x20000000", "b 0x1000", "c 0x40000000"])
  const result = placeRegions(system, RAM, [range(0x4000_0000, 0x1000)])
  assert.equal(said(E.isLeft(result) ? result.left : []), [
    "2 error: memory region 'a' of 0x20000000 bytes (512 MiB) does not fit in the free RAM; free at a multiple of " +
      "0x200000: [0x40001000..0x50000000) (262140 KiB) | the largest size that fits is 0xfe00000 (254 MiB): " +
      "make the region smaller, or give the board more RAM",
    "4 error: memory region 'c' of 0x40000000 bytes (1 GiB) does not fit in the free RAM; free at a multiple of " +
      "0x200000: [0x40001000..0x50000000) (262140 KiB) | the largest size that fits is 0xfe00000 (254 MiB): " +
      "make the region smaller, or give the board more RAM",
  ])
})

placement("no RAM at all is said as such", () => {
  const result = placeRegions(systemOf(["a 0x1000"]), [])
  assert.match(E.isLeft(result) ? (result.left[0]?.message ?? "") : "", /: none$/)
})

placement("ranges join and subtract", () => {
  assert.equal(joinRanges([range(4, 2), range(0, 3), range(1, 4), range(9, 0)]), [range(0, 6)])
  assert.equal(subtractRanges([range(0, 10)], [range(2, 3), range(8, 5)]), [range(0, 2), range(5, 3)])
  assert.equal([renderSize(0x1000), renderSize(90), renderSize(0x18_0000)], ["4 KiB", "90 bytes", "1536 KiB"])
})

placement("the report names memory, access, interrupts, channels and variables with their lines", () => {
  const text = `<system>
<memory_region name="ram" size="0x400000" />
<memory_region name="uart" size="0x1000" phys_addr="0x9000000" />
<memory_region name="rom" size="0x1000" prefill_path="rom.bin" />
<protection_domain name="vmm" priority="9" smc="true">
<program_image path="vmm.elf" />
<map mr="ram" vaddr="0x1000000" setvar_vaddr="ram_vaddr" />
<map mr="rom" vaddr="0x8000000" perms="rx" setvar_prefill_size="rom_bytes" />
<irq irq="33" id="1" />
<setvar symbol="ram_paddr" region_paddr="ram" />
<protection_domain name="child" id="4" priority="3"><program_image path="c.elf" /></protection_domain>
<virtual_machine name="linux"><vcpu id="0" />
<map mr="uart" vaddr="0x9000000" cached="false" />
</virtual_machine>
</protection_domain>
<channel><end pd="child" id="0" pp="true" /><end pd="vmm" id="2" notify="false" /></channel>
</system>`
  const parsed = parseSystem({ file: "t", text })
  if (E.isLeft(parsed)) throw new Error(parsed.left[0]?.message)
  const placements = placeRegions(parsed.right.system, RAM)
  if (E.isLeft(placements)) throw new Error("no room")
  assert.is(
    describeSystem(parsed.right.system, placements.right),
    `Physical memory
  range                     size   pages  region  address  content
  [0x9000000..0x9001000)    4 KiB  4 KiB  uart    fixed                         line 3
  [0x40000000..0x40400000)  4 MiB  2 MiB  ram     placed                        line 2
  [0x40400000..0x40401000)  4 KiB  4 KiB  rom     placed   filled from rom.bin  line 4

Protection domains
  name   priority  budget/period  core  stack  passive  smc  program  faults go to
  vmm    9         1000/1000 us   0     8 KiB  no       yes  vmm.elf  monitor         line 5
  child  3         1000/1000 us   0     8 KiB  no       no   c.elf    vmm as child 4  line 11

Virtual machines
  name   run by  priority  budget/period  vCPUs
  linux  vmm     0         1000/1000 us   0 on core 0  line 12

Who may touch what
  who            sees it at              may  memory    region
  vmm            [0x1000000..0x1400000)  rw-  cached    ram     at [0x40000000..0x40400000)  line 7
  vmm            [0x8000000..0x8001000)  r-x  cached    rom     at [0x40400000..0x40401000)  line 8
  linux (guest)  [0x9000000..0x9001000)  rw-  uncached  uart    at [0x9000000..0x9001000)    line 13

Interrupts
  INTID  goes to  channel  trigger
  33     vmm      1        level    line 9

Channels
  one end                      other end
  child:0 may notify and call  vmm:2 may nothing  line 16

Variables set
  program  symbol     value       what
  vmm      ram_paddr  0x40000000  region_paddr of ram  line 10
  vmm      ram_vaddr  0x1000000   vaddr of ram         line 7
  vmm      rom_bytes  not known   prefill_size of rom  line 8
`,
  )
})

placement("an empty report says none", () => {
  const system = systemOf([])
  assert.match(describeSystem(system, []), /Physical memory\n {2}none\n/)
})

placement.run()
