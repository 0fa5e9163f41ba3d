// SPDX-License-Identifier: BSD-2-Clause
//
// What `vmm` exits with.

/** The guest powered itself off, or what was asked for was done. */
export const EXIT_OK = 0
/** The input is wrong: a mistake in a file that the user wrote. */
export const EXIT_BAD_INPUT = 1
/** The command line is wrong. */
export const EXIT_USAGE = 2
/** The guest died of a fault. */
export const EXIT_GUEST_DIED = 3
/** The time was up, or what was waited for cannot come any more. */
export const EXIT_TIMEOUT = 4
/** A mistake of the tool's own (sysexits.h, EX_SOFTWARE). */
export const EXIT_INTERNAL = 70
/** Who read our output went away (128 + SIGPIPE). */
export const EXIT_PIPE = 141
