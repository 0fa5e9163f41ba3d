#!/usr/bin/env node
// SPDX-License-Identifier: BSD-2-Clause
//
// `pnpm vmm`: a command of the workspace, so that nothing but its own output is on stdout.

import "../../scripts/vmm.mjs"
