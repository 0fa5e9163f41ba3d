// SPDX-License-Identifier: BSD-2-Clause
//
// Packages that cannot be the guest's, by their names.

import { suite } from "uvu"
import * as assert from "uvu/assert"

import { packageTrouble } from "./package-names.ts"

const test = suite("names of packages")

const kernel = (name: string) => packageTrouble({ kind: "debian", package: name }, true)
const layer = (name: string) => packageTrouble({ kind: "debian", package: name }, false)

test("kernels for arm64 are taken, those of one version too", () => {
  const names = ["arm64", "cloud-arm64", "rt-arm64", "6.1.0-21-arm64", "6.1.0-21-cloud-arm64"]
  for (const name of names) assert.is(kernel(`linux-image-${name}`), undefined, name)
})

test("kernels for other machines are refused", () => {
  for (const name of ["amd64", "armmp", "armmp-lpae", "686-pae", "riscv64", "6.1.0-21-amd64", "rt-amd64"]) {
    const trouble = kernel(`linux-image-${name}`)
    assert.is(trouble?.sure, true, name)
    assert.is(trouble?.meant, "debian:linux-image-arm64")
  }
})

test("a kernel of a version that the archive has not is told with what it has", () => {
  const has = ["linux-image-6.1.0-44-arm64", "linux-image-6.1.0-50-arm64"]
  const asked = (name: string, archive: readonly string[] | undefined) =>
    packageTrouble({ kind: "debian", package: name }, true, () => archive)
  const gone = asked("linux-image-5.10.0-8-arm64", has)
  assert.is(gone?.sure, true)
  assert.is(gone?.meant, "debian:linux-image-arm64")
  assert.is(gone?.other, "debian:linux-image-6.1.0-44-arm64")
  assert.match(gone?.remedy ?? "", /the nearest that there is: "debian:linux-image-6\.1\.0-44-arm64"/)
  assert.is(asked("linux-image-6.1.0-50-arm64", has), undefined)
  assert.is(asked("linux-image-5.10.0-8-arm64", undefined), undefined)
})

test("slips are named with what was meant", () => {
  for (const name of ["linux-imag-arm64", "linux-image-arm46", "linux-image-aarch64", "linux-arm64"]) {
    assert.is(kernel(name)?.meant, "debian:linux-image-arm64", name)
  }
  assert.is(layer("busybox-sttic")?.meant, "debian:busybox-static")
})

test("programs with libraries have a package without", () => {
  assert.is(layer("busybox")?.meant, "debian:busybox-static")
  assert.match(layer("busybox")?.message ?? "", /shared libraries/)
})

test("a package of which no file is named is no layer", () => {
  assert.match(layer("bash")?.message ?? "", /which file of the package bash/)
  assert.is(packageTrouble({ kind: "debian", package: "bash", path: "bin/bash" }, false), undefined)
})

test("a kernel's package is no layer of a ramdisk", () => {
  assert.match(layer("linux-image-arm64")?.message ?? "", /is a kernel/)
  assert.is(layer("linux-image-arm64")?.meant, "debian:busybox-static")
})

test.run()
