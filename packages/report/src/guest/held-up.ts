// SPDX-License-Identifier: BSD-2-Clause
//
// Guests that others hold up: domains more urgent than their vCPUs that always have something to do (seL4 reference
// manual, 6.1: strict priorities), and the program of their VMM, which does not answer a fault or answers in vain.

import type { Fix, Place } from "@vmm/diagnostic"
import { domainPlace } from "../fixes/call-fixes.ts"
import type { ExampleFiles } from "../example.ts"
import { setAttribute } from "../patch/system-patch.ts"
import { findElement } from "../patch/xml-text.ts"
import type { Standstill, StandstillFacts } from "./standstill.ts"

/** A guest whose vCPUs never ran, since others are ready all the time. */
export function starving(
  { vcpus, starved, pd }: StandstillFacts,
  example: ExampleFiles,
): Omit<Standstill, "waits"> | undefined {
  const by = starved?.by.filter(({ name }) => name !== pd) ?? []
  const [first] = by
  if (starved === undefined || first === undefined || (vcpus[0]?.instructions ?? 0) > 0) return undefined
  const names = by.map(({ name, priority }) => `${name} (priority ${priority})`).join(", ")
  const priority = String(Math.max(0, starved.priority - 1))
  const { system } = example
  const edits =
    system === undefined
      ? []
      : by.flatMap(({ name }) =>
          setAttribute(system, (root) => findElement(root, "protection_domain", name), "priority", priority),
        )
  const place = domainPlace(example, first.name)
  return {
    code: "never-ran",
    reason:
      `it never executed an instruction: ${names} always had something to do, and the guest's vCPUs have ` +
      `priority ${starved.priority}`,
    ...(place === undefined ? {} : { place }),
    fixes: [
      {
        id: "priority",
        title: `let the guest come first: priority="${priority}" for ${by.map(({ name }) => name).join(", ")}`,
        edits,
        notes: ["Or let them wait for something: what notifies each other without end never sleeps."],
      },
    ],
  }
}

const advice = (title: string, note: string): Fix => ({ id: "program", title, edits: [], notes: [note] })

/** vCPUs that the VMM's program has not started, or has stopped. */
function stopped({ vcpus, pd, program }: StandstillFacts): Omit<Standstill, "waits"> | undefined {
  const named = (place: Place | undefined) => (place === undefined ? {} : { place })
  if (program !== undefined && vcpus.every(({ on, instructions }) => !on && instructions === 0)) {
    return {
      code: "never-started",
      reason: `${pd}'s program never started the guest (guestStart, microkit_vcpu_restart)`,
      ...named(program.init),
      fixes: [
        advice(
          `let \`init\` of ${pd}'s program end with guestStart(vm)`,
          "Before it: guestSetupImages, virqControllerInit, virqRegisterPassthrough for each interrupt.",
        ),
      ],
    }
  }
  const one = vcpus.find(({ on, stopped: halted }) => on && halted === true)
  if (one === undefined) return undefined
  return {
    code: "vcpu-stopped",
    reason: `${pd}'s program stopped vCPU ${one.id} (microkit_vcpu_stop), and nothing lets it go on`,
    ...named(program?.stops),
    fixes: [
      advice(
        `let ${pd}'s program have it go on: microkit.vcpuResume(${one.id})`,
        "A vCPU of a guest that is to end is told by vmEvent.",
      ),
    ],
  }
}

/** A vCPU that its VMM's program does not let go on: no answer to its fault, or answers that change nothing. */
export function heldByVmm(facts: StandstillFacts): Omit<Standstill, "waits"> | undefined {
  const { vcpus, pd, program } = facts
  const out = stopped(facts)
  if (out !== undefined) return out
  const place = program?.fault === undefined ? {} : { place: program.fault }
  const silent = vcpus.find(({ on, asleep, unanswered }) => on && !asleep && unanswered !== undefined)
  if (silent !== undefined) {
    return {
      ...place,
      code: "fault-not-answered",
      reason:
        `vCPU ${silent.id} waits for an answer of ${pd} to its last exit, ${silent.unanswered}: ` +
        "its program gave none",
      fixes: [
        advice(
          `let \`fault\` of ${pd}'s program return a message`,
          "Returning nothing leaves the vCPU stopped: return EMPTY_MESSAGE for what was handled.",
        ),
      ],
    }
  }
  const vain = vcpus.find(({ on, again }) => on && again !== undefined)
  if (vain === undefined) return undefined
  return {
    ...place,
    code: "fault-answered-in-vain",
    reason:
      `vCPU ${vain.id} leaves the guest by the same instruction over and over, ${vain.again}, and ${pd} answers ` +
      "without having handled it",
    fixes: [
      advice(
        `let \`fault\` of ${pd}'s program handle the message before it answers`,
        "faultHandle does, and moves the PC on; an answer alone starts the same instruction again.",
      ),
    ],
  }
}
