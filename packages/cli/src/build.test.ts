// SPDX-License-Identifier: BSD-2-Clause
//
// `vmm check` and `vmm build` over folders written by the test.

import { existsSync, readFileSync, rmSync } from "node:fs"

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { LOOP } from "./testing/guests.ts"
import { BOARD, example, inWorkplace, OVERLAY, SYSTEM, vmm, writeAll } from "./testing/workplace.ts"

const test = suite("cli: check and build")

const read = (path: string): string => readFileSync(path, "utf8")

test("a folder without mistakes checks with exit code 0 and writes nothing", () =>
  inWorkplace(example(LOOP), async () => {
    const said = await vmm("check", "ex")
    assert.equal(said, { code: 0, out: "", err: "ex: no mistakes\n" })
    assert.not(existsSync("build"))
  }))

test("a build holds the compiled system, trees, images, a report and a manifest", () =>
  inWorkplace(example(LOOP), async () => {
    const said = await vmm("build", "ex")
    assert.is(said.code, 0)
    assert.is(said.out, "")
    assert.match(said.err, "simple-vmm takes its place")
    const system = JSON.parse(read("build/ex/system.json"))
    assert.is(system.domains[0].vm.entry, 0x40000000)
    assert.equal(system.kernelMemory, { base: 0x43000000, size: 0x1000000 })
    assert.is(system.console, "/serial@9000000")
    assert.equal(readFileSync("build/ex/kernel"), readFileSync("ex/guest.bin"))
    for (const name of ["board.dtb", "guest.dtb"])
      assert.is(readFileSync(`build/ex/${name}`).readUInt32BE(), 0xd00dfeed)
    assert.match(read("build/ex/report.txt"), "guest.bin")
    assert.is(read("build/last"), "ex\n")
    const manifest = JSON.parse(read("build/ex/manifest.json"))
    const paths = manifest.sources.map(({ path }: { path: string }) => path)
    assert.equal(paths.sort(), [
      "ex/board.dts",
      "ex/ex.system",
      "ex/guest.bin",
      "ex/guest.json",
      "ex/overlay.dts",
    ])
    assert.match(manifest.tool.sha256, /^[0-9a-f]{64}$/)
  }))

test("a CPU model that is none is told with those that are there", () =>
  inWorkplace(
    { ...example(LOOP), "ex/guest.json": '{ "kernel": "flat:guest.bin", "cpu": "cortex-a1" }\n' },
    async () => {
      const { code, err } = await vmm("check", "ex")
      assert.is(code, 1)
      assert.match(err, '"cpu" names no CPU model that is there: "cortex-a1"')
      assert.match(err, 'write one of "cortex-a53", "cortex-a72", "max"')
    },
  ))

test("mistakes of all files come in one run, each with its line of source and a remedy", () => {
  const files = example(LOOP, {
    "ex/ex.system": SYSTEM.replace('perms="rwx"', 'perms="rwq"'),
    "ex/board.dts": BOARD.replace("<&gic>", "<&gicc>"),
    "ex/guest.json": '{ "kernle": "x" }',
  })
  return inWorkplace(files, async () => {
    const { code, out, err } = await vmm("check", "ex")
    assert.is(code, 1)
    assert.is(out, "")
    assert.match(err, /ex\/ex\.system:9:\d+: error: perms must only be a combination/)
    assert.match(err, /ex\/board\.dts:7:\d+: error: .*gicc/)
    assert.match(err, /ex\/guest\.json:1:\d+: error: /)
    assert.match(err, '<map mr="ram" vaddr="0x40000000" perms="rwq" />')
    assert.match(err, /\d errors\n$/)
  })
})

test("--json gives the diagnostics as data on stdout", () =>
  inWorkplace(example(LOOP, { "ex/ex.system": "<system" }), async () => {
    for (const verb of ["check", "build"]) {
      const { code, out } = await vmm(verb, "ex", "--json")
      const { ok, diagnostics } = JSON.parse(out)
      assert.is(code, 1)
      assert.is(ok, false)
      assert.is(diagnostics[0].file, "ex/ex.system")
      assert.is(diagnostics[0].severity, "error")
    }
  }))

