// SPDX-License-Identifier: BSD-2-Clause
//
// Where and with what a measurement was made, in words for its report.

import { arch, cpus, release, totalmem, type } from "node:os"

import { VERSION } from "../version.ts"

export interface Host {
  /** The processors and the memory. */
  readonly machine: string
  /** YYYY-MM-DD, UTC. */
  readonly date: string
  readonly versions: string
  /** The command line that was given. */
  readonly command: string
}

/** `qemu` is the first line of its --version. */
export function thisHost(qemu: string, argv: readonly string[]): Host {
  const models = [...new Set(cpus().map(({ model }) => model.trim()))].join(", ")
  const gib = (totalmem() / 2 ** 30).toFixed(0)
  return {
    machine: `${cpus().length} x ${models} (${arch()}), ${gib} GiB of RAM, ${type()} ${release()}`,
    date: new Date().toISOString().slice(0, 10),
    versions: `vmm ${VERSION}, Node ${process.versions.node} (V8 ${process.versions.v8}), ${qemu}`,
    command: ["pnpm vmm bench", ...argv].join(" "),
  }
}
