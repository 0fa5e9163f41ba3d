// SPDX-License-Identifier: BSD-2-Clause
//
// Rules about the memory of devices that the guest has: SMMUs, reserved memory, what a bus reaches.

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { afterFix, BOARD, codesOf, findingOf, OVERLAY, type Texts } from "./testing.ts"

const test = suite("agreement of devices' memory")

const overlay = (text: string): Texts => ({ overlay: `${OVERLAY}/ {\n${text}\n};\n` })
const UART = "\tserial@9000000 {"
const reserved = (node: string): string =>
  `\treserved-memory {\n\t\t#address-cells = <2>;\n\t\t#size-cells = <2>;\n\t\tranges;\n\t\t${node}\n\t};`
const SMMU =
  '\tsmmu: iommu@9050000 { compatible = "arm,smmu-v3"; reg = <0x0 0x9050000 0x0 0x20000>; #iommu-cells = <1>;'
const withRegion = (node: string): Texts => overlay(`${reserved(node)}\n${UART} memory-region = <&buf>; };`)
/** A UART with a buffer is not yet one that does DMA; one with an SMMU is. */
const wanted = (texts: Texts, ...not: readonly string[]): readonly string[] =>
  codesOf(texts).filter((code) => !not.some((one) => code.includes(one)))

test("an SMMU that the guest is not given is taken away from its devices", () => {
  for (const [smmu, says] of [
    [`${SMMU} };`, /'iommu@9050000'.*which 'linux' is not given/],
    [`${SMMU} status = "disabled"; };`, /the guest's tree disables/],
  ] as const) {
    const texts = overlay(`${smmu}\n${UART} iommus = <&smmu 1>; };`)
    assert.equal(wanted(texts, "dma-needs", "device-not-mapped"), ["warning iommu-not-given overlay.dts:8"])
    assert.match(findingOf(texts, "iommu-not-given").message, says)
    assert.equal(codesOf(afterFix(texts, "iommu-not-given")), [])
  }
  const dangling = overlay(`${UART} iommus = <0x55 1>; };`)
  assert.match(findingOf(dangling, "iommu-not-given").message, /names no node/)
})

test("reserved memory that leaves Linux too little is told, unless the kernel may use it meanwhile", () => {
  const images: Texts["images"] = {
    kernel: { name: "Image", textOffset: 0, imageSize: 0x200_0000, linux: true, drivers: () => new Set() },
  }
  const pool = (size: string, more = "no-map;") => ({
    ...overlay(reserved(`pool@44000000 { reg = <0x0 0x44000000 0x0 ${size}>; ${more} };`)),
    images,
  })
  const large = pool("0xc000000")
  assert.equal(codesOf(large), ["warning reserved-much overlay.dts:11"])
  assert.match(findingOf(large, "reserved-much").message, /keeps 192 MiB of the 256 MiB of 'linux'/)
  assert.equal(codesOf(afterFix(large, "reserved-much")), [])
  assert.equal(codesOf(pool("0x4000000")), [])
  assert.equal(codesOf(pool("0xc000000", "reusable;")), [])
})

test("reserved memory of a device is there, enabled and in the guest's RAM", () => {
  const at = (address: string, more = "") =>
    `buf: buffer@${address} { reg = <0x0 0x${address} 0x0 0x100000>; no-map; ${more} };`
  assert.equal(codesOf(withRegion(at("48000000"))), [])
  const off = withRegion(at("48000000", 'status = "disabled";'))
  assert.equal(codesOf(off), ["warning memory-region-lost overlay.dts:13"])
  assert.equal(codesOf(afterFix(off, "memory-region-lost")), [])
  const outside = withRegion(at("90000000"))
  assert.match(findingOf(outside, "memory-region-lost").message, /no memory at \[0x90000000\.\.0x90100000\)/)
  const mended = afterFix(afterFix(outside, "memory-region-lost"), "reserved-outside-ram")
  assert.equal(codesOf(mended), [])
  const nothing = overlay(`${UART} memory-region = <0x77>; };`)
  assert.equal(codesOf(afterFix(nothing, "memory-region-lost")), [])
})

test("memory that Linux is to find room for fits into the guest's RAM", () => {
  const cma = (size: string, from: string) =>
    overlay(
      reserved(`linux,cma { size = <0x0 ${size}>; alloc-ranges = <0x0 ${from} 0x0 0x40000000>; reusable; };`),
    )
  assert.equal(codesOf(cma("0x4000000", "0x40000000")), [])
  const large = cma("0x3c000000", "0x40000000")
  assert.match(findingOf(large, "reserved-too-large").message, /960 MiB.*256 MiB of RAM of 'linux' are not/)
  assert.equal(codesOf(afterFix(large, "reserved-too-large")), [])
  assert.match(findingOf(cma("0x4000000", "0x80000000"), "reserved-too-large").message, /do not have there/)
})

test("a bus whose dma-ranges do not reach the guest's RAM is told", () => {
  const bus = (from: string) =>
    overlay(
      `\tbus {\n\t\tcompatible = "simple-bus";\n\t\t#address-cells = <2>;\n\t\t#size-cells = <2>;\n\t\tranges;\n` +
        `\t\tdma-ranges = <0x0 ${from} 0x0 ${from} 0x0 0x10000000>;\n` +
        `\t\tdma@9100000 { compatible = "acme,dma"; reg = <0x0 0x9100000 0x0 0x1000>; };\n\t};`,
    )
  assert.match(
    findingOf(bus("0x80000000"), "dma-ranges-miss-ram").message,
    /'bus'.*'dma@9100000'.*\[0x80000000/,
  )
  assert.equal(wanted(bus("0x40000000"), "dma-needs"), [])
  const free = codesOf(afterFix(bus("0x80000000"), "dma-ranges-miss-ram"))
  assert.not.ok(free.some((code) => code.includes("dma-ranges-miss-ram")))
})

test("RAM is put where a bus reaches it, where the board has some there", () => {
  const bus = `\tbus {
		compatible = "simple-bus"; #address-cells = <2>; #size-cells = <2>; ranges;
		dma-ranges = <0x0 0x60000000 0x0 0x60000000 0x0 0x20000000>;
		dma@9100000 { compatible = "acme,dma"; reg = <0x0 0x9100000 0x0 0x1000>; };
	};
`
  const texts = { board: BOARD.replace("\trtc: ", `${bus}\trtc: `) }
  const after = afterFix(texts, "dma-ranges-miss-ram")
  assert.match(after.system ?? "", 'phys_addr="0x6000_0000"')
  assert.match(after.overlay ?? "", "<0x0 0x60000000 0x0 0x10000000>")
  assert.not.ok(codesOf(after).some((code) => code.includes("dma-ranges-miss-ram")))
})

test.run()
