// SPDX-License-Identifier: BSD-2-Clause
//
// The language's table as an XML Schema (XSD 1.0), so that an editor completes names and shows what each
// is for. It covers what one element can tell; the rules across elements are the reader's.

import {
  type AttributeRule,
  type ElementRule,
  LANGUAGE,
  type RuleName,
  type ValueType,
} from "./language-table.ts"

const NUMBER = "0x[0-9a-fA-F_]+|[0-9][0-9_]*"

/** Simple types: base type and facets. */
const SIMPLE: ReadonlyArray<readonly [name: ValueType, facets: ReadonlyArray<string>]> = [
  ["name", ['<xs:minLength value="1"/>']],
  ["reference", ['<xs:minLength value="1"/>']],
  ["symbol", ['<xs:minLength value="1"/>']],
  ["path", ['<xs:minLength value="1"/>']],
  ["number", [`<xs:pattern value="${NUMBER}"/>`]],
  ["id", [`<xs:pattern value="${NUMBER}"/>`]],
  ["boolean", ['<xs:enumeration value="true"/>', '<xs:enumeration value="false"/>']],
  ["permissions", ['<xs:pattern value="[rwx]*[rx][rwx]*"/>']],
  ["polarity", ['<xs:enumeration value="low"/>', '<xs:enumeration value="high"/>']],
  ["pciDevice", ['<xs:pattern value="[0-9a-fA-F]+:[0-9a-fA-F]+\\.[0-7]"/>']],
  [
    "bootinfo",
    ["fdt", "x86_vbe", "x86_mbmmap", "x86_acpi_rsdp", "x86_framebuffer", "x86_tsc_freq"].map(
      (word) => `<xs:enumeration value="${word}"/>`,
    ),
  ],
  ["duration", ['<xs:pattern value="\\s*[0-9a-fA-Fx_]+\\s+(us|ticks)\\s*"/>']],
  ["trigger", ['<xs:enumeration value="level"/>', '<xs:enumeration value="edge"/>']],
]

const escape = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;")

const documentation = (doc: string): string =>
  `<xs:annotation><xs:documentation>${escape(doc)}</xs:documentation></xs:annotation>`

const indent = (lines: ReadonlyArray<string>): string[] => lines.map((text) => `  ${text}`)

function simpleType(name: ValueType, facets: ReadonlyArray<string>): string[] {
  return [
    `<xs:simpleType name="${name}">`,
    ...indent(['<xs:restriction base="xs:string">', ...indent(facets), "</xs:restriction>"]),
    "</xs:simpleType>",
  ]
}

function attribute({ name, type, required, default: value, doc }: AttributeRule): string[] {
  const use = required === true ? ' use="required"' : ""
  const preset = value === undefined ? "" : ` default="${escape(value)}"`
  return [
    `<xs:attribute name="${name}" type="${type}"${use}${preset}>`,
    ...indent([documentation(doc)]),
    "</xs:attribute>",
  ]
}

/** Children come in any order; XSD 1.0 cannot count them at the same time, so the reader does. */
function children(rule: ElementRule): string[] {
  if (rule.children.length === 0) return []
  const fixed = rule.children.length === 1 ? rule.children[0] : undefined
  const times = (min: number, max: number): string =>
    `minOccurs="${min}" maxOccurs="${max === Infinity ? "unbounded" : max}"`
  if (fixed !== undefined) {
    const tag = LANGUAGE[fixed.rule].tag
    const element = `<xs:element name="${tag}" type="${fixed.rule}" ${times(fixed.min, fixed.max)}/>`
    return ["<xs:sequence>", ...indent([element]), "</xs:sequence>"]
  }
  const elements = rule.children.map(
    (child) => `<xs:element name="${LANGUAGE[child.rule].tag}" type="${child.rule}"/>`,
  )
  return [`<xs:choice ${times(0, Infinity)}>`, ...indent(elements), "</xs:choice>"]
}

function complexType(name: RuleName, rule: ElementRule): string[] {
  return [
    `<xs:complexType name="${name}">`,
    ...indent([documentation(rule.doc), ...children(rule), ...rule.attributes.flatMap(attribute)]),
    "</xs:complexType>",
    "",
  ]
}

/** The text of `system.xsd`. */
export function systemSchema(): string {
  const types = Object.entries(LANGUAGE) as ReadonlyArray<[RuleName, ElementRule]>
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    "<!-- SPDX-License-Identifier: BSD-2-Clause -->",
    "<!-- Made from packages/system/src/language/language-table.ts; a test keeps the two the same. -->",
    '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">',
    ...indent([
      '<xs:element name="system" type="system"/>',
      "",
      ...SIMPLE.flatMap(([name, facets]) => simpleType(name, facets)),
      "",
      ...types.flatMap(([name, rule]) => complexType(name, rule)),
    ]).map((text) => text.trimEnd()),
    "</xs:schema>",
    "",
  ].join("\n")
}
