// SPDX-License-Identifier: BSD-2-Clause
//
// Edits: a new tree each, the old one untouched, positions kept, and blobs as if the source had said so.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import * as dt from "./index.ts"
import { treeOf } from "./oracle-fixture.ts"

const SOURCE = '/dts-v1/; /memreserve/ 1 2; / { a = <1>; l: n { x; y = "y"; z; m { }; }; o { r = <&l>; }; };'
const TREE = treeOf(SOURCE)
const BEFORE = dt.writeDtb(TREE)

/** The edited tree's blob is that of the source, and the tree before is unchanged. */
function same(edited: dt.DeviceTree, source: string): void {
  const printed = dt.printDts(edited)
  assert.equal(dt.writeDtb(edited), dt.writeDtb(treeOf(source)), printed)
  assert.equal(dt.writeDtb(TREE), BEFORE)
}

const edits = suite("edits")

edits("a property that is set keeps its position, a new one comes last", () => {
  const set = dt.setProperty(TREE, "/n", "y", dt.stringsValue("new"))
  same(set, SOURCE.replace('"y"', '"new"'))
  assert.equal(dt.findByPath(set, "/n")!.properties.get("y")!.place, dt.GENERATED)
  const place = { file: "guest.json", line: 3, column: 5, endColumn: 6 }
  const added = dt.setProperty(TREE, "/n", "w", dt.cellsValue(5), place)
  assert.equal([...dt.findByPath(added, "/n")!.properties.keys()], ["x", "y", "z", "phandle", "w"])
  assert.equal(dt.findByPath(added, "/n")!.properties.get("w")!.place, place)
})

edits("setting a property makes the node, as an overlay would", () => {
  const set = dt.setProperty(TREE, "/chosen", "bootargs", dt.stringsValue("quiet"))
  same(set, `${SOURCE} / { chosen { bootargs = "quiet"; }; };`)
  assert.is(dt.findByPath(set, "/chosen")!.place, dt.GENERATED)
  same(dt.addNode(TREE, "/p/q"), `${SOURCE} / { p { q { }; }; };`)
  same(dt.addNode(TREE, "/n/m"), SOURCE)
  same(dt.setProperty(TREE, "/", "a", dt.cellsValue(2)), SOURCE.replace("<1>", "<2>"))
})

edits("nodes and properties are deleted, and what is missing is no matter", () => {
  same(dt.deleteNodeAt(TREE, "/n/m"), SOURCE.replace("m { }; ", ""))
  same(dt.deleteNodeAt(TREE, "/q/m"), SOURCE)
  same(dt.deleteNodeAt(TREE, "/"), SOURCE)
  same(dt.deleteProperty(TREE, "/n", "x"), SOURCE.replace("x; ", ""))
  same(dt.deleteProperty(TREE, "/q", "x"), SOURCE)
  same(dt.withReservations(TREE, []), SOURCE.replace("/memreserve/ 1 2; ", ""))
})

edits("labels, places and references live on in the edited tree", () => {
  const edited = dt.setProperty(TREE, "/o", "s", dt.cellsValue(1))
  const node = dt.findByLabel(edited, "l")!
  assert.equal(node.place, dt.findByLabel(TREE, "l")!.place)
  assert.equal(dt.referencesOf(edited, dt.findByPath(edited, "/o")!), [{ property: "r", node }])
  assert.match(dt.printDts(edited), "r = <&l>;")
})

const printer = suite("printer")

printer("values print as text, cells or bytes, and references as they were written", () => {
  const tree = treeOf(
    '/dts-v1/; m: /memreserve/ 1 2; / { a = "x\\ty\\"\\\\", "z"; b = <1>, <&l>, <&{/k}>;' +
      ' c = [01]; d; e = ""; l: n { }; k { }; };',
  )
  assert.is(
    dt.printDts(tree),
    `/dts-v1/;
m: /memreserve/ 0x1 0x2;

/ {
	a = "x\\ty\\"\\\\", "z";
	b = <0x1 &l &{/k}>;
	c = [01];
	d;
	e = "";

	l: n {
		phandle = <0x1>;
	};

	k {
		phandle = <0x2>;
	};
};
`,
  )
})

edits.run()
printer.run()
