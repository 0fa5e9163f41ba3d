// SPDX-License-Identifier: BSD-2-Clause
//
// `vmm fix` with the stop of a run, and what it does when there is nothing that it can mend.

import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs"
import { resolve } from "node:path"

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { says } from "../testing/guests.ts"
import { example, inWorkplace, vmm } from "../testing/workplace.ts"
import type { LastStop } from "./last-stop.ts"

const test = suite("vmm fix")

const DISABLE = {
  id: "disable-node",
  title: "disable the node",
  edits: [{ kind: "append", file: "overlay.dts", text: '/ {\n\tserial@9000000 { status = "okay"; };\n};\n' }],
  notes: ["the console is on it"],
} as const
const PASS = {
  id: "passthrough",
  title: "pass the device through",
  edits: [{ kind: "append", file: "more.dts", text: "/ { };\n" }],
  notes: [],
} as const

const stop = (fixes: LastStop["fixes"]): string =>
  JSON.stringify({ kind: "fault", summary: "guest read what it was not given", code: "fault", fixes })

/** An example that was built, with the record of a stop. */
async function stopped(fixes: LastStop["fixes"], body: () => Promise<void>): Promise<void> {
  await inWorkplace(example(says("x")), async () => {
    assert.is((await vmm("build", "ex")).code, 0)
    writeFileSync("build/ex/last-stop.json", stop(fixes))
    await body()
  })
}

const overlay = (): string => readFileSync("ex/overlay.dts", "utf8")

test("the first way out of the last stop is applied, told and printed as a patch", () =>
  stopped([DISABLE, PASS], async () => {
    const before = overlay()
    const { code, out, err } = await vmm("fix", "ex")
    assert.is(code, 0)
    assert.is(overlay(), before + DISABLE.edits[0].text)
    assert.match(out, /^--- a\/overlay\.dts\n\+\+\+ b\/overlay\.dts\n/)
    assert.match(err, "guest read what it was not given")
    assert.match(err, "fixed: disable the node")
    assert.match(err, "note: the console is on it")
    assert.match(err, "next: vmm build ex && vmm run ex")
  }))

test("applying twice changes nothing the second time", () =>
  stopped([DISABLE], async () => {
    await vmm("fix", "ex")
    const once = overlay()
    const { code, out, err } = await vmm("fix", "ex")
    assert.is(code, 0)
    assert.is(out, "")
    assert.match(err, /nothing to fix: .*overlay\.dts has changed/)
    assert.is(overlay(), once)
  }))

test("--choose takes another way, and a file that was not there is made", () =>
  stopped([DISABLE, PASS], async () => {
    assert.is((await vmm("fix", "ex", "--choose", "passthrough")).code, 0)
    assert.is(readFileSync("ex/more.dts", "utf8"), "/ { };\n")
  }))

test("a way that the report does not have changes nothing and says which there are", () =>
  stopped([DISABLE], async () => {
    const { code, err } = await vmm("fix", "ex", "--choose", "driver")
    assert.is(code, 1)
    assert.match(err, "there is no such way out; it gives: disable")
  }))

test("--dry-run prints the patch and changes nothing", () =>
  stopped([DISABLE], async () => {
    const before = overlay()
    const { code, out } = await vmm("fix", "ex", "--dry-run")
    assert.is(code, 0)
    assert.match(out, /^\+\tserial@9000000/m)
    assert.is(overlay(), before)
  }))

test("an edit of a file outside the folder is refused", () =>
  stopped([{ ...PASS, edits: [{ kind: "append", file: "../other.dts", text: "x" }] }], async () => {
    const { code, err } = await vmm("fix", "ex")
    assert.is(code, 1)
    assert.match(err, "outside the folder")
    assert.not(readdirSync(".").includes("other.dts"))
  }))

test("nothing stays beside the files, in the folder or in the place for temporary files", () =>
  stopped([DISABLE], async () => {
    // A place of this test's own: other runs work in the common one meanwhile.
    const [folder, before, drafts] = [readdirSync("ex"), process.env.TMPDIR, resolve("drafts")]
    mkdirSync(drafts)
    process.env.TMPDIR = drafts
    try {
      await vmm("fix", "ex")
    } finally {
      if (before === undefined) delete process.env.TMPDIR
      else process.env.TMPDIR = before
    }
    assert.equal(readdirSync("ex"), folder)
    assert.equal(readdirSync(drafts), [])
  }))

test("a folder without mistakes that was never built has nothing to fix", async () => {
  await inWorkplace(example(says("x")), async () => {
    const { code, out, err } = await vmm("fix", "ex")
    assert.is(code, 0)
    assert.is(out, "")
    assert.match(err, "nothing to fix")
  })
})

test("what no fix is known for is listed with its place, and is exit code 1", async () => {
  const files = example(says("x"))
  const system = `${files["ex/ex.system"]}`.replace(/name="vmm"/, 'name="monitor"')
  await inWorkplace({ ...files, "ex/ex.system": system }, async () => {
    const { code, err } = await vmm("fix", "ex")
    assert.is(code, 1)
    assert.match(err, /left to mend by hand:\nex\/ex\.system:\d+:\d+: error:/)
  })
})

test("a record of a run that is none is told with its file", () =>
  stopped([], async () => {
    writeFileSync("build/ex/last-stop.json", '{ "kind": 1 }')
    const { code, err } = await vmm("fix", "ex")
    assert.is(code, 1)
    assert.match(err, "build/ex/last-stop.json: error: this is no record of a run")
  }))

test("a folder that is not there is one error", async () => {
  await inWorkplace({}, async () => {
    const { code, err } = await vmm("fix", "nowhere")
    assert.is(code, 1)
    assert.match(err, "there is no such folder")
  })
})

test("a script of the ramdisk gets the permission to be executed, and a patch says so", () =>
  inWorkplace(example(says("x")), async () => {
    mkdirSync("ex/rd/bin", { recursive: true })
    writeFileSync("ex/rd/init", "#!/bin/sh\r\nls\r\n", { mode: 0o644 })
    const program = Buffer.alloc(64)
    program.writeUInt32BE(0x7f454c46, 0)
    program.writeUInt16LE(183, 18)
    writeFileSync("ex/rd/bin/sh", program, { mode: 0o644 })
    writeFileSync("ex/guest.json", '{ "kernel": "debian:linux-image-arm64", "ramdisk": "rd" }\n')
    const before = await vmm("fix", "--dry-run", "ex")
    assert.is(statSync("ex/rd/init").mode & 0o111, 0)
    assert.match(
      before.out,
      /diff --git a\/rd\/init b\/rd\/init\nold mode 100644\nnew mode 100755\n--- a\/rd\/init/,
    )
    await vmm("fix", "ex")
    assert.is(statSync("ex/rd/init").mode & 0o777, 0o755)
    assert.is(statSync("ex/rd/bin/sh").mode & 0o777, 0o755)
    assert.is(readFileSync("ex/rd/init", "utf8"), "#!/bin/sh\nls\n")
  }))

test.run()
