// SPDX-License-Identifier: BSD-2-Clause
//
// RAM on the command line, ADDRESS:SIZE, and in the board's tree, for trees that leave it to firmware.

import { addressCells, type DeviceTree, sizeCells } from "@vmm/devicetree"

export interface Memory {
  readonly base: number
  readonly size: number
}

const UNITS: Readonly<Record<string, number>> = { "": 1, K: 2 ** 10, M: 2 ** 20, G: 2 ** 30 }

/** Bytes of `0x8000_0000`, `2048M`, `2G`; undefined for anything else. */
function bytesOf(text: string): number | undefined {
  const [, digits, unit = ""] = /^(0x[0-9a-fA-F_]+|[0-9_]+)([KMG]?)(?:i?B)?$/.exec(text) ?? []
  const value = Number((digits ?? "").replaceAll("_", "")) * (UNITS[unit] ?? Number.NaN)
  return digits !== undefined && Number.isSafeInteger(value) ? value : undefined
}

/** The value of --memory; undefined when it is none. */
export function memoryOf(text: string): Memory | undefined {
  const [address = "", length = "", more] = text.split(":")
  const [base, size] = [bytesOf(address), bytesOf(length)]
  return base === undefined || size === undefined || size === 0 || more !== undefined
    ? undefined
    : { base, size }
}

const cells = (value: number, count: number): string =>
  (count === 1 ? [value] : [Math.floor(value / 2 ** 32), value % 2 ** 32])
    .map((cell) => `0x${cell.toString(16)}`)
    .join(" ")

/** Source to append to the board's tree: its memory node, or the one that stands there, with the RAM. */
export function memorySource({ root }: DeviceTree, { base, size }: Memory): string {
  const there = root.children.find(({ name }) => /^memory(@|$)/.test(name))
  const name = there?.name ?? `memory@${base.toString(16)}`
  const reg = `<${cells(base, addressCells(root))} ${cells(size, sizeCells(root))}>`
  return `
/* The board's RAM, which its firmware writes down (vmm new --memory). */
/ {
	${name} {
		device_type = "memory";
		reg = ${reg};
	};
};
`
}
