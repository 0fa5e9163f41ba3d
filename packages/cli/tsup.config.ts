import { spawnSync } from "node:child_process"
import { createRequire } from "node:module"
import { resolve } from "node:path"

import { defineConfig, type Options } from "tsup"

import { versionOf } from "./src/run/engine-version.ts"

type Plugin = NonNullable<Options["esbuildPlugins"]>[number]

/** fp-ts as ES modules, of which only what is used is bundled and evaluated. */
const fpTsModules: Plugin = {
  name: "fp-ts-modules",
  setup: ({ onResolve }) => {
    onResolve({ filter: /^fp-ts\/lib\// }, ({ path, importer }) => ({
      path: createRequire(importer).resolve(path.replace("/lib/", "/es6/")),
      sideEffects: false,
    }))
  },
}

const common: Options = {
  dts: false,
  sourcemap: true,
  platform: "node",
  target: "node20",
  noExternal: [/.*/],
  esbuildPlugins: [fpTsModules],
  esbuildOptions: (options) => {
    options.conditions = ["@vmm/source", "import"]
    options.minifyWhitespace = true
    options.minifySyntax = true
  },
}

/**
 * The command is a script, so that V8 can keep all of its compiled code in one file beside it; `bin.js` starts it, or
 * the light one where that is enough. What it asks of `import.meta` are the parameters of the function around it.
 */
const script: Options = {
  ...common,
  entry: { vmm: "src/bin.ts", light: "src/light.ts" },
  format: ["cjs"],
  splitting: false,
  shims: false,
  define: {
    "import.meta.url": "__vmmUrl",
    "import.meta.dirname": "__vmmFolder",
    "import.meta.filename": "__vmmFile",
    __vmmEngine: JSON.stringify(versionOf(resolve(import.meta.dirname, "../kernel/src/cpu"))),
  },
  banner: { js: "(function(exports,module,require,__vmmUrl,__vmmFile,__vmmFolder){" },
  footer: { js: "})" },
  onSuccess: async () => {
    for (const [script, what] of [
      ["vmm", "all"],
      ["vmm", "used"],
      ["light", "used"],
    ]) {
      const args = ["../../scripts/code-cache.mjs", `dist/${script}.cjs`, `${what}`]
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
  clean: ["!**/*.d.ts", "!**/*.d.ts.map", "!**/*.cjs*"],
  banner: { js: "#!/usr/bin/env node" },
}

export default defineConfig([modules, script])
