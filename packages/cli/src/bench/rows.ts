// SPDX-License-Identifier: BSD-2-Clause
//
// The rows of the benchmark: what the guest's shell is given to do. A row's output is its answer, which must be the
// same in both machines.

/** How much work; steps, or MiB of zeros. */
export interface Sizes {
  readonly steps: number
  readonly sha256Mib: number
  readonly gzipMib: number
}

export interface Row {
  readonly name: string
  /** In words, for the help. */
  readonly about: string
  /** One line of shell; a row without one is the boot itself. */
  readonly work?: (sizes: Sizes) => string
}

export const ROWS: readonly Row[] = [
  { name: "boot", about: "process start to the first line of /init" },
  {
    name: "shell",
    about: "a loop of the shell",
    work: ({ steps }) => `i=0; while [ $i -lt ${steps} ]; do i=$((i+1)); done; echo $i`,
  },
  {
    name: "sha256",
    about: "sha256sum of zeros",
    work: ({ sha256Mib }) => `dd if=/dev/zero bs=1M count=${sha256Mib} 2>/dev/null | sha256sum`,
  },
  {
    name: "gzip",
    about: "gzip -9 of zeros",
    work: ({ gzipMib }) => `dd if=/dev/zero bs=1M count=${gzipMib} 2>/dev/null | gzip -9 | wc -c`,
  },
]
