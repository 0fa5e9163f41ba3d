import { spawnSync } from "node:child_process"

import { defineConfig, type Options } from "tsup"

const common: Options = {
  dts: false,
  sourcemap: true,
  platform: "node",
  target: "node20",
  noExternal: [/.*/],
  esbuildOptions: (options) => {
    options.conditions = ["@vmm/source", "import"]
    options.minifyWhitespace = true
    options.minifySyntax = true
  },
}

/**
 * The command is one script, so that V8 can keep all of its compiled code in one file beside it; `bin.js` starts it.
 * What it asks of `import.meta` are the parameters of the function around it.
 */
const script: Options = {
  ...common,
  entry: { vmm: "src/bin.ts" },
  format: ["cjs"],
  splitting: false,
  shims: false,
  define: {
    "import.meta.url": "__vmmUrl",
    "import.meta.dirname": "__vmmFolder",
    "import.meta.filename": "__vmmFile",
  },
  banner: { js: "(function(exports,module,require,__vmmUrl,__vmmFile,__vmmFolder){" },
  footer: { js: "})" },
  onSuccess: async () => {
    for (const what of ["all", "used"]) {
      const args = ["../../scripts/code-cache.mjs", "dist/vmm.cjs", what]
      const { status } = spawnSync(process.execPath, args, { stdio: "inherit" })
      if (status !== 0) throw new Error("the code cache was not made")
    }
  },
}

const modules: Options = {
  ...common,
  entry: { bin: "src/start.ts", index: "src/index.ts" },
  format: ["esm"],
  splitting: true,
  clean: ["!**/*.d.ts", "!**/*.d.ts.map", "!**/vmm.cjs*"],
  banner: { js: "#!/usr/bin/env node" },
}

export default defineConfig([modules, script])
