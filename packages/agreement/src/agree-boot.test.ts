// SPDX-License-Identifier: BSD-2-Clause
//
// Rules about what the guest file promises Linux: packages, RAM by mem=, an init. Each mistake, what is found, and that
// its first fix mends it.

import { suite } from "uvu"
import * as assert from "uvu/assert"

import type { Images } from "./input.ts"
import { afterFix, codesOf, findingOf, type Texts } from "./testing.ts"

const test = suite("agreement of a guest's start")

const guest = (cmdline: string, more = ""): Texts => ({
  guest: `{\n  "kernel": "Image",\n  "cmdline": "console=ttyAMA0 ${cmdline}"${more}\n}\n`,
})
const KERNEL: Images = {
  kernel: { name: "Image", textOffset: 0, imageSize: 0x200_0000, linux: true, drivers: () => new Set() },
}
/** A ramdisk of which some programs can be started. */
const programs = (...paths: readonly string[]): Images => ({
  noInit: (path) =>
    paths.includes(path)
      ? undefined
      : {
          message: `${path} is not in the initramfs`,
          ...(paths[0] === undefined
            ? { layer: { source: "../rootfs", below: false } }
            : { meant: paths[0] }),
        },
})
const RAMDISK = ',\n  "ramdisk": "rootfs.cpio"'

const CASES: readonly (readonly [what: string, texts: Texts, found: readonly string[]])[] = [
  [
    "less RAM than the images take",
    { ...guest("mem=16M"), images: KERNEL },
    ["error mem-too-small guest.json:3"],
  ],
  [
    "less RAM than there is",
    { ...guest("mem=0x8000000"), images: KERNEL },
    ["warning mem-below-ram guest.json:3"],
  ],
  ["no amount", guest("mem=all"), ["error mem-too-small guest.json:3"]],
  [
    "a place for the initrd on the command line",
    { ...guest("initrd=0x58000000,8M", RAMDISK), images: programs("/init") },
    ["error initrd-word guest.json:3"],
  ],
  [
    "a kernel for a ramdisk, by the same name as the kernel's",
    {
      guest:
        '{\n  "kernel": "debian:linux-image-arm64",\n  "cmdline": "console=ttyAMA0",\n' +
        '  "ramdisk": "debian:linux-image-arm64"\n}\n',
      images: {
        noPackages: [
          {
            source: "debian:linux-image-arm64",
            sure: true,
            ramdisk: true,
            message: "linux-image-arm64 is a kernel",
            remedy: "write layers",
            layers: ["debian:busybox-static", "../rootfs"],
          },
        ],
      },
    },
    ["error package-unknown guest.json:4"],
  ],
  ["no init", { ...guest("", RAMDISK), images: programs() }, ["error init-missing guest.json:4"]],
  [
    "an init of another name",
    { ...guest("", RAMDISK), images: programs("/sbin/init") },
    ["error init-missing guest.json:4"],
  ],
  [
    "an rdinit that is not there",
    { ...guest("rdinit=/sbin/initt", RAMDISK), images: programs("/sbin/init") },
    ["error init-missing guest.json:3"],
  ],
  [
    "an rdinit in place of the usual one",
    { ...guest("rdinit=/sbin/init", RAMDISK), images: programs("/init") },
    ["error init-missing guest.json:3"],
  ],
  [
    "neither ramdisk nor root=",
    { guest: '{\n  "kernel": "debian:linux-image-arm64",\n  "cmdline": "console=ttyAMA0"\n}\n' },
    ["warning root-missing guest.json:2"],
  ],
  [
    "a misspelt package",
    {
      guest:
        '{\n  "cmdline": "console=ttyAMA0",\n  "kernel": "debian:linux-imag-arm64",\n  "ramdisk": []\n}\n',
      images: {
        noPackages: [
          { source: "debian:linux-imag-arm64", sure: true, message: "no", remedy: "", meant: "Image" },
        ],
      },
    },
    ["error package-unknown guest.json:3", "warning root-missing guest.json:3"],
  ],
]

