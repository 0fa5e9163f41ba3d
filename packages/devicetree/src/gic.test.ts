// SPDX-License-Identifier: BSD-2-Clause
//
// Arm's interrupt controllers by their compatible.

import { suite } from "uvu"
import * as assert from "uvu/assert"
import * as dt from "./index.ts"
import { treeOf } from "./oracle-fixture.ts"

const test = suite("gic")

function versions(compatible: string): ReadonlyArray<2 | 3 | undefined> {
  const tree = treeOf(`/dts-v1/;\n/ { intc { compatible = ${compatible}; }; };`)
  const [node] = tree.root.children
  return node === undefined ? [] : [dt.gicVersion(node), dt.knownGicVersion(node)]
}

test("a GIC's version is read from its compatible", () => {
  assert.equal(versions('"arm,gic-400"'), [2, 2])
  assert.equal(versions('"arm,cortex-a15-gic", "arm,cortex-a9-gic"'), [2, 2])
  assert.equal(versions('"qcom,msm-qgic2"'), [2, 2])
  assert.equal(versions('"acme,gic", "arm,gic-v3"'), [3, 3])
})

test("a GIC without virtualisation is known and has no model", () => {
  assert.equal(versions('"arm,pl390"'), [undefined, 2])
})

test("what belongs to a GIC is none", () => {
  for (const other of ['"arm,gic-v3-its"', '"arm,gic-v2m-frame"', '"fsl,imx7d-gpc"']) {
    assert.equal(versions(other), [undefined, undefined])
  }
})

test.run()
