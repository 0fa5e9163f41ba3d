// SPDX-License-Identifier: BSD-2-Clause
//
// Rules about memory regions: sizes and addresses are whole pages, prefill files exist and fit, fixed
// physical ranges do not overlap, and a region nobody uses is worth a warning.

import { type Diagnostic, errorAt, type More, nearest, warningAt } from "@vmm/diagnostic"

import type { Context, RegionFacts } from "./context.ts"
import { also, deleteAttribute, deleteElement, fix, setField, setPlace } from "../fixes.ts"
import { LIMITS, roundUp } from "../options.ts"
import { crossing } from "../ranges.ts"
import type { RawRegion } from "../read/raw.ts"
import type { Field } from "../read/reading.ts"
import { meantWord } from "../language/suggest.ts"
import { asHex, hex } from "../read/values.ts"

export const range = (from: number, size: number): string => `[${hex(from)}..${hex(from + size)})`

function pageFindings(region: RawRegion, facts: RegionFacts, context: Context): Diagnostic[] {
  const page = facts.minPageSize
  if (page === undefined) return []
  const findings: Diagnostic[] = []
  const size = region.size.value
  if (size !== undefined && size % page !== 0) {
    const whole = asHex(region.size, page) ?? hex(roundUp(size, page))
    const remedy = `make it a multiple of ${hex(page)}, such as ${whole}`
    findings.push(
      errorAt(
        region.size.place,
        "size is not a multiple of the page size on element 'memory_region'",
        remedy,
        {
          code: "size-not-whole-pages",
          fixes: [fix("write-value", setField(region.size, "size", whole))],
        },
      ),
    )
  }
  const phys = region.physAddr.value
  if (phys !== undefined && phys % page !== 0) {
    const below = hex(phys - (phys % page))
    const smaller = region.written.pageSize && phys % 0x1000 === 0
    const digits = asHex(region.physAddr, page)
    const inside = `what is at ${hex(phys)} is then ${hex(phys % page)} into the region`
    const remedy =
      digits === undefined
        ? `the page that holds it begins at ${below}; ${inside}`
        : `write ${digits}: without 0x the number is decimal`
    findings.push(
      errorAt(
        region.physAddr.place,
        "phys_addr is not aligned to the page size on element 'memory_region'",
        smaller ? 'give the region page_size="0x1000"' : remedy,
        {
          code: "phys-addr-not-aligned",
          fixes: [
            smaller
              ? fix("write-value", setField(region.pageSize, "page_size", "0x1000"))
              : fix("write-value", setField(region.physAddr, "phys_addr", digits ?? below)),
          ],
        },
      ),
    )
  }
  const end = LIMITS[context.architecture].physicalEnd
  const beyond = `exceeds the ${Math.log2(end)}-bit physical address space`
  if (phys !== undefined && phys + (facts.size ?? 0) > end) {
    findings.push(
      errorAt(
        region.physAddr.place,
        `physical address range ${range(phys, facts.size ?? 0)} ${beyond}`,
        `physical addresses end at ${hex(end)}`,
        { code: "phys-addr-beyond-space" },
      ),
    )
  }
  return findings
}

