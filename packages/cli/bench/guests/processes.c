// SPDX-License-Identifier: BSD-2-Clause
//
// N processes in a ring of pipes hand a token on, argv[2] times in all; whoever has it does a little work on pages
// of its own. Says argv[3] when every process has had it once. Prints the token at the end.

#include "freestanding.h"

enum { MOST = 400, PAGES = 8, WORDS_A_PAGE = 512 };

static u64 own[PAGES * WORDS_A_PAGE];
static int ends[MOST][2];

static u64 step(u64 token) {
  u64 sum = token;
  for (int page = 0; page < PAGES; page++) {
    for (int i = 0; i < 16; i++) {
      u64 *word = &own[page * WORDS_A_PAGE + (i * 31 & (WORDS_A_PAGE - 1))];
      *word = mix(*word, sum);
      sum += *word >> 33 & 0xff;
    }
  }
  return sum;
}

static void take(int from, u64 token[2]) {
  if (checked("read", systemCall(63, from, (long)token, 16)) != 16) leave(1);
}

static void give(int to, const u64 token[2]) {
  checked("write", systemCall(64, to, (long)token, 16));
}

/// Hands the token on until it has been handed on `steps` times.
static void ring(int from, int to, u64 steps) {
  u64 token[2];
  do {
    take(from, token);
    token[1] = step(token[1]);
    token[0]++;
    give(to, token);
  } while (token[0] < steps);
}

static void work(u64 count) {
  if (count < 2 || count > MOST) {
    say("processes: from 2 to 400");
    leave(1);
  }
  const u64 rounds = parse(argument(2)) / count;
  for (u64 i = 0; i < count; i++) checked("pipe", systemCall(59, (long)ends[i], 0, 0));
  for (u64 i = 1; i < count; i++) {
    if (split() == 0) {
      // Its last turn is the one with the same place in the last round.
      ring(ends[i][0], ends[(i + 1) % count][1], rounds * count + i);
      leave(0);
    }
  }
  u64 token[2] = {0, 1};
  for (u64 round = 0; round <= rounds; round++) {
    if (round == 1) say(argument(3));
    token[1] = step(token[1]);
    token[0]++;
    give(ends[1][1], token);
    take(ends[0][0], token);
  }
  for (u64 i = 1; i < count; i++) awaited(-1);
  report("processes", token[1]);
}
