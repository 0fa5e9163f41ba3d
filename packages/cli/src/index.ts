// SPDX-License-Identifier: BSD-2-Clause
//
// @vmm/cli: the vmm command.

export { main } from "./main.ts"
export type { Output } from "./command/verb.ts"
