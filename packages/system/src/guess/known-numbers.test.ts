// SPDX-License-Identifier: BSD-2-Clause
//
// Numbers that cannot be read, or are not there, are told by the device trees and the lines around, or not at all.

import * as E from "fp-ts/lib/Either.js"
import { suite } from "uvu"
import * as assert from "uvu/assert"

import type { Surroundings } from "../options.ts"
import { parseSystem } from "../parse.ts"

const TREES: Surroundings = {
  devices: [
    {
      names: ["serial", "uart1"],
      ranges: [{ base: 0x3086_0000, size: 0x1_0000 }],
      interrupts: [58],
      wanted: true,
    },
    { names: ["timer"], ranges: [{ base: 0x302d_0100, size: 0x80 }], interrupts: [87, 88], wanted: true },
    { names: ["mmc"], ranges: [{ base: 0x30b4_0000, size: 0x1_0000 }], interrupts: [54], wanted: false },
  ],
  guestRam: [{ base: 0x4000_0000, size: 0x800_0000 }],
  elsewhere: [{ physAddr: 0x3102_0000, vaddr: 0x3100_0000 }],
}

const FILE = `<system>
  <memory_region name="ram" size="0x800_0000" page_size="0x20_0000" />
  <memory_region name="uart" size="0x1_0000" phys_addr="0x3086_0000" />
  <memory_region name="clock" size="0x1000" phys_addr="0x302d_0000" />
  <memory_region name="gicv" size="0x1000" phys_addr="0x3102_0000" />
  <protection_domain name="vmm" priority="100">
    <program_image path="vmm.elf" />
    <map mr="ram" vaddr="0x4000_0000" perms="rw" />
    <virtual_machine name="linux" priority="50">
      <vcpu id="0" />
      <map mr="ram" vaddr="0x4000_0000" perms="rwx" />
      <map mr="uart" vaddr="0x3086_0000" perms="rw" cached="false" />
      <map mr="clock" vaddr="0x302d_0000" perms="rw" cached="no" />
      <map mr="gicv" vaddr="0x3100_0000" perms="rw" cached="no" />
    </virtual_machine>
    <irq irq="58" id="1" />
    <irq irq="87" id="2" />
  </protection_domain>
</system>`.replaceAll('cached="no"', 'cached="false"')

/** The title of the first error's first fix, after the change. */
function told(find: string, put: string, trees: Surroundings | "none" = TREES): string | undefined {
  if (FILE.split(find).length !== 2) throw new Error(`${find} is not there once`)
  const source = { file: "t.system", text: FILE.replace(find, put) }
  const parsed = parseSystem(source, trees === "none" ? {} : { surroundings: () => trees })
  if (E.isRight(parsed)) throw new Error("there is no mistake")
  return parsed.left.find(({ severity }) => severity === "error")?.fixes?.[0]?.title
}

const test = suite("numbers that are known")

const UART = 'size="0x1_0000" phys_addr="0x3086_0000"'

test("the interrupt that a device of the domain raises and no other line hands on", () => {
  for (const wrong of ['irq="5800"', 'irq="x"', 'irq=""', 'irq="-58"'])
    assert.is(
      told('irq="58"', wrong, { ...TREES, devices: TREES.devices.slice(0, 1) }),
      'write irq="58"',
      wrong,
    )
  assert.is(
    told('irq="58" id="1"', 'id="1"', { ...TREES, devices: TREES.devices.slice(0, 1) }),
    'write irq="58"',
  )
})

test("where several are left, the one that was nearly written", () => {
  assert.is(told('irq="58"', 'irq="58q"'), 'write irq="58"')
  assert.is(told('irq="87"', 'irq="8888"'), 'write irq="88"')
  assert.is(told('irq="58"', 'irq="x"'), undefined)
})

test("not the interrupt of a device that the domain does not have", () => {
  assert.is(told('irq="58"', 'irq="5444"'), undefined)
})

test("the size of registers, and of the guest's RAM", () => {
  assert.is(told(UART, UART.replace("0x1_0000", "0")), 'write size="0x1_0000"')
  assert.is(told('size="0x1000" phys_addr="0x302d_0000"', 'phys_addr="0x302d_0000"'), 'write size="0x1000"')
  assert.is(told('size="0x800_0000"', 'size="0x8g0_0000"'), 'write size="0x800_0000"')
})

