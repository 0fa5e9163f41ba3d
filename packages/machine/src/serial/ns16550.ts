// SPDX-License-Identifier: BSD-2-Clause
//
// The 16550 UART (National Semiconductor PC16550D data sheet) as SoCs have it in memory: its eight registers at a
// distance of 2^reg-shift bytes, which is a property of the node or of the chip. What is sent leaves at once; received
// characters wait in a FIFO of 16 with its trigger levels and its time-out, which is that of 115200 baud. Behind the
// eight, a vendor's registers are storage. Line errors, breaks and DMA are left out; modem lines say "ready".

import type { Clock } from "../clock.ts"
import type { AccessSize, DeviceState, Line } from "../device.ts"
import type { DeviceContext, DeviceFactory, SerialBackend, SerialPort } from "../device-factory.ts"
import { OneShot } from "../one-shot.ts"
import { loadArrays, saveArrays, stateField } from "../saved-arrays.ts"

/** Registers by number; RBR and THR are 0, as is DLL behind LCR.DLAB. */
const DATA = 0
const IER = 1
const IIR_FCR = 2
const LCR = 3
const MCR = 4
const LSR = 5
const MSR = 6
/** The divisor's halves, where they are kept. */
const DIVISOR = 8
/** A vendor's first register behind the eight. */
const VENDOR = 8

const IER_RX = 1 << 0
const IER_THRE = 1 << 1
const IER_KEPT = 0x0f
const IIR_NONE = 1
const IIR_THRE = 2
const IIR_RX = 4
const IIR_TIMEOUT = 0xc
const IIR_FIFOS = 0xc0
const FCR_ENABLE = 1 << 0
const FCR_CLEAR_RX = 1 << 1
const LCR_DLAB = 1 << 7
const MCR_OUT2 = 1 << 3
const MCR_LOOP = 1 << 4
const MCR_KEPT = 0x1f
const LSR_DR = 1 << 0
/** Transmitter and its holding register are empty. */
const LSR_EMPTY = 0x60
/** CTS, DSR and DCD. */
const MSR_READY = 0xb0

const FIFO_DEPTH = 16
const TRIGGERS = [1, 4, 8, 14]
/** Four characters of ten bits. */
const TIMEOUT_NS = Math.ceil((4 * 10 * 1_000_000_000) / 115_200)
/** Reads of status or data without a write between them, from which on the guest polls for what is typed. */
const POLLS = 8

/** A 16550. Its registers are `1 << shift` bytes apart. */
export class Ns16550 implements SerialPort {
  readonly name: string
  onReceiveSpace: () => void = () => undefined

  /** IER, FCR, LCR, MCR and SCR by their numbers; the divisor behind them. */
  private readonly registers = new Uint8Array(10)
  private readonly fifo = new Uint8Array(FIFO_DEPTH)
  /** Where the oldest character is, how many there are, THRE is pending, timed out, receiver ready, polls. */
  private readonly scalars = new Uint32Array(6)
  private readonly vendor = new Map<number, number>()
  private readonly line: Line
  private readonly clock: Clock
  private readonly serial: SerialBackend | undefined
  private readonly timeout: OneShot
  private readonly shift: number

  constructor(context: DeviceContext, shift: number) {
    this.name = context.path
    this.shift = shift
    this.line = context.line(0)
    this.clock = context.clock
    this.serial = context.serial
    this.timeout = new OneShot(context.events, () => {
      this.scalars[3] = 1
      this.drive()
    })
    this.reset()
  }

  reset(): void {
    this.registers.fill(0)
    this.fifo.fill(0)
    this.scalars.fill(0)
    this.vendor.clear()
    this.timeout.cancel()
    this.drive()
  }

  private get count(): number {
    return this.scalars[1]
  }

  private get depth(): number {
    return (this.registers[IIR_FCR] & FCR_ENABLE) === 0 ? 1 : FIFO_DEPTH
  }

  private get trigger(): number {
    return this.depth === 1 ? 1 : (TRIGGERS[this.registers[IIR_FCR] >>> 6] ?? 1)
  }

  /** The most urgent interrupt that is pending and enabled, as IIR names it. */
  private pending(): number {
    const enabled = this.registers[IER]
    if ((enabled & IER_RX) !== 0 && this.count >= this.trigger) return IIR_RX
    if ((enabled & IER_RX) !== 0 && this.scalars[3] !== 0) return IIR_TIMEOUT
    return (enabled & IER_THRE) !== 0 && this.scalars[2] !== 0 ? IIR_THRE : IIR_NONE
  }

  private drive(): void {
    this.line.set(this.pending() !== IIR_NONE)
  }

  receiveSpace(): number {
    return this.scalars[4] === 0 ? 0 : this.depth - this.count
  }

  receive(byte: number): boolean {
    if (this.receiveSpace() <= 0) return false
    this.push(byte)
    this.drive()
    return true
  }

  private push(byte: number): void {
    if (this.count >= this.depth) return
    this.fifo[(this.scalars[0] + this.count) % FIFO_DEPTH] = byte
    this.scalars[1] += 1
    this.restartTimeout()
  }

  /** It runs while characters wait, and begins again with each that comes or goes. */
  private restartTimeout(): void {
    this.scalars[3] = 0
    if (this.count === 0 || this.depth === 1) this.timeout.cancel()
    else this.timeout.arm(this.clock.nowNs() + TIMEOUT_NS)
  }

