// SPDX-License-Identifier: BSD-2-Clause
//
// PrimeCell UART (PL011), revision r1p5, after its Technical Reference Manual (DDI 0183G) chapter 3:
// FIFOs of 32, receive, transmit and receive-timeout interrupts, loopback. What is sent leaves at once, so
// the transmit FIFO is always empty; framing, parity, modem lines, IrDA and DMA are storage only.

import type { Clock } from "../clock.ts"
import type { AccessSize, DeviceState, EventSink, Line } from "../device.ts"
import type { DeviceContext, DeviceFactory, SerialBackend, SerialPort } from "../device-factory.ts"
import { OneShot } from "../one-shot.ts"
import { primecellId } from "./primecell.ts"
import { loadArrays, saveArrays, stateField } from "../saved-arrays.ts"

const DR = 0x00
const FR = 0x18
const IBRD = 0x24
const FBRD = 0x28
const LCRH = 0x2c
const CR = 0x30
const IFLS = 0x34
const IMSC = 0x38
const RIS = 0x3c
const MIS = 0x40
const ICR = 0x44
const DMACR = 0x48
const REGISTERS_END = 0x4c

const FR_RXFE = 1 << 4
const FR_RXFF = 1 << 6
const FR_TXFE = 1 << 7

const LCRH_FEN = 1 << 4
const CR_UARTEN = 1 << 0
const CR_LBE = 1 << 7
const CR_RXE = 1 << 9
const CR_RESET = 0x300
const IFLS_RESET = 0x12

const INT_RX = 1 << 4
const INT_TX = 1 << 5
const INT_RT = 1 << 6
const INT_MASK = 0x7ff

const FIFO_DEPTH = 32
const PERIPH_ID = 0x00341011
const DEFAULT_CLOCK_HZ = 24_000_000
const DEFAULT_BAUD = 115_200
const NS_PER_S = 1_000_000_000
/** Reads of status or data without a write between them, from which on the guest polls for what is typed. */
const POLLS = 8
/** The receive timeout: 32 bit periods without a character (3.4.2). */
const TIMEOUT_BITS = 32

/** Bits that a register keeps, by word index. */
const WRITABLE: Readonly<Record<number, number>> = {
  0x20: 0xff,
  [IBRD]: 0xffff,
  [FBRD]: 0x3f,
  [LCRH]: 0xff,
  [CR]: 0xff87,
  [IFLS]: 0x3f,
  [IMSC]: INT_MASK,
  [DMACR]: 0x7,
}

const POLLED: ReadonlySet<number> = new Set([DR, FR, RIS, MIS])

/** A PL011 UART. Characters leave at once. */
export class Pl011 implements SerialPort {
  readonly name: string
  onReceiveSpace: () => void = () => undefined

  /** Stored registers, by offset / 4. */
  private readonly registers = new Uint32Array(REGISTERS_END >>> 2)
  private readonly fifo = new Uint8Array(FIFO_DEPTH)
  /** Where the oldest received character is, how many there are, raw interrupt status, receiver ready, polls. */
  private readonly scalars = new Uint32Array(5)
  private readonly line: Line
  private readonly clock: Clock
  private readonly sink: EventSink
  private readonly clockHz: number
  private readonly serial: SerialBackend | undefined
  private readonly timeout: OneShot
  private warned = false

  constructor(context: DeviceContext) {
    this.name = context.path
    this.line = context.line(0)
    this.clock = context.clock
    this.sink = context.sink
    this.clockHz = context.clockHz ?? DEFAULT_CLOCK_HZ
    this.serial = context.serial
    this.timeout = new OneShot(context.events, () => this.raise(INT_RT))
    this.reset()
  }

  reset(): void {
    this.registers.fill(0)
    this.registers[CR >>> 2] = CR_RESET
    this.registers[IFLS >>> 2] = IFLS_RESET
    this.fifo.fill(0)
    this.scalars.fill(0)
    this.timeout.cancel()
    this.drive()
  }

  private get count(): number {
    return this.scalars[1]
  }

  private get depth(): number {
    return (this.registers[LCRH >>> 2] & LCRH_FEN) === 0 ? 1 : FIFO_DEPTH
  }

  /** Characters in the FIFO from which on the receive interrupt is raised (UARTIFLS 5:3). */
  private get trigger(): number {
    if (this.depth === 1) return 1
    const select = (this.registers[IFLS >>> 2] >>> 3) & 7
    return [4, 8, 16, 24, 28][select] ?? 16
  }

  private bitsNs(bits: number): number {
    const divisor = this.registers[IBRD >>> 2] + this.registers[FBRD >>> 2] / 64
    const baud = divisor === 0 ? DEFAULT_BAUD : this.clockHz / (16 * divisor)
    return Math.ceil((bits * NS_PER_S) / baud)
  }

  private raise(bits: number): void {
    this.scalars[2] |= bits
    this.drive()
  }

