// SPDX-License-Identifier: BSD-2-Clause
//
// Oopses as Linux writes them, and what they are about: who ran, which register, where the tree differs.

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { NO_SYSTEM } from "../example.ts"
import { loadDrivers } from "../fault/drivers.ts"
import { sampleTree } from "../testing.ts"
import { ConsoleWatch } from "./console-watch.ts"
import { oopsCause, type OopsReach } from "./oops-cause.ts"
import { readOops } from "./oops.ts"
import { panicCause } from "./panic.ts"

const test = suite("report: oopses")

const oopsText = (first: string) => `[    1.500000] ${first}
[    1.510000] Modules linked in:\r
[    1.520000] CPU: 0 UID: 0 PID: 1 Comm: swapper/0 Not tainted 6.12.48+deb13-arm64 #1  Debian 6.12.48-1\r
[    1.530000] Hardware name: linux,dummy-virt (DT)\r
[    1.540000] pstate: 60000005 (nZCv daif -PAN -UAO -TCO -DIT -SSBS BTYPE=--)\r
[    1.550000] pc : regmap_mmio_read32le+0x14/0x48\r
[    1.560000] lr : regmap_mmio_read+0x4c/0x80\r
[    1.570000] sp : ffff80008003b890\r
[    1.580000] x29: ffff80008003b890 x28: 0000000000000000 x27: ffff800081a10098\r
[    1.590000] x2 : 0000000000000010 x1 : ffff80008019e000 x0 : ffff80008019e000\r
[    1.600000] Call trace:\r
[    1.610000]  regmap_mmio_read32le+0x14/0x48 (P)\r
[    1.620000]  _regmap_read+0x64/0xf0\r
[    1.630000]  imx2_wdt_probe+0x1c4/0x3f0\r
[    1.640000]  platform_probe+0x70/0xe0\r
[    1.650000]  really_probe+0xc8/0x3a0\r
[    1.660000]  __driver_attach+0xd0/0x1e0\r
[    1.670000]  imx2_wdt_driver_init+0x30/0x60\r
[    1.680000]  do_one_initcall+0x60/0x300\r
[    1.690000]  kernel_init_freeable+0x25c/0x410\r
[    1.700000] Code: d503201f f9400000 8b020021 b9400c21 (b9400021) \r
[    1.710000] ---[ end trace 0000000000000000 ]---\r
[    1.720000] Kernel panic - not syncing: Attempted to kill init! exitcode=0x0000000b\r
[    1.730000] ---[ end Kernel panic - not syncing: Attempted to kill init! exitcode=0x0000000b ]---\r
`
const ABORT = "Internal error: synchronous external abort: 0000000096000010 [#1] SMP"

function watched(first: string): ConsoleWatch {
  const watch = new ConsoleWatch()
  watch.feed(oopsText(first))
  return watch
}

const EXAMPLE = { overlays: [{ file: "guest.dts", text: "/ { };\n" }] }

async function cause(first: string, reach: OopsReach | undefined, overlay = "", example = EXAMPLE) {
  const oops = readOops(watched(first).oops)
  assert.ok(oops)
  const drivers = await loadDrivers()
  const [tree, board] = [sampleTree(overlay), sampleTree()]
  const system = {
    ...NO_SYSTEM,
    regions: [{ name: "wdog", physAddr: 0x30280000, size: 0x10000 }],
    maps: [{ region: "wdog", vaddr: 0x30280000, perms: "rw" }],
  }
  return oopsCause(oops, reach, { tree, board, example, drivers, system, vm: "linux", pd: "vmm" })
}

test("a kernel that dies in an initcall has not lost its first process, it has oopsed", () => {
  const watch = watched(ABORT)
  assert.is(panicCause(watch).code, "guest-oops")
  const oops = readOops(watch.oops)
  assert.equal([oops?.kind, oops?.pid, oops?.comm], ["external", 1, "swapper/0"])
  assert.is(oops?.address, 0xffff80008019e000n, "the base register of the instruction in brackets")
  assert.equal(oops?.frames.slice(0, 3), ["regmap_mmio_read32le", "_regmap_read", "imx2_wdt_probe"])
})

