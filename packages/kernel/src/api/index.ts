// SPDX-License-Identifier: BSD-2-Clause
//
// The kernel's user interface: what a protection domain holds and calls.

export {}
