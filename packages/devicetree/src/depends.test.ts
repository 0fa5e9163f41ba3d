// SPDX-License-Identifier: BSD-2-Clause
//
// A serial port that hangs on clocks, pins, a power domain and an interrupt controller, and who hangs on them.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import { compileDts } from "./compile.ts"
import { dependenciesOf, dependentsOf } from "./depends.ts"
import { findByPath } from "./query.ts"

const test = suite("devicetree: what a device drags in")

const SOURCE = `/dts-v1/;
/ {
	#address-cells = <1>;
	#size-cells = <1>;
	osc: oscillator { compatible = "fixed-clock"; #clock-cells = <0>; };
	gated: gated { compatible = "gpio-gate-clock"; #clock-cells = <0>; clocks = <&late 1>; };
	soc {
		compatible = "simple-bus";
		#address-cells = <1>;
		#size-cells = <1>;
		reg = <0x30000000 0x400000>;
		ranges;
		interrupt-parent = <&gpc>;

		gic: gic@38800000 { reg = <0x38800000 0x10000>; interrupt-controller; #interrupt-cells = <3>;
			interrupt-parent = <&gic>; };
		gpc: gpc@303a0000 {
			reg = <0x303a0000 0x10000>;
			interrupt-controller; #interrupt-cells = <3>; interrupt-parent = <&gic>; interrupts = <0 87 4>;
			pgc { #address-cells = <1>; #size-cells = <0>;
				pd: power-domain@2 { reg = <2>; #power-domain-cells = <0>; power-supply = <&pmic>; }; };
		};
		ccm: ccm@30380000 { reg = <0x30380000 0x10000>; #clock-cells = <1>; clocks = <&osc>; };
		late: late@30390000 { reg = <0x30390000 0x1000>; #clock-cells = <1>; };
		pins: pins@30330000 { reg = <0x30330000 0x10000>; uart_pins: uart { fsl,pins = <1>; }; };
		off: off@30350000 { reg = <0x30350000 0x1000>; #reset-cells = <1>; status = "disabled"; };
		i2c@30a20000 { reg = <0x30a20000 0x1000>; #address-cells = <1>; #size-cells = <0>;
			pmic: pmic@4b { reg = <0x4b>; }; };
		serial: serial@30860000 {
			reg = <0x30860000 0x10000>;
			interrupts = <0 26 4>;
			clocks = <&ccm 4>, <&gated>;
			pinctrl-0 = <&uart_pins>;
			power-domains = <&pd>;
			resets = <&off 3>;
		};
	};
};
`

const compiled = compileDts([{ file: "a.dts", text: SOURCE }])
if ("left" in compiled) throw new Error(JSON.stringify(compiled.left))
const tree = compiled.right
const node = (path: string) => {
  const found = findByPath(tree, path)
  if (found === undefined) throw new Error(path)
  return found
}

test("clocks behind clocks, pins, domains, resets and interrupt controllers are all found", () => {
  const found = dependenciesOf(tree, node("/soc/serial@30860000"))
  assert.equal(
    found.map((one) => [one.node.name, one.property, one.disabledBy?.name]),
    [
      ["ccm@30380000", "clocks", undefined],
      ["pins@30330000", "pinctrl-0", undefined],
      ["gpc@303a0000", "power-domains", undefined],
      ["off@30350000", "resets", "off@30350000"],
      ["late@30390000", "clocks", undefined],
    ],
  )
})

test("a node that needs nothing drags nothing in", () => {
  assert.equal(dependenciesOf(tree, node("/soc/late@30390000")), [])
})

test("who names a node, or its parts, hangs on it", () => {
  const names = (path: string) => dependentsOf(tree, node(path)).map((one) => [one.node.name, one.property])
  assert.equal(names("/soc/pins@30330000"), [["serial@30860000", "pinctrl-0"]])
  assert.equal(names("/soc/gpc@303a0000"), [
    ["soc", "interrupt-parent"],
    ["serial@30860000", "power-domains"],
  ])
  assert.equal(names("/soc/serial@30860000"), [])
})

test.run()
