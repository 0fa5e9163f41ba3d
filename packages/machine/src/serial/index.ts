// SPDX-License-Identifier: BSD-2-Clause
//
// Serial ports that many makers build in, by compatible string; the distance of registers where Linux's driver, and
// not the node, has it (drivers/tty/serial/8250).

import type { DeviceFactory } from "../device-factory.ts"
import { ns16550 } from "./ns16550.ts"

/** compatible -> factory. */
export const SERIAL_FACTORIES: ReadonlyMap<string, DeviceFactory> = new Map([
  ["ns16550a", ns16550()],
  ["ns16550", ns16550()],
  ["ns8250", ns16550()],
  ["snps,dw-apb-uart", ns16550()],
  ["nvidia,tegra20-uart", ns16550(2)],
  ["brcm,bcm2835-aux-uart", ns16550(2)],
  ["mediatek,mt6577-uart", ns16550(2)],
])
