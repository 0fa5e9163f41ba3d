// SPDX-License-Identifier: BSD-2-Clause
//
// @vmm/machine: the board, made from a device tree: RAM, bus, clock, interrupt controllers, devices.

export * from "./device.ts"
export * from "./clock.ts"
export * from "./memory.ts"
export * from "./bus.ts"
export * from "./device-factory.ts"
