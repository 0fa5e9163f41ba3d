// SPDX-License-Identifier: BSD-2-Clause
//
// @vmm/cli: the vmm command.

export {}
