// SPDX-License-Identifier: BSD-2-Clause
//
// @vmm/machine: the board, made from a device tree: RAM, bus, clock, interrupt controllers, devices.

export {}
