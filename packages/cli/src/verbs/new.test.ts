// SPDX-License-Identifier: BSD-2-Clause
//
// `vmm new`: what it makes of a board's tree, that the check has nothing against it, and what it refuses.

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

import { compileDts, writeDtb } from "@vmm/devicetree"
import { suite } from "uvu"
import * as assert from "uvu/assert"

import { captured } from "../fix/capture.ts"
import { main } from "../main.ts"
import { memoryOf, memorySource } from "../new/memory-option.ts"
import { guestRam } from "../new/skeleton.ts"

const test = suite("vmm new")

const root = mkdtempSync(join(tmpdir(), "vmm-new-test-"))
test.after(() => rmSync(root, { recursive: true, force: true }))

async function vmm(...argv: readonly string[]) {
  const { stdio, said } = captured()
  return { code: await main(argv, stdio), ...said }
}

const MEMORY = 'memory@40000000 { device_type = "memory"; reg = <0x0 0x40000000 0x0 0x40000000>; };'
const BOARD = `/dts-v1/;
/ {
	#address-cells = <2>;
	#size-cells = <2>;
	compatible = "acme,board";
	interrupt-parent = <&gic>;
	aliases { serial0 = &uart; };
	chosen { stdout-path = "serial0:115200n8"; };
	cpus {
		#address-cells = <1>;
		#size-cells = <0>;
		cpu@0 { device_type = "cpu"; compatible = "arm,cortex-a53"; reg = <0>; enable-method = "psci"; };
		cpu@1 { device_type = "cpu"; compatible = "arm,cortex-a53"; reg = <1>; enable-method = "psci"; };
	};
	${MEMORY}
	psci { compatible = "arm,psci-1.0"; method = "smc"; };
	timer { compatible = "arm,armv8-timer"; interrupts = <1 13 8>, <1 14 8>, <1 11 8>, <1 10 8>; };
	osc: oscillator { compatible = "fixed-clock"; #clock-cells = <0>; clock-frequency = <24000000>; };
	soc {
		compatible = "simple-bus";
		#address-cells = <1>;
		#size-cells = <1>;
		ranges = <0x0 0x0 0x8000000 0x2000000>;
		gic: interrupt-controller@0 {
			compatible = "arm,gic-400";
			interrupt-controller;
			#interrupt-cells = <3>;
			reg = <0 0x1000>, <0x10000 0x2000>, <0x30000 0x2000>, <0x40000 0x2000>;
		};
		uart: serial@1000000 {
			compatible = "arm,pl011", "arm,primecell";
			reg = <0x1000000 0x1000>;
			interrupts = <0 1 4>;
			clocks = <&osc>, <&osc>;
			clock-names = "uartclk", "apb_pclk";
		};
		gpio@1030000 {
			compatible = "arm,pl061", "arm,primecell";
			reg = <0x1030000 0x1000>;
			interrupts = <0 7 4>;
			gpio-controller;
			#gpio-cells = <2>;
			clocks = <&osc>;
			clock-names = "apb_pclk";
		};
	};
};
`

function boardFile(name: string, text: string): string {
  const file = join(root, name)
  writeFileSync(file, text)
  return file
}

function treeOf(text: string) {
  const compiled = compileDts([{ file: "board.dts", text }])
  if (compiled._tag === "Left") throw new Error(compiled.left.map(({ message }) => message).join("; "))
  return compiled.right
}

test("a source becomes a folder that the check has nothing against", async () => {
  const dir = join(root, "acme")
  const { code, err } = await vmm("new", dir, boardFile("acme.dts", BOARD))
  assert.is(code, 0, err)
  assert.is(readFileSync(join(dir, "acme.dts"), "utf8"), BOARD)
  const system = readFileSync(join(dir, "acme.system"), "utf8")
  assert.match(system, 'phys_addr="0x900_0000"')
  assert.match(system, 'phys_addr="0x804_0000"')
  assert.match(system, 'vaddr="0x801_0000"')
  assert.match(system, 'irq="33"')
  const overlay = readFileSync(join(dir, "guest-overlay.dts"), "utf8")
  assert.match(overlay, "reg = <0x0 0x40000000 0x0 0x10000000>;")
  assert.ok((statSync(join(dir, "initramfs/init")).mode & 0o111) !== 0)
  const checked = await vmm("check", dir)
  assert.is(checked.code, 0, checked.out + checked.err)
  assert.not.match(checked.out + checked.err, /error/)
})

