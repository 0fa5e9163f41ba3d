// SPDX-License-Identifier: BSD-2-Clause
//
// The host's side of the guest's serial port. What the guest sends is gathered and handed on in pieces; what is to
// be typed waits until the port's receiver takes it, so that nothing is lost and, with the virtual clock, the same
// input arrives at the same instruction in every run.

import type { SerialBackend, SerialPort } from "@vmm/machine"
import { ConsoleWatch } from "@vmm/report"

/** Characters of the console that `--expect` can look back on. */
const WINDOW = 0x1_0000
const FIRST_PIECE = 0x1000

export class GuestConsole implements SerialBackend {
  /** What a Linux guest says of its boot and its end. */
  readonly watch = new ConsoleWatch()
  /** True once the console matched. */
  matched = false
  private readonly expected: RegExp | undefined
  private pending = new Uint8Array(FIRST_PIECE)
  private length = 0
  private seen = ""
  private readonly typed: Uint8Array[] = []
  /** Position in the first of `typed`. */
  private at = 0
  private port: SerialPort | undefined

  constructor(expected?: RegExp) {
    this.expected = expected
  }

  /** Connects the board's port; a board that is built anew after a reset brings a new one. */
  connect(port: SerialPort | undefined): void {
    this.port = port
    this.watch.reset()
    if (port === undefined) return
    port.onReceiveSpace = () => this.pump()
    this.pump()
  }

  transmit(byte: number): void {
    if (this.length === this.pending.length) {
      const larger = new Uint8Array(this.length * 2)
      larger.set(this.pending)
      this.pending = larger
    }
    this.pending[this.length] = byte
    this.length += 1
  }

  /** What the guest has sent since the last call. */
  take(): Uint8Array {
    const piece = this.pending.slice(0, this.length)
    this.length = 0
    if (piece.length > 0) this.watch.feed(Buffer.from(piece).toString("latin1"))
    if (this.expected !== undefined && piece.length > 0) this.look(this.expected, piece)
    return piece
  }

  private look(expected: RegExp, piece: Uint8Array): void {
    this.seen = (this.seen + Buffer.from(piece).toString("latin1")).slice(-WINDOW)
    const text = Buffer.from(this.seen, "latin1").toString("utf8")
    this.matched ||= expected.test(text) || expected.test(text.replaceAll("\r", ""))
  }

  /** Types these bytes, after those that wait already. */
  type(bytes: Uint8Array): void {
    if (bytes.length > 0) this.typed.push(bytes)
    this.pump()
  }

  /** Bytes that wait to be typed. */
  waiting(): number {
    return this.typed.reduce((sum, { length }) => sum + length, -this.at)
  }

  private pump(): void {
    const { port } = this
    while (port !== undefined) {
      const [first] = this.typed
      if (first === undefined) return
      if (port.receiveSpace() <= 0 || !port.receive(first[this.at] ?? 0)) return
      this.at += 1
      if (this.at === first.length) {
        this.typed.shift()
        this.at = 0
      }
    }
  }
}
