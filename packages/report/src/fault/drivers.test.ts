// SPDX-License-Identifier: BSD-2-Clause
//
// The table of Linux's drivers, by what is known of some of them.

import { statSync } from "node:fs"
import { suite } from "uvu"
import * as assert from "uvu/assert"
import { isInitcall, loadDrivers } from "./drivers.ts"

const test = suite("report: Linux's drivers")

const table = await loadDrivers()

const facts = (...compatible: readonly string[]) => {
  const [driver] = table.of(compatible)
  return [driver?.source, driver?.config, driver?.entries.map((entry) => `${entry.level}:${entry.function}`)]
}

test("drivers of several boards are found with source, symbol and initcall", () => {
  assert.equal(facts("fsl,imx8mq-ccm"), [
    "drivers/clk/imx/clk-imx8mq.c",
    "CONFIG_CLK_IMX8MQ",
    ["device:imx8mq_clk_driver_init"],
  ])
  assert.equal(facts("fsl,imx8mq-wdt", "fsl,imx21-wdt").slice(1), [
    "CONFIG_IMX2_WDT",
    ["device:imx2_wdt_driver_init"],
  ])
  assert.equal(facts("arm,pl061", "arm,primecell")[1], "CONFIG_GPIO_PL061")
  assert.equal(facts("amlogic,meson-gx-uart").slice(1), ["CONFIG_SERIAL_MESON", ["device:meson_uart_init"]])
  assert.equal(facts("cdns,uart-r1p12").slice(1), ["CONFIG_SERIAL_XILINX_PS_UART", ["arch:cdns_uart_init"]])
  assert.equal(facts("pci-host-ecam-generic")[2], ["device:gen_pci_driver_init"])
  assert.equal(facts("arm,gic-v3"), [
    "drivers/irqchip/irq-gic-v3.c",
    "CONFIG_ARM_GIC_V3",
    ["irqchip:gic_of_init"],
  ])
})

test("nearly every driver has a symbol and a way in", () => {
  assert.ok(table.count > 5000)
  const { withEntry } = table
  assert.type(withEntry, "function")
  assert.is(table.withEntry("imx2_wdt_driver_init")?.source, "drivers/watchdog/imx2_wdt.c")
  assert.is(table.of(["no,such"]).length, 0)
})

test("of several drivers that call their function alike, compatible tells which; without it none", () => {
  assert.is(table.withEntry("gic_of_init", ["arm,gic-400"])?.source, "drivers/irqchip/irq-gic.c")
  assert.is(table.withEntry("gic_of_init", ["arm,gic-v2m-frame"]), undefined)
  assert.ok(table.hasEntry("gic_of_init"))
  assert.not.ok(table.hasEntry("gic_of"))
})

test("what is declared at link time is no initcall", () => {
  assert.is(isInitcall({ level: "irqchip", function: "gic_of_init" }), false)
  assert.is(isInitcall({ level: "arch", function: "pl011_init" }), true)
})

test("the table stays small", () => {
  const file = new URL("../tables/linux-driver-table.ts", import.meta.url)
  assert.ok(statSync(file).size < 1_500_000)
})

test.run()
