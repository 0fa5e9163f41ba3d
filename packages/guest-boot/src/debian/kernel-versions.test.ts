// SPDX-License-Identifier: BSD-2-Clause
//
// Kernels of one version, and the nearest that an archive has.

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { isOfOneVersion, metaPackage, nearestKernel } from "./kernel-versions.ts"

const test = suite("versions of kernels")

const image = (rest: string) => `linux-image-${rest}`
const HAS = ["6.1.0-44-arm64", "6.1.0-50-arm64", "6.1.0-50-cloud-arm64", "6.1.0-50-arm64-dbg", "arm64"].map(
  image,
)

test("a version is told from a meta package", () => {
  for (const name of ["6.1.0-21-arm64", "5.10.0-8-rt-arm64", "6.12.9+bpo-arm64", "6.12.41+deb13-arm64-16k"])
    assert.ok(isOfOneVersion(image(name)), name)
  for (const name of ["arm64", "cloud-arm64", "6.1.0-50-arm64-dbg", "6.1.0-21-amd64"])
    assert.not.ok(isOfOneVersion(image(name)), name)
})

test("the nearest has the same flavour, the first number counting most", () => {
  assert.is(nearestKernel(image("5.10.0-8-arm64"), HAS), image("6.1.0-44-arm64"))
  assert.is(nearestKernel(image("6.1.0-49-arm64"), HAS), image("6.1.0-50-arm64"))
  assert.is(nearestKernel(image("6.1.0-49-cloud-arm64"), HAS), image("6.1.0-50-cloud-arm64"))
  assert.is(nearestKernel(image("6.1.0-49-rt-arm64"), HAS), undefined)
})

test("the meta package is that of the flavour", () => {
  assert.is(metaPackage(image("5.10.0-8-arm64")), image("arm64"))
  assert.is(metaPackage(image("6.1.0-21-cloud-arm64")), image("cloud-arm64"))
})

test.run()
