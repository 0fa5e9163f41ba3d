// SPDX-License-Identifier: BSD-2-Clause
//
// What a Linux guest's console says about its boot and its end: milestones, oopses (arch/arm64/kernel/traps.c die,
// arch/arm64/mm/fault.c die_kernel_fault) and panics (kernel/panic.c). Lines are taken as they come, escape sequences
// and time stamps stripped.

/** How far the guest came, in the order in which a guest comes to it. */
export type ConsoleMilestone = "first-byte" | "linux" | "init"

/** A panic, as the console told of it. */
export interface GuestPanic {
  /** What stands behind `Kernel panic - not syncing: `. */
  readonly reason: string
  /** It will go no further by itself. */
  readonly ended: boolean
}

const ESCAPE = new RegExp(`${String.fromCharCode(27)}\\[[0-9;?]*[A-Za-z]|\\r`, "g")
const STAMP = /^(?:<\d+>)?\[\s*\d+\.\d+\](?:\[\s*[TC]\d+\])?\s?/
const PANIC = /Kernel panic - not syncing: (.*)/
const PANIC_END = /---\[ end Kernel panic/
/** What the first process is called (kernel/printk, dump_stack_print_info). */
const FIRST = /\bPID: 1 Comm: (.+?) (?:Not tainted|Tainted)/
const OOPS = new RegExp(
  "^(Unable to handle kernel .*|Internal error: .*|kernel BUG at .*|BUG: .*|Unhandled fault.*|Oops.*|" +
    ".*: Asynchronous SError.*)",
)
const INIT = /^Run (\/\S+) as init process/
const LINUX = /^(Booting Linux on physical CPU|Linux version )/
/** Lines of before that explain a panic. */
const FAILURE = new RegExp(
  "(initramfs unpacking failed|Failed to execute|Requested init .* failed|Cannot open root device|" +
    "Unable to mount|No working init|junk within compressed|invalid magic|RAMDISK: .*|Out of memory|" +
    "No filesystem could mount|unable to open an initial console)",
  "i",
)
/** What shells say of a command that they cannot start. */
const COMPLAINT =
  /: (not found|No such file or directory|Permission denied|Exec format error|applet not found)$/i
const COMPLAINTS = 4
const MAX_LINE = 1000
const MAX_KEPT = 12
/** Lines of an oops: registers, the stack's functions, the code. */
const MAX_OOPS = 120

/** Reads along what Linux prints: how far it came, and what went wrong. */
export class ConsoleWatch {
  readonly reached = new Set<ConsoleMilestone>()
  panic: GuestPanic | undefined
  /** The first line of each oops, at most twelve. */
  readonly oopses: string[] = []
  /** The first oops as a whole: its first line and those behind it. */
  readonly oops: string[] = []
  /** Lines that told of a failure before. */
  readonly failures: string[] = []
  /** The last complaints of programs about what they could not start. */
  readonly complaints: string[] = []
  /** The last lines, the youngest last. */
  readonly last: string[] = []
  /** The program that the kernel started first, by its path in the guest. */
  init: string | undefined
  /** The last lines before the panic. */
  before: readonly string[] = []
  /** What the first process was called when it panicked. */
  called: string | undefined
  private partial = ""

  /** Takes what the guest has sent. */
  feed(text: string): void {
    if (text === "") return
    this.reached.add("first-byte")
    const lines = (this.partial + text).split("\n")
    this.partial = (lines.pop() ?? "").slice(-MAX_LINE)
    for (const line of lines) this.line(line.replace(ESCAPE, "").replace(STAMP, ""))
  }

  /** The line that is not ended yet, such as a prompt. */
  get open(): string {
    return this.partial.replace(ESCAPE, "").replace(STAMP, "")
  }

  /** As after power-on. */
  reset(): void {
    this.reached.clear()
    this.panic = undefined
    this.init = undefined
    this.before = []
    this.called = undefined
    for (const lines of [this.oopses, this.oops, this.failures, this.complaints, this.last]) lines.length = 0
    this.partial = ""
  }

  private line(line: string): void {
    if (line === "") return
    this.last.push(line)
    if (this.last.length > MAX_KEPT) this.last.shift()
    if (this.oops.length > 0 ? this.oops.length < MAX_OOPS : OOPS.test(line)) this.oops.push(line)
    if (LINUX.test(line)) this.reached.add("linux")
    const init = INIT.exec(line)?.[1]
    if (init !== undefined) {
      this.reached.add("init")
      this.init = init
    }
    if (this.reached.has("init") && COMPLAINT.test(line)) {
      this.complaints.push(line)
      if (this.complaints.length > COMPLAINTS) this.complaints.shift()
    }
    if (this.panic !== undefined) this.called ??= FIRST.exec(line)?.[1]
    const reason = PANIC.exec(line)?.[1]
    if (reason !== undefined && this.panic === undefined) this.before = this.last.slice(0, -1)
    if (PANIC_END.test(line)) this.panic = { reason: this.panic?.reason ?? reason ?? "", ended: true }
    else if (reason !== undefined) this.panic = { reason, ended: false }
    else if (OOPS.test(line) && this.oopses.length < MAX_KEPT) this.oopses.push(line)
    else if (FAILURE.test(line) && this.failures.length < MAX_KEPT) this.failures.push(line)
  }
}
