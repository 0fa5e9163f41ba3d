// SPDX-License-Identifier: BSD-2-Clause
//
// Reading Linux's source and Makefiles for the table of drivers.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { suite } from "uvu"
import * as assert from "uvu/assert"
import { Makefiles } from "./drivers/makefile.ts"
import { readSource } from "./drivers/source.ts"

const test = suite("scripts: table of drivers")

const names = (text: string) => readSource(text).initcalls.map((entry) => `${entry.level}:${entry.function}`)

test("tables of compatibles are read, with macros and without comments", () => {
  const { compatible } = readSource(`
#define NAME "x,macro"
static const struct of_device_id ids[] __maybe_unused = {
	{ .compatible = "x,one", .data = &(struct y){ .a = 1 } },
	/* { .compatible = "x,gone" }, */
	{ .compatible = NAME }, // and "this"
	{ .compatible = "x," "joined" },
	{ /* sentinel */ }
};
static const char *not = "x,other";
IRQCHIP_PLATFORM_DRIVER_BEGIN(foo)
IRQCHIP_MATCH("x,chip", init)
`)
  assert.equal(compatible, ["x,one", "x,macro", "x,joined", "x,chip"])
})

test("initcalls are named, those that macros make too", () => {
  assert.equal(names("module_platform_driver(foo_driver);"), ["device:foo_driver_init"])
  assert.equal(names("builtin_platform_driver_probe(foo, bar);"), ["device:foo_init"])
  assert.equal(names("module_init(foo_start);\n  arch_initcall_sync(other);"), [
    "device:foo_start",
    "arch_sync:other",
  ])
  assert.equal(names("IRQCHIP_PLATFORM_DRIVER_END(foo)"), ["device:foo_driver_init"])
  assert.equal(names("drm_module_platform_driver(kms);"), ["device:kms_init"])
})

test("what is declared at link time is kept apart", () => {
  const { declared, initcalls } = readSource(`
CLK_OF_DECLARE(a, "x,clk", setup_clk);
OF_EARLYCON_DECLARE(b, "x,uart", early);
TIMER_OF_DECLARE(c, "x,timer", start);
`)
  assert.equal(initcalls, [])
  assert.equal(
    declared.map(({ compatible, entry }) => [compatible, entry.level, entry.function]),
    [
      ["x,clk", "clk", "setup_clk"],
      ["x,uart", "earlycon", "early"],
      ["x,timer", "timer", "start"],
    ],
  )
})

test("symbols are found through Makefiles: plain, composite, of the folder, of a folder above", () => {
  const root = mkdtempSync(join(tmpdir(), "drivers-"))
  const files = {
    "drivers/Makefile": "obj-$(CONFIG_TOP) += a/\nobj-y += b/\n",
    "drivers/a/Makefile":
      "obj-$(CONFIG_ONE) += one.o # two.o\nobj-y += always.o\n" +
      "many-y := m1.o \\\n\tsub/m2.o\nobj-$(CONFIG_MANY) += many.o\n",
    "drivers/b/Makefile":
      "group-objs-y += g1.o\ngroup-objs := $(group-objs-y)\nobj-$(CONFIG_GROUP) += group.o\nobj-y += bare.o\n",
  }
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), text)
  }
  const makefiles = new Makefiles(root)
  assert.is(makefiles.symbolOf("drivers/a/one.c"), "ONE")
  assert.is(makefiles.symbolOf("drivers/a/two.c"), undefined)
  assert.is(makefiles.symbolOf("drivers/a/always.c"), "TOP")
  assert.is(makefiles.symbolOf("drivers/a/m1.c"), "MANY")
  assert.is(makefiles.symbolOf("drivers/a/sub/m2.c"), "MANY")
  assert.is(makefiles.symbolOf("drivers/b/g1.c"), "GROUP")
  assert.is(makefiles.symbolOf("drivers/b/bare.c"), undefined)
  assert.equal(makefiles.together("drivers/a/m1.c"), ["drivers/a/m1.c", "drivers/a/sub/m2.c"])
  rmSync(root, { recursive: true })
})

test.run()
