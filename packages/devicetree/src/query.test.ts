// SPDX-License-Identifier: BSD-2-Clause
//
// Questions to a tree: finding nodes, values by type, status, addresses through buses, and phandle lists.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import * as dt from "./index.ts"
import { rightOf, treeOf } from "./oracle-fixture.ts"

const BOARD = treeOf(`/dts-v1/;
/ {
  #address-cells = <2>; #size-cells = <2>;
  aliases { serial0 = &uart; i2c = "/soc@0/i2c@3000"; };
  chosen { stdout-path = "serial0:115200n8"; };
  memory@40000000 { device_type = "memory"; reg = <0 0x40000000 0 0x1000>, <0x10 0 1 0>; };
  memory@0 { device_type = "memory"; reg = <0 0 0 0x1000>; status = "disabled"; };
  clk: clock { #clock-cells = <1>; };
  osc: osc { #clock-cells = <0>; };
  cpus { #address-cells = <1>; #size-cells = <0>; cpu@3 { reg = <3>; }; };
  soc: soc@0 {
    compatible = "simple-bus"; #address-cells = <1>; #size-cells = <1>;
    ranges = <0 0 0x30000000 0x10000>, <0x100000 0x1 0x0 0x1000>;
    uart: serial@1000 {
      compatible = "acme,uart", "ns16550"; reg = <0x1000 0x100>, <0x100010 0x10>, <0x500000 4>;
      reg-names = "a", "b", "c";
      clocks = <&clk 5>, <0>, <&osc>; clock-names = "ipg", "gap", "per";
      big = <0x1 0x2>; small = <7>; odd = [01 02 03]; flag; huge = <0x200000 0>;
      assigned-clocks = <&clk 1>;
    };
    bus@2000 {
      #address-cells = <1>; #size-cells = <1>; ranges = <0 0x2000 0x800>; status = "disabled";
      sub@10 { reg = <0x10 0x10>; status = "okay"; };
      wide@0 { reg = <0 0x100>; };
    };
    i2c@3000 { reg = <0x3000 0x100>; #address-cells = <1>; #size-cells = <0>; chip@50 { reg = <0x50>; }; };
    same { #address-cells = <1>; #size-cells = <1>; ranges; leaf@4000 { reg = <0x4000 4>; }; };
    none { #address-cells = <1>; #size-cells = <1>; leaf@4000 { reg = <0x4000 4>; }; };
  };
  pcie@50000000 {
    reg = <0 0x50000000 0 0x1000>; #address-cells = <3>; #size-cells = <2>;
    ranges = <0x81000000 0 0 0 0x51000000 0 0x10000>, <0x82000000 0 0x60000000 0 0x60000000 0 0x1000000>;
    dev@0 { reg = <0x800 0 0 0 0>, <0x02000810 0 0x60001000 0 0x100>, <0x01000814 0 0x20 0 0x8>; };
  };
};`)
const at = (path: string): dt.DtNode => dt.findByPath(BOARD, path)!
const uart = at("/soc@0/serial@1000")

const query = suite("query")

query("nodes are found by path, with the unit address left out where one node has the name", () => {
  assert.is(dt.findByPath(BOARD, "/"), BOARD.root)
  assert.is(dt.findByPath(BOARD, "/soc/serial"), uart)
  assert.is(dt.findByPath(BOARD, "/memory"), undefined, "two nodes have the name")
  assert.is(dt.findByPath(BOARD, "/soc@1"), undefined)
  assert.is(dt.findByPath(BOARD, "soc@0"), undefined)
  assert.is(uart.path, "/soc@0/serial@1000")
  assert.is(uart.parent?.parent, BOARD.root)
})

query("nodes are found by alias, label, phandle and compatible", () => {
  assert.is(dt.findByAlias(BOARD, "serial0"), uart)
  assert.is(dt.findByAlias(BOARD, "serial9"), undefined)
  assert.is(dt.findNode(BOARD, "serial0:115200n8"), uart)
  assert.is(dt.findNode(BOARD, "/soc/serial:9600"), uart)
  assert.is(dt.findNode(BOARD, "i2c/chip@50"), at("/soc/i2c/chip"))
  assert.is(dt.findByLabel(BOARD, "uart"), uart)
  assert.is(dt.findByPhandle(BOARD, dt.phandleOf(at("/clock"))!), at("/clock"))
  assert.is(dt.findByPhandle(BOARD, 99), undefined)
  assert.equal(dt.findByCompatible(BOARD, "ns16550", "none"), [uart])
  assert.equal(dt.compatibleOf(uart), ["acme,uart", "ns16550"])
})

query("values are read by type, or not at all", () => {
  assert.is(dt.propU32(uart, "small"), 7)
  assert.is(dt.propU32(uart, "big"), undefined)
  assert.is(dt.propU64(uart, "big"), 0x1_0000_0002n)
  assert.is(dt.propU64(uart, "small"), undefined)
  assert.is(dt.propNumber(uart, "big"), 0x1_0000_0002)
  assert.is(dt.propNumber(uart, "small"), 7)
  assert.is(dt.propNumber(uart, "huge"), undefined, "2^53 and more")
  assert.is(dt.propCells(uart, "odd"), undefined)
  assert.equal([...dt.propBytes(uart, "odd")!], [1, 2, 3])
  assert.equal(dt.propStrings(uart, "reg-names"), ["a", "b", "c"])
  assert.is(dt.propStrings(uart, "odd"), undefined)
  assert.is(dt.propString(uart, "nothing"), undefined)
  assert.ok(dt.hasProp(uart, "flag"))
})

