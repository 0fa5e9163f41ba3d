// SPDX-License-Identifier: BSD-2-Clause
//
// Vector kernels as libraries write them with intrinsics (media, strings, arithmetic on arrays), and loops
// that the compiler makes vectors of. Prints a checksum of every kernel's results.

#include <arm_neon.h>

#include "freestanding.h"

enum { COUNT = 8192 };
static float singles[3][COUNT];
static u8 bytes[3][COUNT + 16];
static i16 shorts[3][COUNT];
static i32 words[3][COUNT];

static u64 hashOf(const void *data, u64 size) {
  const u64 *from = data;
  u64 hash = 0;
  for (u64 n = 0; n < size / 8; n++) hash = mix(hash, from[n]);
  return hash;
}

static void fill(void) {
  for (int n = 0; n < COUNT; n++) {
    for (int k = 0; k < 3; k++) {
      u64 word = randomWord();
      singles[k][n] = (float)randomDouble();
      bytes[k][n] = (u8)word;
      shorts[k][n] = (i16)(word >> 8);
      words[k][n] = (i32)(word >> 24);
    }
  }
}

// -- singles -----------------------------------------------------------------------------------------------

static void saxpy(float scale) {
  float32x4_t a = vdupq_n_f32(scale);
  for (int n = 0; n < COUNT; n += 8) {
    float32x4_t low = vfmaq_f32(vld1q_f32(singles[1] + n), vld1q_f32(singles[0] + n), a);
    float32x4_t high = vfmaq_f32(vld1q_f32(singles[1] + n + 4), vld1q_f32(singles[0] + n + 4), a);
    vst1q_f32(singles[2] + n, low);
    vst1q_f32(singles[2] + n + 4, high);
  }
}

static float dot(void) {
  float32x4_t sums[4] = {vdupq_n_f32(0), vdupq_n_f32(0), vdupq_n_f32(0), vdupq_n_f32(0)};
  for (int n = 0; n < COUNT; n += 16) {
    for (int k = 0; k < 4; k++) {
      sums[k] = vfmaq_f32(sums[k], vld1q_f32(singles[0] + n + 4 * k), vld1q_f32(singles[2] + n + 4 * k));
    }
  }
  return vaddvq_f32(vaddq_f32(vaddq_f32(sums[0], sums[1]), vaddq_f32(sums[2], sums[3])));
}

static void clampSingles(void) {
  float32x4_t low = vdupq_n_f32(-0.5f), high = vdupq_n_f32(0.75f);
  for (int n = 0; n < COUNT; n += 4) {
    float32x4_t x = vsubq_f32(vmulq_f32(vld1q_f32(singles[0] + n), vdupq_n_f32(1.25f)), vld1q_f32(singles[1] + n));
    x = vminq_f32(vmaxq_f32(x, low), high);
    vst1q_s32(words[2] + n, vcvtq_s32_f32(vmulq_n_f32(x, 32767.0f)));
  }
}

// -- bytes -------------------------------------------------------------------------------------------------

static void blend(void) {
  for (int n = 0; n < COUNT; n += 16) {
    uint8x16_t a = vld1q_u8(bytes[0] + n), b = vld1q_u8(bytes[1] + n), alpha = vld1q_u8(bytes[2] + n);
    uint8x16_t rest = vmvnq_u8(alpha);
    uint16x8_t low = vmlal_u8(vmull_u8(vget_low_u8(a), vget_low_u8(alpha)), vget_low_u8(b), vget_low_u8(rest));
    uint16x8_t high = vmlal_high_u8(vmull_high_u8(a, alpha), b, rest);
    low = vrsraq_n_u16(low, low, 8);
    high = vrsraq_n_u16(high, high, 8);
    vst1q_u8(bytes[2] + n, vrshrn_high_n_u16(vrshrn_n_u16(low, 8), high, 8));
  }
}

static u64 search(u8 wanted) {
  uint8x16_t key = vdupq_n_u8(wanted);
  u64 sum = 0;
  for (int n = 0; n < COUNT; n += 16) {
    uint8x16_t equal = vceqq_u8(vld1q_u8(bytes[0] + n), key);
    u64 mask = vget_lane_u64(vreinterpret_u64_u8(vshrn_n_u16(vreinterpretq_u16_u8(equal), 4)), 0);
    while (mask != 0) {
      sum += (u64)n + (u64)(__builtin_ctzl(mask) >> 2);
      mask &= mask - 1;
      mask &= ~(0xful << (__builtin_ctzl(mask | (1ul << 63)) & ~3));
    }
  }
  return sum;
}

static u64 population(void) {
  uint32x4_t sum = vdupq_n_u32(0);
  for (int n = 0; n < COUNT; n += 16) {
    sum = vpadalq_u16(sum, vpaddlq_u8(vcntq_u8(vld1q_u8(bytes[1] + n))));
  }
  return vaddvq_u32(sum);
}

