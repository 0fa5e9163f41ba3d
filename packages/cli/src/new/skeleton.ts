// SPDX-License-Identifier: BSD-2-Clause
//
// The files of a new example, out of a board's device tree: RAM for one guest, a VMM, and nothing else. What the guest
// needs beside RAM (its console, the interrupt controller's interface, clocks) is left to the check, which names it.

import {
  addressCells,
  type DeviceTree,
  type DtNode,
  isEnabled,
  memoryRanges,
  propString,
  regRanges,
  sizeCells,
  walk,
} from "@vmm/devicetree"

interface Range {
  readonly base: number
  readonly size: number
}

const LARGE_PAGE = 0x20_0000
const MIB = 0x10_0000
/** What a guest gets where there is room: enough for Linux with a ramdisk. */
const USUAL = 256 * MIB
const LEAST = 32 * MIB
/** Devices of 32 bits reach what is below. */
const LOW = 2 ** 32

const endOf = ({ base, size }: Range): number => base + size
const hex = (value: number): string => `0x${value.toString(16)}`
const grouped = (value: number): string => `0x${value.toString(16).replace(/\B(?=([0-9a-f]{4})+$)/g, "_")}`

/** RAM without what the tree keeps for firmware and other processors. */
function freeRam(tree: DeviceTree): readonly Range[] {
  const kept = [...walk(tree.root)]
    .filter(({ parent }) => parent?.name === "reserved-memory")
    .flatMap(regRanges)
    .map(({ address, size }) => ({ base: address, size }))
  const all = [
    ...kept,
    ...tree.memreserve.map(({ address, size }) => ({ base: Number(address), size: Number(size) })),
  ]
  let free: readonly Range[] = memoryRanges(tree).map(({ address, size }) => ({ base: address, size }))
  for (const one of all) {
    free = free.flatMap((range) => {
      if (one.base >= endOf(range) || endOf(one) <= range.base) return [range]
      const before = { base: range.base, size: one.base - range.base }
      const behind = { base: endOf(one), size: endOf(range) - endOf(one) }
      return [before, behind].filter(({ size }) => size > 0)
    })
  }
  return free
}

/** Whole large pages of a range. */
function whole(range: Range): Range {
  const base = Math.ceil(range.base / LARGE_PAGE) * LARGE_PAGE
  return { base, size: Math.max(0, Math.floor((endOf(range) - base) / LARGE_PAGE) * LARGE_PAGE) }
}

/** The guest's RAM: the lowest stretch with twice the room, else half of the longest; undefined where RAM is short. */
export function guestRam(tree: DeviceTree): Range | undefined {
  const free = freeRam(tree).map(whole)
  const low = free.filter((range) => endOf(range) <= LOW).sort((a, b) => a.base - b.base)
  const roomy = low.find(({ size }) => size >= 2 * USUAL)
  if (roomy !== undefined) return { base: roomy.base, size: USUAL }
  const longest = free.toSorted((a, b) => b.size - a.size)[0]
  if (longest === undefined) return undefined
  const size = Math.min(USUAL, 2 ** Math.floor(Math.log2(Math.max(1, longest.size / 2))))
  return size < LEAST ? undefined : { base: longest.base, size }
}

function cells(value: number, count: number): string {
  const words = [Math.floor(value / 2 ** 32), value % 2 ** 32].map(hex)
  return (count === 1 ? words.slice(1) : words).join(" ")
}

const memoryNodes = ({ root }: DeviceTree): readonly DtNode[] =>
  root.children.filter((node) => propString(node, "device_type") === "memory" && isEnabled(node))

function overlay(tree: DeviceTree, ram: Range): string {
  const [first, ...others] = memoryNodes(tree)
  const reg = `<${cells(ram.base, addressCells(tree.root))} ${cells(ram.size, sizeCells(tree.root))}>`
  const deleted = others.map(({ name }) => `\t/delete-node/ ${name};\n`).join("")
  return `// SPDX-License-Identifier: BSD-2-Clause
/*
 * What the guest sees differently from the board: less memory, and none of the devices that the .system file does not
 * give it. Nodes are named as the board's tree names them.
 */
/ {
	/* guest_ram of the .system file. */
	${first?.name ?? "memory"} {
		device_type = "memory";
		reg = ${reg};
	};
${deleted === "" ? "" : `\n${deleted}`}};
`
}

function system(ram: Range): string {
  const place = `size="${grouped(ram.size)}" page_size="0x20_0000" phys_addr="${grouped(ram.base)}"`
  return `<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: BSD-2-Clause -->
<system>
    <!--
        RAM of the guest, at one address for the board and the guest, so that devices which copy memory by
        themselves find it. Its size is that of the memory node in guest-overlay.dts.
    -->
    <memory_region name="guest_ram" ${place} />

    <protection_domain name="vmm" priority="100">
        <program_image path="vmm.elf" />

        <!-- The VMM copies kernel, initramfs and device tree to where the guest expects them. -->
        <map mr="guest_ram" vaddr="${grouped(ram.base)}" perms="rw" setvar_vaddr="guest_ram_vaddr" />

        <virtual_machine name="linux" priority="50">
            <vcpu id="0" />
            <map mr="guest_ram" vaddr="${grouped(ram.base)}" perms="rwx" />
        </virtual_machine>
    </protection_domain>
</system>
`
}

const GUEST = `{
  "kernel": "debian:linux-image-arm64",
  "ramdisk": ["debian:busybox-static", "initramfs"],
  "cmdline": "earlycon"
}
`

const INIT = `#!/bin/busybox sh
# SPDX-License-Identifier: BSD-2-Clause
#
# The guest's first process: mounts the kernel's file systems, installs busybox's applets, keeps a shell on the console.

/bin/busybox mkdir -p /proc /sys /dev /tmp /bin /sbin /usr/bin /usr/sbin
/bin/busybox --install -s
export PATH=/usr/sbin:/usr/bin:/sbin:/bin
mount -t proc proc /proc
mount -t sysfs sysfs /sys
mount -t devtmpfs devtmpfs /dev 2>/dev/null
while true; do
  cd / && PS1='\\w # ' setsid cttyhack sh
done
`

/** The init of the ramdisk, which may be executed. */
export const INIT_FILE = "initramfs/init"

/** Texts by name below the folder `name`; the board's tree itself is not among them. */
export function skeleton(name: string, tree: DeviceTree, ram: Range): ReadonlyMap<string, string> {
  return new Map([
    [`${name}.system`, system(ram)],
    ["guest-overlay.dts", overlay(tree, ram)],
    ["guest.json", GUEST],
    [INIT_FILE, INIT],
  ])
}
