#!/usr/bin/env -S node --v8-pool-size=1
// SPDX-License-Identifier: BSD-2-Clause
//
// `pnpm vmm`: a command of the workspace, so that nothing but its own output is on stdout. One thread of V8's beside
// the machine's own is enough to compile on; four take its core away from it.

import "../../scripts/vmm.mjs"