static u64 differences(void) {
  uint32x4_t sum = vdupq_n_u32(0);
  for (int n = 0; n < COUNT; n += 16) {
    uint8x16_t far = vabdq_u8(vld1q_u8(bytes[0] + n), vld1q_u8(bytes[1] + n));
    sum = vpadalq_u16(sum, vpaddlq_u8(far));
  }
  return vaddvq_u32(sum);
}

static void toHex(void) {
  uint8x16_t digits = vld1q_u8((const u8 *)"0123456789abcdef");
  for (int n = 0; n < COUNT / 2; n += 16) {
    uint8x16_t x = vld1q_u8(bytes[0] + n);
    uint8x16x2_t pair;
    pair.val[0] = vqtbl1q_u8(digits, vshrq_n_u8(x, 4));
    pair.val[1] = vqtbl1q_u8(digits, vandq_u8(x, vdupq_n_u8(15)));
    vst2q_u8(bytes[2] + 2 * n, pair);
  }
}

static void toGrey(void) {
  for (int n = 0; n + 48 <= COUNT; n += 48) {
    uint8x16x3_t rgb = vld3q_u8(bytes[0] + n);
    uint16x8_t low = vmull_u8(vget_low_u8(rgb.val[0]), vdup_n_u8(77));
    uint16x8_t high = vmull_high_u8(rgb.val[0], vdupq_n_u8(77));
    low = vmlal_u8(low, vget_low_u8(rgb.val[1]), vdup_n_u8(150));
    high = vmlal_high_u8(high, rgb.val[1], vdupq_n_u8(150));
    low = vmlal_u8(low, vget_low_u8(rgb.val[2]), vdup_n_u8(29));
    high = vmlal_high_u8(high, rgb.val[2], vdupq_n_u8(29));
    vst1q_u8(bytes[1] + n / 3, vcombine_u8(vshrn_n_u16(low, 8), vshrn_n_u16(high, 8)));
  }
}

// -- shorts and words --------------------------------------------------------------------------------------

static void filter(void) {
  for (int n = 0; n + 16 <= COUNT; n += 8) {
    int16x8_t a = vld1q_s16(shorts[0] + n), b = vld1q_s16(shorts[0] + n + 8);
    int32x4_t low = vmull_n_s16(vget_low_s16(a), 1229), high = vmull_n_s16(vget_high_s16(a), 1229);
    int16x8_t next = vextq_s16(a, b, 1), after = vextq_s16(a, b, 2);
    low = vmlal_n_s16(low, vget_low_s16(next), -417);
    high = vmlal_n_s16(high, vget_high_s16(next), -417);
    low = vmlal_n_s16(low, vget_low_s16(after), 3001);
    high = vmlal_n_s16(high, vget_high_s16(after), 3001);
    int16x8_t narrow = vcombine_s16(vqrshrn_n_s32(low, 12), vqrshrn_n_s32(high, 12));
    narrow = vqaddq_s16(narrow, vqdmulhq_s16(a, vld1q_s16(shorts[1] + n)));
    vst1q_s16(shorts[2] + n, narrow);
  }
}

static void compiled(i32 factor) {
  for (int n = 0; n < COUNT; n++) {
    i32 x = words[0][n] * factor + words[1][n];
    words[2][n] = x > words[0][n] ? x : words[0][n] - (x >> 3);
  }
}

static u64 compiledSum(void) {
  i32 sum = 0;
  i64 wide = 0;
  for (int n = 0; n < COUNT; n++) {
    sum += (i32)shorts[0][n] * shorts[2][n];
    wide += words[2][n];
  }
  return (u64)(u32)sum + (u64)wide;
}

static void work(u64 times) {
  u64 sums[12] = {0};
  fill();
  for (u64 n = 0; n < times * 100; n++) {
    float scale = 1 + (float)(n & 15) / 16;
    saxpy(scale);
    float product = dot();
    sums[0] = mix(sums[0], bitsOf((double)product));
    clampSingles();
    sums[1] = mix(sums[1], (u64)words[2][n % COUNT]);
    blend();
    sums[2] = mix(sums[2], bytes[2][n % COUNT]);
    sums[3] += search((u8)n);
    sums[4] += population();
    sums[5] += differences();
    toHex();
    sums[6] = mix(sums[6], bytes[2][n % COUNT]);
    toGrey();
    sums[7] = mix(sums[7], bytes[1][n % COUNT]);
    filter();
    compiled((i32)n);
    sums[8] += compiledSum();
  }
  report("saxpy, dot", mix(sums[0], hashOf(singles[2], sizeof singles[2])));
  report("clamp", sums[1]);
  report("blend", sums[2]);
  report("search", sums[3]);
  report("population", sums[4]);
  report("differences", sums[5]);
  report("hex", mix(sums[6], hashOf(bytes[2], COUNT)));
  report("grey", mix(sums[7], hashOf(bytes[1], COUNT)));
  report("filter", hashOf(shorts[2], sizeof shorts[2]));
  report("compiled", mix(sums[8], hashOf(words[2], sizeof words[2])));
}
