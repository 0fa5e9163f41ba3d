// SPDX-License-Identifier: BSD-2-Clause
//
// What a Linux guest's backtrace tells of the driver that runs: the probe function under the driver core (Linux
// drivers/base/dd.c), and the initcall below do_one_initcall (init/main.c) or the function that a declaration at link
// time had called (drivers/clk/clk.c of_clk_init, drivers/of/irq.c of_irq_init, drivers/clocksource/timer-probe.c).

import { type Driver, type DriverTable, isInitcall } from "../fault/drivers.ts"

/** A frame: the name of its function, undefined where there is no symbol. */
export type FrameName = string | undefined

export interface Running {
  /** The driver's probe function. */
  readonly probe?: string
  /** The initcall that runs, or the function that the kernel calls for a declaration. */
  readonly entry?: string
  /** `entry` is an initcall. */
  readonly initcall: boolean
  /** Without `entry` the driver does not run: the initcall registers it, or its device came to it. */
  readonly own: boolean
}

/** Callers of a driver's probe function, one for each bus; drivers/base and the buses' own files. */
const PROBES = new RegExp(
  "^(platform|amba|i2c_device|spi|pci_device|local_pci|mdio|phy|virtio_dev|mmc_bus|usb_probe_interface|rpmsg_dev|" +
    "scmi_dev|slim_device|spmi_drv|auxiliary_bus|mipi_dsi_drv|sdio_bus|fsl_mc_driver|tee_client_device|serdev_drv|" +
    "hid_device|really|call_driver)_?(probe|probe_interface|probe_device)?$",
)
const DECLARERS: Readonly<Record<string, string>> = {
  of_clk_init: "clk",
  of_irq_init: "irqchip",
  timer_probe: "timer",
  early_init_dt_scan_chosen_stdout: "earlycon",
  of_setup_earlycon: "earlycon",
}
/** A device that is new looks for a driver that is there already: the initcall in progress is not the driver's. */
const ATTACHED_BY_DEVICE = "__device_attach_driver"
const ATTACHED_BY_DRIVER = /^__driver_attach(_async_helper)?$/
/** Works of their own: nothing below belongs to the initcall of the driver. */
const INITCALL_CALLER = "do_one_initcall"

/** `name` of a symbol without what the compiler adds: `foo.isra.0`, `foo.cold`. */
function plainName(name: string): string {
  return name.replace(/\.(isra|constprop|part|cold|llvm)\b.*$/, "")
}

/** Reads a backtrace, the innermost frame first. */
export function runningUnder(frames: readonly FrameName[]): Running {
  const names = frames.map((name) => (name === undefined ? undefined : plainName(name)))
  const under = (at: number): string | undefined => (at > 0 ? names[at - 1] : undefined)
  const probeAt = names.findIndex((name, at) => name !== undefined && PROBES.test(name) && at > 0)
  const innermost = names.findIndex(
    (name) => name === ATTACHED_BY_DEVICE || (name !== undefined && ATTACHED_BY_DRIVER.test(name)),
  )
  const own = innermost < 0 || names[innermost] !== ATTACHED_BY_DEVICE
  const initcallAt = names.indexOf(INITCALL_CALLER)
  const declaredAt = names.findIndex((name) => name !== undefined && DECLARERS[name] !== undefined)
  const probe = probeAt > 0 ? under(probeAt) : undefined
  const entry = initcallAt > 0 ? under(initcallAt) : declaredAt > 0 ? under(declaredAt) : undefined
  return {
    ...(probe === undefined ? {} : { probe }),
    ...(entry === undefined ? {} : { entry }),
    initcall: initcallAt > 0,
    own,
  }
}

/** A driver that is to be left out, and by which initcall; either may be unknown. */
export interface Culprit {
  readonly driver: Driver | undefined
  /** The initcall that `initcall_blacklist=` is to name; undefined when the kernel comes to the driver without. */
  readonly initcall: string | undefined
  /** How sure that is: the initcall was running, or the table says so. */
  readonly seen: boolean
}

/** Words of a function's name that say whose it is: `imx2_wdt` of `imx2_wdt_probe`. */
function shared(a: string, b: string): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length += 1
  return length
}

function tabled(table: DriverTable, compatible: readonly string[], probe: string | undefined): Culprit {
  const drivers = table.of(compatible)
  const initcalls = drivers.flatMap((driver) =>
    driver.entries.flatMap((entry) => (isInitcall(entry) ? [{ driver, name: entry.function }] : [])),
  )
  const best =
    probe === undefined
      ? initcalls[0]
      : [...initcalls].sort((a, b) => shared(b.name, probe) - shared(a.name, probe))[0]
  return { driver: best?.driver ?? drivers[0], initcall: best?.name, seen: false }
}

/** The name that a driver's functions share: `imx6_pcie` of `imx6_pcie_probe`, and of `imx6_pcie_driver_init`. */
const stemOf = (name: string): string => name.replace(/(_driver)?_(init|probe)$/, "")

/** The driver of another device by whose probe the node is touched: its initcall is called as the probe is. */
function visitor(table: DriverTable, own: readonly string[], others: readonly string[], probe: string) {
  const named = (compatible: readonly string[]) =>
    table.of(compatible).flatMap((driver) => {
      const entry = driver.entries.find((one) => isInitcall(one) && stemOf(one.function) === stemOf(probe))
      return entry === undefined ? [] : [{ driver, initcall: entry.function, seen: true }]
    })
  return named(own).length > 0 ? undefined : named(others)[0]
}

/** Initcalls that work for everybody: without them nothing at all is probed. */
const EVERYBODYS = new Set([
  "of_platform_default_populate_init",
  "of_platform_sync_state_init",
  "deferred_probe_initcall",
  "driver_init",
  "amba_init",
  "amba_stub_drv_init",
  "clk_disable_unused",
  "regulator_init_complete",
  "genpd_power_off_unused",
  "genpd_debug_init",
  "customize_machine",
  "kernel_init_freeable",
  "do_initcalls",
  "do_basic_setup",
])

/** The driver to leave out, from what runs, the node's `compatible`, and those of the devices that the guest has. */
export function culpritOf(
  running: Running,
  compatible: readonly string[],
  table: DriverTable | undefined,
  others: readonly string[] = [],
): Culprit {
  const { entry, initcall, own, probe } = running
  const other =
    table === undefined || probe === undefined ? undefined : visitor(table, compatible, others, probe)
  const byTable =
    table === undefined
      ? { driver: undefined, initcall: undefined, seen: false }
      : (other ?? tabled(table, compatible, probe))
  if (entry === undefined || EVERYBODYS.has(entry)) return byTable
  // An initcall that makes a device for its own driver has a name like that driver's probe.
  const alike = probe !== undefined && shared(entry, probe) > shared(byTable.initcall ?? "", probe)
  if (!own && !alike) return byTable
  const driver = table?.withEntry(entry, compatible) ?? table?.of(compatible)[0]
  return { driver, initcall: initcall ? entry : undefined, seen: true }
}
