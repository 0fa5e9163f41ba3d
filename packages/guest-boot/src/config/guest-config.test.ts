// SPDX-License-Identifier: BSD-2-Clause
//
// guest.json: every field, and every mistake with its place.

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { parseGuestConfig } from "./guest-config.ts"
import { complaints, value } from "../kernel/test-images.ts"

const read = (json: string) => parseGuestConfig("guest.json", json)
const wrong = (json: string): string[] => complaints(read(json))

const config = suite("guest.json")

config("every field is read", () => {
  const guest = value(
    read(`{
      "kernel": "debian:linux-image-arm64",
      "ramdisk": ["debian:busybox-static", "../initramfs/"],
      "cmdline": "console=ttyAMA0",
      "cmdline-add": ["quiet", "nosmp"],
      "cpus": 2, "memory": "240M", "dtb-overlay": "guest.dtso", "kaslr": false, "cpu": "max",
      "programs": { "client_vmm_1": "simple-vmm" }
    }`),
  )
  assert.equal(guest.kernel, { source: { kind: "debian", package: "linux-image-arm64" }, flat: false })
  assert.equal(guest.ramdisk, [
    { kind: "debian", package: "busybox-static" },
    { kind: "file", path: "../initramfs/" },
  ])
  assert.is(guest.cmdline, "console=ttyAMA0")
  assert.equal(guest.cmdlineAdd, ["quiet", "nosmp"])
  assert.is(guest.cpus, 2)
  assert.is(guest.memory, 240 * 2 ** 20)
  assert.equal(guest.dtbOverlay, ["guest.dtso"])
  assert.is(guest.kaslr, false)
  assert.is(guest.cpu, "max")
  assert.is(guest.programs.get("client_vmm_1"), "simple-vmm")
  assert.is(guest.places.get("cpus")?.line, 6)
})

config("a kernel alone is enough, and a flat one says so", () => {
  const guest = value(read('{"linux": "flat:hello.bin"}'))
  assert.equal(guest.kernel, { source: { kind: "file", path: "hello.bin" }, flat: true })
  assert.equal(guest.ramdisk, [])
  assert.is(guest.kaslr, true)
  assert.is(guest.cpus, undefined)
})

config("one file of a package is named by its path", () => {
  const guest = value(read('{"kernel": "k", "ramdisk": "debian:dash/bin/dash"}'))
  assert.equal(guest.ramdisk, [{ kind: "debian", package: "dash", path: "bin/dash" }])
})

config("memory takes bytes and binary units", () => {
  const bytes = (memory: string) => value(read(`{"kernel": "k", "memory": ${memory}}`)).memory
  assert.is(bytes("65536"), 65536)
  assert.is(bytes('"65536"'), 65536)
  assert.is(bytes('"64k"'), 65536)
  assert.is(bytes('"2G"'), 2 ** 31)
  assert.is(bytes('"512b"'), 512)
})

config("all mistakes come at once, each at its place", () => {
  const all = wrong(`{
  "kernal": "Image",
  "block": [],
  "cpus": 0,
  "memory": "lots",
  "cmdline": 5,
  "kaslr": "no",
  "programs": { "a": 1 },
  "ramdisk": ["x", "http://x"],
  "dtb-overlay": [3],
  "cpus": 1
}`)
  assert.equal(
    all.map((line) => line.split(" | ")[0]),
    [
      'guest.json:2:3: "kernal" is no field of a guest file',
      'guest.json:3:3: "block" is a field of Machina\'s guest configuration that is not taken yet',
      'guest.json:4:11: "cpus" takes a number of CPUs from 1 to 255',
      'guest.json:5:13: "memory" takes an amount of memory',
      'guest.json:6:14: "cmdline" takes a string',
      'guest.json:7:12: "kaslr" takes true or false',
      'guest.json:8:22: "programs.a" takes the name or path of a program',
      'guest.json:9:20: "ramdisk": "http:" is no place files come from',
      'guest.json:10:19: "dtb-overlay" takes a string',
      'guest.json:11:3: "cpus" is given twice, first in line 4',
    ],
  )
  assert.match(all[0] ?? "", /did you mean "kernel"\?/)
})

config("wrong kinds of values are refused", () => {
  assert.match(wrong('{"kernel": "a", "linux": "b"}')[0] ?? "", /two names of one field/)
  assert.match(wrong('{"kernel": ""}')[0] ?? "", /an empty path/)
  assert.match(wrong('{"kernel": 7}')[0] ?? "", /"kernel" takes a path or a package/)
  assert.match(wrong('{"kernel": "debian:Foo!"}')[0] ?? "", /no name of a Debian package/)
  assert.match(wrong('{"kernel": "debian:foo/../x"}')[0] ?? "", /no path in a package/)
  assert.match(wrong('{"kernel": "k", "programs": []}')[0] ?? "", /protection domains with their programs/)
  assert.match(wrong('{"kernel": "k", "bogus-thing": 1}')[0] ?? "", /the fields are kernel/)
  assert.match(wrong('["k"]')[0] ?? "", /one JSON object/)
})

config("text that is no JSON is pointed at", () => {
  const cases: ReadonlyArray<readonly [string, RegExp]> = [
    ["", /1:1: expected a value, found the end of the file/],
    ['{"kernel": "k",}', /1:15: a comma before the closing bracket \| delete the comma/],
    ["{\n  // kernel\n}", /2:3: JSON has no comments/],
    ['{"kernel" "k"}', /1:11: expected ":", found "\\""/],
    ['{"kernel": "k" "x"}', /expected "," or "}"/],
    ['{"kernel": "k\n"}', /1:12: expected a string that ends on its line/],
    ["{kernel: 1}", /1:2: expected a key in double quotes/],
    ['{"kernel": nope}', /1:12: expected a value/],
    ["{\"kernel\": 'k'}", /1:12: JSON has no single quotes.* \| write "k"/],
    ['{"Kernel": "k"}', /1:2: "Kernel" is no field of a guest file \| did you mean "kernel"/],
    ['{"kernel": "k"} x', /1:17: expected the end of the file/],
    [`${"[".repeat(80)}`, /nested too deeply/],
  ]
  for (const [json, expected] of cases) assert.match(wrong(json)[0] ?? "", expected)
})

config("null, escapes and numbers are JSON's", () => {
  assert.match(wrong('{"kernel": null}')[0] ?? "", /takes a path/)
  assert.is(value(read('\ufeff{"kernel": "k", "cmdline": "a\\u0041\\n"}')).cmdline, "aA\n")
  assert.match(wrong('{"kernel": "k", "cpus": 1.5e0}')[0] ?? "", /takes a number of CPUs/)
})

config.run()
