// SPDX-License-Identifier: BSD-2-Clause
//
// What the benchmark guests have instead of a C library: Linux system calls of arm64, a line of output, a fixed
// sequence of pseudo-random numbers, sine and cosine. Build: aarch64-linux-gnu-gcc -O2 -static -nostdlib
// -ffreestanding -o NAME NAME.c; a number in argv[1] says how often to do the work, or how much of it.

#ifndef FREESTANDING_H
#define FREESTANDING_H

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long u64;
typedef signed char i8;
typedef short i16;
typedef int i32;
typedef long i64;

static long systemCall(long number, long a, long b, long c) {
  register long x8 __asm__("x8") = number;
  register long x0 __asm__("x0") = a;
  register long x1 __asm__("x1") = b;
  register long x2 __asm__("x2") = c;
  __asm__ volatile("svc #0" : "+r"(x0) : "r"(x8), "r"(x1), "r"(x2) : "memory");
  return x0;
}

/// With six arguments.
__attribute__((unused)) static long systemCall6(long number, const long arguments[6]) {
  register long x8 __asm__("x8") = number;
  register long x0 __asm__("x0") = arguments[0];
  register long x1 __asm__("x1") = arguments[1];
  register long x2 __asm__("x2") = arguments[2];
  register long x3 __asm__("x3") = arguments[3];
  register long x4 __asm__("x4") = arguments[4];
  register long x5 __asm__("x5") = arguments[5];
  __asm__ volatile("svc #0" : "+r"(x0) : "r"(x8), "r"(x1), "r"(x2), "r"(x3), "r"(x4), "r"(x5) : "memory");
  return x0;
}

static void leave(int status) {
  systemCall(93, status, 0, 0);
  for (;;) {
  }
}

/// Writes "NAME HEX\n".
static void report(const char *name, u64 value) {
  char line[64];
  int at = 0;
  while (*name != 0 && at < 40) line[at++] = *name++;
  line[at++] = ' ';
  for (int shift = 60; shift >= 0; shift -= 4) line[at++] = "0123456789abcdef"[(value >> shift) & 15];
  line[at++] = '\n';
  systemCall(64, 1, (long)line, at);
}

/// Writes a line.
__attribute__((unused)) static void say(const char *text) {
  long length = 0;
  while (text[length] != 0) length++;
  systemCall(64, 1, (long)text, length);
  systemCall(64, 1, (long)"\n", 1);
}

/// Ends the program when a system call failed.
__attribute__((unused)) static long checked(const char *what, long result) {
  if (result < 0 && result > -4096) {
    report(what, (u64)result);
    leave(1);
  }
  return result;
}

/// A copy of this process; its number here, 0 there.
__attribute__((unused)) static long split(void) {
  const long arguments[6] = {17, 0, 0, 0, 0, 0};
  return checked("clone", systemCall6(220, arguments));
}

/// Waits for child `pid`, or any (-1); how it ended, as in wait(2).
__attribute__((unused)) static int awaited(long pid) {
  int status = -1;
  const long arguments[6] = {pid, (long)&status, 0, 0, 0, 0};
  checked("wait", systemCall6(260, arguments));
  return status;
}

/// Anonymous memory of this process, zero; `protection` as in mmap(2).
__attribute__((unused)) static void *memory(u64 bytes, long protection) {
  const long arguments[6] = {0, (long)bytes, protection, 0x22, -1, 0};
  return (void *)checked("mmap", systemCall6(222, arguments));
}

/// FNV-1a over 64-bit words, for checksums.
__attribute__((unused)) static u64 mix(u64 hash, u64 word) {
  return (hash ^ word) * 0x100000001b3ul;
}

__attribute__((unused)) static u64 bitsOf(double value) {
  union {
    double value;
    u64 bits;
  } both = {value};
  return both.bits;
}

static u64 randomState = 0x9e3779b97f4a7c15ul;

/// xorshift64*.
__attribute__((unused)) static u64 randomWord(void) {
  randomState ^= randomState >> 12;
  randomState ^= randomState << 25;
  randomState ^= randomState >> 27;
  return randomState * 0x2545f4914f6cdd1dul;
}

/// In [-1, 1).
__attribute__((unused)) static double randomDouble(void) {
  return (double)(i64)randomWord() * 0x1p-63;
}

__attribute__((unused)) static u64 parse(const char *text) {
  u64 value = 0;
  while (*text >= '0' && *text <= '9') value = value * 10 + (u64)(*text++ - '0');
  return value;
}

void *memset(void *to, int value, u64 count) {
  u8 *bytes = to;
  while (count-- > 0) *bytes++ = (u8)value;
  return to;
}

void *memcpy(void *to, const void *from, u64 count) {
  u8 *bytes = to;
  const u8 *source = from;
  while (count-- > 0) *bytes++ = *source++;
  return to;
}

/// The work, `times` over.
static void work(u64 times);

static const u64 *start;

/// argv[index], or "".
__attribute__((unused)) static const char *argument(u64 index) {
  return index < start[0] ? (const char *)start[1 + index] : "";
}

__attribute__((used)) static void begin(const u64 *stack) {
  start = stack;
  work(stack[0] > 1 ? parse((const char *)stack[2]) : 1);
  leave(0);
}

__asm__(".globl _start\n_start:\n  mov x29, #0\n  mov x0, sp\n  bl begin\n");

#endif