test("edits of --json name files as findings do, whoever made them", () =>
  inWorkplace(
    example(LOOP, {
      "ex/ex.system": SYSTEM.replace('priority="50"', 'priority="150"').replace('perms="rwx"', 'perms="rw"'),
    }),
    async () => {
      const { diagnostics } = JSON.parse((await vmm("check", "ex", "--json")).out)
      const edits = diagnostics.flatMap(({ fixes = [] }) =>
        fixes.flatMap((fix: { edits: unknown[] }) => fix.edits),
      )
      assert.ok(edits.length > 1)
      for (const { file } of edits) assert.is(file, "ex/ex.system")
    },
  ))

test("edits of --json take a line away whole, as fix does, from a folder and from a lone file", () =>
  inWorkplace(
    example(LOOP, {
      "ex/ex.system": SYSTEM.replace("</system>", '<memory_region name="x" size="0x1000" />\n$&'),
    }),
    async () => {
      const lines = read("ex/ex.system").split("\n")
      const line = 1 + lines.findIndex((one) => one.includes('"x"'))
      for (const path of ["ex", "ex/ex.system"]) {
        const { diagnostics } = JSON.parse((await vmm("check", path, "--json")).out)
        const unused = diagnostics.find((one: { line: number }) => one.line === line)
        const whole = { line, column: 1, endLine: line + 1, endColumn: 1, text: "" }
        assert.equal(unused.fixes[0].edits, [{ kind: "replace", file: "ex/ex.system", ...whole }])
      }
    },
  ))

test("--json of a good build names what is where", () =>
  inWorkplace(example(LOOP), async () => {
    const { code, out } = await vmm("build", "ex", "--json")
    const built = JSON.parse(out)
    assert.is(code, 0)
    assert.is(built.path, "build/ex")
    assert.equal(built.vms[0].images[0], { name: "kernel", base: 0x40000000, size: LOOP.length * 4 })
    const checked = JSON.parse((await vmm("check", "ex", "--json")).out)
    assert.equal(checked, { ok: true, diagnostics: [] })
  }))

const NO_GIC = BOARD.replace('"arm,cortex-a15-gic"', '"arm,pl390"')

