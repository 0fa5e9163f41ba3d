// SPDX-License-Identifier: BSD-2-Clause
//
// Lines put into `.system` files as people write them.

import { applyEdits } from "@vmm/diagnostic"
import { suite } from "uvu"
import * as assert from "uvu/assert"
import { addSystemLines, mapOf, setAttribute } from "./system-patch.ts"
import { elements, findElement, readXml } from "./xml-text.ts"

const test = suite("report: .system files")

const LINES = { regions: ["<R />"], maps: ["<M />"], irqs: ["<I />"] }

function patched(text: string): string {
  const edits = addSystemLines({ file: "s", text }, "linux", "vmm", LINES) ?? []
  return applyEdits(new Map([["s", text]]), edits).ok?.get("s") ?? ""
}

test("each line goes behind its like, with its indentation and the comment beside it", () => {
  const text = `<?xml version="1.0"?>
<!-- <memory_region name="no" /> -->
<system>
	<memory_region name="a" size="1" /> <!-- kept -->
	<protection_domain name="vmm">
		<virtual_machine name="linux">
			<vcpu id="0" />
			<map mr="a" vaddr="0" />
		</virtual_machine>
		<irq irq="58" id="1" />
	</protection_domain>
</system>
`
  assert.is(
    patched(text),
    text
      .replace("<!-- kept -->\n", "<!-- kept -->\n\t<R />\n")
      .replace('vaddr="0" />\n', 'vaddr="0" />\n\t\t\t<M />\n')
      .replace('id="1" />\n', 'id="1" />\n\t\t<I />\n'),
  )
})

test("without its like a region goes first, a map and an irq before what ends their parent", () => {
  const text = `<system>
  <protection_domain name="vmm">
    <virtual_machine name="linux">
      <vcpu id="0" />
    </virtual_machine>
  </protection_domain>
</system>
`
  assert.is(
    patched(text),
    `<system>
  <R />
  <protection_domain name="vmm">
    <virtual_machine name="linux">
      <vcpu id="0" />
      <M />
    </virtual_machine>
    <I />
  </protection_domain>
</system>
`,
  )
})

test("all on one line still comes out well-formed", () => {
  const text =
    "<system><protection_domain name='vmm'><virtual_machine name='linux'>" +
    "<vcpu id='0'/></virtual_machine></protection_domain></system>"
  const root = readXml(patched(text))
  assert.ok(root)
  const names = (element: string) => findElement(root, element)?.children.map(({ name }) => name)
  assert.equal(names("system"), ["R", "protection_domain"])
  assert.equal(names("virtual_machine"), ["vcpu", "M"])
  assert.equal(names("protection_domain"), ["virtual_machine", "I"])
})

test("a file without the machine, or no XML, gives no edits", () => {
  assert.is(addSystemLines({ file: "s", text: "<system></system>" }, "linux", "vmm", LINES), undefined)
  assert.is(addSystemLines({ file: "s", text: "nothing" }, "linux", "vmm", LINES), undefined)
})

test("an attribute is replaced, or added in front, in the element that is meant", () => {
  const text =
    `<system><protection_domain name="vmm"><map mr="a" perms='r' />` +
    `<virtual_machine name="linux"><map mr="a" vaddr="0x1_0000" /></virtual_machine>` +
    "</protection_domain></system>"
  const set = (attribute: string, value: string) => {
    const edits = setAttribute({ file: "s", text }, (root) => mapOf(root, "linux", "a"), attribute, value)
    return applyEdits(new Map([["s", text]]), edits).ok?.get("s") ?? ""
  }
  assert.match(set("vaddr", "0x2"), '<map mr="a" vaddr="0x2" />')
  assert.match(set("perms", "rw"), '<map perms="rw" mr="a" vaddr="0x1_0000" />')
  assert.match(set("perms", "rw"), "<map mr=\"a\" perms='r' />")
})

test("comments, CDATA, > in values and broken ends are survived", () => {
  const root = readXml('<a><!-- <b> --><c x="1>2"/><![CDATA[<d>]]></a></a><e>')
  assert.ok(root)
  assert.equal(
    [...elements(root)].map(({ name }) => name),
    ["a", "c"],
  )
  assert.is(root.children[0]?.attributes.get("x")?.value, "1>2")
})

test.run()
