// SPDX-License-Identifier: BSD-2-Clause
//
// The probe for fused product sums, and FMADD on a host without them.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { IXC } from "../softfp/format.ts"
import { bothTiers } from "../testing/tiers.ts"
import { forgoFused, hasFused } from "./fused.ts"

const test = suite("wasm/fused")

test("the probe answers the same every time", () => {
  const first = hasFused()
  assert.type(first, "boolean")
  assert.is(hasFused(), first)
})

test("FMADD rounds once with the host's product sums and without", () => {
  const quads = (value: number) => {
    const view = new DataView(new ArrayBuffer(8))
    view.setFloat64(0, value)
    return view.getBigUint64(0).toString(16).padStart(32, "0")
  }
  const a = 1 + 2 ** -30
  const start = { words: [0x1f420c20], v: { 1: quads(a), 2: quads(a), 3: quads(-1 - 2 ** -29) }, fpsr: IXC }
  bothTiers(start, (end) => assert.is(end.v(0), quads(2 ** -60)))
  const restore = forgoFused()
  assert.not(hasFused())
  bothTiers(start, (end) => assert.is(end.v(0), quads(2 ** -60)))
  restore()
})

test.run()
