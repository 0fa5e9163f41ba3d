// SPDX-License-Identifier: BSD-2-Clause
//
// Reads what a protection domain has of the hardware and of others beside memory: <irq> in its three forms, <ioport>,
// and the capabilities of <cspace>.

import { absent, optional, required, withDefault } from "./fields.ts"
import { type Architecture, CSPACE_SLOTS } from "../options.ts"
import type { CapKind, RawCap, RawIoPort, RawIrq } from "./raw.ts"
import { all, each, noting, type Reading, reading } from "./reading.ts"
import { irqForm, isForeignIrq, shapeFindings } from "../language/shape.ts"
import * as V from "./values.ts"
import * as X from "./values-x86.ts"
import type { Element } from "../xml/xml.ts"

export const readIrq =
  (architecture: Architecture) =>
  (element: Element): Reading<RawIrq> => {
    const form = isForeignIrq(element, architecture) ? undefined : irqForm(element, architecture)
    const apic = form === "io-apic"
    const msi = form === "msi"
    return noting(
      shapeFindings(element, "irq", architecture),
      all({
        place: reading(element.place),
        element: reading(element),
        irq: form === "gic" ? required(element, "irq", V.parseIntid(architecture)) : absent<number>(element),
        id: required(element, "id", V.parseId),
        trigger: withDefault<V.Trigger>(element, "trigger", V.parseTrigger, "level"),
        setvarId: optional(element, "setvar_id", V.parseText),
        pin: apic ? required(element, "pin", X.parseCount) : absent<number>(element),
        ioapic: apic ? withDefault(element, "ioapic", X.parseCount, 0) : absent<number>(element),
        polarity: apic
          ? withDefault<V.Polarity>(element, "polarity", V.parsePolarity, "high")
          : absent<V.Polarity>(element),
        pcidev: msi ? required(element, "pcidev", X.parsePciDevice) : absent<X.PciDevice>(element),
        handle: msi ? required(element, "handle", X.parseCount) : absent<number>(element),
        vector: apic || msi ? required(element, "vector", X.parseVector) : absent<number>(element),
      }),
    )
  }

export const readIoPort =
  (architecture: Architecture) =>
  (element: Element): Reading<RawIoPort> =>
    noting(
      shapeFindings(element, "ioport", architecture),
      all({
        place: reading(element.place),
        element: reading(element),
        id: required(element, "id", V.parseId),
        addr: required(element, "addr", V.parseNumber),
        size: required(element, "size", X.parsePortCount),
        setvarId: optional(element, "setvar_id", V.parseText),
        setvarAddr: optional(element, "setvar_addr", V.parseText),
      }),
    )

const CAPS = [
  ["cap_tcb", "capTcb", "tcb"],
  ["cap_sc", "capSc", "sc"],
  ["cap_vspace", "capVspace", "vspace"],
] as const

const parseSlot: V.Parser<number> = (text, attribute, tag) => {
  const most = CSPACE_SLOTS.named - 1
  const remedy = `choose a slot from 1 to ${CSPACE_SLOTS.real - 1}`
  if (V.numberOf(text) === 0) {
    return V.refuse(`The destination slot 0 has been reserved for Microkit CNode on element '${tag}'`, remedy)
  }
  const many = `There are only ${CSPACE_SLOTS.named} destination cspace slots available.`
  return V.numberWhere((slot) => slot <= most, many, remedy)(text, attribute, tag)
}

function readCap(kind: CapKind, rule: (typeof CAPS)[number][1], architecture: Architecture) {
  return (element: Element): Reading<RawCap> =>
    noting(
      shapeFindings(element, rule, architecture),
      all({
        place: reading(element.place),
        element: reading(element),
        kind: reading(kind),
        slot: required(element, "slot", parseSlot),
        domain: required(element, "pd", V.parseText),
      }),
    )
}

/** The capabilities of the <cspace> elements, in the file's order. */
export function readCaps(
  spaces: readonly Element[],
  architecture: Architecture,
): Reading<ReadonlyArray<RawCap>> {
  const shape = spaces.flatMap((space) => shapeFindings(space, "cspace", architecture))
  const caps = spaces.flatMap((space) => space.children)
  const read = (element: Element): Reading<RawCap> => {
    const [, rule, kind] = CAPS.find(([tag]) => tag === element.name) ?? CAPS[0]
    return readCap(kind, rule, architecture)(element)
  }
  const known = caps.filter(({ name }) => CAPS.some(([tag]) => tag === name))
  return noting(shape, each(known, read))
}
