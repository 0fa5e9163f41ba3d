// SPDX-License-Identifier: BSD-2-Clause
//
// Debian packages for tests, made here: tar and ar archives without any tool, so that no network is needed.

/** A ustar archive of regular files. */
export function tarArchive(
  files: ReadonlyArray<readonly [path: string, contents: string | Uint8Array]>,
): Uint8Array {
  const parts = files.flatMap(([path, contents]) => {
    const data = Buffer.from(contents)
    const header = Buffer.alloc(512)
    header.write(path, 0)
    header.write("0000755\0", 100)
    header.write(`${data.length.toString(8).padStart(11, "0")}\0`, 124)
    header.write("        ", 148)
    header.write("ustar\x0000", 257)
    header.write("0", 156)
    const sum = header.reduce((total, byte) => total + byte, 0)
    header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148)
    return [header, data, Buffer.alloc((512 - (data.length % 512)) % 512)]
  })
  return new Uint8Array(Buffer.concat([...parts, Buffer.alloc(1024)]))
}

/** An ar archive. */
export function arArchive(members: ReadonlyArray<readonly [name: string, data: Uint8Array]>): Uint8Array {
  const parts = members.flatMap(([name, data]) => {
    const fields = [name.padEnd(16), "0".padEnd(12), "0".padEnd(6), "0".padEnd(6), "100644".padEnd(8)]
    const header = `${fields.join("")}${String(data.length).padEnd(10)}\`\n`
    return [Buffer.from(header), data, Buffer.alloc(data.length % 2, "\n")]
  })
  return new Uint8Array(Buffer.concat([Buffer.from("!<arch>\n"), ...parts]))
}

/** A package with a data.tar named `member`. */
export function debPackage(data: Uint8Array, member = "data.tar"): Uint8Array {
  return arArchive([
    ["debian-binary", Buffer.from("2.0\n")],
    ["control.tar", tarArchive([])],
    [member, data],
  ])
}