  private lower(bits: number): void {
    this.scalars[2] &= ~bits
    this.drive()
  }

  private drive(): void {
    this.line.set((this.scalars[2] & this.registers[IMSC >>> 2]) !== 0)
  }

  receiveSpace(): number {
    return this.scalars[3] === 0 ? 0 : this.depth - this.count
  }

  receive(byte: number): boolean {
    if (this.receiveSpace() <= 0) return false
    this.push(byte)
    return true
  }

  private push(byte: number): void {
    this.fifo[(this.scalars[0] + this.count) % FIFO_DEPTH] = byte
    this.scalars[1] += 1
    this.timeout.arm(this.clock.nowNs() + this.bitsNs(TIMEOUT_BITS))
    if (this.count >= this.trigger) this.raise(INT_RX)
  }

  /** Reads the oldest character; an empty FIFO gives 0. */
  private pop(): number {
    if (this.count === 0) return 0
    const byte = this.fifo[this.scalars[0]]
    this.scalars[0] = (this.scalars[0] + 1) % FIFO_DEPTH
    this.scalars[1] -= 1
    let lowered = this.count < this.trigger ? INT_RX : 0
    if (this.count === 0) {
      lowered |= INT_RT
      this.timeout.cancel()
    }
    this.lower(lowered)
    if (this.scalars[3] !== 0) this.onReceiveSpace()
    return byte
  }

  private transmit(byte: number): void {
    const control = this.registers[CR >>> 2]
    if ((control & CR_UARTEN) === 0 && !this.warned) {
      this.warned = true
      this.sink.event(this.name, "transmit-while-disabled", { control })
    }
    if ((control & CR_LBE) === 0) this.serial?.transmit(byte)
    else if (this.count < this.depth) this.push(byte)
    this.raise(INT_TX)
  }

  /**
   * The receiver takes characters once it is enabled and somebody waits for them: its interrupts are on, or the
   * guest polls. A driver's console output leaves the receiver enabled and reads the flags between its writes,
   * and its start empties the FIFO; what came in before would be lost.
   */
  private updateReceiver(): void {
    const enabled = (this.registers[CR >>> 2] & (CR_UARTEN | CR_RXE)) === (CR_UARTEN | CR_RXE)
    const awaited = (this.registers[IMSC >>> 2] & (INT_RX | INT_RT)) !== 0 || this.scalars[4] >= POLLS
    if (!enabled) this.scalars[3] = 0
    else if (this.scalars[3] === 0 && awaited) {
      this.scalars[3] = 1
      this.onReceiveSpace()
    }
  }

  /** Status or data was read while nobody had been seen to wait for characters. */
  private poll(): void {
    this.scalars[4] += 1
    if (this.scalars[4] >= POLLS) this.updateReceiver()
  }

  read(offset: number, _size: AccessSize): number {
    if (this.scalars[3] === 0 && POLLED.has(offset)) this.poll()
    switch (offset) {
      case FR:
        return FR_TXFE | (this.count === 0 ? FR_RXFE : 0) | (this.count >= this.depth ? FR_RXFF : 0)
      case DR:
        return this.pop()
      case RIS:
        return this.scalars[2]
      case MIS:
        return this.scalars[2] & this.registers[IMSC >>> 2]
      case ICR:
        return 0
      default:
        if (offset < REGISTERS_END) return this.registers[offset >>> 2]
        return Math.max(primecellId(offset, PERIPH_ID), 0)
    }
  }

  write(offset: number, _size: AccessSize, value: number): void {
    this.scalars[4] = 0
    if (offset === DR) {
      this.transmit(value & 0xff)
      return
    }
    if (offset === ICR) {
      this.lower(value & INT_MASK)
      return
    }
    const writable = WRITABLE[offset]
    if (writable === undefined) return
    this.registers[offset >>> 2] = value & writable
    if (offset === LCRH) this.changeDepth()
    if (offset === IMSC) this.drive()
    if (offset === CR || offset === IMSC) this.updateReceiver()
  }

  /** Switching the FIFOs off empties them (3.3.7). */
  private changeDepth(): void {
    if (this.depth !== 1 || this.count <= 1) return
    this.scalars[0] = 0
    this.scalars[1] = 0
    this.timeout.cancel()
    this.lower(INT_RX | INT_RT)
  }

  private arrays(): Record<string, Uint32Array | Uint8Array> {
    return { registers: this.registers, fifo: this.fifo, scalars: this.scalars }
  }

  state(): DeviceState {
    return {
      arrays: saveArrays(this.arrays()),
      timeout: this.timeout.state(),
    }
  }

  fromState(state: DeviceState): void {
    loadArrays(this.name, this.arrays(), stateField(this.name, state, "arrays"))
    this.timeout.fromState(Number(stateField(this.name, state, "timeout")))
    this.drive()
  }
}

export const pl011: DeviceFactory = (context) => new Pl011(context)
