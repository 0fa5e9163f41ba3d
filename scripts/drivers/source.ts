// SPDX-License-Identifier: BSD-2-Clause
//
// What one C file of Linux says about its driver: the `compatible` strings of its of_device_id tables and of
// the *_OF_DECLARE macros (include/linux/of.h), and its initcalls, those that macros such as
// module_platform_driver make up (include/linux/device/driver.h, `module_driver`: NAME_init) included.

/** A way in which the kernel comes to a driver's code. */
export interface Entry {
  /** Initcall level (`device`, `subsys`, `core_sync`, ..), or the kind of a declaration (`clk`, `irqchip`, ..). */
  readonly level: string
  readonly function: string
}

export interface DriverSource {
  /** Of the tables that a registered driver has. */
  readonly compatible: readonly string[]
  readonly initcalls: readonly Entry[]
  /** Declared at link time and called without an initcall: one for each `compatible`. */
  readonly declared: ReadonlyArray<{ readonly compatible: string; readonly entry: Entry }>
}

/** Comments go, and strings that touch become one. */
function clean(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, " ")
    .replace(/(^|[^:"])\/\/[^\n]*/g, "$1")
    .replace(/"\s*"/g, "")
}

/** `#define NAME "text"`. */
function stringMacros(text: string): ReadonlyMap<string, string> {
  return new Map(
    [...text.matchAll(/^#define\s+(\w+)\s+"([^"]+)"\s*$/gm)].map(([, name = "", value = ""]) => [
      name,
      value,
    ]),
  )
}

const TABLE = /\bstruct\s+of_device_id\s+\w+\s*\[[^\]]*\][^=;]*=\s*\{/g

/** The text from a brace to the one that closes it. */
function braced(text: string, from: number): string {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    if (text[at] === "{") depth += 1
    if (text[at] === "}") depth -= 1
    if (depth === 0) return text.slice(from, at)
  }
  return text.slice(from)
}

function tables(text: string): readonly string[] {
  const macros = stringMacros(text)
  const bodies = [...text.matchAll(TABLE)].map((match) => braced(text, match.index + match[0].length - 1))
  const chips = [...text.matchAll(/\bIRQCHIP_MATCH\s*\(\s*"([^"]+)"/g)].map(([, name = ""]) => name)
  const named = bodies.flatMap((body) =>
    [...body.matchAll(/\bcompatible\s*=\s*(?:"([^"]+)"|(\w+))/g)].flatMap(([, literal, macro = ""]) => {
      const value = literal ?? macros.get(macro)
      return value === undefined ? [] : [value]
    }),
  )
  // Rows that a macro of the file makes: the first string of its arguments.
  const made = bodies.flatMap((body) =>
    [...body.matchAll(/^\s*[A-Z_]+\s*\(\s*"([a-z0-9]+,[\w.,+-]+)"/gm)].map(([, name = ""]) => name),
  )
  return [...new Set([...named, ...made, ...chips])]
}

const DECLARE = /\b([A-Z]\w*_DECLARE(?:_DRIVER)?)\s*\(\s*\w+\s*,\s*(?:\w+\s*,\s*)?"([^"]+)"\s*,\s*(\w+)/g
const KINDS: ReadonlyArray<readonly [RegExp, string]> = [
  [/^CLK_OF/, "clk"],
  [/^IRQCHIP/, "irqchip"],
  [/^TIMER_OF/, "timer"],
  [/EARLYCON/, "earlycon"],
  [/^RESERVEDMEM/, "reserved-memory"],
  [/^CPU_METHOD|^CPUIDLE_METHOD/, "cpu"],
  [/^IOMMU/, "iommu"],
]

function declarations(text: string): DriverSource["declared"] {
  return [...text.matchAll(DECLARE)].flatMap(([, macro = "", compatible = "", name = ""]) => {
    const kind = KINDS.find(([pattern]) => pattern.test(macro))
    return kind === undefined ? [] : [{ compatible, entry: { level: kind[1], function: name } }]
  })
}

const INITCALL = /^\s*(\w+_initcall(?:_sync)?|module_init)\s*\(\s*(\w+)\s*\)/gm
const DRIVER = /^\s*((?:drm_)?(?:module|builtin)_\w*driver\w*)\s*\(\s*(\w+)/gm
const CHIP_DRIVER = /\bIRQCHIP_PLATFORM_DRIVER_END\s*\(\s*(\w+)/g

function initcalls(text: string): readonly Entry[] {
  const direct = [...text.matchAll(INITCALL)].map(([, macro = "", name = ""]) => ({
    level: macro === "module_init" ? "device" : macro.replace(/_initcall/, ""),
    function: name,
  }))
  const made = [...text.matchAll(DRIVER)].map(([, , name = ""]) => ({
    level: "device",
    function: `${name}_init`,
  }))
  const chips = [...text.matchAll(CHIP_DRIVER)].map(([, name = ""]) => ({
    level: "device",
    function: `${name}_driver_init`,
  }))
  const all = [...made, ...direct, ...chips]
  return all.filter(({ function: name }, at) => all.findIndex((other) => other.function === name) === at)
}

/** Reads a C file. */
export function readSource(source: string): DriverSource {
  const text = clean(source)
  return { compatible: tables(text), initcalls: initcalls(text), declared: declarations(text) }
}
