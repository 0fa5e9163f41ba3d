import { defineConfig } from "tsup"

export default defineConfig({
  format: ["esm"],
  dts: false,
  sourcemap: true,
  clean: ["!**/*.d.ts", "!**/*.d.ts.map"],
  platform: "node",
  target: "node20",
})
