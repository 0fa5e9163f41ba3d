// SPDX-License-Identifier: BSD-2-Clause
//
// N MiB of fresh memory, one byte of every 4 KiB page written, given back; twice. Huge pages are refused, so that
// every page is a fault.

#include "freestanding.h"

enum { PAGE = 4096, TIMES = 2, NO_HUGE_PAGES = 15 };

static void work(u64 mib) {
  const u64 bytes = mib << 20;
  u64 sum = 0;
  for (int round = 0; round < TIMES; round++) {
    volatile u8 *pages = memory(bytes, 3);
    // A kernel without huge pages refuses the advice.
    systemCall(233, (long)pages, (long)bytes, NO_HUGE_PAGES);
    for (u64 at = 0; at < bytes; at += PAGE) pages[at] = (u8)(at >> 12);
    for (u64 at = 0; at < bytes; at += 64 * PAGE) sum = mix(sum, pages[at + PAGE]);
    checked("munmap", systemCall(215, (long)pages, (long)bytes, 0));
  }
  report("pagefault", sum);
}
