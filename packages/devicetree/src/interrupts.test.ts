// SPDX-License-Identifier: BSD-2-Clause
//
// Interrupts to their controller: inherited parents, controllers in a row, extended lists, PCI's nexus, and
// what cannot be followed.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { decodeGicInterrupt, findByPath, interruptParent, interruptsOf, resolveInterrupts } from "./index.ts"
import { treeOf } from "./oracle-fixture.ts"

const BOARD = treeOf(`/dts-v1/;
/ {
  interrupt-parent = <&gpc>; #address-cells = <1>; #size-cells = <1>;
  gic: gic@1 { reg = <1 1>; interrupt-controller; #interrupt-cells = <3>; #address-cells = <0>; };
  gpc: gpc@2 { reg = <2 1>; interrupt-controller; #interrupt-cells = <3>; interrupt-parent = <&gic>; };
  pins: pins { interrupt-controller; #interrupt-cells = <2>; interrupts = <0 9 4>; child { interrupts = <5 1>; }; };
  dev { interrupts = <0 26 4>, <1 13 0xf08>; };
  multi { interrupts-extended = <&gic 0 1 1>, <&pins 7 2>, <&gpc 0 2 4>; interrupts = <9 9 9>; };
  pcie: pcie@5 {
    reg = <5 1>; #address-cells = <3>; #size-cells = <2>; #interrupt-cells = <1>;
    interrupt-map-mask = <0x1800 0 0 7>;
    interrupt-map = <0 0 0 1 &gic 0 122 4>, <0x800 0 0 1 &gic 0 123 4>, <0 0 0 2 &gpc2 0x77 0 1 0 124 4>;
    dev@1 { reg = <0x10800 0 0 0 0>; interrupts = <1>; };
    dev@2 { reg = <0 0 0 0 0>; interrupts = <2>; };
    dev@3 { reg = <0x1000 0 0 0 0>; interrupts = <1>; };
  };
  gpc2: gpc2 { interrupt-controller; #interrupt-cells = <4>; #address-cells = <2>; };
  bad1 { interrupts = <0 26>; };
  bad2 { interrupt-parent = <&dumb>; interrupts = <1>; };
  bad3 { interrupts-extended = <99 1>; };
  bad4 { interrupt-parent = <&a>; interrupts = <1>; };
  bad5 { interrupt-parent = <&nomap>; interrupts = <1>; };
  bad6 { interrupt-parent = <&short>; interrupts = <1>; };
  dumb: dumb { };
  a: a { #interrupt-cells = <1>; interrupt-parent = <&b>; };
  b: b { #interrupt-cells = <1>; interrupt-parent = <&a>; };
  nomap: nomap { #interrupt-cells = <1>; interrupt-map = <1 99 1>; };
  short: short { #interrupt-cells = <1>; interrupt-map = <1 &gic 1>; };
};`)
const at = (path: string) => findByPath(BOARD, path)!
const of = (path: string) =>
  interruptsOf(BOARD, at(path)).map(({ controller, cells }) => [controller.name, ...cells])
const problem = (path: string) => resolveInterrupts(BOARD, at(path)).problems[0]?.message ?? ""

const interrupts = suite("interrupts")

interrupts("interrupts go to the inherited parent", () => {
  assert.equal(of("/dev"), [
    ["gpc@2", 0, 26, 4],
    ["gpc@2", 1, 13, 0xf08],
  ])
  assert.equal(of("/pins"), [["gpc@2", 0, 9, 4]])
  assert.equal(of("/pins/child"), [["pins", 5, 1]], "a controller above is the parent of its children")
  assert.is(interruptParent(BOARD, at("/gpc@2"))?.name, "gic@1")
  assert.equal(of("/dumb"), [])
})

interrupts("interrupts-extended wins and mixes controllers", () => {
  assert.equal(of("/multi"), [
    ["gic@1", 0, 1, 1],
    ["pins", 7, 2],
    ["gpc@2", 0, 2, 4],
  ])
})

interrupts("a nexus maps by masked unit address and pin", () => {
  assert.equal(of("/pcie/dev@1"), [["gic@1", 0, 123, 4]])
  assert.equal(of("/pcie/dev@2"), [["gpc2", 1, 0, 124, 4]])
  assert.match(problem("/pcie/dev@3"), "has no row for")
})

interrupts("what cannot be followed is said, with the property's place", () => {
  assert.match(problem("/bad1"), "interrupts has 2 cells, and /gpc@2 wants 3 each")
  assert.match(problem("/bad2"), "/dumb has no #interrupt-cells")
  assert.match(problem("/bad3"), "names phandle 0x63")
  assert.match(problem("/bad4"), "circle")
  assert.match(problem("/bad5"), "interrupt-map of /nomap names phandle 0x63")
  assert.match(problem("/bad6"), "ends in the middle of a row")
  assert.is(resolveInterrupts(BOARD, at("/bad1")).problems[0]?.line, 18)
  const lonely = treeOf("/dts-v1/; / { n { interrupts = <1>; }; };")
  assert.match(
    resolveInterrupts(lonely, findByPath(lonely, "/n")!).problems[0]!.message,
    "no interrupt-parent",
  )
})

interrupts("a GIC specifier becomes an INTID and a trigger", () => {
  assert.equal(decodeGicInterrupt([0, 26, 4]), { intid: 58, kind: "spi", trigger: "level" })
  assert.equal(decodeGicInterrupt([0, 1, 1]), { intid: 33, kind: "spi", trigger: "edge" })
  assert.equal(decodeGicInterrupt([1, 11, 0xf08]), { intid: 27, kind: "ppi", trigger: "level" })
  assert.equal(decodeGicInterrupt([1, 11, 2, 0]), { intid: 27, kind: "ppi", trigger: "edge" })
  assert.is(decodeGicInterrupt([2, 1, 4]), undefined)
  assert.is(decodeGicInterrupt([1, 16, 4]), undefined)
  assert.is(decodeGicInterrupt([0, 988, 4]), undefined)
  assert.is(decodeGicInterrupt([0, 26]), undefined)
})

interrupts.run()
