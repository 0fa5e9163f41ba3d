// SPDX-License-Identifier: BSD-2-Clause
//
// Names of Linux's dt-bindings headers that trees use most, with their values: arm-gic.h and irq.h of
// interrupt-controller/, gpio.h. Macros that take arguments are left out.

export const BINDING_NAMES: ReadonlyMap<string, number> = new Map([
  ["GIC_SPI", 0],
  ["GIC_PPI", 1],
  ["IRQ_TYPE_NONE", 0],
  ["IRQ_TYPE_EDGE_RISING", 1],
  ["IRQ_TYPE_EDGE_FALLING", 2],
  ["IRQ_TYPE_EDGE_BOTH", 3],
  ["IRQ_TYPE_LEVEL_HIGH", 4],
  ["IRQ_TYPE_LEVEL_LOW", 8],
  ["GPIO_ACTIVE_HIGH", 0],
  ["GPIO_ACTIVE_LOW", 1],
  ["GPIO_PUSH_PULL", 0],
  ["GPIO_OPEN_DRAIN", 6],
  ["GPIO_OPEN_SOURCE", 2],
  ["GPIO_PULL_UP", 16],
  ["GPIO_PULL_DOWN", 32],
])