function prefillFindings(region: RawRegion, facts: RegionFacts, context: Context): Diagnostic[] {
  const path = region.prefillPath.value
  const bootinfo = region.element.attributes.get("prefill_bootinfo")
  if (region.prefillPath.written && bootinfo !== undefined) {
    const message = "prefill_path and prefill_bootinfo must not both be specified on element 'memory_region'"
    return [
      errorAt(bootinfo.namePlace, message, "a region holds one of the two: delete the other", {
        code: "prefill-twice",
        related: [also(region.prefillPath.place, "prefill_path is here")],
        fixes: [fix("delete-attribute", deleteAttribute(bootinfo))],
      }),
    ]
  }
  if (path === undefined) return []
  const { place } = region.prefillPath
  const lookup = context.options.prefillSize
  if (lookup === undefined) {
    if (region.written.size) return []
    const unknown = `size of memory region '${region.name.value ?? ""}' is not known without its prefill file`
    return [errorAt(region.place, unknown, "write its size", { code: "size-unknown" })]
  }
  const bytes = lookup(path)
  if (bytes === undefined) {
    const missing = `unable to find prefill file: '${path}'`
    const meant = nearestFile(path, context.options.prefillNames?.(path) ?? [])
    const fixes =
      meant === undefined ? [] : [fix("write-value", setField(region.prefillPath, "prefill_path", meant))]
    const remedy = meant === undefined ? "put the file there, or mend the path" : `did you mean '${meant}'?`
    return [errorAt(place, missing, remedy, { code: "prefill-missing", fixes })]
  }
  if (bytes === 0) {
    const message = `prefill file '${path}' is empty on element 'memory_region'`
    return [errorAt(place, message, "delete prefill_path, or fill the file", { code: "prefill-empty" })]
  }
  if (facts.size !== undefined && bytes > facts.size) {
    const message =
      `prefill file '${path}' (${hex(bytes)} bytes) is larger than ` +
      `the memory region (${hex(facts.size)} bytes)`
    const remedy = `make size at least ${hex(roundUp(bytes, facts.minPageSize ?? 0x1000))}, or leave it out`
    const whole = hex(roundUp(bytes, facts.minPageSize ?? 0x1000))
    const fixes = region.written.size ? [fix("write-value", setField(region.size, "size", whole))] : []
    return [errorAt(place, message, remedy, { code: "prefill-too-large", fixes })]
  }
  return []
}

/** The path with the name of the file that is nearest to its own. */
function nearestFile(path: string, names: readonly string[]): string | undefined {
  const [, folder = "", own = ""] = /^(.*\/)?([^/]*)$/.exec(path) ?? []
  const name = nearest(own, names)
  return name === undefined ? undefined : folder + name
}

/** A region whose place in memory is fixed. */
interface Fixed {
  readonly region: RawRegion
  readonly phys: number
  readonly size: number
  /** Bytes that its address is a multiple of. */
  readonly unit: number
}

/** The lowest address from `from` on where a region lies beside all others, which come in order of address. */
function freePhysical(from: number, one: Fixed, sorted: ReadonlyArray<Fixed>): number {
  let base = roundUp(from, one.unit)
  for (const other of sorted) {
    const end = other.phys + other.size
    if (other !== one && other.phys < base + one.size && base < end) base = roundUp(end, one.unit)
  }
  return base
}

const meets = (a: Fixed, phys: number, size: number): boolean =>
  phys < a.phys + a.size && a.phys < phys + size

/** A size and a phys_addr that only fit the others the other way round. */
function swapped(one: Fixed, fixed: ReadonlyArray<Fixed>): boolean {
  const { phys, size } = one
  if (phys === 0 || phys >= size || phys % 0x1000 !== 0 || size % 0x1000 !== 0) return false
  return !fixed.some((other) => other !== one && meets(other, size, phys))
}

