// SPDX-License-Identifier: BSD-2-Clause
//
// Debug output of a VMM: libvmm's prefixes, and things that are worth saying once.

import type { Microkit } from "@vmm/kernel/api"

/** Lower-case hex with 0x in front. */
export function hex(value: number | bigint): string {
  return `0x${value.toString(16)}`
}

export class Log {
  private readonly microkit: Microkit
  private readonly said = new Set<string>()

  constructor(microkit: Microkit) {
    this.microkit = microkit
  }

  info(text: string): void {
    this.microkit.log(`${this.microkit.name}|INFO: ${text}`)
  }

  error(text: string): void {
    this.microkit.log(`${this.microkit.name}|ERROR: ${text}`)
  }

  /** `info`, the first time this very text comes. */
  once(text: string): void {
    if (this.said.has(text)) return
    this.said.add(text)
    this.info(text)
  }
}
