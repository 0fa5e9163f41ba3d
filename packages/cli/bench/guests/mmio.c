// SPDX-License-Identifier: BSD-2-Clause
//
// N reads of a register of an emulated device: GICD_TYPER of the interrupt distributor, whose place the device tree
// tells (the first node whose name begins with intc@ or interrupt-controller@; two address cells). Each read leaves
// the guest. Prints how many gave the same value.

#include "freestanding.h"

enum { GICD_TYPER = 4, NAMES = 4096 };

static const char *const FOLDER = "/proc/device-tree/";

static int begins(const char *text, const char *with) {
  while (*with != 0) {
    if (*text++ != *with++) return 0;
  }
  return 1;
}

/// reg of the node, its first address; 0 when there is none.
static u64 regOf(const char *name) {
  char path[256];
  u64 at = 0;
  for (const char *part = FOLDER; *part != 0; part++) path[at++] = *part;
  while (*name != 0 && at < 200) path[at++] = *name++;
  memcpy(path + at, "/reg", 5);
  u8 cells[8];
  const long file = systemCall(56, -100, (long)path, 0);
  if (file < 0 || systemCall(63, file, (long)cells, 8) != 8) return 0;
  u64 address = 0;
  for (int i = 0; i < 8; i++) address = address << 8 | cells[i];
  return address;
}

static u64 distributor(void) {
  static u8 entries[NAMES];
  const long folder = checked("device-tree", systemCall(56, -100, (long)FOLDER, 0));
  for (;;) {
    const long length = checked("getdents", systemCall(61, folder, (long)entries, NAMES));
    if (length == 0) return 0;
    // struct linux_dirent64: inode, offset, 16-bit length, type, name.
    for (long at = 0; at < length; at += entries[at + 16] | entries[at + 17] << 8) {
      const char *name = (const char *)entries + at + 19;
      if (begins(name, "intc@") || begins(name, "interrupt-controller@")) {
        const u64 address = regOf(name);
        if (address != 0) return address;
      }
    }
  }
}

static void work(u64 times) {
  const u64 base = distributor();
  if (base == 0) {
    say("mmio: the device tree has no interrupt controller at its root");
    leave(1);
  }
  // O_RDWR | O_SYNC: device memory.
  const long file = checked("/dev/mem", systemCall(56, -100, (long)"/dev/mem", 0x101002));
  const long arguments[6] = {0, 4096, 1, 1, file, (long)base};
  const volatile u32 *registers = (const volatile u32 *)checked("mmap", systemCall6(222, arguments));
  const u32 first = registers[GICD_TYPER / 4];
  u64 same = 0;
  for (u64 i = 0; i < times; i++) same += registers[GICD_TYPER / 4] == first;
  report("mmio", same);
}
