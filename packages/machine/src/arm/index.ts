// SPDX-License-Identifier: BSD-2-Clause
//
// Arm's PrimeCells and other parts without a vendor, by compatible string.

import type { DeviceFactory } from "../device-factory.ts"
import { pl011 } from "./pl011.ts"
import { pl031 } from "./pl031.ts"
import { pl061 } from "./pl061.ts"

export { Pl011 } from "./pl011.ts"
export { Pl031 } from "./pl031.ts"
export { Pl061 } from "./pl061.ts"

/** Arm's PrimeCells, by compatible string. */
export const ARM_FACTORIES: ReadonlyMap<string, DeviceFactory> = new Map([
  ["arm,pl011", pl011],
  ["arm,pl031", pl031],
  ["arm,pl061", pl061],
])
