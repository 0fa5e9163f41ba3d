import { defineConfig } from "tsup"

export default defineConfig({
  format: ["esm"],
  dts: false,
  sourcemap: true,
  clean: true,
  platform: "node",
  target: "node20",
})
