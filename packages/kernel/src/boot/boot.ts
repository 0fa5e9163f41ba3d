// SPDX-License-Identifier: BSD-2-Clause
//
// From a boot specification to objects and the caps that reach them (Microkit, tool/microkit/src/capdl): the
// same slots and badges, so that a domain's authority is what it would be on the board. A specification
// that contradicts itself is a RangeError; a checked system never is one.

import { DomainMicrokit } from "../domain/microkit.ts"
import { Domain } from "../domain/domain.ts"
import { VSpaceMemory } from "../domain/memory.ts"
import {
  ALL_RIGHTS,
  BADGE_FAULT,
  BADGE_PPC,
  BASE_ENDPOINT,
  BASE_IRQ,
  BASE_NOTIFICATION,
  BASE_PD_TCB,
  CNode,
  PD_CNODE_BITS,
  RIGHT_GRANT_REPLY,
  RIGHT_WRITE,
  SLOT_INPUT,
  SLOT_MONITOR_EP,
  SLOT_REPLY,
  SLOT_SMC,
  SLOT_TCB,
  SLOT_VSPACE,
} from "../object/cap.ts"
import { FrameSource, Frames } from "../object/frame.ts"
import { Endpoint, Notification, Reply } from "../object/ipc.ts"
import { IrqHandler, Smc } from "../object/irq.ts"
import { schedContextOf } from "../object/sched-context.ts"
import { Tcb } from "../object/tcb.ts"
import { VSpace, permissions } from "../object/vspace.ts"
import type { KernelState } from "../state.ts"
import { type BootContext, type Built, framesOf } from "./context.ts"
import type { BootDomain, BootEnd, BootSpec } from "./spec.ts"
import { bootVm } from "./vm.ts"

function bootRegions(state: KernelState, spec: BootSpec): Map<string, Frames> {
  const { memory } = state.platform
  const found = new Map<string, Frames>()
  for (const region of spec.regions) {
    const device = !memory.isRam(region.physAddr)
    if (found.has(region.name)) throw new RangeError(`two memory regions are called '${region.name}'`)
    if (region.physAddr % region.pageSize !== 0 || region.size % region.pageSize !== 0) {
      throw new RangeError(`memory region '${region.name}' is not aligned to its page size`)
    }
    if (!device && region.contents !== undefined) {
      memory.write(region.physAddr, region.contents)
      state.platform.memoryWritten(region.physAddr, region.contents.length)
    }
    const { name, physAddr, size, pageSize } = region
    found.set(name, new Frames(name, physAddr, size, pageSize, device))
  }
  return found
}

function buildDomain(spec: BootDomain, index: number, monitor: Endpoint): Built {
  const tcb = new Tcb(spec.name, spec.priority, spec.cpu ?? 0)
  tcb.context = schedContextOf(spec)
  const cspace = new CNode(PD_CNODE_BITS)
  const endpoint = new Endpoint(spec.name)
  const notification = new Notification()
  const reply = new Reply()
  endpoint.receiver = tcb
  notification.bound = tcb
  tcb.cspace = cspace
  tcb.notification = notification
  tcb.faultHandler = { object: monitor, rights: ALL_RIGHTS, badge: BigInt(index + 1) }
  cspace.put(SLOT_INPUT, endpoint)
  cspace.put(SLOT_REPLY, reply)
  cspace.put(SLOT_MONITOR_EP, monitor, RIGHT_WRITE | RIGHT_GRANT_REPLY, BigInt(index + 1))
  cspace.put(SLOT_TCB, tcb)
  return { spec, index, tcb, cspace, endpoint, notification, reply }
}

function bootVspace(context: BootContext, built: Built): VSpace {
  const vspace = new VSpace()
  for (const map of built.spec.maps) {
    const frames = framesOf(context, map)
    const perms = permissions(map.perms)
    vspace.map({ frames, vaddr: map.vaddr, size: frames.size, perms, cached: map.cached })
  }
  built.cspace.put(SLOT_VSPACE, vspace)
  return vspace
}

