// SPDX-License-Identifier: BSD-2-Clause
//
// What a number that cannot be read, or is missing, was meant to be, where the lines around it or the device trees
// know: a device's interrupt, the size and the place of its registers, the guest's RAM, the rank among the others.
// Where they leave more than one answer, there is none.

import { nearest } from "@vmm/diagnostic"

import type { Context } from "../check/context.ts"
import { type Extent, LARGE_PAGE, MAX_PRIORITY, roundUp, SMALL_PAGE, type Surroundings } from "../options.ts"
import type { RawDomain, RawMap, RawRegion } from "../read/raw.ts"
import type { Element } from "../xml/xml.ts"

const NOTHING: Surroundings = { devices: [], guestRam: [], elsewhere: [] }
/** INTIDs below are a core's own. */
const FIRST_SPI = 32

const written = (element: Element, name: string): string => element.attributes.get(name)?.value.trim() ?? ""
const bareDigits = (text: string): string => text.toLowerCase().replaceAll("_", "").replace(/^0x/, "")
const pageOf = (address: number): number => address - (address % SMALL_PAGE)
const endOf = ({ base, size }: Extent): number => base + size
const inside = (address: number, range: Extent): boolean => address >= range.base && address < endOf(range)

function only<A>(all: Iterable<A>): A | undefined {
  const [first, ...more] = new Set(all)
  return more.length === 0 ? first : undefined
}

/** The number that a text nearly is, in one base: next to it, or with digits too many or too few. */
function likest(text: string, numbers: readonly number[], base: 10 | 16): number | undefined {
  const digits = bareDigits(text)
  const known = new Map(numbers.map((number) => [number.toString(base), number]))
  if (digits === "") return undefined
  const near = known.has(digits) ? digits : nearest(digits, known.keys())
  if (near !== undefined) return known.get(near)
  const held = [...known.keys()].filter((one) => one.length > 1 && digits.includes(one))
  const found = only(held)
  return found === undefined ? undefined : known.get(found)
}

class Known {
  private readonly context: Context
  private readonly around: Surroundings

  constructor(context: Context) {
    this.context = context
    this.around = context.options.surroundings?.() ?? NOTHING
  }

  private region(name: string | undefined): RawRegion | undefined {
    return this.context.raw.regions.find((one) => one.name.value === name)
  }

  private mapsOf(region: RawRegion, kind?: "virtual machine"): readonly RawMap[] {
    return this.context.spaces
      .filter((space) => kind === undefined || space.kind === kind)
      .flatMap(({ maps }) => maps)
      .filter((map) => map.region.value === region.name.value)
  }

  /** Physical ranges that a domain and its machines have. */
  private given({ maps, machines }: RawDomain): readonly Extent[] {
    return [...maps, ...machines.flatMap((machine) => machine.maps)].flatMap((map) => {
      const region = this.region(map.region.value)
      const base = region?.physAddr.value
      return base === undefined ? [] : [{ base, size: Math.max(region?.size.value ?? 0, SMALL_PAGE) }]
    })
  }

  /** An interrupt of a device that the domain has and that no other line hands on. */
  irq(element: Element): string | undefined {
    const own = this.context.domains.find(({ domain }) =>
      domain.irqs.some((irq) => irq.element === element),
    )?.domain
    if (own === undefined) return undefined
    const taken = new Set(
      this.context.domains.flatMap(({ domain }) =>
        domain.irqs.filter((irq) => irq.element !== element).map(({ irq }) => irq.value),
      ),
    )
    const given = this.given(own)
    const left = this.around.devices
      .filter(
        ({ wanted, ranges }) => wanted && ranges.some(({ base }) => given.some((one) => inside(base, one))),
      )
      .flatMap(({ interrupts }) => interrupts)
      .filter((intid) => intid >= FIRST_SPI && !taken.has(intid))
    const text = written(element, "irq")
    const base = /^0x/i.test(text) ? 16 : 10
    const found = only(left) ?? likest(text, left, base)
    return found === undefined ? undefined : String(found)
  }

  /** Bytes from an address to the end of the device there, and of the next ones that a guest wants and nobody has. */
  private spans(at: number, region: RawRegion): readonly number[] {
    const others = this.context.raw.regions.flatMap(({ physAddr: { value }, ...one }) =>
      value === undefined || one.element === region.element ? [] : [value],
    )
    const found: number[] = []
    for (let end = at; ;) {
      const here = this.around.devices.flatMap(({ ranges, wanted }) =>
        wanted || end === at ? ranges.filter(({ base }) => pageOf(base) === end) : [],
      )
      const next = roundUp(Math.max(end, ...here.map(endOf)), SMALL_PAGE)
      if (next === end || others.includes(end)) return found
      found.push(next - at)
      end = next
    }
  }

  /** The registers at its physical address; the guest's RAM where its machine has it. */
  size(element: Element): number | undefined {
    const region = this.context.raw.regions.find((one) => one.element === element)
    if (region === undefined || region.prefillPath.value !== undefined) return undefined
    const at = region.physAddr.value
    const own = at === undefined ? [] : this.spans(at, region)
    if (own.length > 0) return likest(written(element, "size"), own, 16) ?? own.at(-1)
    const ipas = this.mapsOf(region, "virtual machine").flatMap(({ vaddr }) => vaddr.value ?? [])
    const ends = ipas.flatMap((ipa) => {
      const ram = this.around.guestRam.find((one) => inside(ipa, one))
      return ram === undefined ? [] : [endOf(ram) - ipa]
    })
    return only(ends)
  }

