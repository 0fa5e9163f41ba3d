// SPDX-License-Identifier: BSD-2-Clause
//
// The example's device tree against the one that others run this board with: every node that is enabled
// there is enabled here, at the same path, for the same drivers, at the same addresses and interrupts.
// Skipped where the other tree is missing.

import { existsSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import {
  clocksOf,
  compatibleOf,
  compileDts,
  type DeviceTree,
  type DtNode,
  findByPath,
  interruptsOf,
  isEnabled,
  regRanges,
  walk,
} from "@vmm/devicetree"
import { suite } from "uvu"
import * as assert from "uvu/assert"
import { fromDeviceTree } from "../board-tree.ts"
import { buildBoard } from "../board.ts"
import { EventQueue } from "../clock.ts"
import { PhysicalMemory } from "../memory.ts"
import { IMX_FACTORIES } from "./index.ts"

const ROOT = resolve(import.meta.dirname, "../../../..")
const EXAMPLE = join(ROOT, "examples/maaxboard")
const CORPUS = resolve(ROOT, "../shared/corpus/boards")
const OTHER = ["maaxboard/linux.dts", "maaxboard/overlay.dts"]
const UART = "/soc@0/bus@30800000/serial@30860000"

function compile(folder: string, files: readonly string[]): DeviceTree {
  const sources = files.map((file) => ({ file, text: readFileSync(join(folder, file), "utf8") }))
  const result = compileDts(sources)
  if ("left" in result) throw new Error(result.left.map(({ message }) => message).join("\n"))
  return result.right
}

const example = () => compile(EXAMPLE, ["maaxboard.dts", "guest-overlay.dts"])

/** What a driver goes by. */
function facts(tree: DeviceTree, node: DtNode) {
  return {
    compatible: compatibleOf(node),
    reg: regRanges(node).map(({ address, size }) => `0x${address.toString(16)}+0x${size.toString(16)}`),
    interrupts: interruptsOf(tree, node).map(({ controller, cells }) =>
      [controller.path, ...cells].join(" "),
    ),
  }
}

const test = suite("example board")

if (!existsSync(join(CORPUS, OTHER[0]))) {
  process.stdout.write(`skipped: ${OTHER[0]} of the corpus is not on this machine\n`)
  test.skip("every enabled node of others' tree is here", () => undefined)
} else {
  test(`every enabled node of ${OTHER.join(" + ")} is on our board, as it is there`, () => {
    const ours = example()
    const theirs = compile(CORPUS, OTHER)
    const missing: string[] = []
    for (const node of walk(theirs.root)) {
      if (!isEnabled(node)) continue
      const same = findByPath(ours, node.path)
      // The example gives its guest less than that.
      if (same === undefined) missing.push(node.path)
      else assert.equal(facts(ours, same), facts(theirs, node), node.path)
    }
    assert.equal(missing, [])
  })
}

test("the console is clocked by the clock controller", () => {
  const tree = example()
  const uart = findByPath(tree, UART)
  assert.ok(uart !== undefined)
  const providers = clocksOf(tree, uart).map((clock) => compatibleOf(clock.node)[0])
  assert.equal(providers, ["fsl,imx8mq-ccm", "fsl,imx8mq-ccm"])
})

test("what the kernel's built-in drivers take has a model", () => {
  const tree = compile(EXAMPLE, ["maaxboard.dts"])
  for (const path of [
    UART,
    "/soc@0/bus@30000000/gpio@30200000",
    "/soc@0/bus@30000000/pinctrl@30330000",
    "/soc@0/bus@30000000/efuse@30350000",
    "/soc@0/bus@30000000/syscon@30360000",
    "/soc@0/bus@30000000/clock-controller@30380000",
    "/soc@0/bus@30000000/reset-controller@30390000",
    "/soc@0/bus@30000000/gpc@303a0000",
    "/soc@0/bus@30400000/timer@306a0000",
    "/soc@0/bus@32c00000/interrupt-controller@32e2d000",
    "/soc@0/pcie@33800000",
  ]) {
    const node = findByPath(tree, path)
    assert.ok(node !== undefined, path)
    assert.ok(
      compatibleOf(node).some((name) => IMX_FACTORIES.has(name)),
      path,
    )
  }
})

function board(sent: number[]) {
  const description = fromDeviceTree(compile(EXAMPLE, ["maaxboard.dts"]))
  return buildBoard(description, {
    clock: { nowNs: () => 1e9 },
    events: new EventQueue(),
    sink: { event: () => undefined },
    memory: new PhysicalMemory(new ArrayBuffer(0), 0, 0, description.ram),
    serial: () => ({ transmit: (byte) => sent.push(byte) }),
  })
}

test("the board is built from it as described, and its counter runs at 25 MHz / 3", () => {
  const built = board([])
  assert.equal(built.problems, [])
  assert.is(built.counterHz, 8_333_333)
  assert.is(built.cpuCount, 4)
  assert.is(built.bus.read(0x306a_0008, 4), 8_333_333)
  assert.is(built.bus.read(0x1ff0_0000, 4), 0xffff_ffff, "empty configuration space")
})

test("the console sends, and what is typed reaches the GIC through the GPC as INTID 58", () => {
  const sent: number[] = []
  const { bus, console: uart } = board(sent)
  assert.ok(uart !== undefined)
  bus.write(0x3086_0040, 4, 0x41)
  assert.equal(sent, [0x41])
  bus.write(0x3086_0080, 4, 0x201)
  bus.write(0x3086_0084, 4, 0x4027)
  const pending = () => ((bus.read(0x3880_0204, 4) ?? 0) >>> (58 - 32)) & 1
  assert.is(pending(), 0)
  assert.ok(uart.receive(0x42))
  assert.is(pending(), 1)
  assert.is(bus.read(0x303a_0070, 4), 1 << 26)
  assert.is(bus.read(0x3086_0000, 4), 0x8042)
  assert.is(pending(), 0)
})

test.run()
