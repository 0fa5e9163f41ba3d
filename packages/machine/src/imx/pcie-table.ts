// SPDX-License-Identifier: BSD-2-Clause
//
// Registers of the PCI Express host's data bus interface (DBI): the configuration header of its root port
// (PCI Local Bus Specification 3.0, 6.1 and 6.2.5; PCI-to-PCI Bridge Architecture Specification 1.2, 3.2;
// PCI Express Base Specification 3.0, 7.8), and the port logic of the core (i.MX 8M Dual/8M QuadLite/8M Quad
// Applications Processors Reference Manual, chapter "PCI Express (PCIe)").

import type { RegisterTable } from "./register-device.ts"

const ALL = 0xffff_ffff
export const PORT_DEBUG0 = 0x728
export const PORT_DEBUG1 = 0x72c
export const ATU_VIEWPORT = 0x900

/** Address translation registers, unrolled: outbound region n at n * 0x200, inbound 0x100 after it. */
export const ATU = 0x30_0000
export const ATU_REGIONS = 4
export const ATU_STRIDE = 0x100
/** Windows are aligned to 64 KiB. */
const ATU_ALIGNED = 0xffff_0000
const regions = { count: 2 * ATU_REGIONS, stride: ATU_STRIDE }

export const PCIE_TABLE: RegisterTable = [
  [0x00, "Vendor ID, Device ID", 0xabcd_16c3, 0],
  [0x04, "Command, Status", 0x0010_0000, 0x0000_0547, { oneToClear: 0xf900_0000 }],
  [0x08, "Revision ID, Class Code", 0x0604_0001, 0],
  [0x0c, "Cache Line, Latency, Header Type", 0x0001_0000, 0x0000_00ff],
  // No memory behind the base address registers, and no expansion ROM.
  [0x10, "Base Address Register", 0, 0, { count: 2 }],
  [0x18, "Bus Numbers", 0, ALL],
  [0x1c, "I/O Base, I/O Limit, Secondary Status", 0x0000_0101, 0x0000_f0f0, { oneToClear: 0xf900_0000 }],
  [0x20, "Memory Base, Memory Limit", 0, 0xfff0_fff0],
  [0x24, "Prefetchable Memory Base, Limit", 0x0001_0001, 0xfff0_fff0],
  [0x28, "Prefetchable Base, Limit Upper 32 Bits", 0, ALL, { count: 2 }],
  [0x30, "I/O Base, Limit Upper 16 Bits", 0, ALL],
  [0x34, "Capabilities Pointer", 0x40, 0],
  [0x38, "Expansion ROM Base Address", 0, 0],
  [0x3c, "Interrupt Line, Pin, Bridge Control", 0x0000_01ff, 0x0fff_00ff],
  // Power management, version 3; then MSI with a 64-bit address and one vector; then PCI Express.
  [0x40, "PM Capability", 0xdbc3_5001, 0],
  [0x44, "PM Control and Status", 0x0000_0008, 0x0000_0103, { oneToClear: 0x8000 }],
  [0x50, "MSI Capability and Control", 0x0180_7005, 0x0071_0000],
  [0x54, "MSI Address", 0, 0xffff_fffc],
  [0x58, "MSI Upper Address", 0, ALL],
  [0x5c, "MSI Data", 0, 0xffff],
  [0x60, "MSI Mask", 0, ALL],
  [0x64, "MSI Pending", 0, 0],
  // Version 2, root port; 2.5 and 5 GT/s, one lane; the link is down: data link layer inactive.
  [0x70, "PCI Express Capabilities", 0x0042_0010, 0],
  [0x74, "Device Capabilities", 0x0000_8000, 0],
  [0x78, "Device Control and Status", 0x0000_2810, 0x0000_ffff, { oneToClear: 0x000f_0000 }],
  [0x7c, "Link Capabilities", 0x0037_3c12, 0x0000_000f],
  [0x80, "Link Control and Status", 0x1001_0008, 0x0000_0ffb, { oneToClear: 0xc000_0000 }],
  [0x84, "Slot Capabilities", 0, 0],
  [0x88, "Slot Control and Status", 0x0000_03c0, 0x0000_1fff],
  [0x8c, "Root Control and Capabilities", 0x0001_0000, 0x0000_001f],
  [0x90, "Root Status", 0, 0, { oneToClear: 0x0001_0000 }],
  [0x94, "Device Capabilities 2", 0x0000_001f, 0],
  [0x98, "Device Control 2", 0, 0x0000_07ff],
  [0x9c, "Link Capabilities 2", 0x0000_0006, 0],
  [0xa0, "Link Control 2 and Status 2", 0x0000_0002, 0x0000_ffff],
  [0x100, "Extended Capabilities: none", 0, 0],
  [0x700, "ACK_LATENCY", 0, ALL],
  [0x70c, "PORT_FORCE_LINK and AFR", 0x1b34_3400, ALL],
  [0x710, "PORT_LINK_CTRL", 0x0001_0120, ALL],
  [PORT_DEBUG0, "PL_DEBUG0", 0, 0],
  [PORT_DEBUG1, "PL_DEBUG1", 0, 0],
  // A directed speed change is over at once: there is no partner.
  [0x80c, "GEN2_CTRL", 0x0001_01ff, ALL, { selfClearing: 1 << 17 }],
  [0x820, "MSI_CTRL_ADDR, UPPER_ADDR", 0, ALL, { count: 2 }],
  [0x828, "MSI_CTRL_INT_EN", 0, ALL, { count: 8, stride: 12 }],
  [0x82c, "MSI_CTRL_INT_MASK", 0, ALL, { count: 8, stride: 12 }],
  [0x830, "MSI_CTRL_INT_STATUS", 0, 0, { oneToClear: ALL, count: 8, stride: 12 }],
  [0x8bc, "MISC_CONTROL_1 (DBI_RO_WR_EN)", 0, ALL],
  // All ones: the address translation unit has no viewport.
  [ATU_VIEWPORT, "iATU_VIEWPORT", ALL, 0],
  [ATU + 0x00, "REGION_CTRL_1", 0, ALL, regions],
  [ATU + 0x04, "REGION_CTRL_2", 0, ALL, regions],
  [ATU + 0x08, "LWR_BASE_ADDR", 0, ATU_ALIGNED, regions],
  [ATU + 0x0c, "UPPER_BASE_ADDR", 0, ALL, regions],
  [ATU + 0x10, "LIMIT_ADDR", 0x0000_ffff, ATU_ALIGNED, regions],
  [ATU + 0x14, "LWR_TARGET_ADDR", 0, ATU_ALIGNED, regions],
  [ATU + 0x18, "UPPER_TARGET_ADDR", 0, ALL, regions],
  [ATU + 0x20, "UPPER_LIMIT_ADDR", 0, 0, regions],
]