  private pop(): number {
    if (this.count === 0) return 0
    const byte = this.fifo[this.scalars[0]]
    this.scalars[0] = (this.scalars[0] + 1) % FIFO_DEPTH
    this.scalars[1] -= 1
    this.restartTimeout()
    this.drive()
    if (this.scalars[4] !== 0) this.onReceiveSpace()
    return byte
  }

  /**
   * The receiver takes characters once somebody waits for them: its interrupt is on and led out (OUT2), or the guest
   * polls. A driver's start tries the interrupts and empties the FIFO; what came in before would be lost.
   */
  private updateReceiver(): void {
    const led = (this.registers[IER] & IER_RX) !== 0 && (this.registers[MCR] & MCR_OUT2) !== 0
    if (this.scalars[4] !== 0 || !(led || this.scalars[5] >= POLLS)) return
    this.scalars[4] = 1
    this.onReceiveSpace()
  }

  private poll(): void {
    this.scalars[5] += 1
    if (this.scalars[5] >= POLLS) this.updateReceiver()
  }

  read(offset: number, _size: AccessSize): number {
    const register = offset >>> this.shift
    if (this.scalars[4] === 0 && (register === DATA || register === LSR)) this.poll()
    const latch = (this.registers[LCR] & LCR_DLAB) !== 0
    switch (register) {
      case DATA:
        return latch ? this.registers[DIVISOR] : this.pop()
      case IER:
        return this.registers[latch ? DIVISOR + 1 : IER]
      case IIR_FCR:
        return this.identify()
      case LSR:
        return LSR_EMPTY | (this.count === 0 ? 0 : LSR_DR)
      case MSR:
        return this.modem()
      default:
        return register < VENDOR ? this.registers[register] : (this.vendor.get(register) ?? 0)
    }
  }

  /** Reading IIR takes back the transmitter's interrupt where it is the one named. */
  private identify(): number {
    const pending = this.pending()
    if (pending === IIR_THRE) {
      this.scalars[2] = 0
      this.drive()
    }
    return pending | (this.depth === 1 ? 0 : IIR_FIFOS)
  }

  /** In loopback the modem's inputs are its outputs: RTS to CTS, DTR to DSR, OUT1 to RI, OUT2 to DCD. */
  private modem(): number {
    const control = this.registers[MCR]
    if ((control & MCR_LOOP) === 0) return MSR_READY
    return ((control & 2) << 3) | ((control & 1) << 5) | ((control & 0xc) << 4)
  }

  write(offset: number, _size: AccessSize, value: number): void {
    const register = offset >>> this.shift
    const latch = (this.registers[LCR] & LCR_DLAB) !== 0
    this.scalars[5] = 0
    if (latch && register <= IER) this.registers[DIVISOR + register] = value
    else if (register === DATA) this.transmit(value & 0xff)
    else if (register === IER) this.enable(value & IER_KEPT)
    else if (register === IIR_FCR) this.control(value & 0xff)
    else if (register === MCR) this.registers[MCR] = value & MCR_KEPT
    else if (register >= VENDOR) this.vendor.set(register, value >>> 0)
    else if (register !== LSR && register !== MSR) this.registers[register] = value
    if (register === IER || register === MCR) this.updateReceiver()
  }

  private transmit(byte: number): void {
    if ((this.registers[MCR] & MCR_LOOP) === 0) this.serial?.transmit(byte)
    else this.push(byte)
    this.scalars[2] = 1
    this.drive()
  }

  /** Enabling the transmitter's interrupt raises it: the holding register is empty. */
  private enable(value: number): void {
    if ((value & ~this.registers[IER] & IER_THRE) !== 0) this.scalars[2] = 1
    this.registers[IER] = value
    this.drive()
  }

  /** FCR: switching the FIFOs off empties them. */
  private control(value: number): void {
    const on = (value & FCR_ENABLE) !== 0
    if (!on || (value & FCR_CLEAR_RX) !== 0) {
      this.scalars[0] = 0
      this.scalars[1] = 0
    }
    this.registers[IIR_FCR] = on ? value & 0xc1 : 0
    this.restartTimeout()
    this.drive()
    if (this.receiveSpace() > 0) this.onReceiveSpace()
  }

  private arrays(): Record<string, Uint32Array | Uint8Array> {
    return { registers: this.registers, fifo: this.fifo, scalars: this.scalars }
  }

  state(): DeviceState {
    const vendor = [...this.vendor].map(([register, value]) => [register, value])
    return { arrays: saveArrays(this.arrays()), timeout: this.timeout.state(), vendor }
  }

  fromState(state: DeviceState): void {
    loadArrays(this.name, this.arrays(), stateField(this.name, state, "arrays"))
    this.timeout.fromState(Number(stateField(this.name, state, "timeout")))
    const vendor = stateField(this.name, state, "vendor")
    if (!Array.isArray(vendor)) throw new RangeError(`${this.name}: the saved registers are no list`)
    this.vendor.clear()
    for (const entry of vendor) if (Array.isArray(entry)) this.vendor.set(Number(entry[0]), Number(entry[1]))
    this.drive()
  }
}

/** A 16550 whose node says how far apart its registers are; `chip` where the chip alone does. */
export const ns16550 =
  (chip = 0): DeviceFactory =>
  (context) =>
    new Ns16550(context, context.u32("reg-shift") ?? chip)
