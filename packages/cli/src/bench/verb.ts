// SPDX-License-Identifier: BSD-2-Clause
//
// `vmm bench` as the command line sees it.

import { effectful } from "../command/effectful.ts"
import type { Verb } from "../command/verb.ts"
import { BENCH_NOTES, BENCH_OPTIONS } from "./options.ts"

export const BENCH: Verb = {
  name: "bench",
  summary: "measure our machine against QEMU's",
  arguments: [{ name: "DIR", required: false }],
  options: BENCH_OPTIONS,
  notes: BENCH_NOTES,
  load: effectful(async () => (await import("./bench.ts")).bench),
}
