// SPDX-License-Identifier: BSD-2-Clause
//
// The worker as one file of plain JavaScript. What tsx makes of sources names every function when it is made, which
// costs the oracle an eighth of its time. It is also what a long run goes on with when sources change meanwhile.

import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { build } from "tsup"

export interface Bundle {
  readonly file: string
  readonly remove: () => void
}

/** Bundles `scripts/oracle/worker.ts` with all that it imports. */
export async function bundledWorker(): Promise<Bundle> {
  const folder = mkdtempSync(join(tmpdir(), "a64-oracle-worker-"))
  await build({
    entry: { worker: join(import.meta.dirname, "worker.ts") },
    outDir: folder,
    config: false,
    silent: true,
    format: ["esm"],
    outExtension: () => ({ js: ".mjs" }),
    platform: "node",
    target: "node20",
    noExternal: [/.*/],
    dts: false,
    clean: false,
    esbuildOptions: (options) => {
      options.conditions = ["@vmm/source", "import"]
    },
  })
  return { file: join(folder, "worker.mjs"), remove: () => rmSync(folder, { recursive: true, force: true }) }
}