/** A region that several others lie in is the one that is wrong: told once, with all of them. */
function swallows(
  one: Fixed,
  fixed: ReadonlyArray<Fixed>,
  { executed, sameAddress }: { readonly executed: boolean; readonly sameAddress: boolean },
): Diagnostic[] {
  const met = fixed.filter((other) => other !== one && meets(other, one.phys, one.size))
  const { region, phys, size } = one
  const name = region.name.value ?? ""
  // Who maps it where it is means the address.
  const turned = !sameAddress && swapped(one, fixed)
  const more = fixed.some((other) => other !== one && met.includes(other) && other.size >= size)
  if (met.length === 0 || more || !(turned || met.length > 1)) return []
  const [first] = met
  const message =
    `memory region '${name}' physical address range ${range(phys, size)} overlaps with another memory region ` +
    `'${first?.region.name.value}' ${range(first?.phys ?? 0, first?.size ?? 0)}` +
    (met.length > 1 ? `, and with ${met.length - 1} more` : "")
  const write = `size="${hex(phys)}" phys_addr="${hex(size)}"`
  const swap = {
    id: "swap-size",
    title: `write ${write}`,
    edits: [
      setField(region.size, "size", hex(phys)).edit,
      setField(region.physAddr, "phys_addr", hex(size)).edit,
    ],
    notes: [],
  }
  const written = region.element.attributes.get("phys_addr")
  const room = Math.min(...met.map((other) => other.phys)) - phys
  const moved = hex(freePhysical(phys, one, [...fixed].sort(byAddress)))
  const free =
    executed && written !== undefined && !(sameAddress && room > 0)
      ? fix("delete-attribute", deleteAttribute(written))
      : room > 0
        ? fix("write-value", setField(region.size, "size", hex(room)))
        : fix("move-region", setField(region.physAddr, "phys_addr", moved))
  const remedy = turned
    ? `size and phys_addr have changed places: write ${write}`
    : `'${name}' lies over all of them: ` +
      (sameAddress && room > 0
        ? `make it smaller, ${hex(room)} bytes are free at ${hex(phys)}; or correct its phys_addr`
        : executed
          ? "delete phys_addr"
          : "correct its phys_addr or its size")
  return [
    errorAt(region.physAddr.place, message, remedy, {
      code: "regions-overlap",
      related: met.map((other) =>
        also(other.region.physAddr.place, `'${other.region.name.value}' ${range(other.phys, other.size)}`),
      ),
      fixes: turned ? [swap] : [free],
    }),
  ]
}

const byAddress = (a: Fixed, b: Fixed): number => a.phys - b.phys

function overlapFindings({ raw, regionFacts, spaces }: Context): Diagnostic[] {
  const fixed = raw.regions.flatMap((region, index): Fixed[] => {
    const size = regionFacts[index]?.size
    const phys = region.physAddr.value
    return size === undefined || phys === undefined
      ? []
      : [{ region, phys, size, unit: regionFacts[index]?.pageSize ?? 0x1000 }]
  })
  const met = crossing(fixed, ({ phys, size }) => ({ base: phys, size }))
  if (met.length === 0) return []
  const executed = new Set(
    spaces.flatMap((space) =>
      space.maps.flatMap((map) => (map.perms.value?.execute === true ? [map.region.value] : [])),
    ),
  )
  const whole = new Map(
    met.flatMap((one) => {
      const name = one.region.name.value
      const sameAddress = spaces.some(({ maps }) =>
        maps.some((map) => map.region.value === name && map.vaddr.value === one.phys),
      )
      const found = swallows(one, fixed, { executed: executed.has(name), sameAddress })
      return found.length > 0 ? [[one, found] as const] : []
    }),
  )
  const sorted = [...fixed].sort(byAddress)
  return met.flatMap((one) => {
    const told = whole.get(one)
    if (told !== undefined) return told
    // The first in the file that meets it, itself at the latest.
    const other = met.find(
      (earlier) => earlier === one || (!whole.has(earlier) && meets(earlier, one.phys, one.size)),
    )
    if (other === undefined || other === one) return []
    const message =
      `memory region '${one.region.name.value}' physical address range ${range(one.phys, one.size)} overlaps ` +
      `with another memory region '${other.region.name.value}' ${range(other.phys, other.size)}`
    const first = `'${other.region.name.value}' (line ${other.region.place.line})`
    const remedy = `map ${first} in both places, or move one of them`
    const free = hex(freePhysical(other.phys + other.size, one, sorted))
    return [
      errorAt(one.region.physAddr.place, message, remedy, {
        code: "regions-overlap",
        related: [
          also(other.region.physAddr.place, `'${other.region.name.value}' ${range(other.phys, other.size)}`),
        ],
        fixes: [
          fix("move-region", setField(one.region.physAddr, "phys_addr", free), [
            "a region of device registers cannot be moved: look into the device tree",
          ]),
        ],
      }),
    ]
  })
}

