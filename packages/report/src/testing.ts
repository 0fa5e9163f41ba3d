// SPDX-License-Identifier: BSD-2-Clause
//
// A small device tree and a fault in it, for tests.

import { compileDts, type DeviceTree } from "@vmm/devicetree"
import type { FaultFacts } from "./fault/fault-facts.ts"

const BOARD = `/dts-v1/;
/ {
	#address-cells = <1>;
	#size-cells = <1>;
	interrupt-parent = <&gic>;

	memory@40000000 {
		device_type = "memory";
		reg = <0x40000000 0x10000000>;
	};

	soc {
		compatible = "simple-bus";
		#address-cells = <1>;
		#size-cells = <1>;
		ranges = <0 0x30000000 0x1000000>;

		gic: interrupt-controller@800000 {
			compatible = "arm,gic-v3";
			reg = <0x800000 0x10000>;
			interrupt-controller;
			#interrupt-cells = <3>;
		};

		wdog1: watchdog@280000 {
			compatible = "fsl,imx8mq-wdt", "fsl,imx21-wdt";
			reg = <0x280000 0x10000>;
			interrupts = <0 78 4>;
		};

		odd@290010 {
			compatible = "example,odd";
			reg = <0x290010 0x10>, <0x2a0000 0x1800>;
			interrupts = <0 4 1>, <0 5 4>, <1 3 4>;
		};

		wire@290020 {
			reg = <0x290020 0x10>;
			status = "disabled";
		};
	};
};
`

/** The board's tree after `overlay`. Throws when either does not compile. */
export function sampleTree(overlay = ""): DeviceTree {
  const sources = [
    { file: "board.dts", text: BOARD },
    { file: "guest.dts", text: overlay },
  ]
  const compiled = compileDts(sources)
  if ("left" in compiled) throw new Error(JSON.stringify(compiled.left))
  return compiled.right
}

/** A Linux driver that writes to the watchdog; `change` replaces parts. */
export function sampleFault(change: Partial<FaultFacts> = {}): FaultFacts {
  return {
    vm: "linux",
    pd: "vmm",
    vcpu: 0,
    fault: "VMFault",
    reason: "nothing is mapped or emulated at 0x30280008",
    ip: 0xffff800008a1b2c4n,
    ipIpa: 0x40a1b2c4,
    esr: 0x93810046,
    far: 0xffff80000a28d008n,
    ipa: 0x30280008,
    access: { kind: "write", size: 4 },
    instruction: 0xb9000841,
    registers: {
      pc: 0xffff800008a1b2c4n,
      spsr: 0x60000005n,
      x2: 0xffff80000a28d000n,
      x30: 0xffff800008a1b200n,
    },
    ...change,
  }
}