function bootIrqs(context: BootContext, built: Built): void {
  const { interrupts } = context.state.platform
  for (const { intid, trigger, channel } of built.spec.irqs) {
    if (context.state.irqs.has(intid)) throw new RangeError(`interrupt ${intid} is given to two domains`)
    const irq = new IrqHandler(intid, built.tcb.core, built.spec.name, channel, built.notification)
    context.state.irqs.set(intid, irq)
    built.cspace.put(BASE_IRQ + channel, irq)
    interrupts.setTrigger(built.tcb.core, intid, trigger)
    if (intid >= 32) interrupts.setTarget(intid, built.tcb.core)
    interrupts.setEnabled(built.tcb.core, intid, true)
  }
}

function find(all: ReadonlyMap<string, Built>, name: string): Built {
  const built = all.get(name)
  if (built === undefined) throw new RangeError(`there is no protection domain '${name}'`)
  return built
}

/** What one end of a channel may do to the other. */
function bootEnd(from: Built, end: BootEnd, to: Built, peer: BootEnd): void {
  const id = BigInt(peer.id)
  if (end.notify) from.cspace.put(BASE_NOTIFICATION + end.id, to.notification, RIGHT_WRITE, 1n << id)
  if (!end.ppc) return
  if (to.tcb.priority <= from.tcb.priority) {
    throw new RangeError(`'${from.spec.name}' calls '${to.spec.name}', whose priority is not higher`)
  }
  from.cspace.put(BASE_ENDPOINT + end.id, to.endpoint, RIGHT_WRITE | RIGHT_GRANT_REPLY, BADGE_PPC | id)
}

function bootChild(all: ReadonlyMap<string, Built>, built: Built): void {
  const parent = built.spec.parent
  if (parent === undefined) return
  const owner = find(all, parent.domain)
  owner.cspace.put(BASE_PD_TCB + parent.id, built.tcb)
  const badge = BADGE_FAULT | BigInt(parent.id)
  built.tcb.faultHandler = { object: owner.endpoint, rights: ALL_RIGHTS, badge }
}

function startDomain(context: BootContext, built: Built): void {
  const { state } = context
  const { spec, tcb, cspace } = built
  const vspace = bootVspace(context, built)
  bootIrqs(context, built)
  if (spec.smc) cspace.put(SLOT_SMC, context.smc)
  const vm = spec.vm === undefined ? undefined : bootVm(context, built, spec.vm)
  const memory = new VSpaceMemory(vspace, state.platform, tcb.core)
  const lists = state.platform.virtualInterface(tcb.core).listRegisters
  const { index, endpoint, notification, reply } = built
  const parent = spec.parent?.domain
  const domain = new Domain({
    state,
    tcb,
    index,
    endpoint,
    notification,
    reply,
    factory: spec.program,
    parent,
    passive: spec.passive ?? false,
  })
  tcb.body = domain
  const setvars = spec.setvars
  domain.start(new DomainMicrokit({ state, tcb, cspace, memory, setvars, vm, listRegisters: lists }))
}

/** Builds every object of the specification; the domains are then ready to run their `init`. */
export function bootSystem(state: KernelState, spec: BootSpec): void {
  const monitor = new Endpoint("monitor")
  const context: BootContext = {
    state,
    frames: bootRegions(state, spec),
    source: new FrameSource(spec.kernelMemory),
    smc: new Smc(),
    vmids: 0,
  }
  const all = new Map<string, Built>()
  spec.domains.forEach((domain, index) => {
    if (all.has(domain.name)) throw new RangeError(`two protection domains are called '${domain.name}'`)
    const built = buildDomain(domain, index, monitor)
    all.set(domain.name, built)
  })
  for (const built of all.values()) bootChild(all, built)
  for (const [a, b] of spec.channels) {
    const [first, second] = [find(all, a.domain), find(all, b.domain)]
    bootEnd(first, a, second, b)
    bootEnd(second, b, first, a)
  }
  for (const built of all.values()) startDomain(context, built)
}