function unusedFindings(context: Context): Diagnostic[] {
  const { raw, regionIndex, readClean } = context
  const used = usedNames(context)
  // What a misspelt reference or an element not understood meant to use is not called unused as well.
  if (!readClean || [...used].some((name) => name !== undefined && !regionIndex.has(name))) return []
  return raw.regions
    .filter(({ name }) => name.value !== undefined && !used.has(name.value))
    .map(({ name, element }) =>
      warningAt(name.place, `unused memory region '${name.value}'`, "map it somewhere, or delete it", {
        code: "region-unused",
        fixes: [fix("delete-element", deleteElement(element))],
      }),
    )
}

/** The fix for a name that nothing has: the nearest one that something has. */
export function spelling(field: Field<string>, names: Iterable<string>): Pick<More, "fixes"> {
  const meant = meantWord(field.value ?? "", names)
  return meant === undefined ? {} : { fixes: [fix("spelling", setPlace(field.place, meant))] }
}

/** Fields that refer to a region. */
function uses({ raw, spaces, domains }: Context): readonly Field<string>[] {
  return [
    ...spaces.flatMap((space) => space.maps.map((map) => map.region)),
    ...domains.flatMap(({ domain }) => domain.setvars.map((setvar) => setvar.region)),
    ...raw.ioSpaces.flatMap((space) => space.maps.map((map) => map.region)),
  ]
}

const usedNames = (context: Context): ReadonlySet<string | undefined> =>
  new Set(uses(context).map(({ value }) => value))

const LEFT_OVER = new WeakMap<Context, string | undefined>()

/** The only region that nothing refers to, where only one name is unknown: it was renamed in one place. */
function leftOver(context: Context): string | undefined {
  if (!LEFT_OVER.has(context)) LEFT_OVER.set(context, findLeftOver(context))
  return LEFT_OVER.get(context)
}

function findLeftOver(context: Context): string | undefined {
  const used = usedNames(context)
  const names = [...context.regionIndex.keys()].filter((name) => !used.has(name))
  const lost = [...used].filter((name) => name !== undefined && !context.regionIndex.has(name))
  return names.length === 1 && lost.length === 1 ? names[0] : undefined
}

/** Remedy and fix for a name that no region has: the nearest one that there is, else the one that nothing uses. */
export function unknownRegion(
  context: Context,
  { value: name = "", place }: Field<string>,
): { readonly remedy: string; readonly more: Pick<More, "fixes"> } {
  const near = meantWord(name, context.regionIndex.keys())
  const left = near === undefined ? leftOver(context) : undefined
  const meant = near ?? left
  if (meant === undefined) return { remedy: `write <memory_region name="${name}" size="..." />`, more: {} }
  if (left === undefined) {
    return { remedy: `did you mean '${meant}'?`, more: { fixes: [fix("spelling", setPlace(place, meant))] } }
  }
  const all = uses(context).filter((one) => one.value === name)
  const edits = all.map((one) => setPlace(one.place, meant).edit)
  const title = all.length > 1 ? `write '${meant}' for '${name}' everywhere` : `write '${meant}'`
  return {
    remedy: `did you mean '${meant}'? Nothing uses that, and no region has the name '${name}'`,
    more: { fixes: [{ id: "spelling", title, edits, notes: [] }] },
  }
}

export function checkRegions(context: Context): ReadonlyArray<Diagnostic> {
  const { raw, regionFacts } = context
  return [
    ...raw.regions.flatMap((region, index) => {
      const facts = regionFacts[index]
      return facts === undefined
        ? []
        : [...pageFindings(region, facts, context), ...prefillFindings(region, facts, context)]
    }),
    ...overlapFindings(context),
    ...unusedFindings(context),
  ]
}
