// SPDX-License-Identifier: BSD-2-Clause
//
// The rows of the benchmark: what the guest's shell is given to do, in which machine, and how long it may take
// beside QEMU. What a row prints and what its check prints is its answer, which must be the same in both machines.

/** How much work each row does; `scaledSizes` makes it of `--scale`. */
export interface Sizes {
  readonly steps: number
  readonly textMib: number
  readonly forks: number
  readonly calls: number
  readonly faultMib: number
  readonly exits: number
  /** Repetitions of the numerical programs. */
  readonly times: number
}

const FULL: Sizes = {
  steps: 1_000_000,
  textMib: 64,
  forks: 5_000,
  calls: 2_000_000,
  faultMib: 512,
  exits: 1_000_000,
  times: 20,
}

/** The sizes of the table in docs/performance.md times `scale`, each at least 1. */
export function scaledSizes(scale: number): Sizes {
  const part = (size: number) => Math.max(1, Math.round(size * scale))
  return {
    steps: part(FULL.steps),
    textMib: part(FULL.textMib),
    forks: part(FULL.forks),
    calls: part(FULL.calls),
    faultMib: part(FULL.faultMib),
    exits: part(FULL.exits),
    times: part(FULL.times),
  }
}

/**
 * How a machine is started. `boot`: the example's guest, nothing of an earlier run kept but the engine's own module;
 * `kaslr`: with a seed; `warm`: with all that an earlier run left behind; `work`: the guest with our programs.
 */
export type Start = "boot" | "kaslr" | "warm" | "work"

/** What a row finds in the guest's /tmp; made before it, untimed. */
export type Material = "text" | "gz" | "bz2"

export interface Row {
  readonly name: string
  /** In words, for the help and the table. */
  readonly about: string
  /** The greatest ratio, our time / QEMU's, that is good enough. */
  readonly reach: number
  readonly start: Start
  /** Its ratio goes into the geometric mean. */
  readonly compute: boolean
  readonly needs?: readonly Material[]
  /** One line of shell, timed; a row without one is the boot itself. */
  readonly work?: (sizes: Sizes) => string
  /** One line of shell after it, untimed. */
  readonly check?: string
}

/** One line of shell for each material. The compressed ones are eight copies of an eighth, which is quicker. */
export const MATERIALS: Readonly<Record<Material, (sizes: Sizes) => string>> = {
  text: ({ textMib }) => `${PROGRAMS}/text ${textMib} >/tmp/text`,
  gz: ({ textMib }) => eighths("gzip", "gz", textMib),
  bz2: ({ textMib }) => eighths("bzip2", "bz2", textMib),
}

/** Where the guest has our programs. */
export const PROGRAMS = "/bench"

const MIB = 0x10_0000

function eighths(program: string, suffix: string, textMib: number): string {
  const part = `/tmp/part.${suffix}`
  const make = `head -c ${(textMib * MIB) / 8} /tmp/text | ${program} >${part}`
  return `${make}; for i in 1 2 3 4 5 6 7 8; do cat ${part}; done >/tmp/text.${suffix}; rm ${part}`
}

const FOUR_TEXTS = "/tmp/text /tmp/text /tmp/text /tmp/text"
/** The digest of what a row left in /tmp/out, which then goes. */
const OUT = "md5sum </tmp/out; rm /tmp/out"

function boot(name: string, start: Start, reach: number, about: string): Row {
  return { name, about, reach, start, compute: false }
}

function compute(name: string, reach: number, about: string, work: Row["work"] & {}): Row {
  return { name, about, reach, start: "work", compute: true, work }
}

/** Busybox on the text. */
function onText(name: string, reach: number, about: string, work: string, more: Partial<Row> = {}): Row {
  return { ...compute(name, reach, about, () => work), needs: ["text"], ...more }
}

function system(name: string, reach: number, about: string, work: Row["work"] & {}): Row {
  return { ...compute(name, reach, about, work), compute: false }
}

export const ROWS: readonly Row[] = [
  boot("boot", "boot", 1.5, "process start to the first line of /init, stock Debian kernel"),
  boot("boot-kaslr", "kaslr", 1.5, "the same with a KASLR seed: page-table isolation on"),
  boot("boot-warm", "warm", 1.2, "the same a second time, with what the first left on disk"),
  compute("shell", 0.8, "a loop of the shell, 1,000,000 steps", ({ steps }) => {
    return `i=0; while [ $i -lt ${steps} ]; do i=$((i+1)); done; echo $i`
  }),
  onText("sha256", 0.8, "sha256sum of 256 MiB: the text four times", `sha256sum ${FOUR_TEXTS}`),
  onText("md5", 0.8, "md5sum of the same", `md5sum ${FOUR_TEXTS}`),
  onText("crc", 0.8, "crc32 of the same", `crc32 ${FOUR_TEXTS}`),
  onText("gzip", 0.9, "gzip of 64 MiB of text", "gzip -c /tmp/text >/tmp/out", { check: OUT }),
  onText("gunzip", 0.9, "gunzip to 64 MiB of text", "gunzip -c /tmp/text.gz >/tmp/out", {
    needs: ["text", "gz"],
    check: OUT,
  }),
  onText("bzip2", 0.9, "bzip2 -d to 64 MiB of text", "bzip2 -dc /tmp/text.bz2 >/tmp/out", {
    needs: ["text", "bz2"],
    check: OUT,
  }),
  onText("sort", 1, "sort of the text's lines", "sort /tmp/text >/tmp/out", { check: OUT }),
  onText(
    "awk",
    1,
    "awk over fields of the text",
    "awk '{ n += NF; s += $1; if ($3 > m) m = $3 } END { print NR, n, s, m }' /tmp/text",
  ),
  onText("grep", 1, "grep for an expression in the text", "grep -c 'ka[a-z]*n .*[aeiou]$' /tmp/text"),
  compute("float", 0.6, "double precision: matrix product, FFT, n-body", ({ times }) => {
    return `${PROGRAMS}/float ${times}`
  }),
  compute("neon", 1, "vectors of integers and floats", ({ times }) => `${PROGRAMS}/neon ${times}`),
  system("fork", 1.5, "5,000 times fork, exec of true, wait", ({ forks }) => `${PROGRAMS}/fork ${forks}`),
  system("syscall", 1, "2,000,000 times getppid", ({ calls }) => `${PROGRAMS}/syscall ${calls}`),
  system("pagefault", 1.5, "512 MiB mapped and touched, twice", ({ faultMib }) => {
    return `${PROGRAMS}/pagefault ${faultMib}`
  }),
  system("mmio", 1, "1,000,000 reads of an emulated device", ({ exits }) => `${PROGRAMS}/mmio ${exits}`),
]

/** The greatest geometric mean of the compute rows' ratios that is good enough. */
export const MEAN_REACH = 0.8
/** What our peak resident set may have above QEMU's, MiB. */
export const RSS_REACH_MIB = 250
