// SPDX-License-Identifier: BSD-2-Clause
//
// The ids of a machine's vCPUs: 0 is the one a VMM starts the guest on, and the others follow without gaps, as a VMM
// gives vCPU n the affinity n (libvmm: GUEST_BOOT_VCPU_ID, vcpu_reset). Microkit allows any ids.

import { type Diagnostic, type Fix, warningAt } from "@vmm/diagnostic"

import type { Context } from "./context.ts"
import { setField } from "../fixes.ts"
import type { RawDomain, RawMachine, RawVcpu } from "../read/raw.ts"

const idOf = ({ id }: RawVcpu): number => id.value ?? 0

/** A vCPU that stands too high, and the id that it should have. */
interface Odd {
  readonly vcpu: RawVcpu
  readonly id: number
}

function renumber(odd: readonly Odd[]): Fix {
  const ids = odd.map(({ id }) => id).join(", ")
  return {
    id: "vcpu-ids",
    title: odd.length === 1 ? `write id="${ids}"` : `write the ids ${ids}`,
    edits: odd.map(({ vcpu, id }) => setField(vcpu.id, "id", String(id)).edit),
    notes: odd.every(({ vcpu }) => vcpu.setvarId.written)
      ? []
      : ["a VMM that has these ids in its code has to use the new ones"],
  }
}

/** The lowest ids that no child of the domain has. */
function lowestIds(domain: RawDomain, many: number): readonly number[] {
  const children = new Set(domain.children.flatMap(({ id }) => id.value ?? []))
  const ids: number[] = []
  for (let id = 0; ids.length < many; id++) if (!children.has(id)) ids.push(id)
  return ids
}

function machineFindings(domain: RawDomain, { name, vcpus }: RawMachine): Diagnostic[] {
  const known = new Set(vcpus.flatMap(({ id }) => id.value ?? []))
  if (known.size < vcpus.length || domain.children.some(({ id }) => known.has(id.value ?? -1))) return []
  const ids = lowestIds(domain, vcpus.length)
  const byId = vcpus.toSorted((a, b) => idOf(a) - idOf(b))
  const odd = byId.flatMap((vcpu, index): Odd[] => {
    const id = ids[index]
    return id === undefined || id === idOf(vcpu) ? [] : [{ vcpu, id }]
  })
  const [first] = odd
  if (first === undefined) return []
  const [alone, noBoot] = [vcpus.length === 1, ids[0] === 0 && !known.has(0)]
  const told = byId.map(idOf).join(", ")
  const what = alone
    ? `the vCPU of virtual machine '${name.value}' has id ${told}`
    : `the vCPUs of virtual machine '${name.value}' have the ids ${told}`
  const why = noBoot
    ? "none is vCPU 0, on which a VMM starts its guest"
    : "with a gap, and a VMM numbers the CPUs of its guest from 0 on"
  const remedy = alone ? `write id="${first.id}"` : `number them ${ids.join(", ")}`
  const code = noBoot ? "vcpu-boot-missing" : "vcpu-ids-gap"
  return [
    warningAt(first.vcpu.id.place, `${what}${noBoot ? ", and " : ", "}${why}`, remedy, {
      code,
      fixes: [renumber(odd)],
    }),
  ]
}

/** Warnings about machines without a vCPU 0, and about gaps. */
export function vcpuOrder({ domains, architecture }: Context): readonly Diagnostic[] {
  if (architecture !== "aarch64") return []
  return domains.flatMap(({ domain }) => {
    const [machine, second] = domain.machines
    return machine === undefined || second !== undefined ? [] : machineFindings(domain, machine)
  })
}
