// SPDX-License-Identifier: BSD-2-Clause
//
// Interrupts of the guest's devices that cannot be followed to a controller, or that the GIC cannot take as they are
// written: specifiers after Linux's binding arm,gic.yaml. Where the controller is what is wrong, that alone is told
// (interrupt-controllers.ts).

import {
  type DtNode,
  findByPhandle,
  interruptsOf,
  propCells,
  referenceTo,
  resolveInterrupts,
} from "@vmm/devicetree"
import { type Diagnostic, errorAt, warningAt } from "@vmm/diagnostic"

import { nodeText } from "../../devices.ts"
import { setInPlace, setTreeProperty } from "../../edit/tree-edit.ts"
import type { GuestView } from "../../guest-view.ts"
import type { Agreement } from "../../input.ts"
import { controllerTrouble, noLonger, parentOfMany } from "./controllers.ts"
import { fix, propertyPlace, type Rule } from "../rule.ts"

/** Flags of a GIC's specifier, bits 3:0: rising 1, high 4; a shared interrupt has no other (arm,gic.yaml). */
function flagsTrouble(input: Agreement, view: GuestView, node: DtNode): readonly Diagnostic[] {
  const wrong = interruptsOf(input.guestTree, node).find(
    ({ controller, cells }) =>
      controller === view.gic?.node && cells[0] === 0 && ![1, 4].includes((cells[2] ?? 0) & 15),
  )
  if (wrong === undefined) return []
  const [, number = 0, flags = 0] = wrong.cells
  const message = `interrupt <0 ${number} ${flags}> of ${nodeText(node)} has no trigger that an SPI can have`
  const only = propCells(node, "interrupts")?.length === 3
  const text = `<0 ${number} 4>`
  const edits = only ? setTreeProperty(input.sources, node, "interrupts", text) : []
  const fixes = fix("interrupt-flags", `write interrupts = ${text}`, edits)
  const remedy = "the third cell is 4 for a level (high), or 1 for an edge (rising)"
  return [warningAt(propertyPlace(node, "interrupts"), message, remedy, { code: "interrupt-flags", fixes })]
}

/** `<&gic 0 1>`, with the flags that it lacks. */
function extendedShort(input: Agreement, view: GuestView, node: DtNode): string | undefined {
  const [phandle, kind, number, ...more] = propCells(node, "interrupts-extended") ?? []
  const gic = view.gic?.node
  if (number === undefined || more.length > 0 || gic === undefined) return undefined
  if (findByPhandle(input.guestTree, phandle ?? 0) !== gic) return undefined
  return `<${referenceTo(gic)} ${kind} ${number} 4>`
}

function broken(input: Agreement, view: GuestView): readonly Diagnostic[] {
  const many = parentOfMany(input, view)
  if (many.length > 0) return many
  return view.devices.flatMap(({ node, enabled, reach }) => {
    if (!enabled || reach === "none") return []
    return resolveInterrupts(input.guestTree, node).problems.map((problem) => {
      const cells = node.properties.get("interrupts")?.value
      const words = cells === undefined ? [] : [...new Uint8Array(cells)]
      const short = words.length === 8 && node.properties.get("interrupts-extended") === undefined
      const text = short ? `<${words[3]} ${words.slice(4).reduce((sum, byte) => sum * 256 + byte, 0)} 4>` : ""
      const long = extendedShort(input, view, node)
      const fixes =
        long === undefined
          ? fix(
              "interrupt-cells",
              `write interrupts = ${text}`,
              short ? setInPlace(input.sources, node, "interrupts", text) : [],
            )
          : fix(
              "interrupt-cells",
              `write interrupts-extended = ${long}`,
              setInPlace(input.sources, node, "interrupts-extended", long),
            )
      const remedy =
        problem.remedy ?? "the GIC's specifier is <kind number flags>: 0 shared or 1 private, and 4 for level"
      return errorAt(problem, problem.message, remedy, { code: "interrupts-broken", fixes })
    })
  })
}

/** Interrupts that cannot be followed to a controller. */
export const unresolved: Rule = (input, view) => {
  const asked = view.devices.filter(
    ({ node, enabled, reach }) => enabled && reach !== "none" && node.properties.has("interrupts"),
  )
  const taken = noLonger(
    input,
    asked.map(({ node }) => node),
  )
  if (taken.length > 0) return taken
  const lost = asked.filter(({ node }) => resolveInterrupts(input.guestTree, node).problems.length > 0)
  const controllers = controllerTrouble(
    input,
    lost.map(({ node }) => node),
  )
  if (controllers.length > 0) return controllers
  return [...asked.flatMap(({ node }) => flagsTrouble(input, view, node)), ...broken(input, view)]
}
