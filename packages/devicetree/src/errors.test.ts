// SPDX-License-Identifier: BSD-2-Clause
//
// Every mistake in source that the compiler reports: its place, its words, that there is a remedy, and that
// dtc refuses the source too.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { renderDiagnostic } from "@vmm/diagnostic"
import { compileDts } from "./index.ts"
import { compileTexts, dtc, HAVE_DTC, leftOf } from "./oracle-fixture.ts"

/** Source (after `/dts-v1/;` and a newline), the place of the first mistake as line:column, its message. */
const MISTAKES: ReadonlyArray<readonly [source: string, place: string, message: RegExp]> = [
  ["", "2:1", /expected the root node, "\/ \{", found the end of the file/],
  ["/ { }", "2:6", /";" after the "\}" of the node/],
  ["/ { a = <1> };", "2:13", /";" after the value of "a", found "\}"/],
  ["/ { a = <1>\n b; };", "2:12", /";" after the value of "a", found "b"/],
  ["/ { n { } m { }; };", "2:11", /";" after the "\}" of the node/],
  ["/ { n { };", "2:11", /expected "\};", found the end of the file/],
  ["/ { a b; };", "2:7", /expected "=", ";" or "\{" after "a", found "b"/],
  ["/ { a-b: n { }; };", "2:8", /expected "=", ";" or "\{" after "a-b", found ":"/],
  ["/ { n { }; x; };", "2:12", /the property "x" follows a child node/],
  ["/ { n { }; /delete-property/ x; };", "2:30", /follows a child node/],
  ["/ { x = ; };", "2:9", /expected a value, found ";"/],
  ["/ { x = 5; };", "2:9", /expected a value, found "5"/],
  ["/ { x = yes; };", "2:9", /expected a value, found "yes"/],
  ["/ { x = <1 -2>; };", "2:12", /expected a cell or ">", found "-"/],
  ["/ { x = <1, 2>; };", "2:11", /expected a cell or ">", found ","/],
  ['/ { x = <1 "a">; };', "2:12", /expected a cell or ">", found a string/],
  ["/ { x = <FOO 1>; };", "2:10", /expected a cell or ">", found "FOO"/],
  [
    "/ { x = <GIC_SPI 1 IRQ_TYPE_LEVEL_HIGH>; };",
    "2:10",
    /GIC_SPI is a name of the C preprocessor's headers/,
  ],
  ["/ { x = <(1 << GPIO_ACTIVE_LOW)>; };", "2:16", /expected a number, found "GPIO_ACTIVE_LOW"/],
  ["/ { x = <0x0 0x90G0>; };", "2:14", /0x90G0 is no number: G is no digit/],
  ["/ { x = <0x900_0000>; };", "2:10", /0x900_0000 is no number: _ is no digit/],
  ['/ { x = "okay;\n y = "b"; };', "2:9", /this string is never closed/],
  ["/ { x = <1 2; };", "2:13", /expected a cell or ">", found ";"/],
  ["/ { x = <(1 + )>; };", "2:15", /expected a number, found "\)"/],
  ["/ { x = <(1 + FOO)>; };", "2:15", /expected a number, found "FOO"/],
  ["/ { x = <(1 2)>; };", "2:13", /expected "\)", found "2"/],
  ["/ { x = <(1 ? 2)>; };", "2:16", /expected ":", found "\)"/],
  ["/ { x = <(1 / 0)>; };", "2:13", /division by zero/],
  ["/ { x = <(1 % (1 - 1))>; };", "2:13", /division by zero/],
  ["/ { x = <0x1ffffffff>; };", "2:10", /0x1ffffffff does not fit in 32 bits/],
  ["/ { x = /bits/ 8 <256>; };", "2:19", /0x100 does not fit in 8 bits/],
  ["/ { x = /bits/ 64 <0x10000000000000000>; };", "2:20", /does not fit in 64 bits/],
  ["/ { x = <08>; };", "2:10", /08 is no octal number/],
  ["/ { x = <''>; };", "2:10", /character literal is empty/],
  ["/ { x = <'ab'>; };", "2:10", /holds 2 bytes instead of 1/],
  ["/ { x = <'\\x'>; };", "2:10", /no hex digit/],
  ['/ { x = "\\xg"; };', "2:9", /no hex digit/],
  ["/ { x = /bits/ 7 <1>; };", "2:16", /elements of 7 bits/],
  ["/ { x = /bits/ (8) <1>; };", "2:16", /expected a size in bits/],
  ["/ { x = /bits/ 8 1; };", "2:18", /expected "<", found "1"/],
  ["/ { x = /bits/ 64 <&l>; l: n { }; };", "2:20", /a reference takes 32 bits and the list has 64/],
  ["/ { x = [1 2]; };", "2:10", /expected two hex digits or "\]", found "1"/],
  ["/ { x = [0x12]; };", "2:10", /expected two hex digits/],
  ['/ { x = /incbin/("none"); };', "2:18", /"none" was not found/],
  ['/ { x = /incbin/("none", 1); };', "2:27", /"," and a length/],
  ["/ { x = /incbin/(none); };", "2:18", /expected a file name/],
  ['/ { x = "abc; };', "2:9", /this string is never closed/],
  ["/ { x = <'a>; };", "2:10", /this character literal is never closed/],
  ["/ { /* x; };", "2:5", /this comment is never closed/],
  ['/include/ "no.dtsi"\n/ { };', "2:11", /"no.dtsi" to include was not found/],
  ["/include/ no\n/ { };", "2:11", /\/include\/ needs a file name/],
  ["/plugin/;\n/ { };", "2:1", /\/plugin\/ makes a run-time overlay, and this is none/],
  ["/ { };\n/memreserve/ 1 2;", "3:1", /\/memreserve\/ must come before the first block/],
  ["/ { };\n/dts-v1/;", "3:1", /\/dts-v1\/ must come before the first block/],
  ["/memreserve/ x 2;\n/ { };", "2:14", /expected a number, found "x"/],
  ["/ { };\na = <1>;", "3:1", /expected "\/ \{" or "&label \{", found "a"/],
  ["/ { };\n};", "3:1", /expected "\/ \{" or "&label \{", found "\}"/],
  ["/ { };\nl: / { };", "3:4", /expected &label or &\{\/path\}, found "\/"/],
  ["/ { };\n/delete-node/ n;", "3:15", /expected &label or &\{\/path\}, found "n"/],
  ["/ { n { /delete-node/ &l; }; };", "2:23", /expected the name of a node, found "&l"/],
  ["/ { &l { }; };", "2:5", /expected a property, a node or "\}", found "&l"/],
  ["/ { l: n { }; };\n&m { x; };", "3:1", /no node before this line has the label "m"/],
  ["/ { };\n&{/a/b} { };", "3:1", /no node \/a\/b stands before this line/],
  ["/ { x = <&nope>; };", "2:10", /no node has the label "nope"/],
  ["/ { x = &{/nope}; };", "2:9", /there is no node \/nope/],
  ["/ { l: n { }; };\n/ { /delete-node/ n; x { y = <&l>; }; };", "3:31", /no node has the label "l"/],
  [
    "/ { x = <&l>; y = <&l>; l: n { }; };\n/ { /delete-node/ n; };",
    "3:5",
    /"l" is deleted, and 2 references/,
  ],
  ["/ { a; a; };", "2:8", /the root node has the property "a" twice \(first at base.dts:2:5\)/],
  ["/ { m { n { }; n { }; }; };", "2:16", /\/m has the node "n" twice \(first at base.dts:2:9\)/],
  ["/ { n { }; /delete-node/ n; };", "2:26", /has the node "n" twice/],
  ["/ { l: a { }; l: b { }; };", "2:15", /the label "l" is used twice \(first at base.dts:2:5\)/],
  ["/ { l: a; b = l: <1>; };", "2:15", /the label "l" is used twice/],
  ["/ { a@1 = <1>; };", "2:5", /the property name "a@1" has an @/],
  ["/ { a*b { }; };", "2:5", /the node name "a\*b" has the character \*/],
  ["/ { a@1@2 { }; };", "2:5", /the node name "a@1@2" has more than one @/],
  ['/ { n { name = "m"; }; };', "2:9", /"name" must be the node's own name/],
  ["/ { n { phandle = <0>; }; };", "2:9", /0x0 is no valid phandle/],
  ["/ { n { phandle = <1 2>; }; };", "2:9", /"phandle" is one cell of 4 bytes, this has 8/],
  ["/ { phandle = <&n>; n: n { }; };", "2:16", /"phandle" refers to another node/],
  ["/ { phandle = <5>; linux,phandle = <6>; };", "2:1", /"phandle" and "linux,phandle" of \/ differ/],
  ["/ { a { phandle = <1>; }; b { phandle = <1>; }; };", "2:27", /phandle 0x1 of \/b belongs to the node at/],
]

const mistakes = suite("mistakes")

for (const [source, place, message] of MISTAKES) {
  mistakes(`${JSON.stringify(source)} is refused with place and remedy`, () => {
    const text = `/dts-v1/;\n${source}`
    const errors = leftOf(compileTexts(text))
    const seen = errors.map((d) => renderDiagnostic(d, text)).join("\n")
    const first = errors.find((d) => `${d.line}:${d.column}` === place && message.test(d.message))
    assert.ok(first !== undefined, `expected ${place} ${message}, got\n${seen}`)
    if (!/division|does not fit in 64|twice/.test(first.message)) assert.ok(first.remedy, seen)
    assert.ok(errors.length <= 2, `one mistake should not raise many:\n${seen}`)
    if (HAVE_DTC && !source.startsWith("/plugin/")) assert.is(dtc(text), undefined, "dtc takes this source")
  })
}

mistakes("all mistakes are reported in one run, in the order of the sources", () => {
  const base = "/dts-v1/;\n/ {\n a = <1 2;\n b = [0];\n n { c = ; };\n d = <&none>;\n};"
  const errors = leftOf(compileTexts(base, "&missing { };\n/ { e = <x>; };"))
  assert.equal(
    errors.map(({ file, line }) => `${file}:${line}`),
    ["base.dts:3", "base.dts:4", "base.dts:5", "base.dts:6", "base.dts:6", "1.dts:1", "1.dts:2"],
  )
})

mistakes("a base without /dts-v1/ and an overlay with it say where it belongs", () => {
  assert.match(leftOf(compileTexts("/ { };"))[0]!.remedy ?? "", "begins with /dts-v1/")
  assert.match(
    leftOf(compileTexts("/dts-v1/; / { };", "/dts-v1/; / { };"))[0]!.remedy ?? "",
    "only the board's",
  )
})

mistakes("C preprocessor directives are named once each, with the way out", () => {
  const text =
    "/dts-v1/;\n#include <dt-bindings/x.h>\n#define A \\\n  1\n/ { #address-cells = <A>; x = <(A + B)>; };"
  const errors = leftOf(compileTexts(text))
  assert.equal(
    errors.map(({ line, message }) => `${line} ${message.split(" ")[0]}`),
    ["2 #include", "3 #define"],
  )
  assert.match(errors[0]!.remedy ?? "", "cpp ")
})

mistakes("labels of a file that was not included are not missed one by one", () => {
  const text = '/dts-v1/;\n#include "soc.dtsi"\n/ { x { y = <&uart2>; }; };\n&uart3 { };\n'
  assert.equal(
    leftOf(compileTexts(text)).map(({ line, message }) => `${line} ${message.split(" ")[0]}`),
    ["2 #include"],
  )
})

mistakes("a label that is nearly right is suggested", () => {
  const errors = leftOf(compileTexts("/dts-v1/; / { uart1: s { }; x { y = <&uart2>; }; };", "&uatr1 { };"))
  assert.equal(
    errors.map(({ remedy }) => remedy),
    ["is &uart1 meant?", "is &uart1 meant?"],
  )
})

mistakes("a string that runs over lines is blamed for what follows", () => {
  const errors = leftOf(compileTexts('/dts-v1/;\n/ { a = "x;\n b = "y"; };'))
  assert.match(
    errors.map(({ remedy }) => remedy).join(),
    /string of line 2 runs over several lines|missing "/,
  )
})

mistakes("nothing in a truncated source hangs or throws", () => {
  const text = '/dts-v1/; /memreserve/ 1 (2); / { l: a = <1 &l (1 ? 2 : 3)>, "x", [00]; b@1 { }; }; &l { };'
  for (let end = 0; end < text.length; end++) leftOf(compileTexts(text.slice(0, end)))
})

mistakes("nesting beyond reason is refused, in nodes, in expressions and through labels", () => {
  const nodes = `/dts-v1/; / ${"{ n ".repeat(5000)}{ }${"; }".repeat(5000)};`
  assert.match(leftOf(compileTexts(nodes))[0]!.message, "nested too deep")
  for (const open of ["(", "- ", "1 ? ", "1 ? 2 : "]) {
    const text = `/dts-v1/; / { a = <(${open.repeat(20_000)}1)>; };`
    assert.match(leftOf(compileTexts(text))[0]!.message, "nested more than")
  }
  const half = (label: string) => `${"{ n ".repeat(40)}{ ${label}: x { }; }${"; }".repeat(40)};`
  assert.match(
    leftOf(compileTexts(`/dts-v1/; / ${half("a")} &a ${half("b")}`))[0]!.message,
    "nested too deep",
  )
})

mistakes("a diagnostic is rendered with its line, a caret and the remedy", () => {
  const text = "/dts-v1/;\n/ {\n\tx = <&nope>;\n};"
  const [first] = leftOf(compileDts([{ file: "b.dts", text }]))
  assert.is(
    renderDiagnostic(first!, text),
    'b.dts:3:7: error: no node has the label "nope"\n' +
      "3 | \tx = <&nope>;\n" +
      "  | \t     ^^^^^\n" +
      "  remedy: label the node: nope: name@unit {",
  )
})

mistakes.run()
