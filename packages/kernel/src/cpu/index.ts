// SPDX-License-Identifier: BSD-2-Clause
//
// The processor: AArch64 EL1 and EL0 under EL2.

export {}
