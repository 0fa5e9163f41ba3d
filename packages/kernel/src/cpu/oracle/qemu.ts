// SPDX-License-Identifier: BSD-2-Clause
//
// Runs a batch of placed sequences under qemu-aarch64 (user mode, a CPU model of the name that ours has) and gives
// what came out.

import { spawnSync } from "node:child_process"
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { CONTROL, CONTROL_SIZE, control, driver } from "./driver.ts"
import { elf, type Segment } from "./elf.ts"
import { codeOf, type Placed } from "./layout.ts"
import { CODE, DATA, DATA_SIZE, END, RESULT_SIZE, RESULTS, S_ENTRY, STATE_SIZE, STATES } from "./state.ts"

const COMMAND = "qemu-aarch64"
/** Models of qemu that are ours with something left out: qemu's max has more. */
const FLAVOURS: Readonly<Record<string, string>> = { max: "max,pauth=off,sve=off,sme=off" }
const TIMEOUT_MS = 120_000

/** Whether qemu-aarch64 is there, by its first line of --version. */
export function qemuVersion(): string | undefined {
  const result = spawnSync(COMMAND, ["--version"], { encoding: "utf8" })
  return result.status === 0 ? result.stdout.split("\n")[0] : undefined
}

function segments(batch: readonly Placed[], window: Uint8Array): { entry: number; segments: Segment[] } {
  const { words, start } = driver()
  const states = new Uint8Array(batch.length * STATE_SIZE)
  const view = new DataView(states.buffer)
  batch.forEach(({ sequence, at }, n) => {
    states.set(sequence.state, n * STATE_SIZE)
    view.setBigUint64(n * STATE_SIZE + S_ENTRY, BigInt(at), true)
  })
  const nothing = new Uint8Array(0)
  return {
    entry: start,
    segments: [
      { at: END, bytes: new Uint8Array(words.buffer), writable: false },
      { at: CONTROL, bytes: control(batch.length, window), size: CONTROL_SIZE, writable: true },
      { at: CODE, bytes: new Uint8Array(codeOf(batch).buffer), writable: false },
      { at: DATA, bytes: nothing, size: DATA_SIZE, writable: true },
      { at: STATES, bytes: states, writable: true },
      { at: RESULTS, bytes: nothing, size: batch.length * RESULT_SIZE, writable: true },
    ],
  }
}

/** What qemu said instead of results. */
export class QemuError extends Error {}

/** The results of the sequences, RESULT_SIZE bytes each. Throws QemuError when qemu gives something else. */
export function runQemu(batch: readonly Placed[], window: Uint8Array, cpu: string): Buffer {
  const made = segments(batch, window)
  const folder = mkdtempSync(join(tmpdir(), "a64-oracle-"))
  try {
    const file = join(folder, "batch")
    writeFileSync(file, elf(made.entry, made.segments), { mode: 0o755 })
    const size = batch.length * RESULT_SIZE
    const output = join(folder, "results")
    const to = openSync(output, "w")
    const result = spawnSync(COMMAND, ["-cpu", FLAVOURS[cpu] ?? cpu, file], {
      stdio: ["ignore", to, "pipe"],
      timeout: TIMEOUT_MS,
    })
    closeSync(to)
    const results = readFileSync(output)
    if (result.error !== undefined || result.status !== 0 || results.length !== size) {
      const why = result.error?.message ?? `status ${result.status}, signal ${result.signal}`
      throw new QemuError(`${COMMAND}: ${why}; ${results.length} of ${size} bytes. ${result.stderr}`)
    }
    return results
  } finally {
    rmSync(folder, { recursive: true })
  }
}
