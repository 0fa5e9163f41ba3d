// SPDX-License-Identifier: BSD-2-Clause
//
// All device models by compatible string. Adding a family of devices is adding its table here.

import type { DeviceFactory } from "./device-factory.ts"
import { GIC_FACTORIES } from "./gic/index.ts"
import { ARM_FACTORIES } from "./arm/index.ts"
import { IMX_FACTORIES } from "./imx/index.ts"
import { SERIAL_FACTORIES } from "./serial/index.ts"

/** All devices that have a model, by compatible string. */
export const FACTORIES: ReadonlyMap<string, DeviceFactory> = new Map([
  ...GIC_FACTORIES,
  ...ARM_FACTORIES,
  ...IMX_FACTORIES,
  ...SERIAL_FACTORIES,
])
