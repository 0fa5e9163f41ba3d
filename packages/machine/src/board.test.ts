// SPDX-License-Identifier: BSD-2-Clause
//
// Boards built from device trees: small ones of our own, and others' real ones where the corpus is at hand.

import { existsSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"

import { compileDts } from "@vmm/devicetree"
import { suite } from "uvu"
import * as assert from "uvu/assert"

import { fromDeviceTree } from "./board-tree.ts"
import { type Board, buildBoard } from "./board.ts"
import { EventQueue } from "./clock.ts"
import { PhysicalMemory } from "./memory.ts"

const CORPUS = fileURLToPath(new URL("../../../../shared/corpus/boards", import.meta.url))

const SMALL = `/dts-v1/;
/ {
  compatible = "linux,dummy-virt";
  #address-cells = <2>; #size-cells = <2>; interrupt-parent = <&gic>;
  chosen { stdout-path = "/bus/serial@9000000"; };
  memory@40000000 { device_type = "memory"; reg = <0 0x40000000 0 0x8000000>; };
  reserved-memory { #address-cells = <2>; #size-cells = <2>; ranges;
    hole@41000000 { reg = <0 0x41000000 0 0x1000>; }; };
  cpus { #address-cells = <1>; #size-cells = <0>;
    cpu@0 { device_type = "cpu"; compatible = "arm,cortex-a53"; reg = <0>; };
    cpu@1 { device_type = "cpu"; compatible = "arm,cortex-a53"; reg = <1>; }; };
  clk: clock { compatible = "fixed-clock"; #clock-cells = <0>; clock-frequency = <1000000>; };
  gic: intc@8000000 { compatible = "arm,cortex-a15-gic"; interrupt-controller; #interrupt-cells = <3>;
    reg = <0 0x8000000 0 0x10000>, <0 0x8010000 0 0x10000>, <0 0x8030000 0 0x10000>, <0 0x8040000 0 0x10000>; };
  bus { compatible = "simple-bus"; #address-cells = <1>; #size-cells = <1>; ranges = <0x9000000 0 0x9000000 0x100000>;
    serial@9000000 { compatible = "arm,pl011", "arm,primecell"; reg = <0x9000000 0x1000>;
      interrupts = <0 1 4>; clocks = <&clk>; };
    serial@9001000 { compatible = "arm,pl011", "arm,primecell"; reg = <0x9001000 0x1000>;
      interrupts = <0 1 4>; status = "disabled"; };
    strange@9010000 { compatible = "acme,strange"; reg = <0x9010000 0x1000>, <0x9020000 0x1000>; }; };
};`

interface Rig {
  readonly board: Board
  readonly sent: Array<readonly [string, number]>
  readonly said: string[]
}

function build(...files: readonly string[]): Rig {
  const tree = compileDts(files.map((text, n) => ({ file: `test${n}.dts`, text })))
  if ("left" in tree) throw new Error(tree.left.map(({ message }) => message).join("\n"))
  const description = fromDeviceTree(tree.right)
  const sent: Array<readonly [string, number]> = []
  const said: string[] = []
  const buffer = new ArrayBuffer(8 << 20)
  const board = buildBoard(description, {
    clock: { nowNs: () => 0 },
    events: new EventQueue(),
    sink: { event: (device, what) => said.push(`${device} ${what}`) },
    memory: new PhysicalMemory(buffer, 0, buffer.byteLength, description.ram),
    serial: (path) => ({ transmit: (byte) => sent.push([path, byte]) }),
  })
  return { board, sent, said }
}

const small = suite("machine/board: a small tree")

small("memory nodes are RAM, and what is reserved in it is RAM too", () => {
  const { board } = build(SMALL)
  assert.equal(board.memory.ranges, [{ base: 0x40000000, size: 0x8000000 }])
  assert.is(board.devices.size, 4)
})

small("every reg entry of the GIC answers", () => {
  const { board } = build(SMALL)
  assert.is(board.bus.read(0x8000008, 4), 0x0200043b)
  assert.is(board.bus.read(0x80100fc, 4), 0x0202143b)
  assert.is(board.bus.read(0x8030004, 4), 0x90000003)
  assert.is(board.bus.read(0x8040004, 4), 0)
  assert.is(board.bus.read(0x8050000, 4), undefined)
})

small("Qualcomm's GICv2 answers as Arm's does", () => {
  const { board } = build(SMALL.replace('"arm,cortex-a15-gic"', '"qcom,msm-qgic2"'))
  assert.is(board.gic.name, "/intc@8000000")
  assert.is(board.bus.read(0x8040004, 4), 0)
})

small("stdout-path names the console, with its fixed clock and its interrupt", () => {
  const { board, sent } = build(SMALL)
  assert.is(board.console?.name, "/bus/serial@9000000")
  board.gic.setEnabled(0, 33, true)
  board.bus.write(0x9000038, 4, 0x20)
  board.bus.write(0x9000000, 4, 65)
  assert.equal(sent, [["/bus/serial@9000000", 65]])
  assert.ok(board.gic.isPending(0, 33))
})

small("a device that shares an interrupt does not lower it for another", () => {
  const { board } = build(SMALL)
  for (const base of [0x9000000, 0x9001000]) {
    board.bus.write(base + 0x38, 4, 0x20)
    board.bus.write(base, 4, 65)
  }
  board.bus.write(0x9001044, 4, 0x20)
  assert.ok(board.gic.isPending(0, 33))
  board.bus.write(0x9000044, 4, 0x20)
  assert.not(board.gic.isPending(0, 33))
})

small("a device without a model stores, in each of its regions, and is told once", () => {
  const { board, said } = build(SMALL)
  board.bus.write(0x9010010, 4, 0x12345678)
  board.bus.write(0x9020012, 1, 0xaa)
  assert.is(board.bus.read(0x9010010, 4), 0x12345678)
  assert.is(board.bus.read(0x9010012, 1), 0x34)
  assert.is(board.bus.read(0x9020010, 4), 0xaa0000)
  assert.equal(said, ["/bus/strange@9010000 stub-first-touch"])
})

small("a tree without an interrupt controller is refused by name", () => {
  assert.throws(() => build(`/dts-v1/; / { model = "Nothing"; };`), /Nothing: no interrupt controller/)
})

small("the timer node's frequency wins over the board's", () => {
  const timer = `/ { timer { compatible = "arm,armv8-timer"; clock-frequency = <24000000>; }; };`
  assert.is(build(SMALL).board.counterHz, 62_500_000)
  assert.is(build(SMALL, timer).board.counterHz, 24_000_000)
})

small("a saved board goes on where it was, and a reset one is as new", () => {
  const { board } = build(SMALL)
  const fresh = JSON.stringify(board.state())
  board.gic.enableCore(1)
  board.gic.setTarget(33, 1)
  board.gic.setEnabled(1, 33, true)
  board.bus.write(0x9000038, 4, 0x20)
  board.bus.write(0x9000000, 4, 65)
  board.bus.write(0x9010010, 4, 7)
  const saved = JSON.stringify(board.state())
  const other = build(SMALL).board
  other.fromState(JSON.parse(saved))
  assert.is(JSON.stringify(other.state()), saved)
  assert.ok(other.gic.irqLine(1))
  assert.is(other.gic.acknowledge(1), 33)
  other.reset()
  assert.is(JSON.stringify(other.state()), fresh)
  assert.not(other.gic.irqLine(1))
})

small("a state of another board is refused", () => {
  const { board } = build(SMALL)
  assert.throws(() => board.fromState({}), /the saved state has no/)
})

small.run()

const corpus = suite("machine/board: others' trees")

function corpusTree(name: string): string | undefined {
  const file = `${CORPUS}/${name}`
  return existsSync(file) ? readFileSync(file, "utf8") : undefined
}

const QEMU = corpusTree("qemu_virt_aarch64/linux.dts")
const QUAD = corpusTree("maaxboard/linux.dts")
const SEED = corpusTree("maaxboard-seed/maaxboard.dts")

/** A test where the tree is there, else one that is skipped. */
function withTree(text: string | undefined) {
  if (text !== undefined) return corpus
  process.stdout.write("skipped: a tree of the corpus is not on this machine\n")
  return corpus.skip
}

withTree(QEMU)("QEMU virt as libvmm has it", () => {
  const { board } = build(QEMU ?? "")
  assert.equal(board.problems, [])
  assert.is(board.console?.name, "/pl011@9000000")
  assert.is(board.counterHz, 62_500_000)
  assert.is(board.gic.version, 2)
})

for (const [name, text] of [
  ["an i.MX8MQ board", QUAD],
  ["the same board by another hand", SEED],
] as const) {
  withTree(text)(name, () => {
    const { board } = build(text ?? "")
    assert.equal(board.problems, [])
    assert.is(board.cpuCount, 4)
    assert.is(board.counterHz, 8_333_333)
    assert.match(board.console?.name ?? "", /serial@30860000$/)
    assert.is(board.gic.version, 3)
    assert.is(board.bus.read(0x3102_00fc, 4), 0x0202143b)
    assert.is(board.bus.find(0x3086_0000)?.device.name, "/soc@0/bus@30800000/serial@30860000")
    assert.is(board.bus.find(0x3080_0000)?.device.name, "/soc@0/bus@30800000")
    /** UART1 is SPI 26, by way of the GPC: enabled with its transmitter's interrupt on. */
    board.bus.write(0x303a_0030, 4, 0)
    board.bus.write(0x3086_0080, 4, 1 | (1 << 13))
    board.bus.write(0x3086_0084, 4, 7)
    assert.ok(board.gic.isPending(0, 58))
    const saved = JSON.stringify(board.state())
    board.fromState(JSON.parse(saved))
    assert.is(JSON.stringify(board.state()), saved)
    board.reset()
  })
}

corpus.run()
