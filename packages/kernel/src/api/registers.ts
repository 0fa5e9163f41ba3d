// SPDX-License-Identifier: BSD-2-Clause
//
// Register fields of the TCB and VCPU invocations: seL4_UserContext (libsel4, aarch64 sel4/sel4_arch/types.h)
// and seL4_VCPUReg (aarch64 constants.h; SMP order, with VMPIDR_EL2). A field is the number of the register
// in these lists.

/** seL4_UserContext, in its order: what the TCB of a vCPU (or of any machine-code thread) holds. */
export const TCB_FIELDS = [
  "pc",
  "sp",
  "spsr",
  "x0",
  "x1",
  "x2",
  "x3",
  "x4",
  "x5",
  "x6",
  "x7",
  "x8",
  "x16",
  "x17",
  "x18",
  "x29",
  "x30",
  "x9",
  "x10",
  "x11",
  "x12",
  "x13",
  "x14",
  "x15",
  "x19",
  "x20",
  "x21",
  "x22",
  "x23",
  "x24",
  "x25",
  "x26",
  "x27",
  "x28",
  "tpidr_el0",
  "tpidrro_el0",
] as const

export const TCB_PC = 0
export const TCB_SP = 1
export const TCB_SPSR = 2
export const TCB_TPIDR_EL0 = 34
export const TCB_TPIDRRO_EL0 = 35

/** TCB field of X0..X30: `TCB_X[n]`. */
export const TCB_X: readonly number[] = Array.from({ length: 31 }, (_, n) =>
  TCB_FIELDS.findIndex((name) => name === `x${n}`),
)
/** General register of a TCB field, -1 for the fields that are none. */
export const TCB_GENERAL: readonly number[] = TCB_FIELDS.map((_, field) => TCB_X.indexOf(field))

/** seL4_VCPUReg, in its order. */
export const VCPU_FIELDS = [
  "SCTLR",
  "TTBR0",
  "TTBR1",
  "TCR",
  "MAIR",
  "AMAIR",
  "CIDR",
  "ACTLR",
  "CPACR",
  "AFSR0",
  "AFSR1",
  "ESR",
  "FAR",
  "PAR",
  "VBAR",
  "TPIDR_EL1",
  "VMPIDR_EL2",
  "SP_EL1",
  "ELR_EL1",
  "SPSR_EL1",
  "CNTV_CTL",
  "CNTV_CVAL",
  "CNTVOFF",
  "CNTKCTL_EL1",
] as const
/** A vCPU's register by its name in `VCPU_FIELDS`. */
export type VcpuFieldName = (typeof VCPU_FIELDS)[number]

/** `VCPU_REG.SCTLR` is the field number of seL4_VCPUReg_SCTLR. */
export const VCPU_REG = Object.fromEntries(VCPU_FIELDS.map((name, field) => [name, field])) as Readonly<
  Record<VcpuFieldName, number>
>
