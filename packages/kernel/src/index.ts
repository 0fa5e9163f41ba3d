// SPDX-License-Identifier: BSD-2-Clause
//
// @vmm/kernel: the microkernel: capabilities, IPC, scheduling, fault delivery, and the processor under EL2.

export {}
