// SPDX-License-Identifier: BSD-2-Clause
//
// Linux's drivers by the `compatible` that they match: source file, CONFIG symbol, and how the kernel comes to them.
// The table is made from Linux's source (tables/linux-driver-table.ts) and read when it is first wanted. A driver of
// another version of Linux may have moved or changed its symbol.

/** A way in which the kernel comes to a driver's code. */
export interface DriverEntry {
  /**
   * Of an initcall its level: `early`, `pure`, `core`, `postcore`, `arch`, `subsys`, `fs`, `rootfs`, `device` (and
   * module_init), `late`, `console`, some with `_sync`. Of a declaration at link time its kind: `clk`, `irqchip`,
   * `timer`, `earlycon`, `reserved-memory`, `cpu`, `iommu`.
   */
  readonly level: string
  /** Name of the function. */
  readonly function: string
}

/** A driver of Linux: its source, its option, its initcalls and what it matches. */
export interface Driver {
  /** From the root of Linux's source. */
  readonly source: string
  /** With its prefix, `CONFIG_IMX2_WDT`; undefined for what is always built. */
  readonly config: string | undefined
  readonly entries: readonly DriverEntry[]
  readonly compatible: readonly string[]
}

const DECLARED = new Set(["clk", "irqchip", "timer", "earlycon", "reserved-memory", "cpu", "iommu"])

/** Whether it is an initcall, which `initcall_blacklist=` can leave out. */
export function isInitcall(entry: DriverEntry): boolean {
  return !DECLARED.has(entry.level)
}

function readRow(row: string): Driver {
  const [source = "", symbol = "", entries = "", compatible = ""] = row.split("|")
  const words = (text: string) => text.split(" ").filter((word) => word !== "")
  return {
    source,
    config: symbol === "" ? undefined : `CONFIG_${symbol}`,
    entries: words(entries).map((entry) => {
      const [level = "", name = ""] = entry.split(":")
      return { level, function: name }
    }),
    compatible: words(compatible),
  }
}

/** Linux's drivers, by compatible string and by function. */
export class DriverTable {
  /** Linux's version, such as `6.1.12`. */
  readonly version: string
  private readonly drivers: readonly Driver[]
  private readonly byCompatible = new Map<string, Driver[]>()
  private readonly byEntry = new Map<string, Driver[]>()

  /** @param text one driver a line, as tables/linux-driver-table.ts describes */
  constructor(version: string, text: string) {
    this.version = version
    this.drivers = text
      .split("\n")
      .filter((row) => row !== "")
      .map(readRow)
    for (const driver of this.drivers) {
      for (const name of driver.compatible) {
        const known = this.byCompatible.get(name)
        if (known === undefined) this.byCompatible.set(name, [driver])
        else known.push(driver)
      }
      for (const entry of driver.entries) {
        const known = this.byEntry.get(entry.function)
        if (known === undefined) this.byEntry.set(entry.function, [driver])
        else known.push(driver)
      }
    }
  }

  get count(): number {
    return this.drivers.length
  }

  /** Drivers of a node, those of its most specific `compatible` first; an early console is none. */
  of(compatible: readonly string[]): readonly Driver[] {
    const found = compatible.flatMap((name) => this.byCompatible.get(name) ?? [])
    const drivers = found.filter(({ entries }) => entries.some(({ level }) => level !== "earlycon"))
    return [...new Set(drivers.length > 0 ? drivers : found)]
  }

  /**
   * The driver with this initcall or declared function. Of several that call theirs so, the one of this `compatible`;
   * undefined where none is.
   */
  withEntry(name: string, compatible: readonly string[] = []): Driver | undefined {
    const found = this.byEntry.get(name) ?? []
    if (found.length < 2) return found[0]
    return found.find((driver) => driver.compatible.some((one) => compatible.includes(one)))
  }

  /** Whether any driver has this initcall or declared function. */
  hasEntry(name: string): boolean {
    return this.byEntry.has(name)
  }
}

let table: DriverTable | undefined

/** The table that comes with this package. */
export async function loadDrivers(): Promise<DriverTable> {
  if (table === undefined) {
    const { LINUX_DRIVERS, LINUX_VERSION } = await import("../tables/linux-driver-table.ts")
    table = new DriverTable(LINUX_VERSION, LINUX_DRIVERS)
  }
  return table
}
