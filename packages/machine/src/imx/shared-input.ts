// SPDX-License-Identifier: BSD-2-Clause
//
// An input of an interrupt controller that several devices share: high while any of them drives it high.

import type { Line } from "../device.ts"

class SharedInput {
  private readonly drivers: { level: boolean }[] = []
  private readonly changed: (level: boolean) => void

  /** `changed` hears the common level every time a driver sets its own. */
  constructor(changed: (level: boolean) => void) {
    this.changed = changed
  }

  get level(): boolean {
    return this.drivers.some((driver) => driver.level)
  }

  /** A line for one more device. */
  driver(): Line {
    const driver = { level: false }
    this.drivers.push(driver)
    return {
      set: (level) => {
        driver.level = level
        this.changed(this.level)
      },
    }
  }
}

/** The inputs of a controller by number, each made when its first device is wired. */
export class SharedInputs {
  private readonly inputs = new Map<number, SharedInput>()
  private readonly changed: (input: number, level: boolean) => void

  constructor(changed: (input: number, level: boolean) => void) {
    this.changed = changed
  }

  driver(input: number): Line {
    const found = this.inputs.get(input) ?? new SharedInput((level) => this.changed(input, level))
    this.inputs.set(input, found)
    return found.driver()
  }

  level(input: number): boolean {
    return this.inputs.get(input)?.level ?? false
  }
}
