// SPDX-License-Identifier: BSD-2-Clause
//
// A property that one block of an overlay gives twice. The compiler takes the last one without a word, as dtc does;
// in a block that defines a node it is an error.

import { type DtNode } from "@vmm/devicetree"
import { type Diagnostic, type Edit, type Place, warningAt } from "@vmm/diagnostic"

import { nodeText } from "../../devices.ts"
import { offsetOf, removeRange } from "../../edit/text.ts"
import type { Agreement } from "../../input.ts"
import { fix, related } from "../rule.ts"

/** The statement that begins at a place taken away. */
function without({ sources }: Agreement, place: Place): readonly Edit[] {
  const source = sources.overlays.find(({ file }) => file === place.file)
  const from = source === undefined ? undefined : offsetOf(source.text, place)
  if (source === undefined || from === undefined) return []
  const found = /^(?:"(?:\\.|[^"\\])*"|\/\*[^]*?\*\/|\/\/[^\n]*|[^;])*?;/.exec(source.text.slice(from))
  return found === null ? [] : [removeRange(source, from, from + found[0].length)]
}

export function propertyTwice(input: Agreement, nodes: readonly DtNode[]): readonly Diagnostic[] {
  return nodes.flatMap((node) =>
    [...node.properties.values()].flatMap(({ name, place, earlier }) => {
      if (earlier === undefined) return []
      const message = `${nodeText(node)} has the property "${name}" twice in one block, and this one holds`
      const more = {
        code: "property-twice",
        related: [related(earlier, "the first one, which has no effect")],
        fixes: [
          ...fix("drop-property", `delete this "${name}"`, without(input, place)),
          ...fix("drop-property", `delete the "${name}" of line ${earlier.line}`, without(input, earlier)),
        ],
      }
      return [warningAt(place, message, "delete the one that is not meant", more)]
    }),
  )
}