for (const [what, texts, found] of CASES) {
  test(`${what}: ${found.join(", ")}`, () => {
    assert.equal(codesOf(texts), found)
    const code = found[0]?.split(" ")[1] ?? ""
    const fixed = afterFix(texts, code)
    const images = code === "package-unknown" ? {} : texts.images
    const left = code === "init-missing" && fixed.guest?.includes("../rootfs") ? programs("/init") : images
    assert.equal(codesOf({ ...fixed, ...(left === undefined ? {} : { images: left }) }), [])
  })
}

test("a root= that no device of the guest's tree can bring gives way to a ramdisk", () => {
  const images: Images = { layersBeside: ["debian:busybox-static", "../rootfs"] }
  const board = (node: string): Texts => ({ overlay: `/ {\n${node}\n};\n` })
  const virtio = `virtio_mmio@a000000 { compatible = "virtio,mmio"; reg = <0x0 0x0a000000 0x0 0x200>; };`
  for (const [word, says] of [
    ["root=/dev/vda", /no node that brings a virtio block device.*panics/],
    ["root=/dev/vda rootwait", /waits for it for ever/],
    ["root=/dev/mmcblk1p2", /an SD card or eMMC/],
    ["root=/dev/nfs", /a network interface/],
    ["root=/dev/ram0", /has no "ramdisk"/],
    ["root=UUID=12-34", /knows PARTUUID= and no UUID=/],
  ] as const) {
    const texts = { ...guest(word), images }
    assert.equal(codesOf(texts), ["error root-unreachable guest.json:3"], word)
    assert.match(findingOf(texts, "root-unreachable").message, says)
    const { guest: fixed = "" } = afterFix(texts, "root-unreachable")
    assert.equal(JSON.parse(fixed), {
      ramdisk: images.layersBeside,
      kernel: "Image",
      cmdline: "console=ttyAMA0",
    })
  }
  const unmapped = { ...guest("root=/dev/vda"), ...board(virtio), images }
  assert.match(findingOf(unmapped, "root-unreachable").message, /'virtio_mmio@a000000'.*not mapped/)
})

test("a ramdisk that was forgotten is made of what lies beside the guest file", () => {
  const alone = { guest: '{\n  "kernel": "debian:linux-image-arm64",\n  "cmdline": "console=ttyAMA0"\n}\n' }
  assert.match(afterFix(alone, "root-missing").guest ?? "", '"ramdisk": ["debian:busybox-static"]')
  const layersBeside = ["debian:busybox-static", "../rootfs"]
  const beside = afterFix({ ...alone, images: { layersBeside } }, "root-missing")
  assert.match(beside.guest ?? "", '"ramdisk": ["debian:busybox-static", "../rootfs"]')
})

test("root= is left alone where a ramdisk begins, or where the device may come", () => {
  const told = (texts: Texts) => codesOf(texts).filter((code) => code.includes("root"))
  assert.equal(told({ ...guest("root=/dev/vda", RAMDISK), images: programs("/init") }), [])
  assert.equal(told({ ...guest("root=/dev/vda", RAMDISK) }), [])
  assert.equal(told(guest("root=31:02")), [])
  assert.equal(told({ ...guest("root=/dev/vda", RAMDISK), images: programs("/sbin/init") }), [
    "error root-unreachable guest.json:3",
  ])
})

test("a layer is added to a list and to a single ramdisk, below and over the others", () => {
  const list = ',\n  "ramdisk": [\n    "a",\n    "b"\n  ]'
  const images = programs()
  const over = afterFix({ ...guest("", list), images }, "init-missing").guest ?? ""
  assert.equal((JSON.parse(over) as { ramdisk: unknown }).ramdisk, ["a", "b", "../rootfs"])
  const noInit = () => ({ message: "/init needs more", layer: { source: "c", below: true } })
  for (const [ramdisk, expected] of [
    [list, ["c", "a", "b"]],
    [',\n  "ramdisk": "a"', ["c", "a"]],
  ] as const) {
    const below = afterFix({ ...guest("", ramdisk), images: { noInit } }, "init-missing").guest ?? ""
    assert.equal((JSON.parse(below) as { ramdisk: unknown }).ramdisk, expected)
  }
})