query("values are made by type", () => {
  assert.equal([...dt.cellsValue(1, 0xffffffff)], [0, 0, 0, 1, 255, 255, 255, 255])
  assert.equal(dt.u64Value(0x1_0000_0002), dt.cellsValue(1, 2))
  assert.equal(dt.numberValue(0x1_0000_0002, 2), dt.cellsValue(1, 2))
  assert.equal(dt.numberValue(5, 1), dt.cellsValue(5))
  assert.is(dt.numberValue(5, 0).length, 0)
  assert.equal([...dt.stringsValue("a", "")], [97, 0, 0])
})

query("status counts with that of every ancestor", () => {
  const sub = at("/soc/bus/sub")
  assert.ok(dt.isEnabled(uart))
  assert.ok(dt.statusOkay(sub))
  assert.not(dt.isEnabled(sub))
  assert.is(dt.disabledBy(sub), at("/soc/bus"))
})

query("reg is translated through every bus, and keeps its indices", () => {
  const entries = [{ address: 0x30001000, size: 0x100 }, { address: 0x1_0000_0010, size: 0x10 }, undefined]
  assert.equal(dt.regEntries(uart), entries)
  assert.equal(dt.regRanges(uart), entries.slice(0, 2))
  assert.equal(dt.regRanges(at("/soc/bus/sub")), [{ address: 0x30002010, size: 0x10 }])
  assert.equal(dt.regRanges(at("/soc/same/leaf")), [{ address: 0x30004000, size: 4 }])
  assert.equal(dt.regRanges(at("/soc/none/leaf")), [], "a bus without ranges is not mapped")
  assert.equal(dt.regRanges(at("/soc/i2c/chip")), [])
  assert.equal(dt.regRanges(BOARD.root), [])
  assert.is(dt.unitNumber(at("/cpus/cpu@3")), 3)
  assert.is(dt.unitNumber(BOARD.root), undefined)
})

query("PCI addresses go through the window of their space", () => {
  const entries = [undefined, { address: 0x60001000, size: 0x100 }, { address: 0x51000020, size: 8 }]
  assert.equal(dt.regEntries(at("/pcie/dev")), entries)
})

query("RAM is the enabled memory nodes", () => {
  const ranges = [
    { address: 0x40000000, size: 0x1000 },
    { address: 0x10_0000_0000, size: 0x1_0000_0000 },
  ]
  assert.equal(dt.memoryRanges(BOARD), ranges)
})

query("an address belongs to the smallest region that has it", () => {
  const owner = (address: number) => {
    const found = dt.ownerOfAddress(BOARD, address)
    return found === undefined ? undefined : [found.node.path, found.index, found.enabled]
  }
  assert.equal(owner(0x300010ff), ["/soc@0/serial@1000", 0, true])
  assert.equal(owner(0x1_0000_0010), ["/soc@0/serial@1000", 1, true])
  assert.equal(owner(0x30002018), ["/soc@0/bus@2000/sub@10", 0, false])
  assert.equal(owner(0x30002000), ["/soc@0/bus@2000/wide@0", 0, false])
  assert.equal(owner(0x30002700), ["/soc@0/bus@2000", -1, false])
  assert.equal(owner(0x3000f000), ["/soc@0", -1, true])
  assert.is(owner(0x7fff_0000), undefined)
})

query("of equal regions the deepest node wins, then the enabled one", () => {
  const tree = treeOf(`/dts-v1/; / { #address-cells = <1>; #size-cells = <1>;
    off@0 { reg = <0 16>; status = "disabled"; }; on@0 { reg = <0 16>; };
    bus@20 { reg = <0x20 16>; #address-cells = <1>; #size-cells = <1>; ranges; in@20 { reg = <0x20 16>; }; };
  };`)
  assert.is(dt.ownerOfAddress(tree, 5)!.node.name, "on@0")
  assert.is(dt.ownerOfAddress(tree, 0x20)!.node.name, "in@20")
})

query("phandle lists are cut by the cells that each target wants", () => {
  const clocks = dt.clocksOf(BOARD, uart).map(({ node, cells, name }) => [node.name, cells, name])
  assert.equal(clocks, [
    ["clock", [5], "ipg"],
    ["osc", [], "per"],
  ])
  assert.equal(dt.specifiers(BOARD, uart, "nothing"), [])
})

query("references are those of the source, or those of known bindings", () => {
  const all = (tree: dt.DeviceTree) =>
    dt
      .referencesOf(tree, dt.findByPath(tree, "/soc/serial")!)
      .map(({ property, node }) => `${property} ${node.name}`)
  const expected = ["clocks clock", "clocks osc", "assigned-clocks clock"]
  assert.equal(all(BOARD), expected)
  assert.equal(all(rightOf(dt.readDtb(dt.writeDtb(BOARD)))), expected)
  const hog = treeOf("/dts-v1/; / { a: a { }; g { gpio-hog; gpios = <1 0>; r = <&a>; }; };")
  assert.equal(
    dt.referencesOf(hog, dt.findByPath(hog, "/g")!).map(({ property }) => property),
    ["r"],
  )
})

query.run()
