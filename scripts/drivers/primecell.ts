// SPDX-License-Identifier: BSD-2-Clause
//
// Drivers of Arm's PrimeCells, which match the peripheral's identification and have no `compatible` table (Linux
// Documentation/devicetree/bindings/arm/primecell.yaml): the names that their bindings give them.

export const PRIMECELLS: Readonly<Record<string, readonly string[]>> = {
  "drivers/clocksource/timer-sp804.c": ["arm,sp804"],
  "drivers/dma/amba-pl08x.c": ["arm,pl080", "arm,pl081"],
  "drivers/dma/pl330.c": ["arm,pl330"],
  "drivers/gpio/gpio-pl061.c": ["arm,pl061"],
  "drivers/gpu/drm/pl111/pl111_drv.c": ["arm,pl110", "arm,pl111"],
  "drivers/input/serio/ambakmi.c": ["arm,pl050"],
  "drivers/memory/pl172.c": ["arm,pl172", "arm,pl175", "arm,pl176"],
  "drivers/memory/pl353-smc.c": ["arm,pl353-smc-r2p1"],
  "drivers/mmc/host/mmci.c": ["arm,pl180", "arm,pl181", "arm,pl18x"],
  "drivers/rtc/rtc-pl030.c": ["arm,pl030"],
  "drivers/rtc/rtc-pl031.c": ["arm,pl031"],
  "drivers/spi/spi-pl022.c": ["arm,pl022"],
  "drivers/tty/serial/amba-pl010.c": ["arm,pl010"],
  "drivers/tty/serial/amba-pl011.c": ["arm,pl011"],
  "drivers/watchdog/sp805_wdt.c": ["arm,sp805"],
  "sound/arm/aaci.c": ["arm,pl041"],
}
