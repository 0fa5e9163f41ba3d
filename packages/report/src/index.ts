// SPDX-License-Identifier: BSD-2-Clause
//
// @vmm/report: from events, device tree and guest symbols to words.

export {}
