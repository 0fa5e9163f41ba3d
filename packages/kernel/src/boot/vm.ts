// SPDX-License-Identifier: BSD-2-Clause
//
// A virtual machine's objects: its stage 2 tables, and for each vCPU a thread, its scheduling
// context, and a VCPU bound to it.

import { hex } from "../events/event.ts"
import { allowFastFaults } from "../fast-fault.ts"
import { setTcb } from "../invoke/vcpu.ts"
import { ALL_RIGHTS, BADGE_FAULT, BASE_VCPU, BASE_VM_TCB } from "../object/cap.ts"
import { schedContextOf } from "../object/sched-context.ts"
import { Stage2 } from "../object/stage2.ts"
import { Tcb } from "../object/tcb.ts"
import { Vcpu } from "../object/vcpu.ts"
import { permissions } from "../object/vspace.ts"
import type { KernelState } from "../state.ts"
import { initialVgic, setUpCpu } from "../vcpu-reset.ts"
import { type BootContext, type Built, framesOf } from "./context.ts"
import type { BootVcpu, BootVm } from "./spec.ts"

function makeVcpu(state: KernelState, vm: BootVm, spec: BootVcpu, stage2: Stage2): Vcpu {
  let made: Vcpu | undefined
  let level = false
  const timer = {
    set: (now: boolean) => {
      level = now
      if (made === undefined || made.timer === now) return
      made.timer = now
      if (now) state.preempt()
    },
  }
  const cpu = state.platform.createCpu(state.vcpus.length, timer)
  const lists = state.platform.virtualInterface(spec.cpu).listRegisters
  const vcpu = new Vcpu(`${vm.name}/${spec.id}`, spec.id, cpu, stage2, initialVgic(lists))
  made = vcpu
  vcpu.timer = level
  setUpCpu(vcpu)
  state.vcpus.push(vcpu)
  return vcpu
}

function bootStage2(context: BootContext, vm: BootVm): Stage2 {
  context.vmids += 1
  const stage2 = new Stage2(context.state.platform.memory, context.source, context.vmids)
  for (const map of vm.maps) {
    const frames = framesOf(context, map)
    const rights = { ...permissions(map.perms), cached: map.cached && !frames.device }
    try {
      stage2.map(map.vaddr, frames.base, frames.size, frames.pageSize, rights)
    } catch (error) {
      const where = `virtual machine '${vm.name}', region '${map.region}' at ${hex(map.vaddr)}`
      throw new RangeError(`${where}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  stage2.onUnmap = () => {
    for (const vcpu of context.state.vcpus) if (vcpu.stage2 === stage2) vcpu.cpu.flushTlb()
  }
  return stage2
}

/** Builds the VM of this domain; its vCPUs do not run until the domain restarts them. */
export function bootVm(
  context: BootContext,
  owner: Built,
  vm: BootVm,
): { readonly name: string; readonly vcpus: readonly number[] } {
  const stage2 = bootStage2(context, vm)
  for (const spec of vm.vcpus) {
    if (context.state.cores[spec.cpu] === undefined) {
      throw new RangeError(`virtual machine '${vm.name}': the board has no cpu ${spec.cpu}`)
    }
    const vcpu = makeVcpu(context.state, vm, spec, stage2)
    const tcb = new Tcb(vcpu.name, vm.priority, spec.cpu)
    tcb.context = schedContextOf(vm)
    const badge = BADGE_FAULT | BigInt(spec.id)
    tcb.faultHandler = { object: owner.endpoint, rights: ALL_RIGHTS, badge }
    owner.cspace.put(BASE_VM_TCB + spec.id, tcb)
    owner.cspace.put(BASE_VCPU + spec.id, vcpu)
    setTcb(owner.cspace, BASE_VCPU + spec.id, BASE_VM_TCB + spec.id)
    allowFastFaults(context.state, vcpu, tcb)
  }
  return { name: vm.name, vcpus: vm.vcpus.map((one) => one.id) }
}
