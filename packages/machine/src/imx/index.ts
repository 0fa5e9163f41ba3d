// SPDX-License-Identifier: BSD-2-Clause
//
// The i.MX8MQ's devices by the `compatible` under which a device tree names them: what a Linux kernel touches
// before and at its console, and the registers of what it may touch later.

import type { DeviceFactory } from "../device-factory.ts"
import { ANATOP_TABLE, CCM_TABLE } from "./clock-table.ts"
import { imxGpc } from "./gpc.ts"
import { imxGpio } from "./gpio.ts"
import { imxIrqSteer } from "./irqsteer.ts"
import { imxPcie } from "./pcie.ts"
import { RegisterDevice, RegisterMap, type RegisterTable } from "./register-device.ts"
import { imxSnvs } from "./snvs.ts"
import {
  IOMUXC_GPR_TABLE,
  IOMUXC_TABLE,
  OCOTP_TABLE,
  SRC_TABLE,
  TMU_TABLE,
  WDOG_TABLE,
} from "./storage-table.ts"
import { imxSystemCounter } from "./system-counter.ts"
import { imxUart } from "./uart.ts"

/** A device that is its register table and nothing more. */
function storage(table: RegisterTable): DeviceFactory {
  const map = new RegisterMap(table)
  return (context) => new RegisterDevice(context.path, map)
}

/** compatible -> factory. */
export const IMX_FACTORIES: ReadonlyMap<string, DeviceFactory> = new Map([
  ["fsl,imx8mq-uart", imxUart],
  ["fsl,imx6q-uart", imxUart],
  ["fsl,imx21-uart", imxUart],
  ["fsl,imx8mq-ccm", storage(CCM_TABLE)],
  ["fsl,imx8mq-anatop", storage(ANATOP_TABLE)],
  ["fsl,imx8mq-gpc", imxGpc],
  ["fsl,imx8m-irqsteer", imxIrqSteer],
  ["fsl,imx-irqsteer", imxIrqSteer],
  ["fsl,imx8mq-gpio", imxGpio],
  ["fsl,imx35-gpio", imxGpio],
  ["nxp,sysctr-timer", imxSystemCounter],
  ["fsl,imx8mq-iomuxc", storage(IOMUXC_TABLE)],
  ["fsl,imx8mq-iomuxc-gpr", storage(IOMUXC_GPR_TABLE)],
  ["fsl,imx8mq-src", storage(SRC_TABLE)],
  ["fsl,imx8mq-ocotp", storage(OCOTP_TABLE)],
  ["fsl,imx8mq-tmu", storage(TMU_TABLE)],
  ["fsl,imx8mq-wdt", storage(WDOG_TABLE)],
  ["fsl,imx21-wdt", storage(WDOG_TABLE)],
  ["fsl,sec-v4.0-mon", imxSnvs],
  ["fsl,imx8mq-pcie", imxPcie],
])
