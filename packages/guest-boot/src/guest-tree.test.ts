// SPDX-License-Identifier: BSD-2-Clause
//
// The guest's tree at boot: bootargs, the initramfs, seeds, and disagreements with RAM and guest.json.

import { compileDts, type DeviceTree, findByPath, propNumber, propString, readDtb } from "@vmm/devicetree"
import { suite } from "uvu"
import * as assert from "uvu/assert"

import { planBoot, type BootRequest } from "./boot-plan.ts"
import { parseGuestConfig, type GuestConfig } from "./config/guest-config.ts"
import { commandLine, fixGuestTree, treeWishes } from "./guest-tree.ts"
import { readLinuxImage } from "./kernel/kernel-file.ts"
import { arm64Image, complaints, value } from "./kernel/test-images.ts"

const MIB = 0x100000
const RAM = [{ base: 0x40000000, size: 64 * MIB }]

const tree = (chosen = "", memory = "0x0 0x40000000 0x0 0x4000000"): DeviceTree =>
  value(
    compileDts([
      {
        file: "board.dts",
        text: `/dts-v1/;
/ {
  #address-cells = <2>;
  #size-cells = <2>;
  chosen { ${chosen} };
  memory@40000000 { device_type = "memory"; reg = <${memory}>; };
  reserved-memory { #address-cells = <2>; #size-cells = <2>; ranges;
    pool@43000000 { reg = <0x0 0x43000000 0x0 0x100000>; }; };
  cpus { #address-cells = <1>; #size-cells = <0>; cpu@0 { device_type = "cpu"; reg = <0>; }; };
};`,
      },
    ]),
  )
const config = (fields: object = {}): GuestConfig =>
  value(parseGuestConfig("guest.json", JSON.stringify({ kernel: "Image", ...fields })))
const request = (changes: Partial<BootRequest> = {}): BootRequest => ({
  config: config(),
  tree: tree(),
  ram: RAM,
  kernel: value(readLinuxImage("Image", arm64Image())),
  ramdisk: new Uint8Array(5000),
  ...changes,
})
const chosenOf = (made: DeviceTree) => findByPath(made, "/chosen") ?? assert.unreachable() ?? made.root

const boot = suite("guest tree")

boot("cmdline replaces bootargs and cmdline-add appends", () => {
  const own = tree('bootargs = "a b";')
  assert.is(commandLine(own, config()), "a b")
  assert.is(commandLine(own, config({ "cmdline-add": ["c", "d"] })), "a b c d")
  assert.is(commandLine(own, config({ cmdline: "x", "cmdline-add": "y" })), "x y")
  const fixed = fixGuestTree(own, config({ cmdline: "x" }), RAM, undefined)
  assert.is(propString(chosenOf(fixed), "bootargs"), "x")
  assert.not.ok(chosenOf(fixGuestTree(tree(), config(), RAM, undefined)).properties.has("bootargs"))
})

boot("seeds stay unless kaslr is false", () => {
  const own = tree("kaslr-seed = <1 2>; rng-seed = <3>;")
  assert.ok(chosenOf(fixGuestTree(own, config(), RAM, undefined)).properties.has("kaslr-seed"))
  const off = chosenOf(fixGuestTree(own, config({ kaslr: false }), RAM, undefined))
  assert.not.ok(off.properties.has("kaslr-seed"))
  assert.ok(off.properties.has("rng-seed"))
})

boot("linux,initrd-start is kept and -end is the true end, in the cells the tree uses", () => {
  const own = tree("linux,initrd-start = <0 0x42000000>; linux,initrd-end = <0 0x42800000>;")
  const plan = value(planBoot(request({ tree: own })))
  assert.is(plan.placement.initrd?.base, 0x42000000)
  const chosen = chosenOf(value(readDtb(plan.dtb, "it")))
  assert.is(propNumber(chosen, "linux,initrd-end"), 0x42000000 + 5000)
  assert.is(chosen.properties.get("linux,initrd-end")?.value.length, 8)
})

boot("without an initramfs the tree names none", () => {
  const own = tree("linux,initrd-start = <0x42000000>; linux,initrd-end = <0x42800000>;")
  const { ramdisk: _, ...bare } = request({ tree: own })
  const plan = value(planBoot(bare))
  assert.not.ok(chosenOf(plan.tree).properties.has("linux,initrd-start"))
  assert.equal(
    plan.segments.map(({ name }) => name),
    ["kernel", "dtb"],
  )
})

boot("the blob in the plan is as long as the place kept for it", () => {
  const plan = value(planBoot(request({ config: config({ cmdline: "console=ttyAMA0" }) })))
  assert.is(plan.dtb.length, plan.placement.dtb.size)
  assert.equal(
    plan.segments.map(({ name }) => name),
    ["kernel", "initrd", "dtb"].sort((a, b) => {
      const at = (name: string) => plan.segments.find((one) => one.name === name)?.base ?? 0
      return at(a) - at(b)
    }),
  )
})

boot("RAM above 4 GiB takes two cells", () => {
  const high = [{ base: 2 ** 32, size: 64 * MIB }]
  const plan = value(planBoot(request({ ram: high, tree: tree("", "0x1 0x0 0x0 0x4000000") })))
  assert.ok((propNumber(chosenOf(plan.tree), "linux,initrd-start") ?? 0) > 2 ** 32)
})

boot("reserved memory of the tree is kept free", () => {
  assert.equal(treeWishes(tree()).reserved, [{ base: 0x43000000, size: 0x100000 }])
})

boot("what disagrees is reported together, each at its place", () => {
  const wrong = complaints(
    planBoot(
      request({ tree: tree("", "0x0 0x40000000 0x0 0x8000000"), config: config({ cpus: 2, memory: "32M" }) }),
    ),
  )
  assert.is(wrong.length, 3)
  assert.match(
    wrong[0] ?? "",
    /^board\.dts:6:\d+: .*RAM is at 0x40000000\.\.0x48000000 .*has 0x40000000\.\.0x44000000/,
  )
  assert.match(
    wrong[1] ?? "",
    /^guest\.json:1:\d+: "memory" is 32\.0 MiB, and the guest's tree has 128\.0 MiB/,
  )
  assert.match(wrong[2] ?? "", /^guest\.json:1:\d+: "cpus" is 2, and the guest's tree has 1/)
})

boot("a tree without RAM and an initramfs that does not fit are errors", () => {
  assert.match(complaints(planBoot(request({ tree: tree("", "0 0 0 0") })))[0] ?? "", /names no RAM/)
  const large = request({ ramdisk: new Uint8Array(70 * MIB) })
  assert.match(complaints(planBoot(large))[0] ?? "", /initramfs \(70\.0 MiB\) does not fit/)
})

boot("RAM in neighbouring ranges counts as one", () => {
  const split = [
    { base: 0x40000000, size: 32 * MIB },
    { base: 0x42000000, size: 32 * MIB },
  ]
  assert.is(value(planBoot(request({ ram: split }))).placement.entry, 0x40000000)
})

boot.run()
