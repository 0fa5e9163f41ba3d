// SPDX-License-Identifier: BSD-2-Clause
//
// A message between protection domains, or from the kernel to a fault handler: seL4's message info and
// message registers (libsel4, shared_types.bf and seL4_MsgMaxLength). Capability transfer is left out:
// Microkit's domains never send caps.

/** Greatest number of message registers (seL4_MsgMaxLength). */
export const MESSAGE_MAX_LENGTH = 120

/** Label (0 .. 2^52 - 1) and message registers (unsigned 64-bit each, at most MESSAGE_MAX_LENGTH). */
export interface Message {
  readonly label: number
  readonly words: readonly bigint[]
}

/** The empty message: what a fault handler answers to let the faulting thread go on. */
export const EMPTY_MESSAGE: Message = { label: 0, words: [] }

/** microkit_msginfo_new with its message registers. */
export function message(label: number, ...words: readonly bigint[]): Message {
  return { label, words }
}
