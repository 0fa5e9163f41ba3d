// SPDX-License-Identifier: BSD-2-Clause
//
// What `system-files/` gives people agrees with what the reader takes: the templates parse without a
// finding, and the schema is the language's table. `VMM_BLESS=1` writes the schema.

import * as E from "fp-ts/lib/Either.js"
import { readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { suite } from "uvu"
import * as assert from "uvu/assert"
import { LANGUAGE } from "./language/language-table.ts"
import { parseSystem } from "./parse.ts"
import { systemSchema } from "./language/schema.ts"
import { type Element, readXml } from "./xml/xml.ts"

const FILES = resolve(import.meta.dirname, "../../../system-files")

const files = suite("system-files")

for (const file of readdirSync(FILES).filter((name) => name.endsWith(".system"))) {
  files(`${file} has no finding`, () => {
    const parsed = parseSystem({ file, text: readFileSync(join(FILES, file), "utf8") })
    if (E.isLeft(parsed)) throw new Error(parsed.left.map(({ message }) => message).join("\n"))
    assert.equal(parsed.right.warnings, [])
  })
}

files("system.xsd is made from the language's table", () => {
  const path = join(FILES, "system.xsd")
  if (process.env["VMM_BLESS"] === "1") writeFileSync(path, systemSchema())
  assert.fixture(readFileSync(path, "utf8"), systemSchema())
})

function all(element: Element): Element[] {
  return [element, ...element.children.flatMap(all)]
}

files("the schema is well-formed and its types are all defined", () => {
  const root = readXml({ file: "system.xsd", text: systemSchema() })
  if (E.isLeft(root)) throw new Error(root.left.message)
  const elements = all(root.right)
  const value = (element: Element, name: string) => element.attributes.get(name)?.value ?? ""
  const defined = elements.filter(({ name }) => name.endsWith("Type")).map((type) => value(type, "name"))
  const used = elements.filter(({ attributes }) => attributes.has("type")).map((user) => value(user, "type"))
  assert.is(new Set(defined).size, defined.filter((name) => name !== "").length)
  assert.equal(
    used.filter((name) => !defined.includes(name)),
    [],
  )
  assert.ok(Object.keys(LANGUAGE).every((name) => defined.includes(name)))
})

files("the README names every element and attribute that is taken", () => {
  const readme = readFileSync(join(FILES, "README.md"), "utf8")
  for (const rule of Object.values(LANGUAGE)) {
    for (const name of [rule.tag, ...rule.attributes.map((attribute) => attribute.name)]) {
      assert.ok(new RegExp(`\\b${name}\\b`).test(readme), `README.md lacks ${name}`)
    }
  }
})

files.run()
