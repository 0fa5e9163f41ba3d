// SPDX-License-Identifier: BSD-2-Clause
//
// Blobs: what is read back, what is refused, and that no cut or flipped byte throws.

import { isLeft } from "fp-ts/lib/Either.js"
import { suite } from "uvu"
import * as assert from "uvu/assert"
import { addNode, findByPath, propString, readDtb, writeDtb } from "./index.ts"
import { dtc, HAVE_DTC, leftOf, rightOf, treeOf } from "./oracle-fixture.ts"
import { randomFrom } from "./random-source.ts"

const SOURCE =
  '/dts-v1/; /memreserve/ 1 2; / { a = <1>; s = "x"; cpus { c@2 { reg = <2>; }; }; n { e; s; m { a; }; }; };'
const BLOB = writeDtb(treeOf(SOURCE))

/** The blob with the cell at `offset` replaced. */
function patched(offset: number, cell: number, blob: Uint8Array = BLOB): Uint8Array {
  const copy = blob.slice()
  new DataView(copy.buffer).setUint32(offset, cell)
  return copy
}

function refusal(blob: Uint8Array): string {
  const [first] = leftOf(readDtb(blob, "x.dtb"))
  assert.equal([first!.file, first!.line], ["x.dtb", 0])
  assert.ok(first!.remedy)
  return first!.message
}

const blobs = suite("blobs")

blobs("a blob is read and written back unchanged", () => {
  const tree = rightOf(readDtb(BLOB, "x.dtb"))
  assert.equal(writeDtb(tree), BLOB)
  assert.is(tree.bootCpu, 2)
  assert.is(tree.memreserve[0]!.size, 2n)
  assert.is(propString(findByPath(tree, "/")!, "s"), "x")
  assert.equal(tree.root.place, { file: "x.dtb", line: 0, column: 0, endColumn: 0 })
})

blobs("NOP tokens are skipped", () => {
  const blob = writeDtb(treeOf("/dts-v1/; / { gone; kept; };"))
  const struct = new DataView(blob.buffer).getUint32(8)
  const nops = [8, 12, 16].reduce((bytes, at) => patched(struct + at, 4, bytes), blob)
  assert.equal([...rightOf(readDtb(nops)).root.properties.keys()], ["kept"])
})

blobs("a blob inside a larger buffer is read", () => {
  const larger = new Uint8Array(BLOB.length + 64)
  larger.set(BLOB, 32)
  assert.equal(writeDtb(rightOf(readDtb(larger.subarray(32)))), BLOB)
})

if (!HAVE_DTC) process.stdout.write("skipped: dtc (Debian: device-tree-compiler) is not installed\n")
const old = HAVE_DTC ? blobs : blobs.skip
old("version 16 is read and older ones are refused", () => {
  assert.equal(writeDtb(rightOf(readDtb(dtc(SOURCE, "-V", "16")!))), BLOB)
  assert.match(refusal(dtc(SOURCE, "-V", "3")!), "the blob has version 3")
})

blobs("what is no blob is refused in words", () => {
  assert.match(refusal(new Uint8Array(0)), "no device tree blob")
  assert.match(refusal(new TextEncoder().encode("/dts-v1/;\n/ { };")), "no device tree blob")
  assert.match(refusal(BLOB.slice(0, 20)), "inside its header")
  assert.match(refusal(BLOB.slice(0, BLOB.length - 1)), "promises")
  assert.match(refusal(patched(20, 18, patched(24, 18))), "has version 18")
  assert.match(refusal(patched(8, 0x10000)), "outside of the blob")
  assert.match(refusal(patched(8, 57)), "not aligned")
  assert.match(refusal(patched(16, BLOB.length & ~7)), "reservation block has no end")
})

blobs("a broken structure block is refused in words", () => {
  const struct = new DataView(BLOB.buffer).getUint32(8)
  const size = new DataView(BLOB.buffer).getUint32(36)
  assert.match(refusal(patched(struct, 3)), "does not begin with a node")
  assert.match(refusal(patched(struct, 4)), "does not begin with a node")
  assert.match(refusal(patched(struct + 4, 0x61000000)), 'the root node has the name "a"')
  assert.match(refusal(patched(struct + 8, 7)), /0x7 is no token of the structure block \(at byte 0x/)
  assert.match(refusal(patched(struct + 12, 0xffff)), 'value of "a" lies outside')
  assert.match(refusal(patched(struct + 16, 0xffff)), "a name has no end")
  assert.match(refusal(patched(struct + size - 4, 4)), "ends in the middle")
  assert.match(refusal(patched(struct + size - 4, 1)), "something follows the root node")
})

blobs("a node or property that stands twice is refused", () => {
  const text = new TextDecoder("latin1").decode(writeDtb(treeOf("/dts-v1/; / { aa; ab; ca { }; cb { }; };")))
  const twice = Uint8Array.from(text.replace("ab\0", "aa\0").replace("cb\0", "ca\0"), (char) =>
    char.charCodeAt(0),
  )
  assert.equal(
    leftOf(readDtb(twice)).map(({ message }) => message),
    ['the node "" has the property "aa" twice', 'the node "" has the node "ca" twice'],
  )
})

blobs("nodes nested beyond reason are refused", () => {
  const deep = (levels: number) => writeDtb(addNode(treeOf(SOURCE), "/n".repeat(levels)))
  assert.equal(writeDtb(rightOf(readDtb(deep(64)))), deep(64))
  assert.match(refusal(deep(65)), "nested more than")
})

blobs("no cut or change of a blob throws", () => {
  const random = randomFrom(5)
  for (let end = 0; end < BLOB.length; end++) assert.ok(isLeft(readDtb(BLOB.slice(0, end))))
  for (let i = 0; i < 3000; i++) {
    const copy = BLOB.slice()
    for (let n = 0; n <= random(3); n++) copy[random(copy.length)] = random(256)
    readDtb(copy)
  }
})

blobs.run()
