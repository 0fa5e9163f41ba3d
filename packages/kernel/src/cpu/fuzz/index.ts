// SPDX-License-Identifier: BSD-2-Clause
//
// Hostile guests: random code, tables and registers at EL1 and EL0 against the engine that runs them.

export { Fuzz, type FuzzDifference } from "./fuzz.ts"
