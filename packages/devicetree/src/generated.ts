// SPDX-License-Identifier: BSD-2-Clause
//
// The place of nodes and properties that code made and that stand in no file.

import type { Place } from "@vmm/diagnostic"

/** The place of what no file has: nodes and properties that the build makes. */
export const GENERATED: Place = { file: "(generated)", line: 0, column: 0, endColumn: 0 }