test("a physical address: where the machine has the device, or the GIC's virtual interface", () => {
  assert.is(told(UART, UART.replace("0x3086", "0x3g86")), 'write phys_addr="0x3086_0000"')
  assert.is(told('phys_addr="0x3102_0000"', 'phys_addr="gicv"'), 'write phys_addr="0x3102_0000"')
})

test("an address of a machine: that of the board, but for the GIC's", () => {
  assert.is(told('<map mr="clock" vaddr="0x302d_0000"', '<map mr="clock"'), 'write vaddr="0x302d_0000"')
  assert.is(told('<map mr="gicv" vaddr="0x3100_0000"', '<map mr="gicv"'), 'write vaddr="0x3100_0000"')
})

test("letters that look like digits are those digits, and suffixes of C go", () => {
  assert.is(
    told('phys_addr="0x302d_0000"', 'phys_addr="0x3O2d_OOOO"', "none"),
    'write phys_addr="0x302d_0000"',
  )
  assert.is(told('size="0x800_0000"', 'size="0x8000000UL"', "none"), 'write size="0x8000000"')
  assert.is(told('irq="58"', 'irq="S8"', "none"), 'write irq="58"')
})

test("priorities by their neighbours, page sizes by what fits, caching by what is mapped", () => {
  assert.is(told('priority="100"', 'priority="high"'), 'write priority="51"')
  assert.is(told('priority="50"', 'priority="low"'), 'write priority="99"')
  assert.is(told('priority="50"', 'priority="300"'), 'write priority="99"')
  assert.is(told('priority="100"', 'priority="300"'), 'write priority="254"')
  assert.is(told('page_size="0x20_0000"', 'page_size="large"'), 'write page_size="0x20_0000"')
  assert.is(
    told('"0x3086_0000" perms="rw" cached="false"', '"0x3086_0000" perms="rw" cached="device"'),
    'write cached="false"',
  )
})

test("digits that can be read go after what the trees know", () => {
  assert.is(told('phys_addr="0x302d_0000"', 'phys_addr="0x302d_000x"'), 'write phys_addr="0x302d_0000"')
  assert.is(told(UART, UART.replace("0x1_0000", "65536k")), 'write size="0x1_0000"')
  assert.is(told('size="0x800_0000"', 'size="128M"'), 'write size="0x8000000"')
})

test("a region over neighbours that the guest wants is as large as it was nearly written, else as all of them", () => {
  const bank = (base: number) => ({
    names: ["gpio"],
    ranges: [{ base, size: 0x1000 }],
    interrupts: [],
    wanted: true,
  })
  const devices = [...TREES.devices, bank(0x302d_1000), bank(0x302d_2000)]
  const size = (text: string) =>
    told('size="0x1000" phys_addr="0x302d_0000"', `size="${text}" phys_addr="0x302d_0000"`, {
      ...TREES,
      devices,
    })
  assert.is(size("0x2g00"), 'write size="0x2000"')
  assert.is(size("0"), 'write size="0x3000"')
})

test("names that others use, programs of VMMs, times with a unit; what can be left out goes", () => {
  assert.is(told('<memory_region name="clock" ', "<memory_region "), 'write name="clock"')
  assert.is(told('<virtual_machine name="linux" ', '<virtual_machine name="" '), 'write name="guest"')
  assert.is(told('<program_image path="vmm.elf" />', "<program_image />"), 'write path="vmm.elf"')
  const domain = (more: string) => told('name="vmm" priority', `name="vmm" ${more} priority`)
  assert.is(domain('budget="2ms"'), 'write budget="2000"')
  assert.is(domain('budget="much"'), "delete budget")
  assert.is(domain('stack_size="big"'), "delete stack_size")
  assert.is(told('"0x3086_0000" perms="rw"', '"0x3086_0000" perms=""'), 'write perms="rw"')
})

test("an interrupt in the form of x86 becomes that of the device", () => {
  const only = { ...TREES, devices: TREES.devices.slice(0, 1) }
  const title = told('irq="58" id="1"', 'pin="4" vector="2" id="1"', only)
  assert.is(title, 'write irq="58" in place of pin, vector')
  assert.is(told('irq="58" id="1"', 'pin="4" vector="2" id="1"', "none"), undefined)
})

test("without trees the lines around tell what they can", () => {
  assert.is(told('irq="58"', 'irq="x"', "none"), undefined)
  assert.is(told(UART, UART.replace("0x1_0000", "0"), "none"), undefined)
  assert.is(
    told('<map mr="clock" vaddr="0x302d_0000"', '<map mr="clock"', "none"),
    'write vaddr="0x302d_0000"',
  )
})

test.run()
