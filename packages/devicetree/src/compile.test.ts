// SPDX-License-Identifier: BSD-2-Clause
//
// Every construct of the source language, one small source each, against dtc's bytes; places of nodes and
// properties; includes; overlays as later sources.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import {
  compileBoth,
  compileDts,
  findByPath,
  isOverlaySource,
  propBytes,
  propCells,
  propStrings,
  writeDtb,
} from "./index.ts"
import { draftOf } from "./tree.ts"
import { compileTexts, dtc, HAVE_DTC, leftOf, rightOf, treeOf } from "./oracle-fixture.ts"

const CONSTRUCTS: Readonly<Record<string, string>> = {
  "an empty root": "/ { };",
  "the header twice": "/dts-v1/; / { };",
  "memory reservations": "/memreserve/ 1 2; m: /memreserve/ 0x8000000000 (1 + 2); / { };",
  comments: "/* a */ / { // b\n p /* c */ = /* d */ <1 // e\n 2>; };",
  linemarkers: '# 1 "some.dts"\n#line 2 "other.dtsi" 1 3\n/ { };\n# 5 "x" 2\n',
  "values of all kinds": 'a; b = <>; c = []; d = ""; e = <1 0x2 010>, "x", [00 ffAb 12], "y";',
  "escapes in strings": 's = "\\a\\b\\t\\n\\v\\f\\r\\"\\\\\\q\\0\\101\\x41\\x4g\\400", "two\nlines", "é";',
  "character literals": "c = <'a' '\\n' '\\x41' '\\'' '\"' '\\377'>;",
  "sized arrays": "a = /bits/ 8 <1 (-1) 0xff>, /bits/ 16 <(-256)>, /bits/ 32 <1>, /bits/ 64 <1 (-1)>;",
  suffixes: "n = <1U 2L 3UL 4LL 5ULL>;",
  arithmetic: "n = <(1 + 2 * 3 - 4 / 2 % 3) (10 - 3 - 2) ((1 + 2) * 3)>;",
  bits: "n = <(1 | 2 ^ 3 & 4) (~0 & 0xff) (1 << 4 >> 2)>, /bits/ 64 <(1 << 63) (1 << 64) (1 << 65) (5 >> 64)>;",
  comparison: "n = <(1 < 2) (2 <= 1) (1 > 2) (2 >= 2) (1 == 1 != 0) (-1 > 1)>;",
  logic: "n = <(1 || 0 && 0) (!0) (!5) (- -1) (!!3)>;",
  conditionals: "n = <(1 ? 2 : 1 ? 3 : 4) (0 ? 1 : 0 ? 3 : 4) (1 ? 0 ? 5 : 6 : 7)>;",
  "labels everywhere": "l: p = a: <b: 1 c: 2 d:> e:, f: g: [h: 01 i:] j:; k: n { }; m: o: q { };",
  "references by phandle": "r = <&b &{/a} &b 1>; a { r = <&c>; }; b: b { }; c: c { phandle = <1>; };",
  "references by path": 'p = &c, "x", &{/a/c}, &{/}; a { c: c { }; };',
  "references to the root": "r = <&{/}>; n { };",
  "a node's own phandle": "n { phandle = <&{/n}>; }; m: m { phandle = <&m>; r = <&{/n}>; };",
  "an old phandle": "r = <&n>; n: n { linux,phandle = <7>; }; m { phandle = <0x10>; };",
  "phandles skip taken numbers":
    "r = <&a &b &c>; a: a { }; b: b { phandle = <2>; }; c: c { }; d { phandle = <1>; };",
  "odd names": "0x10 = <1>; #x,y._+*?- = <2>; \\delete = <3>; 5 { }; a,b.c_d+e-f@1,2 { };",
  "names that are tails": "dma-names; names; ames; s; xs; status; tus;",
  "a redundant name": 'n@1 { name = "n"; x; };',
  "omitted nodes":
    "r = <&a>; p = &p; /omit-if-no-ref/ a: a { }; /omit-if-no-ref/ b: b { s = <&c>; }; c: c { };" +
    " /omit-if-no-ref/ p: p { };",
  "a boot CPU": "cpus { #address-cells = <1>; cpu@3 { reg = <3>; }; cpu@0 { reg = <0>; }; };",
  "merged blocks": "/ { a = <1>; n { x; y = <1>; }; }; / { b; a = <2>; n { y = <2>; z; m { }; }; o { }; };",
  "blocks by label":
    "/ { l: n { x; }; }; m: &l { y; }; &m { z = <&l>; k { }; }; &{/n/k} { w; }; r: &{/} { v; };",
  "deleted properties": "/ { a; b; c; }; / { /delete-property/ a; /delete-property/ q; }; / { a = <1>; };",
  "deleted nodes":
    "/ { l: n { x; k { y; }; }; o { }; p { }; }; / { /delete-node/ n; /delete-node/ q; };" +
    " /delete-node/ &{/o}; / { n { k { }; }; };",
  "deleted by label": "/ { l: n { x; }; }; /delete-node/ &l; / { l: m { r = <&l>; }; };",
  "omitted later": "/ { l: n { }; m: m { r = <&m>; }; }; /omit-if-no-ref/ &l; /omit-if-no-ref/ &m;",
}

