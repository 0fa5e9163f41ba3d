// SPDX-License-Identifier: BSD-2-Clause
//
// A folder of its own for a test: sources written into it, the command run in it, and what the command said.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"

import { captured } from "../fix/capture.ts"
import { main } from "../main.ts"

export interface Said {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs `vmm` in this process. */
export async function vmm(...argv: readonly string[]): Promise<Said> {
  return await vmmTyped("", ...argv)
}

/** Runs `vmm` with this on its stdin. */
export async function vmmTyped(input: string, ...argv: readonly string[]): Promise<Said> {
  const { stdio, said } = captured(input)
  const code = await main(argv, stdio)
  return { code, ...said }
}

export type Files = Readonly<Record<string, string | Uint8Array>>

export function writeAll(root: string, files: Files): void {
  for (const [name, content] of Object.entries(files)) {
    const path = join(root, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
  }
}

/** Runs `body` with the working directory in a fresh folder that holds `files`. */
export async function inWorkplace(files: Files, body: (root: string) => Promise<void>): Promise<void> {
  const before = process.cwd()
  const root = mkdtempSync(join(tmpdir(), "vmm-test-"))
  try {
    writeAll(root, files)
    process.chdir(root)
    await body(root)
  } finally {
    process.chdir(before)
    rmSync(root, { recursive: true, force: true })
  }
}

export const BOARD = `/dts-v1/;
/ {
	model = "test board";
	compatible = "test,board";
	#address-cells = <2>;
	#size-cells = <2>;
	interrupt-parent = <&gic>;
	chosen { stdout-path = "/serial@9000000"; };
	memory@40000000 { device_type = "memory"; reg = <0x0 0x40000000 0x0 0x4000000>; };
	cpus {
		#address-cells = <1>;
		#size-cells = <0>;
		cpu@0 { device_type = "cpu"; compatible = "arm,cortex-a53"; reg = <0>; };
	};
	gic: interrupt-controller@8000000 {
		compatible = "arm,cortex-a15-gic";
		interrupt-controller;
		#interrupt-cells = <3>;
		reg = <0x0 0x8000000 0x0 0x10000>, <0x0 0x8010000 0x0 0x10000>,
		      <0x0 0x8030000 0x0 0x10000>, <0x0 0x8040000 0x0 0x10000>;
	};
	serial@9000000 {
		compatible = "arm,pl011", "arm,primecell";
		reg = <0x0 0x9000000 0x0 0x1000>;
		interrupts = <0 1 4>;
	};
};
`

export const OVERLAY = `/ {
	memory@40000000 { reg = <0x0 0x40000000 0x0 0x200000>; };
};
`

export const SYSTEM = `<system>
  <memory_region name="ram" size="0x200000" page_size="0x200000" />
  <memory_region name="uart" size="0x1000" phys_addr="0x9000000" />
  <protection_domain name="vmm" priority="100">
    <program_image path="vmm.elf" />
    <map mr="ram" vaddr="0x40000000" perms="rw" setvar_vaddr="guest_ram_vaddr" />
    <virtual_machine name="guest" priority="50">
      <vcpu id="0" />
      <map mr="ram" vaddr="0x40000000" perms="rwx" />
      <map mr="uart" vaddr="0x9000000" perms="rw" cached="false" />
    </virtual_machine>
    <irq irq="33" id="1" />
  </protection_domain>
</system>
`

/** The system with the virtual CPU interface, which an interrupt needs. */
export const WITH_GICV: Files = {
  "ex/ex.system": SYSTEM.replace(
    "  <protection_domain",
    '  <memory_region name="gicv" size="0x1000" phys_addr="0x8040000" />\n  <protection_domain',
  ).replace(
    "    </virtual_machine>",
    '      <map mr="gicv" vaddr="0x8010000" perms="rw" cached="false" />\n    </virtual_machine>',
  ),
}

/** A complete example called \`ex\` whose guest is \`words\` of A64 machine code. */
export function example(words: readonly number[], change: Files = {}): Files {
  return {
    "ex/ex.system": SYSTEM,
    "ex/board.dts": BOARD,
    "ex/overlay.dts": OVERLAY,
    "ex/guest.json": '{ "kernel": "flat:guest.bin" }\n',
    "ex/guest.bin": new Uint8Array(Uint32Array.from(words).buffer),
    ...change,
  }
}
