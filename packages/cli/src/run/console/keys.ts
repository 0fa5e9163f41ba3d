// SPDX-License-Identifier: BSD-2-Clause
//
// Keys of a terminal: all go to the guest but those after Ctrl-A, as in QEMU's `-nographic`.

const PREFIX = 0x01

export const KEYS_HELP = [
  "Ctrl-A X       leave",
  "Ctrl-A H       this list",
  "Ctrl-A A       send Ctrl-A to the guest",
  "everything else goes to the guest, Ctrl-C too",
]

export interface KeyActions {
  type(bytes: Uint8Array): void
  leave(): void
  help(): void
}

/** Reads what a terminal sends. */
export class Keys {
  private prefixed = false
  private readonly actions: KeyActions

  constructor(actions: KeyActions) {
    this.actions = actions
  }

  read(bytes: Uint8Array): void {
    const typed: number[] = []
    for (const byte of bytes) {
      if (this.prefixed) {
        this.prefixed = false
        this.command(byte, typed)
      } else if (byte === PREFIX) this.prefixed = true
      else typed.push(byte)
    }
    this.actions.type(Uint8Array.from(typed))
  }

  private command(byte: number, typed: number[]): void {
    const key = String.fromCharCode(byte).toLowerCase()
    if (key === "x") this.actions.leave()
    else if (key === "a" || byte === PREFIX) typed.push(PREFIX)
    else this.actions.help()
  }
}
