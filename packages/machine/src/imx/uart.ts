// SPDX-License-Identifier: BSD-2-Clause
//
// The i.MX UART ("Universal Asynchronous Receiver/Transmitter (UART)" in the i.MX 8M Quad Reference Manual):
// what its Linux driver and early console use. Characters leave at once, so the transmitter is always empty
// and ready; received ones wait in a FIFO of 32, with the trigger level, the ageing timer and the loopback.
// Left out: line errors, breaks, RS-485, modem lines, infrared, autobaud, DMA requests.

import type { Clock, EventQueue, ScheduledEvent } from "../clock.ts"
import type { DeviceState, Line } from "../device.ts"
import type { DeviceFactory, SerialBackend, SerialPort } from "../device-factory.ts"
import { RegisterDevice, RegisterMap, numberOf, numbersOf, record } from "./register-device.ts"
import * as R from "./uart-table.ts"

const FIFO_DEPTH = 32
/** The ageing timer runs for 8 characters of 10 bits ("Aging Character Detect"). */
const AGEING_BITS = 8 * 10
/** UFCR.RFDIV -> divider of the module clock; 7 is reserved for 7. */
const RFDIV = [6, 5, 4, 3, 2, 1, 7, 7]
const DEFAULT_CLOCK_HZ = 25_000_000
const UART_MAP = new RegisterMap(R.UART_TABLE)

export interface UartPorts {
  readonly clock: Clock
  readonly events: EventQueue
  readonly line: Line
  readonly serial?: SerialBackend
  /** Module clock in Hz, for the length of a character; 25 MHz when the tree does not tell. */
  readonly clockHz?: number
}

class ImxUart extends RegisterDevice implements SerialPort {
  onReceiveSpace: () => void = () => undefined
  private readonly ports: UartPorts
  private fifo: number[] = []
  private ageing: ScheduledEvent | undefined

  constructor(name: string, ports: UartPorts) {
    super(name, UART_MAP)
    this.ports = ports
  }

  receive(byte: number): boolean {
    if (this.receiveSpace() === 0) return false
    this.accept(byte)
    this.update()
    return true
  }

  receiveSpace(): number {
    const loop = (this.peek(R.UTS) & R.UTS_LOOP) !== 0
    return this.enabled(R.UCR2_RXEN) && !loop ? FIFO_DEPTH - this.fifo.length : 0
  }

  private enabled(direction: number): boolean {
    return (this.peek(R.UCR1) & R.UCR1_UARTEN) !== 0 && (this.peek(R.UCR2) & direction) !== 0
  }

  private accept(byte: number): void {
    if (this.fifo.length === FIFO_DEPTH) {
      this.poke(R.USR2, this.peek(R.USR2) | R.USR2_ORE)
      return
    }
    this.fifo.push(byte & 0xff)
    this.restartAgeing()
  }

  protected override readRegister(offset: number): number {
    switch (offset) {
      case R.URXD:
        return this.takeCharacter()
      case R.USR1:
        return this.status1()
      case R.USR2:
        return this.status2()
      case R.UTS: {
        const count = this.fifo.length
        const receiver = count === 0 ? R.UTS_RXEMPTY : count === FIFO_DEPTH ? R.UTS_RXFULL : 0
        return this.peek(R.UTS) | R.UTS_TXEMPTY | receiver
      }
      default:
        return this.peek(offset)
    }
  }

  private takeCharacter(): number {
    const byte = this.fifo.shift()
    if (byte === undefined) return 0
    this.restartAgeing()
    this.update()
    if (this.receiveSpace() > 0) this.onReceiveSpace()
    return R.URXD_CHARRDY | byte
  }

  private status1(): number {
    const ready = this.fifo.length >= this.triggerLevel() ? R.USR1_RRDY : 0
    return this.peek(R.USR1) | R.USR1_TRDY | R.USR1_RXDS | ready
  }

  private status2(): number {
    const data = this.fifo.length > 0 ? R.USR2_RDR : 0
    return this.peek(R.USR2) | R.USR2_TXFE | R.USR2_TXDC | R.USR2_DCDIN | data
  }

  /** UFCR.RXTL, characters in the FIFO at which RRDY rises. */
  private triggerLevel(): number {
    return Math.max(1, this.peek(R.UFCR) & 0x3f)
  }

