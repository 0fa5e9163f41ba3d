// SPDX-License-Identifier: BSD-2-Clause
//
// What stands at the wrong place or twice, and what another tool would have taken: parts of a reg in another order, a
// document type, ranks beyond the last, properties given again, words of other kernels.

import type { Mistake } from "../mistake.ts"
import { slip } from "../slip.ts"

const VM = '<virtual_machine name="linux" priority="50">'
const GIC_V3 = ["<0x38800000 0x10000>,", "<0x38880000 0xc0000>,"] as const

export const ORDER: readonly Mistake[] = [
  {
    name: "redistributors-before-the-distributor",
    base: "maaxboard",
    changes: [
      ["board", GIC_V3[1], "<0 0>,"],
      ["board", GIC_V3[0], GIC_V3[1]],
      ["board", "<0 0>,", GIC_V3[0]],
    ],
    by: "check",
    code: "gic-reg-order",
    words: /distributor is at 0x38800000/,
    at: [["board", `reg = ${GIC_V3[1]}`]],
  },
  slip("rank-of-a-guest-beyond-the-last", "value-wrong", /priority must be between 0 and 254/, [
    "system",
    VM,
    VM.replace("50", "300"),
  ]),
  slip(
    "document-type",
    "xml-broken",
    /XML with DTD detected/,
    ["system", "<system>", "<!DOCTYPE system>\n<system>"],
    [["system", "<!DOCTYPE system>"]],
  ),
]
