// SPDX-License-Identifier: BSD-2-Clause
//
// The strings that a kernel looks for, by a search for some and as a list of all that have a vendor.

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { builtInDrivers, isVendorString, vendorStrings } from "./built-in-drivers.ts"

const test = suite("built-in drivers")

test("a kernel has a string only from its first letter to its NUL", () => {
  const kernel = Buffer.from("MZ\0acme,uart\0\0acme,uart-v2\0xacme,clock\0gpio\0acme,rtc")
  const asked = ["acme,uart", "acme,uart-v2", "acme,uart-v3", "acme,clock", "gpio", "acme,rtc", "x"]
  assert.equal([...builtInDrivers(kernel, asked)].sort(), ["acme,rtc", "acme,uart", "acme,uart-v2", "gpio"])
})

test("strings with a vendor are those between NULs or the ends of the file", () => {
  const kernel = Buffer.from(
    "ab,c\0acme,uart\0acme,uart-v2\0x y,z\0gpio\0a,b\0fsl,sec-v4.0\0/acme,no\0acme,rtc",
  )
  assert.equal([...vendorStrings(kernel)].sort(), [
    "ab,c",
    "acme,rtc",
    "acme,uart",
    "acme,uart-v2",
    "fsl,sec-v4.0",
  ])
})

test("both ways of asking agree about every string with a vendor", () => {
  const words = ["a,b", "ab,c", "ab,cd", ",abc", "abc,", "ab,,c", "gpio", "ab cd,e", "ab,c/d"]
  const kernel = Buffer.from(
    ["", ...words.filter((_, index) => index % 2 === 0), "zab,c", "ab,c z", ""].join("\0"),
  )
  const all = new Set(vendorStrings(kernel))
  const asked = words.filter(isVendorString)
  assert.equal([...builtInDrivers(kernel, asked)].sort(), asked.filter((name) => all.has(name)).sort())
  assert.equal(asked, ["ab,c", "ab,cd", ",abc", "abc,", "ab,,c"])
})

test.run()
