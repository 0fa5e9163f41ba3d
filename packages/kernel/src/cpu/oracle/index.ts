// SPDX-License-Identifier: BSD-2-Clause
//
// The instruction oracle: random A64 sequences in our CPU against qemu-aarch64.

export { type Classification, classify } from "./classify.ts"
export { encodingCounts, type EncodingCount, NOTHING, sum, type Tally } from "./coverage.ts"
export { Generator } from "./generate.ts"
export { BATCH, Oracle, type OracleOptions, type OracleSummary, summary } from "./oracle.ts"
export { qemuVersion } from "./qemu.ts"
export { CPU_NAMES, cpuModel } from "../models/index.ts"
export { tryWords } from "./undefined.ts"