  protected override writeRegister(offset: number, value: number): void {
    const space = this.receiveSpace()
    if (offset === R.UTXD) this.transmit(value & 0xff)
    else this.store(offset, value)
    const resetRequested =
      (offset === R.UCR2 && (value & R.UCR2_SRST) === 0) ||
      (offset === R.UTS && (value & R.UTS_SOFTRST) !== 0)
    if (resetRequested) this.softwareReset()
    this.update()
    if (this.receiveSpace() > space) this.onReceiveSpace()
  }

  private transmit(byte: number): void {
    if (!this.enabled(R.UCR2_TXEN)) return
    if ((this.peek(R.UTS) & R.UTS_LOOP) === 0) this.ports.serial?.transmit(byte)
    else if (this.enabled(R.UCR2_RXEN)) this.accept(byte)
  }

  /** UCR2.SRST: FIFOs, state machines, USR1, USR2, UBIR, UBMR and UTS; done before the next read. */
  private softwareReset(): void {
    this.fifo = []
    this.restartAgeing()
    for (const offset of [R.USR1, R.USR2, R.UBIR, R.UBMR]) this.poke(offset, 0)
    this.poke(R.UTS, this.peek(R.UTS) & R.UTS_LOOP)
  }

  /** Every character that comes or goes starts the ageing timer again, while there are some too few. */
  private restartAgeing(): void {
    this.ageing?.cancel()
    this.ageing = undefined
    const count = this.fifo.length
    if (count > 0 && count < this.triggerLevel())
      this.scheduleAgeing(this.ports.clock.nowNs() + this.ageingNs())
  }

  private scheduleAgeing(atNs: number): void {
    this.ageing = this.ports.events.schedule(atNs, () => {
      this.ageing = undefined
      this.poke(R.USR1, this.peek(R.USR1) | R.USR1_AGTIM)
      this.update()
    })
  }

  /** baud = reference / 16 * (UBIR + 1) / (UBMR + 1) ("Binary Rate Multiplier"). */
  private ageingNs(): number {
    const divider = RFDIV[(this.peek(R.UFCR) >>> 7) & 7]
    const reference = (this.ports.clockHz ?? DEFAULT_CLOCK_HZ) / divider
    const baud = ((reference / 16) * (this.peek(R.UBIR) + 1)) / (this.peek(R.UBMR) + 1)
    return Math.ceil((AGEING_BITS * 1e9) / baud)
  }

  private update(): void {
    this.ports.line.set((this.peek(R.UCR1) & R.UCR1_UARTEN) !== 0 && this.anyInterrupt())
  }

  private anyInterrupt(): boolean {
    const ucr1 = this.peek(R.UCR1)
    const ucr4 = this.peek(R.UCR4)
    const usr1 = this.status1()
    const usr2 = this.status2()
    return (
      (ucr1 & R.UCR1_TRDYEN) !== 0 ||
      (ucr1 & R.UCR1_TXMPTYEN) !== 0 ||
      (ucr4 & R.UCR4_TCEN) !== 0 ||
      ((ucr1 & R.UCR1_RRDYEN) !== 0 && (usr1 & R.USR1_RRDY) !== 0) ||
      ((this.peek(R.UCR2) & R.UCR2_ATEN) !== 0 && (usr1 & R.USR1_AGTIM) !== 0) ||
      ((this.peek(R.UCR3) & R.UCR3_RXDSEN) !== 0 && (usr1 & R.USR1_RXDS) !== 0) ||
      ((ucr4 & R.UCR4_OREN) !== 0 && (usr2 & R.USR2_ORE) !== 0) ||
      ((ucr4 & R.UCR4_DREN) !== 0 && (usr2 & R.USR2_RDR) !== 0)
    )
  }

  override reset(): void {
    super.reset()
    this.fifo = []
    this.restartAgeing()
    this.update()
  }

  override state(): DeviceState {
    return {
      registers: this.registersState(),
      fifo: [...this.fifo],
      ageingAtNs: this.ageing?.atNs ?? null,
    }
  }

  override fromState(state: DeviceState): void {
    const saved = record(state, this.name)
    this.registersFrom(saved["registers"])
    this.fifo = numbersOf(saved["fifo"])
    this.ageing?.cancel()
    this.ageing = undefined
    const atNs = numberOf(saved["ageingAtNs"], -1)
    if (atNs >= 0) this.scheduleAgeing(atNs)
    this.update()
  }
}

export const imxUart: DeviceFactory = (context) =>
  new ImxUart(context.path, {
    clock: context.clock,
    events: context.events,
    line: context.line(0),
    ...(context.serial === undefined ? {} : { serial: context.serial }),
    ...(context.clockHz === undefined ? {} : { clockHz: context.clockHz }),
  })
