// SPDX-License-Identifier: BSD-2-Clause
//
// @vmm/cli: the vmm command.

export { main } from "./main.ts"
export { processStdio, type Stdio } from "./stdio.ts"
