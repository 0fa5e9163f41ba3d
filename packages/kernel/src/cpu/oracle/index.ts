// SPDX-License-Identifier: BSD-2-Clause
//
// The instruction oracle: random A64 sequences in our CPU against qemu-aarch64.

export { runOracle, type OracleOptions, type OracleResult } from "./oracle.ts"
export { qemuVersion } from "./qemu.ts"
export { tryUndefined, type UndefinedResult } from "./undefined.ts"