test("a layer whose init hides one that can be started is left out", () => {
  const noInit = () => ({ message: "/init is for x86-64", hiding: 1 })
  const texts = { ...guest("", ',\n  "ramdisk": ["a", "b"]'), images: { noInit } }
  assert.match(findingOf(texts, "init-missing").remedy ?? "", 'leave out the layer "b"')
  assert.match(afterFix(texts, "init-missing").guest ?? "", '"ramdisk": ["a"]')
})

test("a program of the ramdisk is mended where it lies, else in a layer over the others", () => {
  const ramdisk = ',\n  "ramdisk": ["a", "b"]'
  const text = { before: "#!/bin/sh\r\n", after: "#!/bin/sh\n" }
  const fixesOf = (mended: object) => {
    const noInit = () => ({
      message: "/init is wrong",
      remedy: "sed it",
      mended: { path: "init", title: "mend /init", ...mended },
    })
    return findingOf({ ...guest("", ramdisk), images: { noInit } }, "init-missing")
  }
  const own = fixesOf({ source: "a/init", text })
  const range = { line: 1, column: 1, endLine: 2, endColumn: 1 }
  assert.equal(own.fixes?.[0]?.edits, [{ kind: "replace", file: "a/init", ...range, text: text.after }])
  assert.is(own.related?.[0]?.file, "ex/a/init")
  const [chmod] = fixesOf({ source: "a/init" }).fixes ?? []
  assert.equal([chmod?.edits, chmod?.executable], [[], ["a/init"]])
  for (const mended of [{ text }, { text, source: "../a/init" }]) {
    const { fixes = [], remedy } = fixesOf(mended)
    assert.equal(fixes[0]?.executable, ["ramdisk-mended/init"])
    assert.equal(fixes[0]?.edits[0], { kind: "append", file: "ramdisk-mended/init", text: text.after })
    assert.match(JSON.stringify(fixes[0]?.edits[1]), "ramdisk-mended")
    assert.match(remedy ?? "", /^mend \/init, in a layer over it: "ramdisk-mended"; or sed it/)
  }
  assert.match(fixesOf({ text }).remedy ?? "", "cpio -idm")
  assert.equal(fixesOf({}).fixes, [])
})

test("a script that needs a layer and another first line gets both in one fix", () => {
  const mended = { path: "init", title: "mend /init", text: { before: "#!/bin/sh\n", after: "#!/b sh\n" } }
  const layer = { source: "c", below: true }
  const noInit = () => ({ message: "/init is wrong", mended, layer, together: true as const })
  for (const [ramdisk, after] of [
    ['["a", "b"]', '["c", "a", "b", "ramdisk-mended"]'],
    ['"a"', '["c", "a", "ramdisk-mended"]'],
  ] as const) {
    const texts = { ...guest("", `,\n  "ramdisk": ${ramdisk}`), images: { noInit } }
    assert.is(findingOf(texts, "init-missing").fixes?.length, 1)
    assert.match(afterFix(texts, "init-missing").guest ?? "", `"ramdisk": ${after}`)
  }
})

test("a packing that the kernel was built without is told, and only that", () => {
  const { kernel } = KERNEL
  if (kernel === undefined) throw new Error("no kernel")
  const packings = [{ path: "rootfs.zst", method: "zstd" }]
  const withConfig = (config?: Record<string, "y" | "n">): Texts => ({
    ...guest("", RAMDISK),
    images: { packings, kernel: { ...kernel, ...(config === undefined ? {} : { config }) } },
  })
  assert.equal(codesOf(withConfig()), [])
  assert.equal(codesOf(withConfig({ RD_GZIP: "y" })), [])
  assert.equal(codesOf(withConfig({ RD_GZIP: "n", RD_ZSTD: "y" })), [])
  const without = withConfig({ RD_GZIP: "y", RD_ZSTD: "n" })
  assert.equal(codesOf(without), ["error ramdisk-packing guest.json:4"])
  const { remedy } = findingOf(without, "ramdisk-packing")
  const command = "`zstd -dc rootfs.zst > rootfs`, and name rootfs"
  assert.is(remedy, `${command}; or pack it with gzip`)
  const images: Images = { ...without.images, layersBeside: ["debian:busybox-static", "../rootfs"] }
  assert.match(
    afterFix({ ...guest("", ',\n  "ramdisk": "rootfs.zst"'), images }, "ramdisk-packing").guest ?? "",
    '"ramdisk": ["debian:busybox-static", "../rootfs"]',
  )
  const layers = { ...guest("", ',\n  "ramdisk": ["a", "rootfs.zst"]'), images }
  assert.match(afterFix(layers, "ramdisk-packing").guest ?? "", '"ramdisk": ["a"]')
})

