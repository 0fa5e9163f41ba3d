// SPDX-License-Identifier: BSD-2-Clause
//
// Systems for the tests of this package: a small board as text, changed by whoever tests, parsed into what the rules
// compare.

import { compileDts, cpuNodes, type DeviceTree, memoryRanges } from "@vmm/devicetree"
import { applyEdits, type Diagnostic } from "@vmm/diagnostic"
import { parseGuestConfig } from "@vmm/guest-boot"
import { parseSystem, placeRegions } from "@vmm/system"

import { disagreements } from "./agree.ts"
import type { Agreement, Images } from "./input.ts"

export const BOARD = `/dts-v1/;
/ {
	#address-cells = <2>;
	#size-cells = <2>;
	interrupt-parent = <&gic>;
	aliases { serial0 = &uart0; };
	chosen { stdout-path = "/serial@9000000"; };
	cpus {
		#address-cells = <1>;
		#size-cells = <0>;
		cpu@0 { device_type = "cpu"; compatible = "arm,cortex-a53"; reg = <0>; enable-method = "psci"; };
	};
	memory@40000000 { device_type = "memory"; reg = <0x0 0x40000000 0x0 0x40000000>; };
	psci { compatible = "arm,psci-1.0"; method = "smc"; };
	timer { compatible = "arm,armv8-timer"; interrupts = <1 13 8>, <1 14 8>, <1 11 8>, <1 10 8>; };
	osc: oscillator { compatible = "fixed-clock"; #clock-cells = <0>; clock-frequency = <24000000>; };
	gic: interrupt-controller@8000000 {
		compatible = "arm,gic-400";
		interrupt-controller;
		#interrupt-cells = <3>;
		reg = <0x0 0x8000000 0x0 0x1000>, <0x0 0x8010000 0x0 0x2000>,
		      <0x0 0x8030000 0x0 0x2000>, <0x0 0x8040000 0x0 0x2000>;
	};
	ccm: clock-controller@9100000 {
		compatible = "acme,ccm";
		reg = <0x0 0x9100000 0x0 0x1000>;
		#clock-cells = <1>;
		clocks = <&osc>;
	};
	pins: pinctrl@9200000 {
		compatible = "acme,pins";
		reg = <0x0 0x9200000 0x0 0x1000>;
		uart_pins: uart { pins = <1>; };
	};
	uart0: serial@9000000 {
		compatible = "arm,pl011", "arm,primecell";
		reg = <0x0 0x9000000 0x0 0x1000>;
		interrupts = <0 1 4>;
		clocks = <&ccm 4>; clock-names = "apb_pclk";
		pinctrl-0 = <&uart_pins>;
	};
	rtc: rtc@9010000 {
		compatible = "acme,rtc";
		reg = <0x0 0x9010000 0x0 0x1000>;
		interrupts = <0 2 4>;
		status = "disabled";
	};
	sd: mmc@9020000 {
		compatible = "acme,sdhci";
		reg = <0x0 0x9020000 0x0 0x10000>;
		interrupts = <0 3 4>;
		clocks = <&ccm 5>;
		status = "disabled";
	};
};
`

export const OVERLAY = `/ {
	memory@40000000 {
		reg = <0x0 0x40000000 0x0 0x10000000>;
	};
};
`

export const SYSTEM = `<system>
    <memory_region name="ram" size="0x1000_0000" page_size="0x20_0000" />
    <memory_region name="uart" size="0x1000" phys_addr="0x900_0000" />
    <memory_region name="ccm" size="0x1000" phys_addr="0x910_0000" />
    <memory_region name="pins" size="0x1000" phys_addr="0x920_0000" />
    <memory_region name="gicv" size="0x1000" phys_addr="0x804_0000" />
    <protection_domain name="vmm" priority="100">
        <program_image path="vmm.elf" />
        <map mr="ram" vaddr="0x4000_0000" perms="rw" />
        <virtual_machine name="linux" priority="50">
            <vcpu id="0" />
            <map mr="ram" vaddr="0x4000_0000" perms="rwx" />
            <map mr="uart" vaddr="0x900_0000" perms="rw" cached="false" />
            <map mr="ccm" vaddr="0x910_0000" perms="rw" cached="false" />
            <map mr="pins" vaddr="0x920_0000" perms="rw" cached="false" />
            <map mr="gicv" vaddr="0x801_0000" perms="rw" cached="false" />
        </virtual_machine>
        <irq irq="33" id="1" />
    </protection_domain>
</system>
`

