// SPDX-License-Identifier: BSD-2-Clause
//
// @vmm/vmrt: the user-level VM runtime: guest memory, fault dispatch, virtual IRQs, PSCI and SMC.

export {}
