// SPDX-License-Identifier: BSD-2-Clause
//
// Run-time overlays, applied as fdtoverlay applies what dtc makes of them, and what of them is told.

import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { isOverlaySource, printDts } from "./index.ts"
import { compileTexts, dtc, HAVE_DTC, leftOf, treeOf } from "./oracle-fixture.ts"

const HEAD = "/dts-v1/;\n/plugin/;\n"
const BASE = `/dts-v1/;
/ {
	soc: soc {
		uart0: serial@1000 { compatible = "a,uart"; status = "disabled"; };
	};
	chosen { };
};
`

const OVERLAYS: readonly (readonly [name: string, text: string])[] = [
  [
    "a fragment with a label",
    '/ { compatible = "x"; fragment@0 { target = <&uart0>; __overlay__ { status = "okay"; n { x; }; }; }; };',
  ],
  [
    "a fragment with a path",
    '/ { fragment@0 { target-path = "/soc/serial@1000"; __overlay__ { status = "okay"; }; }; };',
  ],
  ["blocks by reference", '&uart0 { status = "okay"; };\n&{/chosen} { bootargs = "a"; };'],
  ["a fragment for the root", '/ { fragment@0 { target-path = "/"; __overlay__ { n { y = <1>; }; }; }; };'],
]

/** The tree that dtc and fdtoverlay make of both, as sorted source; undefined when one of them refuses. */
function fdtoverlay(base: string, overlay: string): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), "plugin-"))
  const blob = (text: string) => dtc(text, "-@") ?? Buffer.alloc(0)
  writeFileSync(join(folder, "base.dtb"), blob(base))
  writeFileSync(join(folder, "o.dtbo"), blob(overlay))
  const done = spawnSync("fdtoverlay", ["-i", "base.dtb", "-o", "out.dtb", "o.dtbo"], { cwd: folder })
  const source = spawnSync("dtc", ["-q", "-s", "-I", "dtb", "-O", "dts", "out.dtb"], { cwd: folder })
  rmSync(folder, { recursive: true })
  return done.status === 0 ? source.stdout.toString() : undefined
}

/** Without what only blobs for overlays have, and phandles, which dtc gives every label then. */
const bare = (text: string) =>
  text
    .replaceAll(/\t__symbols__ \{[^}]*\};\n/g, "")
    .replaceAll(/\n\s*phandle = [^;]*;/g, "")
    .replaceAll(/\w+: /g, "")
    .replaceAll(/\n\n+/g, "\n")

const sorted = (text: string) =>
  spawnSync("dtc", ["-q", "-s", "-I", "dts", "-O", "dts"], { input: text }).stdout.toString()

const plugins = suite("run-time overlays")
const HAVE_TOOLS = HAVE_DTC && spawnSync("fdtoverlay", ["--version"]).status === 0

for (const [name, text] of OVERLAYS) {
  plugins(`${name} gives the tree that fdtoverlay gives`, () => {
    const ours = printDts(treeOf(BASE, HEAD + text))
    if (!HAVE_TOOLS) {
      process.stderr.write("skipped: dtc or fdtoverlay is not installed\n")
      return
    }
    const theirs = fdtoverlay(BASE, HEAD + text)
    assert.ok(theirs !== undefined, "fdtoverlay refuses it")
    assert.is(bare(sorted(ours)), bare(theirs))
  })
}

const MISTAKES: readonly (readonly [text: string, place: string, message: RegExp, remedy: RegExp])[] = [
  ["/ { fragment@0 { target = <&uart1>; __overlay__ { }; }; };", "3:28", /label "uart1"/, /&uart0/],
  ['/ { f { target-path = "/sock"; __overlay__ { }; }; };', "3:23", /no node \/sock/, /\/soc/],
  ["/ { f { __overlay__ { }; }; };", "3:5", /names no node/, /target = <&label>/],
  ["/ { f { traget = <&uart0>; __overlay__ { }; }; };", "3:9", /names no node/, /target meant/],
  ["/ { f { target = <&uart0>; __overlay_ { }; }; };", "3:28", /no __overlay__/, /__overlay__/],
  ["/ { chosen { x; }; };", "3:5", /chosen is not applied/, /&\{\/\}/],
]

for (const [text, place, message, remedy] of MISTAKES) {
  plugins(`${text} is told`, () => {
    const [first, ...more] = leftOf(compileTexts(BASE, HEAD + text))
    assert.is(`${first?.line}:${first?.column}`, place)
    assert.match(first?.message ?? "", message)
    assert.match(first?.remedy ?? "", remedy)
    assert.is(more.length, 0)
  })
}

plugins(
  "a source that begins with /plugin/ after its version is an overlay, a word in a comment is none",
  () => {
    assert.ok(isOverlaySource("// an overlay\n/dts-v1/; /* run-time */ /plugin/;\n"))
    assert.not(isOverlaySource("/dts-v1/;\n// no /plugin/\n/ { };\n"))
  },
)

plugins.run()
