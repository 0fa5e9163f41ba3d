// SPDX-License-Identifier: BSD-2-Clause
//
// @vmm/vgic: the virtual interrupt controller that a VMM gives its guest.

export {}
