// SPDX-License-Identifier: BSD-2-Clause
//
// A build brought to life: the machine, the kernel over it, and every protection domain with its program.

import {
  type BootDomain,
  type BootSpec,
  type EntryWatch,
  Kernel,
  type MachineClock,
  Recorder,
} from "@vmm/kernel"
import type { ProgramFactory } from "@vmm/kernel/api"
import type { Cpu, Translation } from "@vmm/kernel/cpu"
import type { TraceSink } from "@vmm/kernel/events"
import type { SerialBackend } from "@vmm/machine"
import { type FaultReport, simpleVmm } from "@vmm/simple-vmm"
import type { VmConfig } from "@vmm/vmrt"

import type { CompiledDomain, CompiledVm } from "../compile/compiled.ts"
import { DeviceAtomics } from "./device-atomics.ts"
import type { LoadedBuild } from "./load.ts"
import { buildMachine, type Machine } from "./platform.ts"
import type { Modules } from "./modules.ts"

export interface BootOptions {
  readonly clock: MachineClock
  readonly translation: Translation
  /** CPU model in place of what the guest file or the board names. */
  readonly cpu: string | undefined
  readonly trace: TraceSink | undefined
  /** The host's side of the console. */
  readonly console: SerialBackend
  /** One line of a domain, the monitor or the board. */
  readonly log: (line: string) => void
  readonly report: FaultReport
  readonly modules: Modules
  /** Sees every virtual CPU before it runs, in the order of their numbers. */
  readonly onCpu?: (cpu: Cpu) => void
  /** Hears of the entry points of domains. */
  readonly watch?: EntryWatch | undefined
}

export interface Booted {
  readonly machine: Machine
  readonly kernel: Kernel
  /** The board's own firmware was asked for power-off or reset (a domain used its SMC cap). */
  readonly power: { asked: "off" | "reset" | undefined }
  /** Some domain has a program of the user's own. */
  readonly ownPrograms: boolean
  /** Atomics of guests on devices. */
  readonly atomics: DeviceAtomics
}

function vmConfig(build: LoadedBuild, domain: CompiledDomain, vm: CompiledVm): VmConfig {
  const { redistributor } = vm.gic
  return {
    name: vm.name,
    vcpus: vm.vcpus.map(({ id }) => id),
    ...(vm.affinities.length === 0 ? {} : { affinities: vm.affinities }),
    gic: {
      version: vm.gic.version,
      distributor: vm.gic.distributor,
      ...(redistributor === undefined ? {} : { redistributor }),
    },
    ramRegions: vm.ramRegions,
    images: vm.images.map(({ name, gpa, file }) => ({
      name,
      gpa,
      bytes: build.files.get(file) ?? new Uint8Array(),
    })),
    entry: vm.entry,
    dtb: vm.dtb,
    passthroughIrqs: domain.irqs.map(({ intid, trigger, channel }) => ({ intid, trigger, channel })),
  }
}

function programOf(build: LoadedBuild, domain: CompiledDomain, options: BootOptions): ProgramFactory {
  const config = domain.vm === undefined ? undefined : vmConfig(build, domain, domain.vm)
  if (domain.program.kind === "module")
    return options.modules.program(domain.program.path, config, options.report)
  if (config === undefined)
    throw new RangeError(`'${domain.name}' has no virtual machine for simple-vmm to run`)
  return simpleVmm(config, options.report)
}

function vmSpec(vm: CompiledVm): NonNullable<BootDomain["vm"]> {
  const { name, priority, maps, vcpus, budgetUs, periodUs } = vm
  return { name, priority, maps, vcpus, budgetUs, periodUs }
}

function domainSpec(build: LoadedBuild, domain: CompiledDomain, options: BootOptions): BootDomain {
  const { name, priority, parent, maps, irqs, setvars, smc, cpu, budgetUs, periodUs, passive, vm } = domain
  return {
    name,
    priority,
    ...(parent === undefined ? {} : { parent }),
    program: programOf(build, domain, options),
    maps,
    irqs,
    setvars: new Map(Object.entries(setvars)),
    smc,
    cpu,
    budgetUs,
    periodUs,
    passive,
    ...(vm === undefined ? {} : { vm: vmSpec(vm) }),
  }
}

function specOf(build: LoadedBuild, options: BootOptions): BootSpec {
  const { system, files } = build
  return {
    kernelMemory: system.kernelMemory,
    regions: system.regions.map(({ name, physAddr, size, pageSize, contents }) => {
      const bytes = contents === undefined ? undefined : files.get(contents)?.whole()
      return { name, physAddr, size, pageSize, ...(bytes === undefined ? {} : { contents: bytes }) }
    }),
    domains: system.domains.map((domain) => domainSpec(build, domain, options)),
    channels: system.channels,
  }
}

/** Makes the machine and boots the kernel; nothing has run yet. Throws RangeError for a board without a GIC. */
export function boot(build: LoadedBuild, options: BootOptions): Booted {
  const { clock, log } = options
  const recorder = new Recorder(clock, options.trace)
  const power: Booted["power"] = { asked: undefined }
  const late: { atomics?: DeviceAtomics } = {}
  const machine = buildMachine({
    description: build.board,
    clock,
    sink: recorder.device,
    translation: options.translation,
    cpu: options.cpu ?? build.system.cpu,
    ...(options.onCpu === undefined ? {} : { onCpu: options.onCpu }),
    onSameRegister: (pa) => late.atomics?.look(pa),
    serial: (path) => (path === build.system.console ? options.console : undefined),
    power: {
      powerOff: () => {
        power.asked = "off"
      },
      reset: () => {
        power.asked = "reset"
      },
    },
  })
  for (const problem of machine.board.problems) log(`board: ${problem}`)
  const kernel = new Kernel({
    platform: machine.platform,
    recorder,
    log,
    warn: log,
    ...(options.watch === undefined ? {} : { watch: options.watch }),
  })
  const { memory, initiator } = machine.board
  const atomics = new DeviceAtomics(memory, () => kernel.state.cores[initiator.cpu]?.loaded)
  late.atomics = atomics
  kernel.boot(specOf(build, options))
  const ownPrograms = build.system.domains.some(({ program }) => program.kind === "module")
  return { machine, kernel, power, ownPrograms, atomics }
}
