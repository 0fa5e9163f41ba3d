// SPDX-License-Identifier: BSD-2-Clause
//
// A protection domain's view of memory: every access goes through its address space, to RAM or over the bus
// to a device. What the map does not allow is a VM fault of the domain.

import { type AccessSize, type Bus, type Initiator, type PhysicalMemory } from "@vmm/machine"
import { PdFault, type PdFaultCause } from "../api/error.ts"
import type { DomainMemory } from "../api/memory.ts"
import type { Mapping, VSpace } from "../object/vspace.ts"

/** RAM is contiguous in the host inside an aligned block of this size (machine, memory.ts). */
const CHUNK_BYTES = 0x20_0000

type Reason = Extract<PdFaultCause, { kind: "vm" }>["reason"]

const WHY: Readonly<Record<Reason, string>> = {
  translation: "nothing is mapped there",
  permission: "the map does not allow it",
  external: "no device answers there",
  alignment: "a device takes aligned accesses only",
}

function memoryFault(address: number, write: boolean, reason: Reason): PdFault {
  const what = `${write ? "write to" : "read of"} 0x${address.toString(16)}: ${WHY[reason]}`
  return new PdFault({ kind: "vm", address, write, reason }, what)
}

export interface MemoryBacking {
  readonly memory: PhysicalMemory
  readonly bus: Bus
  readonly initiator: Initiator
  /** RAM was written at this physical address. */
  memoryWritten(pa: number, size: number): void
}

export class VSpaceMemory implements DomainMemory {
  private readonly vspace: VSpace
  private readonly backing: MemoryBacking
  private readonly core: number
  private readonly view: DataView

  constructor(vspace: VSpace, backing: MemoryBacking, core: number) {
    this.vspace = vspace
    this.backing = backing
    this.core = core
    this.view = new DataView(backing.memory.buffer)
  }

  read8(vaddr: number): number {
    return this.read(vaddr, 1)
  }

  read16(vaddr: number): number {
    return this.read(vaddr, 2)
  }

  read32(vaddr: number): number {
    return this.read(vaddr, 4)
  }

  read64(vaddr: number): bigint {
    const low = this.read(vaddr, 4)
    return (BigInt(this.read(vaddr + 4, 4)) << 32n) | BigInt(low)
  }

  write8(vaddr: number, value: number): void {
    this.write(vaddr, 1, value)
  }

  write16(vaddr: number, value: number): void {
    this.write(vaddr, 2, value)
  }

  write32(vaddr: number, value: number): void {
    this.write(vaddr, 4, value)
  }

  write64(vaddr: number, value: bigint): void {
    this.write(vaddr, 4, Number(value & 0xffffffffn))
    this.write(vaddr + 4, 4, Number((value >> 32n) & 0xffffffffn))
  }

  readBytes(vaddr: number, size: number): Uint8Array {
    const out = new Uint8Array(size)
    this.pieces(vaddr, size, false, (pa, at, length, device) => {
      if (device) for (let n = 0; n < length; n += 1) out[at + n] = this.read(vaddr + at + n, 1)
      else out.set(this.backing.memory.read(pa, length), at)
    })
    return out
  }

  writeBytes(vaddr: number, bytes: Uint8Array): void {
    this.pieces(vaddr, bytes.length, true, (pa, at, length, device) => {
      if (device) {
        for (let n = 0; n < length; n += 1) this.write(vaddr + at + n, 1, bytes[at + n])
        return
      }
      this.backing.memory.write(pa, bytes.subarray(at, at + length))
      this.backing.memoryWritten(pa, length)
    })
  }

  fill(vaddr: number, size: number, value: number): void {
    this.pieces(vaddr, size, true, (pa, at, length, device) => {
      if (device) {
        for (let n = 0; n < length; n += 1) this.write(vaddr + at + n, 1, value)
        return
      }
      this.backing.memory.fill(pa, length, value)
      this.backing.memoryWritten(pa, length)
    })
  }

  isMapped(vaddr: number, size: number, write: boolean): boolean {
    for (let at = vaddr; at < vaddr + size;) {
      const mapping = this.vspace.find(at)
      if (mapping === undefined || !(write ? mapping.perms.write : mapping.perms.read)) return false
      at = mapping.vaddr + mapping.size
    }
    return true
  }

  private mapping(vaddr: number, write: boolean): Mapping {
    if (!Number.isInteger(vaddr)) {
      throw new RangeError(`${write ? "write to" : "read of"} ${vaddr}: an address is a whole number`)
    }
    const found = this.vspace.find(vaddr)
    if (found === undefined) throw memoryFault(vaddr, write, "translation")
    if (!(write ? found.perms.write : found.perms.read)) throw memoryFault(vaddr, write, "permission")
    return found
  }

  private read(vaddr: number, size: AccessSize): number {
    const mapping = this.mapping(vaddr, false)
    const offset = vaddr - mapping.vaddr
    const pa = mapping.frames.base + offset
    if (mapping.frames.device) return this.readDevice(vaddr, pa, size)
    if (offset + size > mapping.size || (pa % CHUNK_BYTES) + size > CHUNK_BYTES) {
      let value = 0
      for (let n = 0; n < size; n += 1) value += this.read(vaddr + n, 1) * 2 ** (8 * n)
      return value
    }
    const host = this.backing.memory.hostOffset(pa)
    if (size === 4) return this.view.getUint32(host, true)
    return size === 1 ? this.view.getUint8(host) : this.view.getUint16(host, true)
  }

  private write(vaddr: number, size: AccessSize, value: number): void {
    const mapping = this.mapping(vaddr, true)
    const offset = vaddr - mapping.vaddr
    const pa = mapping.frames.base + offset
    if (mapping.frames.device) {
      this.writeDevice(vaddr, pa, size, value)
      return
    }
    if (offset + size > mapping.size || (pa % CHUNK_BYTES) + size > CHUNK_BYTES) {
      for (let n = 0; n < size; n += 1) this.write(vaddr + n, 1, (value >>> (8 * n)) & 0xff)
      return
    }
    const host = this.backing.memory.hostOffset(pa)
    if (size === 4) this.view.setUint32(host, value, true)
    else if (size === 1) this.view.setUint8(host, value)
    else this.view.setUint16(host, value, true)
    this.backing.memoryWritten(pa, size)
  }

  private readDevice(vaddr: number, pa: number, size: AccessSize): number {
    if (vaddr % size !== 0) throw memoryFault(vaddr, false, "alignment")
    this.backing.initiator.cpu = this.core
    const value = this.backing.bus.read(pa, size)
    if (value === undefined) throw memoryFault(vaddr, false, "external")
    return value
  }

  private writeDevice(vaddr: number, pa: number, size: AccessSize, value: number): void {
    if (vaddr % size !== 0) throw memoryFault(vaddr, true, "alignment")
    this.backing.initiator.cpu = this.core
    if (!this.backing.bus.write(pa, size, value)) throw memoryFault(vaddr, true, "external")
  }

  /** Visits the range mapping by mapping: physical address, offset in the range, length. */
  private pieces(
    vaddr: number,
    size: number,
    write: boolean,
    visit: (pa: number, at: number, length: number, device: boolean) => void,
  ): void {
    for (let at = 0; at < size;) {
      const mapping = this.mapping(vaddr + at, write)
      const offset = vaddr + at - mapping.vaddr
      const length = Math.min(size - at, mapping.size - offset)
      visit(mapping.frames.base + offset, at, length, mapping.frames.device)
      at += length
    }
  }
}