const BROKEN: ReadonlyArray<readonly [string, Record<string, string>, RegExp]> = [
  ["a folder that is not there", {}, /nowhere: error: there is no such folder/],
  ["broken XML", { "ex/ex.system": "<system><a></system>" }, /ex\.system:1:\d+: error:/],
  [
    "a device tree that does not parse",
    { "ex/board.dts": "/dts-v1/;\n/ { a = <1>\n};" },
    /board\.dts:\d+:\d+: error:/,
  ],
  [
    "two .system files",
    { "ex/b.system": SYSTEM },
    /b\.system:1:1: error: the folder has more than one `.system` file: b\.system, ex\.system/,
  ],
  [
    "a board without an interrupt controller",
    { "ex/board.dts": NO_GIC, "ex/overlay.dts": `${OVERLAY}&gic { compatible = "arm,gic-400"; };\n` },
    /board\.dts:16:3: error: the board has no interrupt controller that has a model/,
  ],
  ["no board tree", { "ex/board.dts": "/ { };" }, /the folder has no board tree/],
  [
    "a kernel that is not there",
    { "ex/guest.json": '{ "kernel": "flat:Image" }' },
    /guest\.json:1:\d+: error: there is no file ex\/Image/,
  ],
  ["a guest with more RAM than its machine", { "ex/overlay.dts": "" }, /the guest's tree says RAM is at/],
]

for (const [name, files, expected] of BROKEN) {
  test(`${name} is one clear error`, () =>
    inWorkplace(example(LOOP, files), async () => {
      const { code, out, err } = await vmm("check", files === BROKEN[0]?.[1] ? "nowhere" : "ex")
      assert.is(code, 1)
      assert.is(out, "")
      assert.match(err, expected)
      assert.not.match(err, /^\s+at /m)
      assert.is(err.match(/: error: /g)?.length, 1)
    }))
}

test("an Image that is none is told when it is built", () =>
  inWorkplace(example(LOOP, { "ex/guest.json": '{ "kernel": "guest.bin" }' }), async () => {
    const { code, err } = await vmm("build", "ex")
    assert.is(code, 1)
    assert.match(err, "not an arm64 Linux Image")
    assert.not(existsSync("build/ex/manifest.json"))
  }))

test("a domain without a machine needs a program that is there", () => {
  const domain =
    '<protection_domain name="log" priority="1"><program_image path="log.elf" /></protection_domain>'
  const files = example(LOOP, { "ex/ex.system": SYSTEM.replace("</system>", `${domain}\n</system>`) })
  return inWorkplace(files, async (root) => {
    const missing = await vmm("check", "ex")
    assert.is(missing.code, 1)
    assert.match(missing.err, /ex\.system:14:\d+: error: there is no file ex\/log\.elf/)
    writeAll(root, { "ex/log.elf": "\x7fELF" })
    assert.match((await vmm("check", "ex")).err, "is machine code")
    writeAll(root, {
      "ex/log.ts": "",
      "ex/guest.json": '{ "kernel": "flat:guest.bin", "programs": { "log": "log.ts" } }',
    })
    assert.is((await vmm("check", "ex")).code, 0)
  })
})

test("a prefill file that is missing is an error with its place, one that is there is in the build", () => {
  const region = '<memory_region name="blob" size="0x1000" prefill_path="blob.bin" />'
  const files = example(LOOP, { "ex/ex.system": SYSTEM.replace("<system>", `<system>\n${region}`) })
  return inWorkplace(files, async (root) => {
    assert.match((await vmm("check", "ex")).err, /ex\.system:2:\d+: error: .*blob\.bin/)
    writeAll(root, { "ex/blob.bin": "abc" })
    assert.is((await vmm("build", "ex")).code, 0)
    assert.is(read("build/ex/prefill-blob"), "abc")
  })
})

test("--guest takes a guest from elsewhere; without any the error says what to write", () =>
  inWorkplace(example(LOOP, { "other.json": '{ "kernel": "flat:ex/guest.bin" }' }), async () => {
    rmSync("ex/guest.json")
    const without = await vmm("check", "ex")
    assert.is(without.code, 1)
    assert.match(without.err, "--guest FILE")
    assert.is((await vmm("build", "ex", "--guest", "other.json")).code, 0)
  }))

test("device trees may include files beside them, which a build then depends on", () => {
  const files = {
    "ex/board.dts": BOARD.replace(
      'model = "test board";',
      '/include/ "model.dtsi"\n\tblob = /incbin/("blob.bin");',
    ),
    "ex/model.dtsi": 'model = "included";\n',
    "ex/blob.bin": "abc",
  }
  return inWorkplace(example(LOOP, files), async () => {
    assert.is((await vmm("build", "ex")).code, 0)
    assert.match(read("build/ex/report.txt"), /model +included/)
    const paths = JSON.parse(read("build/ex/manifest.json")).sources.map(({ path }: { path: string }) => path)
    assert.ok(paths.includes("ex/model.dtsi") && paths.includes("ex/blob.bin"))
    rmSync("ex/model.dtsi")
    const { code, err } = await vmm("check", "ex")
    assert.is(code, 1)
    assert.match(err, /board\.dts:3:\d+: error: .*model\.dtsi/)
  })
})

const PROGRAMS: ReadonlyArray<readonly [Record<string, string>, RegExp]> = [
  [
    { stranger: "simple-vmm" },
    /"programs" gives 'stranger' the program simple-vmm.*\n.*\n.*\n  remedy: did you mean 'vmm'\?/,
  ],
  [{ vmm: "mine.elf" }, /the program 'mine\.elf' of 'vmm' is no TypeScript module/],
  [{ vmm: "mine.ts" }, /there is no file ex\/mine\.ts, the program of 'vmm'/],
]

for (const [programs, expected] of PROGRAMS) {
  test(`programs ${JSON.stringify(programs)} are refused in words`, () => {
    const guest = JSON.stringify({ kernel: "flat:guest.bin", programs })
    return inWorkplace(example(LOOP, { "ex/guest.json": guest }), async () => {
      const { code, err } = await vmm("check", "ex")
      assert.is(code, 1)
      assert.match(err, expected)
    })
  })
}

test("a VMM that cannot reach its guest's RAM, and a guest without an interrupt controller, are errors", () => {
  const files = {
    "ex/ex.system": SYSTEM.replace(/^ *<map mr="ram" vaddr="0x40000000" perms="rw" .*\n/m, ""),
    "ex/overlay.dts":
      '/ { memory@40000000 { reg = <0 0x40000000 0 0x200000>; }; };\n&gic { status = "disabled"; };\n',
  }
  return inWorkplace(example(LOOP, files), async () => {
    const { code, err } = await vmm("check", "ex")
    assert.is(code, 1)
    assert.match(err, "'vmm' cannot reach the guest's memory region 'ram'")
    assert.match(err, "the guest of virtual machine 'guest' has no interrupt controller")
  })
})

test("an interrupt that no device raises is a warning that stops nothing; one that is off by 32 is an error", () =>
  inWorkplace(example(LOOP, { "ex/ex.system": SYSTEM.replace('irq="33"', 'irq="71"') }), async () => {
    const { code, err } = await vmm("check", "ex")
    assert.is(code, 0)
    assert.match(err, /warning: no device of the board raises interrupt 71/)
    assert.match(err, "ex: 1 warning\n")
    writeAll(".", { "ex/ex.system": SYSTEM.replace('irq="33"', 'irq="1"') })
    const off = await vmm("check", "ex")
    assert.is(off.code, 1)
    assert.match(off.err, /error: no device of the board raises interrupt 1, .*SPI 1 is INTID 33/)
  }))

const vcpus = (count: number): string =>
  SYSTEM.replace(
    '<vcpu id="0" />',
    Array.from({ length: count }, (_, id) => `<vcpu id="${id}" />`).join("\n"),
  )

test("more vCPUs than the guest's interrupt controller or the engine serves are an error", () =>
  inWorkplace(example(LOOP, { "ex/ex.system": vcpus(9) }), async () => {
    const nine = await vmm("check", "ex")
    assert.is(nine.code, 1)
    assert.match(nine.err, "virtual machine 'guest' has 9 vCPUs, and the guest's GICv2 serves 8")
    writeAll(".", { "ex/ex.system": vcpus(17) })
    assert.match((await vmm("check", "ex")).err, "the system has 17 vCPUs, and 16 are possible")
    const gic = 'compatible = "arm,gic-v3"; reg = <0x0 0x8000000 0x0 0x10000>, <0x0 0x80a0000 0x0 0x60000>;'
    const v3 = OVERLAY + `/ { interrupt-controller@8000000 { ${gic} }; };`
    writeAll(".", { "ex/ex.system": vcpus(4), "ex/overlay.dts": v3 })
    const four = (await vmm("check", "ex")).err
    assert.match(four, "has room for 3 redistributors, and 'guest' has 4 vCPUs")
    assert.match(four, "give the second reg entry a size of 0x80000")
  }))

test("vCPUs that the guest's tree has no cpu nodes for are a warning", () =>
  inWorkplace(example(LOOP, { "ex/ex.system": vcpus(2) }), async () => {
    const { code, err } = await vmm("check", "ex")
    assert.is(code, 0)
    assert.match(err, "warning: the guest's tree has 1 cpu node for 2 vCPUs of 'guest'")
  }))

test.run()
