// SPDX-License-Identifier: BSD-2-Clause
//
// Where kernel, tree and initramfs go, and what cannot be placed.

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { planPlacement, type PlacementRequest, type Range } from "./placement.ts"
import { complaints, value } from "./kernel/test-images.ts"

const MIB = 0x100000
const RAM = { base: 0x40000000, size: 240 * MIB }
const request = (changes: Partial<PlacementRequest> = {}): PlacementRequest => ({
  file: "guest.json",
  ram: [RAM],
  kernel: { textOffset: 0, imageSize: 33 * MIB },
  dtbSize: 60_000,
  initrdSize: 2 * MIB,
  ...changes,
})
const refused = (changes: Partial<PlacementRequest>): string =>
  complaints(planPlacement(request(changes)))[0] ?? ""

const placement = suite("placement")

placement("kernel at RAM base, tree on the next 2 MiB, initramfs on whole pages, nothing overlapping", () => {
  const { entry, kernel, dtb, initrd, notes } = value(planPlacement(request()))
  assert.is(entry, 0x40000000)
  assert.equal(kernel, { base: 0x40000000, size: 33 * MIB })
  assert.equal(dtb, { base: 0x42200000, size: 60_000 })
  assert.is((initrd?.base ?? 1) % 4096, 0)
  const ranges = [kernel, dtb, initrd].filter((range): range is Range => range !== undefined)
  ranges.sort((a, b) => a.base - b.base)
  ranges.slice(1).forEach((range, index) => {
    const before = ranges[index] ?? range
    assert.ok(before.base + before.size <= range.base)
  })
  assert.equal(notes, [])
})

placement("text_offset is added to a 2 MiB aligned base", () => {
  const kernel = { textOffset: 0x80000, imageSize: MIB }
  const ram = [{ base: 0x40100000, size: 64 * MIB }]
  assert.is(value(planPlacement(request({ kernel, ram }))).entry, 0x40280000)
})

placement("linux,initrd-start is kept when the initramfs fits there", () => {
  const plan = value(planPlacement(request({ wantedInitrd: 0x44500000 })))
  assert.is(plan.initrd?.base, 0x44500000)
  const atTree = value(planPlacement(request({ wantedInitrd: 0x42200000 })))
  assert.is(atTree.initrd?.base, 0x42200000)
  assert.ok(atTree.dtb.base >= 0x42400000)
})

placement("linux,initrd-start inside the kernel, outside RAM or unaligned gives way, with a note", () => {
  for (const wantedInitrd of [0x41000000, 0x4ef00000, 0x50000000, 0x44500010]) {
    const plan = value(planPlacement(request({ wantedInitrd })))
    assert.is.not(plan.initrd?.base, wantedInitrd)
    assert.match(plan.notes[0] ?? "", /linux,initrd-start wants it/)
  }
})

placement("a wanted place of the tree is taken when it is free", () => {
  assert.is(value(planPlacement(request({ wantedDtb: 0x44000000 }))).dtb.base, 0x44000000)
  assert.is(value(planPlacement(request({ wantedDtb: 0x41000000 }))).dtb.base, 0x42200000)
})

placement("reserved memory stays free", () => {
  const reserved = [{ base: 0x42200000, size: 16 * MIB }]
  const { dtb, initrd } = value(planPlacement(request({ reserved })))
  assert.ok(dtb.base >= 0x43200000)
  assert.ok((initrd?.base ?? 0) >= 0x43200000 || (initrd?.base ?? 0) + 2 * MIB <= 0x42200000)
})

placement("in little RAM the tree goes anywhere inside one 2 MiB block", () => {
  const ram = [{ base: 0x40000000, size: 2 * MIB }]
  const kernel = { textOffset: 0, imageSize: MIB }
  const { dtb } = value(planPlacement({ file: "g", ram, kernel, dtbSize: 0x10004 }))
  assert.is(dtb.base, 0x40100000)
})

placement("without an initramfs there is none", () => {
  const bare = { file: "g", ram: [RAM], kernel: { textOffset: 0, imageSize: MIB }, dtbSize: 100 }
  assert.is(value(planPlacement(bare)).initrd, undefined)
})

placement("what does not fit is named with sizes and a remedy", () => {
  assert.match(refused({ ram: [] }), /no RAM \| map a memory region/)
  assert.match(
    refused({ kernel: { textOffset: 0, imageSize: 300 * MIB } }),
    /kernel needs 300.0 MiB.*240.0 MiB there/,
  )
  assert.match(refused({ dtbSize: 3 * MIB }), /device tree is 3.0 MiB; Linux takes at most 2 MiB/)
  assert.match(
    refused({ initrdSize: 220 * MIB }),
    /initramfs \(220.0 MiB\) does not fit.*\| give the guest more RAM/,
  )
  assert.match(
    refused({ kernel: { textOffset: 0, imageSize: 240 * MIB } }),
    /device tree \(58.6 KiB\) does not fit/,
  )
  assert.match(
    refused({ reserved: [{ base: 0x41000000, size: 4096 }] }),
    /kernel .* would lie over reserved memory/,
  )
})

placement.run()
