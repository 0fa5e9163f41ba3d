// SPDX-License-Identifier: BSD-2-Clause
//
// Why an instruction is undefined; the words are those that binutils 2.40 gives for the text beside them.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { whyUndefined } from "./undefined.ts"

const test = suite("report: undefined instructions")

test("extensions that a processor may lack are named", () => {
  for (const [word, feature] of [
    [0xb8240043, "LSE"], // ldadd w4, w3, [x2]
    [0xf8e18062, "LSE"], // swpal x1, x2, [x3]
    [0x88a47c43, "LSE"], // cas w4, w3, [x2]
    [0x0864fc46, "LSE"], // caspal w4, w5, w6, w7, [x2]
    [0xb8bfc041, "LRCPC"], // ldapr w1, [x2]
    [0x1ac34041, "CRC32"], // crc32b w1, w2, w3
    [0x9ac35c41, "CRC32"], // crc32cx w1, w2, x3
    [0x4e284820, "AES"], // aese v0.16b, v1.16b
    [0x5e020020, "SHA1"], // sha1c q0, s1, v2.4s
    [0x5e280820, "SHA1"], // sha1h s0, s1
    [0x2518e3e0, "SVE"], // ptrue p0.b
    [0xa540a000, "SVE"], // ld1w {z0.s}, p0/z, [x0]
    [0xdac10020, "PAuth"], // pacia x0, x1
    [0xd65f0bff, "PAuth"], // retaa
  ] as const) {
    assert.match(whyUndefined(word) ?? "", `this processor lacks FEAT_${feature}`, word.toString(16))
  }
})

test("registers of other levels, of a GICv3, and of nobody", () => {
  // mrs x0, hcr_el2; msr vbar_el3, x0; mrs x0, icc_sre_el1; mrs x0, s3_0_c15_c2_0
  assert.is(whyUndefined(0xd53c1100), "HCR_EL2 is EL2's, and a guest runs at EL1")
  assert.match(whyUndefined(0xd51ec000) ?? "", "is EL3's, and a guest runs at EL1")
  assert.is(whyUndefined(0xd538cca0), "ICC_SRE_EL1 is a GICv3's, and this machine has no GICv3")
  assert.match(whyUndefined(0xd538f200) ?? "", "this processor has no S3_0_C15_C2_0")
})

test("zeros are no code, and plain exclusives no extension", () => {
  assert.match(whyUndefined(0) ?? "", "this is no code")
  // stxp, ldxp, ldaxr, stlr, ldar
  for (const word of [0xc8210c82, 0xc87f0c82, 0xc85ffc41, 0xc89ffc41, 0x88dffc41]) {
    assert.is(whyUndefined(word), undefined, word.toString(16))
  }
})

test.run()
