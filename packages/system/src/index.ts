// SPDX-License-Identifier: BSD-2-Clause
//
// @vmm/system: the .system language: parse with positions, check everything, compile to what the kernel boots.

export {}