if (!HAVE_DTC) process.stdout.write("skipped: dtc (Debian: device-tree-compiler) is not installed\n")
const constructs = suite("constructs")

for (const [name, body] of Object.entries(CONSTRUCTS)) {
  const text = `/dts-v1/;\n${/^(\/|#)/.test(body.trim()) && /\/ \{/.test(body) ? body : `/ { ${body} };`}\n`
  const test = HAVE_DTC ? constructs : constructs.skip
  test(`${name} compile as dtc does it`, () => {
    const theirs = dtc(text)
    assert.ok(theirs !== undefined, `dtc refuses ${text}`)
    assert.equal(Buffer.from(writeDtb(treeOf(text))).toString("latin1"), theirs.toString("latin1"))
  })
}

constructs.run()

const compile = suite("compile")

compile("an overlay merges as if its text followed the base", () => {
  const base = '/dts-v1/;\n/ { soc { u: serial@1 { status = "okay"; }; }; };'
  const overlay =
    '/ { soc { serial@1 { status = "disabled"; }; serial@2 { status = "disabled"; }; }; };\n&u { x; };'
  const merged = treeOf(base, overlay)
  assert.equal(propStrings(findByPath(merged, "/soc/serial@1")!, "status"), ["disabled"])
  assert.ok(findByPath(merged, "/soc/serial@2"), "a node that the base lacks is made")
  if (HAVE_DTC) assert.ok(dtc(`${base}\n${overlay}`)?.equals(writeDtb(merged)))
})

compile("a property's place is where it was last set", () => {
  const tree = treeOf("/dts-v1/;\n/ { n {\n  a = <1>; b; }; };", "/ { n {\n\n    a = <2>; }; };")
  const node = findByPath(tree, "/n")!
  const place = { file: "1.dts", line: 3, column: 5, endColumn: 6 }
  assert.equal(node.properties.get("a")!.place, place)
  assert.equal(node.properties.get("b")!.place.file, "base.dts")
})

compile("a node knows its first definition and the later ones", () => {
  const tree = treeOf("/dts-v1/;\n/ { l: n { }; };\n/ { n { }; };", "&l { };")
  const node = findByPath(tree, "/n")!
  assert.equal([node.place.file, node.place.line, node.place.column], ["base.dts", 2, 8])
  assert.equal(
    node.laterPlaces.map(({ file, line, column }) => [file, line, column]),
    [
      ["base.dts", 3, 5],
      ["1.dts", 1, 1],
    ],
  )
})

compile("a node that is deleted and made again begins anew", () => {
  const tree = treeOf("/dts-v1/; / { n { x; }; };", "/ { /delete-node/ n; };\n/ { n { }; };")
  const node = findByPath(tree, "/n")!
  assert.equal([node.place.file, node.place.line, node.laterPlaces.length], ["1.dts", 2, 0])
  assert.is(node.properties.size, 0)
})

compile("/include/ splices a file in, places being the included file's", () => {
  const sources = [{ file: "d/base.dts", text: '/dts-v1/;\n/include/ "a.dtsi"\n/ { b; };' }]
  const asked: string[][] = []
  const include = (path: string, from: string) => {
    asked.push([path, from])
    return { file: `d/${path}`, text: "/ {\n a; };" }
  }
  const tree = rightOf(compileDts(sources, { include }))
  assert.equal(asked, [["a.dtsi", "d/base.dts"]])
  assert.equal([...tree.root.properties.keys()], ["a", "b"])
  assert.equal(
    [tree.root.properties.get("a")!.place.file, tree.root.properties.get("a")!.place.line],
    ["d/a.dtsi", 2],
  )
  assert.equal(tree.root.properties.get("b")!.place.line, 3)
})

