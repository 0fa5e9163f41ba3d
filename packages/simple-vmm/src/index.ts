// SPDX-License-Identifier: BSD-2-Clause
//
// @vmm/simple-vmm: the ready VMM protection domain, the file a user copies to write their own.

export { type FaultReport, simpleVmm } from "./simple-vmm.ts"
