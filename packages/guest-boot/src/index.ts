// SPDX-License-Identifier: BSD-2-Clause
//
// @vmm/guest-boot: image formats and boot protocols of guests, and where guest files come from.

export {}
