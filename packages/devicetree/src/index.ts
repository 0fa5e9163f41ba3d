// SPDX-License-Identifier: BSD-2-Clause
//
// @vmm/devicetree: device trees: compile, merge, read, write and query, every node with its source line.

export {}
