// SPDX-License-Identifier: BSD-2-Clause
//
// Much code: N KiB of it, made here by a fixed rule, as functions of 40 instructions that do arithmetic, reach
// memory and branch; all are called in a scattered order, argv[2] times over. Says argv[3] when the code stands and
// argv[4] after the first time, so that what is cold and what is warm can be told apart. Prints the last result.

#include "freestanding.h"

enum { LENGTH = 40, DATA = 512 };

typedef u64 (*Function)(u64 sum, u64 b, u64 c, u64 d, u64 e, u64 f, u64 g, u64 *data);

/// One instruction on x0 to x6, with x7 the address of the data.
static u32 instruction(u32 at) {
  const u64 random = randomWord();
  const u32 rd = random & 3 ? random >> 2 & 6 : 0, rn = random >> 5 & 6, rm = random >> 8 & 6;
  const u32 amount = random >> 11 & 31, offset = random >> 16 & (DATA - 1);
  switch (random >> 32 & 7) {
    case 0: // ADD Xd, Xn, #imm
      return 0x91000000 | offset << 10 | rn << 5 | rd;
    case 1: // EOR Xd, Xn, Xm, LSL #amount
      return 0xca000000 | rm << 16 | amount << 10 | rn << 5 | rd;
    case 2: // ADD Xd, Xn, Xm, LSL #amount
      return 0x8b000000 | rm << 16 | amount << 10 | rn << 5 | rd;
    case 3: // ROR Xd, Xn, #amount
      return 0x93c00000 | rn << 16 | amount << 10 | rn << 5 | rd;
    case 4: // MADD Xd, Xn, Xm, X0
      return 0x9b000000 | rm << 16 | rn << 5 | rd;
    case 5: // LDR Xd, [X7, #offset]
      return 0xf9400000 | offset << 10 | 7 << 5 | rd;
    case 6: // STR Xd, [X7, #offset]
      return 0xf9000000 | offset << 10 | 7 << 5 | rd;
    default: // TBZ Wn, #amount, over the next one
      return at < LENGTH - 2 ? 0x36000000 | amount << 19 | 2 << 5 | rn : 0xd503201f;
  }
}

static void makeVisible(const u8 *from, const u8 *to) {
  u64 type;
  __asm__("mrs %0, ctr_el0" : "=r"(type));
  const u64 line = 4ul << (type >> 16 & 15), fetched = 4ul << (type & 15);
  for (const u8 *at = from; at < to; at += line) __asm__ volatile("dc cvau, %0" ::"r"(at) : "memory");
  __asm__ volatile("dsb ish" ::: "memory");
  for (const u8 *at = from; at < to; at += fetched) __asm__ volatile("ic ivau, %0" ::"r"(at) : "memory");
  __asm__ volatile("dsb ish\n isb" ::: "memory");
}

static void work(u64 kib) {
  const u64 times = parse(argument(2));
  const u64 count = (kib << 10) / (4 * LENGTH);
  u32 *code = memory(kib << 10, 7);
  u64 *data = memory(8 * DATA, 3);
  for (u64 i = 0; i < DATA; i++) data[i] = randomWord();
  for (u64 i = 0; i < count; i++) {
    for (u32 at = 0; at < LENGTH - 1; at++) code[i * LENGTH + at] = instruction(at);
    code[i * LENGTH + LENGTH - 1] = 0xd65f03c0; // RET
  }
  makeVisible((const u8 *)code, (const u8 *)(code + count * LENGTH));
  // A step without a common divisor with the count reaches every function.
  u64 step = count * 5 / 8 | 1;
  for (u64 a = count, b = step; b != 0;) {
    const u64 rest = a % b;
    a = b;
    b = rest;
    if (b == 0 && a != 1) {
      step += 2;
      a = count;
      b = step;
    }
  }
  say(argument(3));
  u64 sum = 0;
  for (u64 pass = 0; pass < times; pass++) {
    if (pass == 1) say(argument(4));
    for (u64 i = 0, at = 0; i < count; i++) {
      sum = ((Function)(void *)(code + at * LENGTH))(sum, i, pass, 3, 4, 5, 6, data);
      at += step;
      if (at >= count) at -= count;
    }
  }
  report("code", sum);
}
