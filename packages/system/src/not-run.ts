// SPDX-License-Identifier: BSD-2-Clause
//
// What the language has and the kernel does not run yet. A system that uses it is right and checks as such, but is not
// built: nothing is silently left out.

import { type Diagnostic, errorAt, type Place } from "@vmm/diagnostic"

import type { System } from "./system.ts"

function notRun(place: Place, what: string): Diagnostic {
  return errorAt(place, `${what} not run yet`, "delete it to run the system without", { code: "not-run-yet" })
}

/** An error for each thing that the kernel would have to leave out. */
export function notRunYet(system: System): ReadonlyArray<Diagnostic> {
  const { architecture, place, protectionDomains, memoryRegions, schedule, ioAddressSpaces } = system
  const domains = protectionDomains.flatMap(({ caps, ioPorts, x86Irqs }) => [
    ...caps.map((cap) => notRun(cap.place, `capabilities of other domains (cap_${cap.kind}) are`)),
    ...ioPorts.map((port) => notRun(port.place, "x86 I/O ports are")),
    ...x86Irqs.map((irq) => notRun(irq.place, "x86 interrupts are")),
  ])
  return [
    ...(architecture === "aarch64" ? [] : [notRun(place, `systems for ${architecture} are`)]),
    ...domains,
    ...memoryRegions.flatMap(({ bootInfo, at, place: region }) =>
      bootInfo === undefined
        ? []
        : [
            notRun(
              at["prefill_bootinfo"] ?? region,
              "regions filled by the boot loader (prefill_bootinfo) are",
            ),
          ],
    ),
    ...(schedule === undefined ? [] : [notRun(schedule.place, "scheduling domains (<domains>) are")]),
    ...ioAddressSpaces.map((space) => notRun(space.place, "I/O address spaces are")),
  ]
}