export const GUEST = `{
  "kernel": "Image",
  "cmdline": "console=ttyAMA0 earlycon=pl011,0x9000000"
}
`

/** The texts of an example; what is left out is as above. */
export interface Texts {
  readonly system?: string
  readonly board?: string
  readonly overlay?: string
  /** Undefined: as above; the empty string: no guest.json. */
  readonly guest?: string
  readonly images?: Images
}

const KEPT_SIZE = 0x100_0000

function tree(...sources: readonly { readonly file: string; readonly text: string }[]): DeviceTree {
  const found = compileDts(sources)
  if (found._tag === "Left") throw new Error(found.left.map(({ message }) => message).join("; "))
  return found.right
}

/** What the rules compare; throws for texts that do not parse. */
export function agreementFor(texts: Texts = {}): Agreement {
  const board = { file: "ex/board.dts", text: texts.board ?? BOARD }
  const overlay = { file: "ex/overlay.dts", text: texts.overlay ?? OVERLAY }
  const source = { file: "ex/ex.system", text: texts.system ?? SYSTEM }
  const hardware = tree(board)
  const guestTree = overlay.text === "" ? hardware : tree(board, overlay)
  const parsed = parseSystem(source, { cpus: 8, prefillSize: () => undefined })
  if (parsed._tag === "Left") throw new Error(parsed.left.map(({ message }) => message).join("; "))
  const guestText = texts.guest ?? GUEST
  const guest = guestText === "" ? undefined : parseGuestConfig("ex/guest.json", guestText)
  if (guest?._tag === "Left") throw new Error(guest.left.map(({ message }) => message).join("; "))
  const ram = memoryRanges(hardware).map(({ address, size }) => ({ base: address, size }))
  const end = Math.max(...ram.map(({ base, size }) => base + size))
  const kept = [{ base: end - KEPT_SIZE, size: KEPT_SIZE, what: "the kernel's own RAM" }]
  const placed = placeRegions(parsed.right.system, ram, kept)
  const places = placed._tag === "Left" ? undefined : placed.right
  return {
    system: parsed.right.system,
    hardware,
    guestTree,
    ram,
    counterHz: 62_500_000,
    cores: cpuNodes(hardware).length,
    kept,
    physAddr: places === undefined ? undefined : (region) => places[region]?.physAddr,
    guest: guest?.right,
    images: texts.images ?? {},
    simpleVmm: () => true,
    sources: {
      system: { ...source, editName: "ex.system" },
      board: { ...board, editName: "board.dts" },
      overlays: overlay.text === "" ? [] : [{ ...overlay, editName: "overlay.dts" }],
      guest:
        guestText === "" ? undefined : { file: "ex/guest.json", editName: "guest.json", text: guestText },
    },
  }
}

/** `severity code file:line`, one finding each. */
export function codesOf(texts: Texts): readonly string[] {
  return disagreements(agreementFor(texts)).map(
    ({ severity, code, file, line }) => `${severity} ${code} ${file.slice(3)}:${line}`,
  )
}

/** The texts after a finding's fix; the first one by default. */
export function afterFix(texts: Texts, code: string, index = 0): Texts {
  const finding = disagreements(agreementFor(texts)).find((one) => one.code === code)
  const fix = finding?.fixes?.[index]
  if (fix === undefined) throw new Error(`${code} has no fix ${index}`)
  const before = new Map([
    ["ex.system", texts.system ?? SYSTEM],
    ["board.dts", texts.board ?? BOARD],
    ["overlay.dts", texts.overlay ?? OVERLAY],
    ["guest.json", texts.guest ?? GUEST],
  ])
  if (texts.overlay === "") before.delete("overlay.dts")
  const applied = applyEdits(before, fix.edits)
  if (applied.ok === undefined) throw new Error(applied.problem)
  const { ok } = applied
  return {
    ...texts,
    system: ok.get("ex.system") ?? "",
    board: ok.get("board.dts") ?? "",
    overlay: ok.get("overlay.dts") ?? ok.get("guest-overlay.dts") ?? "",
    guest: ok.get("guest.json") ?? "",
  }
}

/** The finding with a code. */
export function findingOf(texts: Texts, code: string): Diagnostic {
  const finding = disagreements(agreementFor(texts)).find((one) => one.code === code)
  if (finding === undefined) throw new Error(`no ${code}: ${codesOf(texts).join(", ")}`)
  return finding
}
