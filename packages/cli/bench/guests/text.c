// SPDX-License-Identifier: BSD-2-Clause
//
// N MiB of text on stdout, the same every time: lines of a number and up to fourteen words out of 4,096, some of
// which are frequent and most are rare.

#include "freestanding.h"

enum { WORDS = 4096, LONGEST = 12, BUFFER = 1 << 16 };

static char words[WORDS][LONGEST + 1];
static u8 lengths[WORDS];
static char buffer[BUFFER];
static u64 used, left;

static void flush(void) {
  u64 done = 0;
  while (done < used) done += (u64)checked("write", systemCall(64, 1, (long)(buffer + done), (long)(used - done)));
  used = 0;
}

static void put(char letter) {
  if (left == 0) return;
  left--;
  buffer[used++] = letter;
  if (used == BUFFER) flush();
}

static void makeWords(void) {
  for (int i = 0; i < WORDS; i++) {
    u64 random = randomWord();
    const int syllables = 1 + (int)(random % 5);
    random >>= 8;
    for (int s = 0; s < syllables; s++) {
      words[i][lengths[i]++] = "bcdfghklmnprstvw"[random & 15];
      words[i][lengths[i]++] = "aaeeiouy"[random >> 4 & 7];
      random >>= 7;
    }
    if ((random & 3) == 0) words[i][lengths[i]++] = "nrst"[random >> 2 & 3];
  }
}

static void line(void) {
  u64 random = randomWord();
  for (int digit = 0; digit < 7; digit++) {
    put((char)('0' + random % 10));
    random /= 10;
  }
  const int count = 4 + (int)(random % 11);
  for (int i = 0; i < count; i++) {
    const u64 draw = randomWord();
    // The product of two draws prefers the first words.
    const u64 index = (draw & 0xfff) * (draw >> 20 & 0xfff) >> 12;
    put(' ');
    for (int at = 0; at < lengths[index]; at++) put(words[index][at]);
  }
  put('\n');
}

static void work(u64 mib) {
  makeWords();
  left = mib << 20;
  while (left > 0) line();
  flush();
}
