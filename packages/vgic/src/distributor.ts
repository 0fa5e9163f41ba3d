// SPDX-License-Identifier: BSD-2-Clause
//
// The distributor's registers as a guest's loads and stores meet them, GICv2 (IHI 0048B section 4.3) and
// GICv3 (IHI 0069H section 12.9) with affinity routing always on and one security state (CTLR.ARE and
// CTLR.DS read 1). Offsets that hold no register read as zero and ignore writes.

import type { Interrupts } from "./interrupts.ts"
import * as R from "./register-table.ts"
import { readSgiPending, writeSgiPending, writeSgir } from "./sgi.ts"
import { readWord, writeWord } from "./word-registers.ts"

/** GICD_CTLR of GICv3: ARE (bit 4) and DS (bit 6), both fixed. */
const CTLR_ARE_DS = 0x50
/** GICD_TYPER of GICv3: IDbits (23:19) = 9, ten bits of INTID. */
const TYPER_IDBITS = 9 << 19

/** Size of the distributor's region in bytes. */
export function distributorSize(version: 2 | 3): number {
  return version === 2 ? 0x1000 : 0x10000
}

function typer(interrupts: Interrupts): number {
  const lines = interrupts.words - 1
  return interrupts.version === 2 ? lines | ((interrupts.vcpus - 1) << 5) : lines | TYPER_IDBITS
}

function readId(version: 2 | 3, offset: number): number {
  const ids = version === 2 ? R.GICV2_IDS : R.GICV3_DISTRIBUTOR_IDS
  return ids[(offset - (distributorSize(version) - R.ID_REGISTERS)) >> 2]
}

/** A byte of vCPU bits per interrupt: the reader itself for SGIs and PPIs, ITARGETSR's field for SPIs. */
function readTargets(interrupts: Interrupts, vcpu: number, n: number): number {
  let value = 0
  for (let byte = 0; byte < 4; byte++) {
    const intid = n * 4 + byte
    if (intid >= interrupts.intids) break
    value |= (intid < 32 ? 1 << vcpu : interrupts.targets[intid - 32]) << (byte * 8)
  }
  return value
}

/** With one vCPU every SPI targets it and the fields are read-only (IHI 0048B section 4.3.12). */
function writeTargets(interrupts: Interrupts, n: number, value: number, mask: number): void {
  if (interrupts.vcpus === 1) return
  for (let byte = 0; byte < 4; byte++) {
    const intid = n * 4 + byte
    if (intid < 32 || intid >= interrupts.intids || ((mask >>> (byte * 8)) & 0xff) === 0) continue
    interrupts.targets[intid - 32] = (value >>> (byte * 8)) & ((1 << interrupts.vcpus) - 1)
  }
}

/** IROUTER halves: low has IRM (31), Aff2, Aff1, Aff0; high has Aff3 in bits 7:0. */
function readRoute(interrupts: Interrupts, offset: number): number {
  const spi = ((offset - R.GICD_IROUTER) >> 3) - 32
  if (spi < 0 || spi + 32 >= interrupts.intids) return 0
  const affinity = interrupts.routeAffinity[spi]
  return offset & 4 ? affinity >>> 24 : (affinity & 0xffffff) | (interrupts.routeMode[spi] << 31)
}

function writeRoute(interrupts: Interrupts, offset: number, value: number, mask: number): void {
  const spi = ((offset - R.GICD_IROUTER) >> 3) - 32
  if (spi < 0 || spi + 32 >= interrupts.intids) return
  const half = (readRoute(interrupts, offset) & ~mask) | (value & mask)
  const affinity = interrupts.routeAffinity[spi]
  if (offset & 4) {
    interrupts.routeAffinity[spi] = (affinity & 0xffffff) | ((half & 0xff) << 24)
    return
  }
  interrupts.routeAffinity[spi] = (affinity & 0xff000000) | (half & 0xffffff)
  interrupts.routeMode[spi] = half >>> 31
}

/** Whether `offset` is a register of a private interrupt, which GICv3 keeps in the redistributor instead. */
function isPrivate(offset: number): boolean {
  if (offset < R.GICD_IPRIORITYR) return (offset & 0x7f) === 0
  if (offset < R.GICD_ITARGETSR) return offset < R.GICD_IPRIORITYR + 32
  return offset < R.GICD_ICFGR + 8
}

function readV2Only(interrupts: Interrupts, vcpu: number, offset: number): number {
  if (offset >= R.GICD_ITARGETSR && offset < R.GICD_ICFGR) {
    return readTargets(interrupts, vcpu, (offset - R.GICD_ITARGETSR) >> 2)
  }
  if (offset >= R.GICD_CPENDSGIR && offset < R.GICD_SPENDSGIR_END) {
    return readSgiPending(interrupts, vcpu, (offset >> 2) & 3)
  }
  return 0
}

function writeV2Only(
  interrupts: Interrupts,
  vcpu: number,
  offset: number,
  value: number,
  mask: number,
): void {
  if (offset >= R.GICD_ITARGETSR && offset < R.GICD_ICFGR) {
    writeTargets(interrupts, (offset - R.GICD_ITARGETSR) >> 2, value, mask)
  } else if (offset === R.GICD_SGIR) {
    writeSgir(interrupts, vcpu, value & mask)
  } else if (offset >= R.GICD_CPENDSGIR && offset < R.GICD_SPENDSGIR_END) {
    writeSgiPending(interrupts, vcpu, (offset >> 2) & 3, value & mask, offset >= R.GICD_SPENDSGIR)
  }
}

function isWordRegister(offset: number): boolean {
  return (
    (offset >= R.GICD_IGROUPR && offset < R.GICD_ITARGETSR) ||
    (offset >= R.GICD_ICFGR && offset < R.GICD_ICFGR_END)
  )
}

/** Reads the aligned word at `offset`, signed or unsigned 32-bit. */
export function readDistributor(interrupts: Interrupts, vcpu: number, offset: number): number {
  const v3 = interrupts.version === 3
  if (offset === R.GICD_CTLR) return interrupts.groupEnable | (v3 ? CTLR_ARE_DS : 0)
  if (offset === R.GICD_TYPER) return typer(interrupts)
  if (offset === R.GICD_IIDR) return v3 ? R.GICV3_IIDR : R.GICV2_IIDR
  if (isWordRegister(offset)) return v3 && isPrivate(offset) ? 0 : readWord(interrupts, vcpu, offset)
  if (offset >= distributorSize(interrupts.version) - R.ID_REGISTERS)
    return readId(interrupts.version, offset)
  if (!v3) return readV2Only(interrupts, vcpu, offset)
  return offset >= R.GICD_IROUTER && offset < R.GICD_IROUTER_END ? readRoute(interrupts, offset) : 0
}

/** Writes the bytes that `mask` covers of the aligned word at `offset`. */
export function writeDistributor(
  interrupts: Interrupts,
  vcpu: number,
  offset: number,
  value: number,
  mask: number,
): void {
  const v3 = interrupts.version === 3
  if (offset === R.GICD_CTLR) {
    interrupts.groupEnable = ((interrupts.groupEnable & ~mask) | (value & mask)) & 3
  } else if (isWordRegister(offset)) {
    if (!(v3 && isPrivate(offset))) writeWord(interrupts, vcpu, offset, value, mask)
  } else if (!v3) {
    writeV2Only(interrupts, vcpu, offset, value, mask)
  } else if (offset >= R.GICD_IROUTER && offset < R.GICD_IROUTER_END) {
    writeRoute(interrupts, offset, value, mask)
  }
}
