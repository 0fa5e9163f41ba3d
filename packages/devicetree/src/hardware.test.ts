// SPDX-License-Identifier: BSD-2-Clause
//
// Which nodes of a tree are hardware.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import * as dt from "./index.ts"
import { treeOf } from "./oracle-fixture.ts"

const test = suite("hardware")

test("CPUs are the enabled cpu nodes under /cpus", () => {
  const cpus =
    'cpus { cpu@0 { device_type = "cpu"; }; cpu@1 { device_type = "cpu"; status = "disabled"; }; cpu-map { }; }; ' +
    'cpu@2 { device_type = "cpu"; };'
  const tree = treeOf(`/dts-v1/;\n/ { ${cpus} };`)
  assert.equal(
    dt.cpuNodes(tree).map(({ path }) => path),
    ["/cpus/cpu@0"],
  )
})

test("hardware is what lies outside of CPUs, memory and what the tree says of itself", () => {
  const tree = treeOf(`/dts-v1/;
/ {
  aliases { }; chosen { linux,x { }; }; cpus { cpu@0 { }; }; memory@0 { device_type = "memory"; };
  ram { device_type = "memory"; }; reserved-memory { cma { }; }; soc { uart { }; }; firmware { scmi { }; };
};`)
  assert.equal(
    [...dt.hardwareNodes(tree)].map(({ path }) => path),
    ["/soc", "/soc/uart", "/firmware", "/firmware/scmi"],
  )
})

test.run()
