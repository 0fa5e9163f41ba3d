// SPDX-License-Identifier: BSD-2-Clause
//
// Which strings of `compatible` a kernel looks for, by the strings in its file: an entry of an of_device_id table
// (include/linux/mod_devicetable.h), or a call of of_find_compatible_node. They end with a NUL, and one is before them.

/** Shorter strings are everywhere by chance. */
const SHORTEST = 4

/** The beginning that names of one vendor share, `fsl,`, which is searched for once. */
function beginning(name: string): string {
  return name.slice(0, Math.max(4, name.indexOf(",") + 1))
}

/** Those of the strings that the kernel has, so that something built into it looks for them. */
export function builtInDrivers(kernel: Uint8Array, compatible: readonly string[]): ReadonlySet<string> {
  const bytes = Buffer.from(kernel.buffer, kernel.byteOffset, kernel.byteLength)
  const names = [...new Set(compatible)].filter((name) => name.length >= SHORTEST)
  const found = new Set<string>()
  for (const lead of new Set(names.map(beginning))) {
    const alike = names.filter((name) => beginning(name) === lead)
    for (let at = bytes.indexOf(lead); at >= 0; at = bytes.indexOf(lead, at + 1)) {
      if (at > 0 && bytes[at - 1] !== 0) continue
      const end = bytes.indexOf(0, at)
      const text = bytes.toString("latin1", at, end < 0 ? bytes.length : end)
      if (alike.includes(text)) found.add(text)
    }
  }
  return found
}

const COMMA = 0x2c
/** 1 for characters that names of vendors and devices have: letters, digits and ,._+- */
const IN_NAME = Uint8Array.from({ length: 256 }, (_, code) =>
  Number(/[\w,.+-]/.test(String.fromCharCode(code))),
)

/** True for what `vendorStrings` would find: "vendor,device" (Devicetree Specification v0.4, section 2.3.1). */
export function isVendorString(name: string): boolean {
  return name.length >= SHORTEST && name.includes(",") && /^[\w,.+-]*$/.test(name)
}

/** All strings of the kernel that have the form "vendor,device". */
export function vendorStrings(kernel: Uint8Array): readonly string[] {
  const bytes = Buffer.from(kernel.buffer, kernel.byteOffset, kernel.byteLength)
  const found = new Set<string>()
  for (let comma = bytes.indexOf(COMMA); comma >= 0;) {
    let [start, end] = [comma, comma + 1]
    while (start > 0 && IN_NAME[bytes[start - 1] ?? 0] === 1) start -= 1
    while (end < bytes.length && IN_NAME[bytes[end] ?? 0] === 1) end += 1
    const alone = (start === 0 || bytes[start - 1] === 0) && (end === bytes.length || bytes[end] === 0)
    if (alone && end - start >= SHORTEST) found.add(bytes.toString("latin1", start, end))
    comma = bytes.indexOf(COMMA, end)
  }
  return [...found]
}
