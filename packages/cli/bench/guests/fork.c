// SPDX-License-Identifier: BSD-2-Clause
//
// As a shell does it: N processes one after another, each by fork, execve of /bin/true and wait. Prints how many
// ended well.

#include "freestanding.h"

static const char *const NAMES[] = {"true", 0};
static const char *const NOTHING[] = {0};

static void work(u64 times) {
  u64 good = 0;
  for (u64 i = 0; i < times; i++) {
    const long pid = split();
    if (pid == 0) {
      systemCall(221, (long)"/bin/true", (long)NAMES, (long)NOTHING);
      leave(127);
    }
    good += awaited(pid) == 0;
  }
  report("fork", good);
}
