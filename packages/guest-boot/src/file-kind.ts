// SPDX-License-Identifier: BSD-2-Clause
//
// What a file is by its first bytes, in words, so that a message can say what was given instead of what was
// wanted. Magic numbers after each format's own description; the list holds what people hand to a VMM by mistake.

/** A kind of file and, where one exists, how a person gets a usable kernel or ramdisk out of it. */
export interface FileKind {
  readonly is: string
  readonly remedy: string
}

interface Magic extends FileKind {
  readonly at: number
  readonly bytes: readonly number[]
}

const ascii = (text: string): number[] => [...text].map((char) => char.charCodeAt(0))

const decompress = (tool: string): string => `decompress it first: ${tool}`

const MAGICS: readonly Magic[] = [
  {
    at: 0x202,
    bytes: ascii("HdrS"),
    is: "a bzImage for x86",
    remedy: "take a kernel for arm64, such as debian:linux-image-arm64",
  },
  {
    at: 0x24,
    bytes: [0x18, 0x28, 0x6f, 0x01],
    is: "a zImage for 32-bit Arm",
    remedy: "take a kernel for arm64, such as debian:linux-image-arm64",
  },
  {
    at: 0x30,
    bytes: ascii("RISCV"),
    is: "an Image for RISC-V",
    remedy: "take a kernel for arm64, such as debian:linux-image-arm64",
  },
  {
    at: 0,
    bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0],
    is: "compressed with xz",
    remedy: decompress("xz -d FILE"),
  },
  { at: 0, bytes: [0x28, 0xb5, 0x2f, 0xfd], is: "compressed with zstd", remedy: decompress("zstd -d FILE") },
  { at: 0, bytes: [0x04, 0x22, 0x4d, 0x18], is: "compressed with lz4", remedy: decompress("lz4 -d FILE") },
  { at: 0, bytes: [0x02, 0x21, 0x4c, 0x18], is: "compressed with lz4", remedy: decompress("lz4 -d FILE") },
  { at: 0, bytes: ascii("BZh"), is: "compressed with bzip2", remedy: decompress("bunzip2 FILE") },
  {
    at: 0,
    bytes: ascii("!<arch>\n"),
    is: "a Debian package or an ar archive",
    remedy: "name the package instead of the file, such as debian:linux-image-arm64",
  },
  {
    at: 0,
    bytes: [0x27, 0x05, 0x19, 0x56],
    is: "a U-Boot uImage",
    remedy: "give what it was made from; `dumpimage -p 0 -o OUT FILE` takes it out",
  },
  {
    at: 0,
    bytes: [0xd0, 0x0d, 0xfe, 0xed],
    is: "a device tree blob or a U-Boot FIT image",
    remedy: "give the kernel Image itself",
  },
  { at: 0, bytes: ascii("070701"), is: "a cpio archive", remedy: 'a cpio archive belongs under "ramdisk"' },
  {
    at: 257,
    bytes: ascii("ustar"),
    is: "a tar archive",
    remedy: "unpack it into a folder, and name the folder",
  },
  {
    at: 0,
    bytes: [0x50, 0x4b, 0x03, 0x04],
    is: "a zip archive",
    remedy: "unpack it into a folder, and name the folder",
  },
  { at: 0, bytes: ascii("#!"), is: "a script", remedy: "give the file the script makes" },
  {
    at: 0,
    bytes: ascii("<!DOCTYPE"),
    is: "a web page",
    remedy: "download the file itself, not the page about it",
  },
  {
    at: 0,
    bytes: ascii("<html"),
    is: "a web page",
    remedy: "download the file itself, not the page about it",
  },
]

/** What text is by its first words; the list holds what lies beside a kernel. */
const TEXTS: readonly (readonly [begins: RegExp, is: string])[] = [
  [/\/dts-v1\//, "a device tree source"],
  [/^\s*<(?:\?xml[^]*)?system\b/, "a .system file"],
  [/^\s*\{\s*"/, "a JSON file"],
]

/** A file whose first kilobyte is printable lines; no machine code is. */
function textKind(file: Uint8Array): FileKind | undefined {
  const start = Buffer.from(file.subarray(0, 1024)).toString("latin1")
  if (start.length < 8 || !start.includes("\n") || !/^[\t\n\f\r\x20-\x7e\x80-\xff]*$/.test(start))
    return undefined
  const high = start.replaceAll(/[\x20-\x7e\s]/g, "").length
  if (high > start.length / 8) return undefined
  const [, is = "a text file"] = TEXTS.find(([begins]) => begins.test(start)) ?? []
  return { is, remedy: "name the image itself, which is no text" }
}

/** e_machine of the ELF specification, for those a person is likely to have at hand. */
const ELF_MACHINES: Readonly<Record<number, string>> = {
  3: "x86",
  40: "32-bit Arm",
  62: "x86-64",
  183: "arm64",
  243: "RISC-V",
}

const startsWith = (file: Uint8Array, magic: Magic): boolean =>
  magic.bytes.every((byte, index) => file[magic.at + index] === byte)

function elfKind(file: Uint8Array): FileKind {
  const machine = (file[18] ?? 0) | ((file[19] ?? 0) << 8)
  const name = ELF_MACHINES[machine] ?? `machine ${machine}`
  const remedy =
    machine === 183
      ? "make a flat binary of it with `aarch64-linux-gnu-objcopy -O binary FILE OUT`; " +
        "of a Linux build take arch/arm64/boot/Image instead of vmlinux"
      : "take a kernel for arm64, such as debian:linux-image-arm64"
  return { is: `an ELF file for ${name}`, remedy }
}

/** What `file` is, or undefined when its first bytes say nothing. */
export function fileKind(file: Uint8Array): FileKind | undefined {
  if (file.length === 0) return { is: "empty", remedy: "fetch or build it again" }
  if (file[0] === 0x7f && file[1] === 0x45 && file[2] === 0x4c && file[3] === 0x46) return elfKind(file)
  return MAGICS.find((magic) => startsWith(file, magic)) ?? textKind(file)
}

/** True for the magic of gzip (RFC 1952, section 2.3.1). */
export const isGzip = (file: Uint8Array): boolean => file[0] === 0x1f && file[1] === 0x8b
