// SPDX-License-Identifier: BSD-2-Clause
//
// Rules about memory regions: sizes and addresses are whole pages, prefill files exist and fit, fixed
// physical ranges do not overlap, and a region nobody uses is worth a warning.

import { type Diagnostic, errorAt, nearest, warningAt } from "@vmm/diagnostic"

import { also, deleteAttribute, deleteElement, fix, setField } from "../fixes.ts"
import { LIMITS, roundUp } from "../options.ts"
import type { RawRegion } from "../read/raw.ts"
import { asHex, hex } from "../read/values.ts"
import type { Context, RegionFacts } from "./context.ts"
import { range, usedNames } from "./meant.ts"
import { overlapFindings } from "./region-overlap.ts"

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