  /** Where the board has what the machine's map is for. */
  physAddr(element: Element): number | undefined {
    const region = this.context.raw.regions.find((one) => one.element === element)
    if (region === undefined) return undefined
    const { devices, elsewhere, guestRam } = this.around
    const bases = [...new Set(devices.flatMap(({ ranges }) => ranges.map(({ base }) => pageOf(base))))]
    const behind = this.mapsOf(region, "virtual machine").flatMap(({ vaddr: { value } }) => {
      const moved = elsewhere.find(({ vaddr }) => vaddr === value)?.physAddr
      const ram = guestRam.some(({ base }) => base === value)
      return moved ?? (value !== undefined && (ram || bases.includes(value)) ? value : [])
    })
    const named = (name: string) =>
      only(
        devices
          .filter(({ names }) => names.some((one) => one.toLowerCase() === name.toLowerCase()))
          .flatMap(({ ranges }) => ranges.slice(0, 1).map(({ base }) => pageOf(base))),
      )
    const text = written(element, "phys_addr")
    return only(behind) ?? named(text) ?? likest(text, bases, 16) ?? named(region.name.value ?? "")
  }

  /** Where a machine looks for what it is given, which for most is where the board has it. */
  vaddr(element: Element): number | undefined {
    const space = this.context.spaces.find(({ maps }) => maps.some((map) => map.element === element))
    const map = space?.maps.find((one) => one.element === element)
    const region = this.region(map?.region.value)
    if (space === undefined || region === undefined) return undefined
    const at = region.physAddr.value
    const moved = this.around.elsewhere.find(({ physAddr }) => physAddr === at)
    if (space.kind === "virtual machine" && moved !== undefined && at !== undefined) return moved.vaddr
    const others = this.mapsOf(region).flatMap((one) =>
      one.element === element ? [] : (one.vaddr.value ?? []),
    )
    const text = written(element, "vaddr")
    const known = [...(at === undefined ? [] : [at]), ...others]
    const ram = space.kind === "virtual machine" && at === undefined ? this.around.guestRam : []
    const bases = ram.map(({ base }) => base)
    return likest(text, [...known, ...bases], 16) ?? known[0] ?? only(bases)
  }

  /** What was nearly written, else the largest that fits. */
  pageSize(element: Element): number | undefined {
    const region = this.context.raw.regions.find((one) => one.element === element)
    if (region === undefined) return undefined
    const near = likest(written(element, "page_size"), [SMALL_PAGE, LARGE_PAGE], 16)
    if (near !== undefined) return near
    const { value: size = SMALL_PAGE } = region.size
    const places = [
      size,
      region.physAddr.value ?? 0,
      ...this.mapsOf(region).map(({ vaddr }) => vaddr.value ?? 0),
    ]
    return places.every((one) => one % LARGE_PAGE === 0) ? LARGE_PAGE : SMALL_PAGE
  }

  /** One above the machines of a domain, one below the domain of a machine. */
  priority(element: Element): number | undefined {
    for (const { domain } of this.context.domains) {
      const own = domain.machines.find((machine) => machine.element === element)
      const above = domain.priority.value
      if (own !== undefined) return above === undefined || above === 0 ? undefined : above - 1
      if (domain.element !== element) continue
      const ranks = domain.machines.flatMap(({ priority }) => priority.value ?? [])
      return ranks.length === 0 ? undefined : Math.min(Math.max(...ranks) + 1, MAX_PRIORITY)
    }
    return undefined
  }

  /** Undefined for a region that there is not. */
  private isRam(element: Element): boolean | undefined {
    const region = this.region(written(element, "mr"))
    if (region === undefined) return undefined
    const at = region.physAddr.value
    return at === undefined || this.around.guestRam.some((one) => inside(at, one))
  }

  /** Registers are not cached, RAM is. */
  cached(element: Element): string | undefined {
    const ram = this.isRam(element)
    return ram === undefined ? undefined : String(ram)
  }

  /** A guest runs from its RAM. */
  perms(element: Element): string | undefined {
    const ram = this.isRam(element)
    const guest = this.context.machines.some(({ maps }) => maps.some((map) => map.element === element))
    return ram === undefined ? undefined : ram && guest ? "rwx" : "rw"
  }
}

/** Long numbers as the rest of the file writes them: in groups of four digits where it uses `_`. */
function textOf(number: number | undefined, { raw }: Context): string | undefined {
  if (number === undefined) return undefined
  const digits = number.toString(16)
  const grouped = raw.regions.some(({ element }) =>
    [...element.attributes.values()].some(({ value }) => /^0x[0-9a-f]+_/i.test(value)),
  )
  return `0x${grouped ? digits.replace(/\B(?=([0-9a-f]{4})+$)/g, "_") : digits}`
}

/** The value of an attribute; undefined where nothing tells it. */
export function knownNumber(context: Context, element: Element, attribute: string): string | undefined {
  const known = () => new Known(context)
  switch (`${element.name} ${attribute}`) {
    case "irq irq":
      return known().irq(element)
    case "memory_region size":
      return textOf(known().size(element), context)
    case "memory_region phys_addr":
      return textOf(known().physAddr(element), context)
    case "memory_region page_size":
      return textOf(known().pageSize(element), context)
    case "map vaddr":
      return textOf(known().vaddr(element), context)
    case "map cached":
      return known().cached(element)
    case "map perms":
      return known().perms(element)
    case "protection_domain priority":
    case "virtual_machine priority": {
      const priority = known().priority(element)
      return priority === undefined ? undefined : String(priority)
    }
    default:
      return undefined
  }
}
