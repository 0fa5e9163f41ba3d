// SPDX-License-Identifier: BSD-2-Clause
//
// Rules about memory regions: sizes and addresses are whole pages, prefill files exist and fit, fixed
// physical ranges do not overlap, and a region nobody uses is worth a warning.

import type { Context, RegionFacts } from "./context.ts"
import { type Diagnostic, errorAt, warningAt } from "@vmm/diagnostic"
import { MACHINE_SPACE_END, roundUp } from "./options.ts"
import type { RawRegion } from "./raw.ts"
import { didYouMean } from "./suggest.ts"
import { hex } from "./values.ts"

export const range = (from: number, size: number): string => `[${hex(from)}..${hex(from + size)})`

function pageFindings(region: RawRegion, facts: RegionFacts): Diagnostic[] {
  const page = facts.minPageSize
  if (page === undefined) return []
  const findings: Diagnostic[] = []
  const size = region.size.value
  if (size !== undefined && size % page !== 0) {
    const remedy = `make it a multiple of ${hex(page)}, such as ${hex(roundUp(size, page))}`
    findings.push(
      errorAt(
        region.size.place,
        "size is not a multiple of the page size on element 'memory_region'",
        remedy,
      ),
    )
  }
  const phys = region.physAddr.value
  if (phys !== undefined && phys % page !== 0) {
    const below = hex(phys - (phys % page))
    const inside = `what is at ${hex(phys)} is then ${hex(phys % page)} into the region`
    const remedy = `the page that holds it begins at ${below}; ${inside}`
    findings.push(
      errorAt(
        region.physAddr.place,
        "phys_addr is not aligned to the page size on element 'memory_region'",
        region.written.pageSize && phys % 0x1000 === 0 ? 'give the region page_size="0x1000"' : remedy,
      ),
    )
  }
  if (phys !== undefined && phys + (facts.size ?? 0) > MACHINE_SPACE_END) {
    findings.push(
      errorAt(
        region.physAddr.place,
        `physical address range ${range(phys, facts.size ?? 0)} exceeds the 40-bit physical address space`,
        `physical addresses end at ${hex(MACHINE_SPACE_END)}`,
      ),
    )
  }
  return findings
}

function prefillFindings(region: RawRegion, facts: RegionFacts, context: Context): Diagnostic[] {
  const path = region.prefillPath.value
  if (path === undefined) return []
  const { place } = region.prefillPath
  const lookup = context.options.prefillSize
  if (lookup === undefined) {
    if (region.written.size) return []
    const unknown = `size of memory region '${region.name.value ?? ""}' is not known without its prefill file`
    return [errorAt(region.place, unknown, "write its size")]
  }
  const bytes = lookup(path)
  if (bytes === undefined) {
    return [errorAt(place, `unable to find prefill file: '${path}'`, "put the file there, or mend the path")]
  }
  if (bytes === 0) {
    const message = `prefill file '${path}' is empty on element 'memory_region'`
    return [errorAt(place, message, "delete prefill_path, or fill the file")]
  }
  if (facts.size !== undefined && bytes > facts.size) {
    const message =
      `prefill file '${path}' (${hex(bytes)} bytes) is larger than ` +
      `the memory region (${hex(facts.size)} bytes)`
    const remedy = `make size at least ${hex(roundUp(bytes, facts.minPageSize ?? 0x1000))}, or leave it out`
    return [errorAt(place, message, remedy)]
  }
  return []
}

function overlapFindings({ raw, regionFacts }: Context): Diagnostic[] {
  const fixed = raw.regions.flatMap((region, index) => {
    const size = regionFacts[index]?.size
    const phys = region.physAddr.value
    return size === undefined || phys === undefined ? [] : [{ region, phys, size }]
  })
  return fixed.flatMap((one, index) => {
    const other = fixed
      .slice(0, index)
      .find((earlier) => one.phys < earlier.phys + earlier.size && earlier.phys < one.phys + one.size)
    if (other === undefined) return []
    const message =
      `memory region '${one.region.name.value}' physical address range ${range(one.phys, one.size)} overlaps ` +
      `with another memory region '${other.region.name.value}' ${range(other.phys, other.size)}`
    const first = `'${other.region.name.value}' (line ${other.region.place.line})`
    const remedy = `map ${first} in both places, or move one of them`
    return [errorAt(one.region.physAddr.place, message, remedy)]
  })
}

function unusedFindings({ raw, spaces, domains, regionIndex, readClean }: Context): Diagnostic[] {
  const used = [
    ...spaces.flatMap((space) => space.maps.map((map) => map.region.value)),
    ...domains.flatMap(({ domain }) => domain.setvars.map((setvar) => setvar.region.value)),
  ]
  // What a misspelt reference or an element not understood meant to use is not called unused as well.
  if (!readClean || used.some((name) => name !== undefined && !regionIndex.has(name))) return []
  return raw.regions
    .filter(({ name }) => name.value !== undefined && !used.includes(name.value))
    .map(({ name }) =>
      warningAt(name.place, `unused memory region '${name.value}'`, "map it somewhere, or delete it"),
    )
}

/** For a name that no region has. */
export function regionRemedy(context: Context, name: string): string {
  return didYouMean(name, context.regionIndex.keys(), `write <memory_region name="${name}" size="..." />`)
}

export function checkRegions(context: Context): ReadonlyArray<Diagnostic> {
  const { raw, regionFacts } = context
  return [
    ...raw.regions.flatMap((region, index) => {
      const facts = regionFacts[index]
      return facts === undefined
        ? []
        : [...pageFindings(region, facts), ...prefillFindings(region, facts, context)]
    }),
    ...overlapFindings(context),
    ...unusedFindings(context),
  ]
}
