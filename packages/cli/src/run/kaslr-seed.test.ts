// SPDX-License-Identifier: BSD-2-Clause
//
// The seed in the guest's tree: where it is, what stays as it was, and where there is no room for it.

import { findByPath, propBytes, readDtb } from "@vmm/devicetree"
import * as Effect from "effect/Effect"
import { suite } from "uvu"
import * as assert from "uvu/assert"

import { LOOP, says } from "../testing/guests.ts"
import { example, inWorkplace, vmm } from "../testing/workplace.ts"
import { withKaslrSeed } from "./kaslr-seed.ts"
import { type LoadedBuild, loadBuild } from "./load.ts"

const test = suite("cli: kaslr-seed")

/** The example's build, read back. */
const built = (body: (build: LoadedBuild) => Promise<void>) =>
  inWorkplace(example(LOOP), async () => {
    assert.is((await vmm("build", "ex")).code, 0)
    await body(await Effect.runPromise(loadBuild("build/ex")))
  })

const seedOf = (build: LoadedBuild): Uint8Array | undefined => {
  const blob = [...build.files].find(([name]) => name.endsWith(".dtb"))?.[1].whole() ?? new Uint8Array()
  const tree = readDtb(blob, "guest.dtb")
  assert.is(tree._tag, "Right")
  if (tree._tag === "Left") return undefined
  const chosen = findByPath(tree.right, "/chosen")
  return chosen === undefined ? undefined : propBytes(chosen, "kaslr-seed")
}

test("a guest's tree has no seed by itself, and the one that is asked for in two cells", () =>
  built(async (build) => {
    assert.is(seedOf(build), undefined)
    const seeded = await Effect.runPromise(withKaslrSeed(build, 0x0102_0304_0506_0708n))
    assert.equal([...(seedOf(seeded) ?? [])], [1, 2, 3, 4, 5, 6, 7, 8])
    const others = (all: LoadedBuild) =>
      [...all.files].filter(([name]) => !name.endsWith(".dtb")).map(([name, file]) => [name, file.whole()])
    assert.equal(others(seeded), others(build))
    const again = await Effect.runPromise(withKaslrSeed(seeded, 1n))
    assert.equal([...(seedOf(again) ?? [])], [0, 0, 0, 0, 0, 0, 0, 1])
  }))

test("a tree that would reach into the initramfs is told with the way out", () =>
  built(async (build) => {
    const domains = build.system.domains.map((domain) => {
      const { vm } = domain
      if (vm === undefined) return domain
      const blob = vm.images.find(({ name }) => name === "dtb")?.file ?? ""
      const initrd = { name: "initrd", gpa: vm.dtb + (build.files.get(blob)?.length ?? 0), file: "initrd" }
      return { ...domain, vm: { ...vm, images: [...vm.images, initrd] } }
    })
    const tight = { ...build, system: { ...build.system, domains } }
    const error = await Effect.runPromise(Effect.flip(withKaslrSeed(tight, 5n)))
    assert.match(error.message, "no room for kaslr-seed below the guest's initrd")
    assert.match(error.diagnostics[0]?.remedy ?? "", "guest's overlay")
  }))

test("a guest with a seed runs, and zero is a mistake", () =>
  inWorkplace(example(says("ok")), async () => {
    assert.is((await vmm("build", "ex")).code, 0)
    const { code, out } = await vmm("run", "--kaslr-seed", "0xffffffffffffffff", "--timeout", "20")
    assert.equal([code, out], [0, "ok"])
    for (const wrong of ["0", "-1", "0x1_0", "18446744073709551616"]) {
      const refused = await vmm("run", `--kaslr-seed=${wrong}`)
      assert.is(refused.code, 2)
      assert.match(refused.err, "--kaslr-seed takes a number from 1 to 2^64 - 1")
    }
  }))

test.run()