compile("/include/ works inside a node, and a circle is an error", () => {
  const inside = '/dts-v1/; / { n { /include/ "p.dtsi" }; };'
  const tree = rightOf(
    compileDts([{ file: "b", text: inside }], { include: (file) => ({ file, text: "x = <1>;" }) }),
  )
  assert.equal(propCells(findByPath(tree, "/n")!, "x"), [1])
  const circle = { file: "b", text: '/dts-v1/; /include/ "b"' }
  const errors = leftOf(compileDts([circle], { include: () => circle }))
  assert.match(errors[0]!.message, "includes itself")
})

compile("/incbin/ takes a file's bytes, whole or in part", () => {
  const text = '/dts-v1/; / { a = /incbin/("f"); b = [00], /incbin/("f", 1, 2); };'
  const tree = rightOf(compileDts([{ file: "b", text }], { incbin: () => Uint8Array.of(1, 2, 3, 4) }))
  assert.equal([...propBytes(tree.root, "a")!], [1, 2, 3, 4])
  assert.equal([...propBytes(tree.root, "b")!], [0, 2, 3])
})

compile("source without /dts-v1/ outside of comments and strings is an overlay", () => {
  assert.is(isOverlaySource("/dts-v1/;\n/ { };"), false)
  assert.is(isOverlaySource("/* /dts-v1/; */ // /dts-v1/;\n/ { };"), true)
  assert.is(isOverlaySource('/ { a = "/dts-v1/;"; };'), true)
  assert.is(isOverlaySource(""), true)
})

compile("an overlay of comments alone changes nothing", () => {
  assert.equal(
    writeDtb(treeOf("/dts-v1/; / { a; };", "/* nothing */\n")),
    writeDtb(treeOf("/dts-v1/; / { a; };")),
  )
})

compile("a large file is taken in", () => {
  const bytes = new Uint8Array(1_000_000).fill(7)
  const text = `/dts-v1/; / { a = /incbin/("f"); s = "${"x\\n".repeat(200_000)}"; };`
  const tree = rightOf(compileDts([{ file: "b", text }], { incbin: () => bytes }))
  assert.is(propBytes(tree.root, "a")!.length, 1_000_000)
  assert.is(propBytes(tree.root, "s")!.length, 400_001)
})

/** A tree without the way back from children to parents, places included, or the mistakes. */
function shapeOf(answer: ReturnType<typeof compileDts>): unknown {
  if (answer._tag === "Left") return answer.left
  return { ...answer.right, root: draftOf(answer.right.root), blob: writeDtb(answer.right) }
}

const BASE = `/dts-v1/; /memreserve/ 1 2; / { u: uart { a = <1>, <&i>; }; i: irq { }; /omit-if-no-ref/ c: clk { }; };`
const LATER = [
  "&u { a = <&c 2>; new: sub { b; }; }; / { chosen { x = &new; }; };",
  "/delete-node/ &i; &c { rate = <7>; }; / { d = <&u>; };",
  "&u { a = <&nowhere>; };",
  "/ { broken = <1 };",
]

compile(
  "a board with and without overlays is read once, and both trees are as if each were compiled alone",
  () => {
    for (let many = 0; many <= LATER.length; many++) {
      const base = { file: "base", text: BASE }
      const later = LATER.slice(0, many).map((text, index) => ({ file: `later${index}`, text }))
      for (const order of [later, later.toReversed()]) {
        const both = compileBoth(base, order)
        assert.equal(shapeOf(both.alone), shapeOf(compileDts([base])))
        assert.equal(shapeOf(both.all), shapeOf(compileDts([base, ...order])))
      }
    }
  },
)

compile("mistakes of the board are those of both trees", () => {
  const base = { file: "base", text: "/dts-v1/; / { a = <1 }; b: c { x = <&d>; };" }
  const both = compileBoth(base, [{ file: "later", text: "&b { y = ; };" }])
  assert.equal(both.alone, compileDts([base]))
  assert.ok(leftOf(both.all).length > leftOf(both.alone).length)
})

compile("long lists of cells are taken in", () => {
  const tree = rightOf(
    compileDts([{ file: "b", text: `/dts-v1/; / { c = <${"0x10 ".repeat(300_000)}>; };` }]),
  )
  assert.is(propBytes(tree.root, "c")!.length, 1_200_000)
})

compile("the root cannot be deleted", () => {
  assert.match(leftOf(compileTexts("/dts-v1/; / { }; /delete-node/ &{/};"))[0]!.message, "root")
})

compile.run()
