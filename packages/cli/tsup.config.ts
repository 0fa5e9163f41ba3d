import { defineConfig } from "tsup"

// One file with all that it needs, so that the command starts at once.
export default defineConfig({
  entry: { bin: "src/bin.ts", index: "src/index.ts" },
  format: ["esm"],
  dts: false,
  sourcemap: true,
  clean: ["!**/*.d.ts", "!**/*.d.ts.map"],
  splitting: true,
  platform: "node",
  target: "node20",
  noExternal: [/.*/],
  banner: { js: "#!/usr/bin/env node" },
  esbuildOptions: (options) => {
    options.conditions = ["@vmm/source", "import"]
    options.minifyWhitespace = true
    options.minifySyntax = true
  },
})
