// SPDX-License-Identifier: BSD-2-Clause
//
// A guest's life (libvmm guest.c and linux.c): images into RAM, start, stop, power-off, restart.

import { hex } from "./log.ts"
import { refuse } from "./refuse.ts"
import type { Vcpu } from "./vcpu.ts"
import { VTIMER_INTID, virqReset } from "./virq.ts"
import type { GuestImage } from "./config.ts"
import type { Vm } from "./vm.ts"

const DTB_MAGIC = [0xd0, 0x0d, 0xfe, 0xed]

/** False when they do not all lie in RAM. */
function fill(vm: Vm, gpa: number, bytes: GuestImage["bytes"]): boolean {
  if (bytes instanceof Uint8Array) return vm.ram.write(gpa, bytes)
  let at = gpa
  for (const piece of bytes.pieces()) {
    if (!vm.ram.write(at, piece)) return false
    at += piece.length
  }
  return true
}

/**
 * Copies the images of the VM into its RAM (linux_setup_images). Faults the domain when one does not lie in
 * RAM, or when there is no device tree where the guest will look for it.
 */
export function guestSetupImages(vm: Vm): void {
  const { name: vmName, images, dtb } = vm.config
  for (const { name = "image", gpa, bytes } of images) {
    if (fill(vm, gpa, bytes)) continue
    const range = `${hex(gpa)}..${hex(gpa + bytes.length)}`
    refuse(`VM ${vmName}: ${name} ${range} is not in guest RAM (${vm.ram.describe()})`)
  }
  if (dtb === undefined) return
  if (dtb % 8 !== 0) refuse(`VM ${vmName}: the device tree at ${hex(dtb)} is not on an 8-byte boundary`)
  const magic = vm.ram.read(dtb, DTB_MAGIC.length)
  if (DTB_MAGIC.some((byte, n) => magic?.[n] !== byte)) {
    refuse(`VM ${vmName}: there is no device tree blob at ${hex(dtb)}`)
  }
}

/** Resets a vCPU and starts it at `entry` with `argument` in x0. */
export function vcpuPowerOn(vm: Vm, vcpu: Vcpu, entry: bigint, argument: bigint): void {
  vcpuPowerOff(vm, vcpu)
  vm.gic.setOnline(vcpu.index, true)
  vcpu.start(entry, argument)
}

/** Stops and resets a vCPU; what waits for it in the interrupt controller stays there. */
export function vcpuPowerOff(vm: Vm, vcpu: Vcpu): void {
  vcpu.reset()
  vm.gic.setLevel(VTIMER_INTID, false, vcpu.index)
  vm.gic.setOnline(vcpu.index, false)
}

/** Turns every vCPU off, then the first one on: at the entry, x0 the device tree's address. */
export function guestStart(vm: Vm): void {
  const { name, entry, dtb = 0 } = vm.config
  const boot = vm.vcpus[0] ?? refuse(`VM ${name} has no vCPU`)
  if (vm.ram.gpaToVaddr(entry, 4) === undefined) {
    refuse(`VM ${name}: entry ${hex(entry)} is not in guest RAM (${vm.ram.describe()})`)
  }
  for (const vcpu of vm.vcpus) vcpuPowerOff(vm, vcpu)
  vm.log.info(`starting guest at ${hex(entry)}, DTB at ${hex(dtb)}`)
  vcpuPowerOn(vm, boot, BigInt(entry), BigInt(dtb))
}

/** Stops every vCPU for good. */
export function guestStop(vm: Vm): void {
  for (const vcpu of vm.vcpus) vcpu.stop()
}

/** The guest has powered itself off. */
export function guestOff(vm: Vm): void {
  guestStop(vm)
  vm.microkit.vmEvent({ kind: "vm-off" })
}

/** Begins the guest's life again: vCPUs, interrupt controller and images as at the first start. RAM stays. */
export function guestRestart(vm: Vm): void {
  guestStop(vm)
  vm.gic.reset()
  virqReset(vm)
  vm.onRestart()
  guestSetupImages(vm)
  guestStart(vm)
  vm.microkit.vmEvent({ kind: "vm-reset", handled: true })
}
