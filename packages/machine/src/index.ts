// SPDX-License-Identifier: BSD-2-Clause
//
// @vmm/machine: the board, made from a device tree: RAM, bus, clock, interrupt controllers, devices.
//
//   fromDeviceTree(tree)            -> a BoardDescription in plain data
//   buildBoard(description, host)   -> a Board, its parts made and wired

export * from "./arm/index.ts"
export * from "./board-description.ts"
export * from "./board-tree.ts"
export * from "./board.ts"
export * from "./bus.ts"
export * from "./clock.ts"
export * from "./device-factory.ts"
export * from "./device.ts"
export * from "./factories.ts"
export * from "./firmware.ts"
export * from "./gic/index.ts"
export * from "./memory.ts"
export * from "./one-shot.ts"
export * from "./stub.ts"
