// SPDX-License-Identifier: BSD-2-Clause
//
// How a package of the workspace is built: ES modules beside the declarations that tsc wrote. The command has a form of
// its own.

import { defineConfig } from "tsup"

export default defineConfig({
  format: ["esm"],
  dts: false,
  sourcemap: true,
  clean: ["!**/*.d.ts", "!**/*.d.ts.map"],
  platform: "node",
  target: "node20",
})