test("the driver of the console must not be on the blacklist; others may", () => {
  const own = guest("initcall_blacklist=foo_init,pl011_init")
  assert.equal(codesOf(own), ["error console-blacklisted guest.json:3"])
  assert.match(afterFix(own, "console-blacklisted").guest ?? "", 'ttyAMA0 initcall_blacklist=foo_init"')
  const two = guest("initcall_blacklist=foo_init,pl011_init,chr_dev_init,sock_init")
  assert.equal([...codesOf(two)].sort(), [
    "error console-blacklisted guest.json:3",
    "error initcall-needed guest.json:3",
  ])
  assert.equal(codesOf(afterFix(two, "initcall-needed")), [], "all in one fix")
  assert.match(afterFix(two, "initcall-needed").guest ?? "", 'ttyAMA0 initcall_blacklist=foo_init"')
  const alone = guest("initcall_blacklist=pl011_init nosmp")
  assert.match(afterFix(alone, "console-blacklisted").guest ?? "", /ttyAMA0 +nosmp"/)
  assert.equal(codesOf(guest("initcall_blacklist=imx_uart_init,imx2_wdt_driver_init")), [])
})

test("a stray console beside the right one is a warning, and goes", () => {
  for (const line of ["console=ttyS0,115200", "quiet console=ttymxc0"]) {
    const texts = guest(line)
    assert.equal(codesOf(texts), ["warning console-wrong-name guest.json:3"])
    const { guest: after = "" } = afterFix(texts, "console-wrong-name")
    assert.match(after, /"console=ttyAMA0( quiet)?"/)
  }
})

test("characters beyond ASCII, lines beyond Linux's length and acpi=force are told", () => {
  const blank = guest("\u00a0quiet nosmp\u2014")
  assert.equal(codesOf(blank), ["error command-line-character guest.json:3"])
  assert.match(findingOf(blank, "command-line-character").message, /U\+00A0.*a blank is meant/)
  assert.match(afterFix(blank, "command-line-character").guest ?? "", "console=ttyAMA0  quiet nosmp-")
  assert.match(findingOf(guest("init=/\u00e9"), "command-line-character").remedy ?? "", /anew/)
  assert.equal(codesOf(guest("x=1 ".repeat(500))), [])
  assert.equal(codesOf(guest("x=1 ".repeat(520))), ["warning command-line-long guest.json:3"])
  assert.equal(codesOf(guest("acpi=force")), ["error acpi-without-tables guest.json:3"])
  assert.equal(codesOf(afterFix(guest("acpi=force"), "acpi-without-tables")), [])
  assert.equal(codesOf(guest("acpi=force acpi=off")), [])
  assert.equal(codesOf(guest("acpi=on")), [])
})

test("a memory node into which kernel and initramfs do not go is an error", () => {
  const small = (size: string): Texts => ({
    overlay: `/ {\n\tmemory@40000000 {\n\t\treg = <0x0 0x40000000 0x0 ${size}>;\n\t};\n};\n`,
    images: KERNEL,
  })
  assert.equal(codesOf(small("0x1000000")), ["error memory-node-short overlay.dts:3"])
  assert.match(findingOf(small("256"), "memory-node-short").message, /256 bytes.*take 32 MiB/)
  assert.equal(codesOf(small("0x8000000")), ["warning memory-node-short overlay.dts:3"])
})

test("an amount of RAM is read as Linux reads it", () => {
  assert.equal(codesOf({ ...guest("mem=256M") }), [])
  assert.match(findingOf({ ...guest("mem=1M"), images: KERNEL }, "mem-too-small").message, /1 MiB.*32 MiB/)
})

test.run()
