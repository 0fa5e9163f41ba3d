// SPDX-License-Identifier: BSD-2-Clause
//
// Fault status codes, DFSC and IFSC of ESR_ELx.ISS, in the words of the Arm ARM (DDI 0487, D17.2.37, "ISS
// encoding for an exception from a Data Abort" and "... from an Instruction Abort"); and AET of an SError.
// Values that are not listed are reserved.

export const FAULT_STATUS: Readonly<Record<number, string>> = {
  0x00: "Address size fault, level 0 of translation or translation table base register",
  0x01: "Address size fault, level 1",
  0x02: "Address size fault, level 2",
  0x03: "Address size fault, level 3",
  0x04: "Translation fault, level 0",
  0x05: "Translation fault, level 1",
  0x06: "Translation fault, level 2",
  0x07: "Translation fault, level 3",
  0x08: "Access flag fault, level 0",
  0x09: "Access flag fault, level 1",
  0x0a: "Access flag fault, level 2",
  0x0b: "Access flag fault, level 3",
  0x0c: "Permission fault, level 0",
  0x0d: "Permission fault, level 1",
  0x0e: "Permission fault, level 2",
  0x0f: "Permission fault, level 3",
  0x10: "Synchronous External abort, not on translation table walk or hardware update of translation table",
  0x11: "Synchronous Tag Check Fault",
  0x12: "Synchronous External abort on translation table walk or hardware update of translation table, level -2",
  0x13: "Synchronous External abort on translation table walk or hardware update of translation table, level -1",
  0x14: "Synchronous External abort on translation table walk or hardware update of translation table, level 0",
  0x15: "Synchronous External abort on translation table walk or hardware update of translation table, level 1",
  0x16: "Synchronous External abort on translation table walk or hardware update of translation table, level 2",
  0x17: "Synchronous External abort on translation table walk or hardware update of translation table, level 3",
  0x18: "Synchronous parity or ECC error on memory access, not on translation table walk",
  0x1b: "Synchronous parity or ECC error on memory access on translation table walk, level -1",
  0x1c: "Synchronous parity or ECC error on memory access on translation table walk, level 0",
  0x1d: "Synchronous parity or ECC error on memory access on translation table walk, level 1",
  0x1e: "Synchronous parity or ECC error on memory access on translation table walk, level 2",
  0x1f: "Synchronous parity or ECC error on memory access on translation table walk, level 3",
  0x21: "Alignment fault",
  0x22: "Granule Protection Fault on translation table walk or hardware update of translation table, level -2",
  0x23: "Granule Protection Fault on translation table walk or hardware update of translation table, level -1",
  0x24: "Granule Protection Fault on translation table walk or hardware update of translation table, level 0",
  0x25: "Granule Protection Fault on translation table walk or hardware update of translation table, level 1",
  0x26: "Granule Protection Fault on translation table walk or hardware update of translation table, level 2",
  0x27: "Granule Protection Fault on translation table walk or hardware update of translation table, level 3",
  0x28: "Granule Protection Fault, not on translation table walk or hardware update of translation table",
  0x29: "Address size fault, level -1",
  0x2a: "Translation fault, level -2",
  0x2b: "Translation fault, level -1",
  0x2c: "Address size fault, level -2",
  0x30: "TLB conflict abort",
  0x31: "Unsupported atomic hardware update fault",
  0x34: "IMPLEMENTATION DEFINED fault (Lockdown)",
  0x35: "IMPLEMENTATION DEFINED fault (Unsupported Exclusive or Atomic access)",
}

/** AET, ESR_ELx.ISS bits 12:10 of an SError whose DFSC is 0b010001. */
export const ASYNCHRONOUS_ERROR_TYPES: Readonly<Record<number, string>> = {
  0: "Uncontainable (UC)",
  1: "Unrecoverable state (UEU)",
  2: "Restartable state (UEO)",
  3: "Recoverable state (UER)",
  6: "Corrected (CE)",
}