test("an address without memory is printed, a misaligned one has its syndrome", () => {
  const page = "Unable to handle kernel paging request at virtual address ffff80008003b123"
  assert.equal(
    [readOops([page])?.kind, readOops([page])?.address],
    ["page", 0xffff80008003b123n],
    "without a trace too",
  )
  assert.is(
    readOops([page, "  ESR = 0x0000000096000021", "  FSC = 0x21: alignment fault"])?.kind,
    "alignment",
  )
  assert.is(readOops([]), undefined)
})

test("an oops names the probe, the initcall and the device behind its address, with ways out that apply", async () => {
  const { meaning, place, fixes } = await cause(ABORT, { ipa: 0x30280004, beyond: 0 })
  assert.is(
    meaning,
    "imx2_wdt_probe of imx2_wdt_driver_init (drivers/watchdog/imx2_wdt.c) read or wrote what answered with an " +
      "error: watchdog@280000 at 0x30280004",
  )
  assert.is(place?.file, "board.dts")
  assert.equal(
    fixes.map(({ id }) => id),
    ["disable", "driver"],
  )
  assert.match(fixes[0]?.edits[0]?.text ?? "", /status = "disabled"/)
})

test("what the overlay says of the device otherwise than the board is put back first", async () => {
  const reach = { ipa: 0x30280000, beyond: 0x2000 }
  const { place, fixes, meaning } = await cause(
    "Unable to handle kernel paging request at virtual address ffff8000801a0000",
    reach,
    "&wdog1 { reg = <0x280000 0x100>; /delete-property/ interrupts; };\n",
  )
  assert.match(meaning, /watchdog@280000, 0x2000 behind the last page that its reg gives/)
  assert.equal([place?.file, place?.line], ["guest.dts", 1])
  assert.equal(
    fixes.map(({ id }) => id),
    ["as-board", "disable", "driver"],
  )
  const [edit] = fixes[0]?.edits ?? []
  assert.match(edit?.text ?? "", /reg = <0x280000 0x10000>;/)
  assert.match(edit?.text ?? "", /interrupts = <0x0 0x4e 0x4>;/)
})

test("a device that the overlay makes another one is named when the driver's own is as it should be", async () => {
  const { meaning, place, fixes } = await cause(
    "Unable to handle kernel NULL pointer dereference at virtual address 0000000000000008",
    undefined,
    '&{/soc/odd@290010} { compatible = "example,even"; };\n',
  )
  assert.match(meaning, /watchdog@280000; the overlay has odd@290010 compatible with example,even$/)
  assert.equal([place?.file, place?.line, fixes[0]?.id], ["guest.dts", 1, "as-board"])
  assert.match(fixes[0]?.edits[0]?.text ?? "", /compatible = "example,odd";/)
})

test("a device that the overlay deletes is named, and stays by the first way out", async () => {
  const overlay = "/ { soc { /delete-node/ odd@290010; }; };\n"
  const example = { overlays: [{ file: "guest.dts", text: overlay }] }
  const first = "Unable to handle kernel NULL pointer dereference at virtual address 0000000000000008"
  const { meaning, place, fixes } = await cause(first, undefined, overlay, example)
  assert.match(meaning, /; an overlay deletes odd@290010$/)
  assert.equal([place?.file, place?.column, fixes[0]?.id], ["guest.dts", 11, "keep-node"])
  assert.match(fixes[0]?.title ?? "", /take \/delete-node\/ odd@290010; out/)
})

test("without an address the device is the one that the driver matches", async () => {
  const { meaning, place } = await cause("Internal error: Oops - BUG: 00000000f2000800 [#1] SMP", undefined)
  assert.match(meaning, /used a wrong address or state: watchdog@280000$/)
  assert.is(place?.file, "board.dts")
})

test.run()