test("a compiled tree is printed as the board's source", async () => {
  const file = join(root, "blob.dtb")
  writeFileSync(file, writeDtb(treeOf(BOARD)))
  const dir = join(root, "blob")
  const { code, err } = await vmm("new", dir, file)
  assert.is(code, 0, err)
  assert.match(readFileSync(join(dir, "blob.dts"), "utf8"), /^\/dts-v1\/;/m)
  assert.match(readFileSync(join(dir, "blob.system"), "utf8"), 'phys_addr="0x900_0000"')
})

test("RAM that firmware writes down is asked for, and --memory gives it", async () => {
  const file = boardFile("empty.dts", BOARD.replace("0x0 0x40000000>;", "0x0 0x0>;"))
  const dir = join(root, "empty")
  const refused = await vmm("new", dir, file)
  assert.is(refused.code, 1)
  assert.match(refused.err, /names no RAM[\s\S]*--memory/)
  assert.not.ok(existsSync(dir))
  const { code, err } = await vmm("new", dir, file, "--memory", "0x4000_0000:1G")
  assert.is(code, 0, err)
  assert.match(readFileSync(join(dir, "empty.dts"), "utf8"), "reg = <0x0 0x40000000 0x0 0x40000000>;")
})

test("RAM over the interrupt controller is refused", async () => {
  const dir = join(root, "covered")
  const file = boardFile("covered.dts", BOARD.replace("0x0 0x40000000>;", "0x0 0x0>;"))
  const { code, err } = await vmm("new", dir, file, "--memory", "0:2G")
  assert.is(code, 1)
  assert.match(err, "covers the registers of /soc/interrupt-controller@0 at 0x8000000")
  assert.not.ok(existsSync(dir))
})

test("a folder with something in it is left alone", async () => {
  const dir = join(root, "taken")
  mkdirSync(dir)
  writeFileSync(join(dir, "notes.txt"), "mine")
  const { code, err } = await vmm("new", dir, boardFile("taken.dts", BOARD))
  assert.is(code, 1)
  assert.match(err, /there is something already/)
  assert.not.ok(existsSync(join(dir, "taken.system")))
})

test("a source that does not compile is told with its line, and nothing is made", async () => {
  const dir = join(root, "broken")
  const { code, err } = await vmm("new", dir, boardFile("broken.dts", BOARD.replace("<&gic>", "<&gicc>")))
  assert.is(code, 1)
  assert.match(err, /broken\.dts:6:\d+: error/)
  assert.not.ok(existsSync(dir))
})

test("a file that is not there, and a size that is none", async () => {
  const missing = await vmm("new", join(root, "x"), join(root, "none.dts"))
  assert.is(missing.code, 1)
  assert.match(missing.err, /no such file/)
  const odd = await vmm("new", join(root, "x"), join(root, "acme.dts"), "--memory", "2G")
  assert.is(odd.code, 2)
})

test("the guest's RAM keeps clear of what the tree reserves", () => {
  const reserved = (at: string) =>
    "reserved-memory { #address-cells = <2>; #size-cells = <2>; ranges; " +
    `fw@${at} { reg = <0x0 0x${at} 0x0 0x200000>; no-map; }; };`
  const tree = treeOf(BOARD.replace(MEMORY, `${MEMORY} ${reserved("40000000")}`))
  assert.equal(guestRam(tree), { base: 0x4020_0000, size: 0x1000_0000 })
  const small = BOARD.replace("0x0 0x40000000 0x0 0x40000000", "0x0 0x40000000 0x0 0x8000000")
  assert.equal(guestRam(treeOf(small)), { base: 0x4000_0000, size: 0x400_0000 })
  const tiny = BOARD.replace("0x0 0x40000000 0x0 0x40000000", "0x0 0x40000000 0x0 0x1000000")
  assert.is(guestRam(treeOf(tiny)), undefined)
})

test("--memory takes sizes as people write them, and cells as the root counts", () => {
  assert.equal(memoryOf("0x8000_0000:2G"), { base: 0x8000_0000, size: 2 ** 31 })
  assert.equal(memoryOf("0:512MiB"), { base: 0, size: 2 ** 29 })
  assert.is(memoryOf("0x80000000"), undefined)
  assert.is(memoryOf("0:0"), undefined)
  const narrow = treeOf("/dts-v1/;\n/ { #address-cells = <1>; #size-cells = <1>; };\n")
  assert.match(memorySource(narrow, { base: 0x4000_0000, size: 0x1000 }), "reg = <0x40000000 0x1000>;")
})

test.run()
