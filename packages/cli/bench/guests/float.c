// SPDX-License-Identifier: BSD-2-Clause
//
// Double precision as numerical programs use it: a matrix product, a complex FFT there and back, bodies under
// gravity, and a Mandelbrot set in single precision. Prints a checksum of the bits of every result.

#include "freestanding.h"

// -- matrix product ----------------------------------------------------------------------------------------

enum { ORDER = 160 };
static double left[ORDER][ORDER], right[ORDER][ORDER], product[ORDER][ORDER];

static u64 matrices(void) {
  for (int i = 0; i < ORDER; i++) {
    for (int j = 0; j < ORDER; j++) {
      left[i][j] = randomDouble();
      right[i][j] = randomDouble();
    }
  }
  for (int i = 0; i < ORDER; i++) {
    for (int j = 0; j < ORDER; j++) {
      double sum = 0;
      for (int k = 0; k < ORDER; k++) sum += left[i][k] * right[k][j];
      product[i][j] = sum;
    }
  }
  u64 hash = 0;
  for (int i = 0; i < ORDER; i++) {
    for (int j = 0; j < ORDER; j++) hash = mix(hash, bitsOf(product[i][j]));
  }
  return hash;
}

// -- FFT ---------------------------------------------------------------------------------------------------

enum { POINTS_LOG = 14, POINTS = 1 << POINTS_LOG };
static double re[POINTS], im[POINTS], turnRe[POINTS / 2], turnIm[POINTS / 2];

static double sine(double x) {
  double term = x, sum = x;
  for (int n = 1; n < 14; n++) {
    term = -term * x * x / (double)((2 * n) * (2 * n + 1));
    sum += term;
  }
  return sum;
}

static void turns(void) {
  const double pi = 3.14159265358979323846;
  for (int k = 0; k < POINTS / 2; k++) {
    double angle = 2 * pi * k / POINTS;
    turnRe[k] = sine(pi / 2 - angle);
    turnIm[k] = sine(angle);
  }
}

static void transform(double direction) {
  for (u32 i = 1, j = 0; i < POINTS; i++) {
    u32 bit = POINTS >> 1;
    for (; (j & bit) != 0; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i < j) {
      double a = re[i], b = im[i];
      re[i] = re[j];
      im[i] = im[j];
      re[j] = a;
      im[j] = b;
    }
  }
  for (int half = 1; half < POINTS; half <<= 1) {
    int step = POINTS / (2 * half);
    for (int start = 0; start < POINTS; start += 2 * half) {
      for (int k = 0; k < half; k++) {
        double wr = turnRe[k * step], wi = direction * turnIm[k * step];
        int a = start + k, b = a + half;
        double xr = re[b] * wr - im[b] * wi, xi = re[b] * wi + im[b] * wr;
        re[b] = re[a] - xr;
        im[b] = im[a] - xi;
        re[a] += xr;
        im[a] += xi;
      }
    }
  }
}

static u64 fourier(void) {
  turns();
  for (int i = 0; i < POINTS; i++) {
    re[i] = randomDouble();
    im[i] = 0;
  }
  u64 hash = 0;
  for (int n = 0; n < 4; n++) {
    transform(-1);
    for (int i = 0; i < POINTS; i += 7) hash = mix(hash, bitsOf(re[i]) + bitsOf(im[i]));
    transform(1);
    for (int i = 0; i < POINTS; i++) {
      re[i] /= POINTS;
      im[i] /= POINTS;
    }
  }
  for (int i = 0; i < POINTS; i++) hash = mix(hash, bitsOf(re[i]));
  return hash;
}

// -- bodies under gravity ----------------------------------------------------------------------------------

enum { BODIES = 8, STEPS = 20000 };
static struct {
  double x[3], v[3], mass;
} bodies[BODIES];

static double root(double x) {
  double result;
  __asm__("fsqrt %d0, %d1" : "=w"(result) : "w"(x));
  return result;
}

static void advance(double dt) {
  for (int i = 0; i < BODIES; i++) {
    for (int j = i + 1; j < BODIES; j++) {
      double d[3], square = 0.01;
      for (int k = 0; k < 3; k++) {
        d[k] = bodies[i].x[k] - bodies[j].x[k];
        square += d[k] * d[k];
      }
      double pull = dt / (square * root(square));
      for (int k = 0; k < 3; k++) {
        bodies[i].v[k] -= d[k] * bodies[j].mass * pull;
        bodies[j].v[k] += d[k] * bodies[i].mass * pull;
      }
    }
  }
  for (int i = 0; i < BODIES; i++) {
    for (int k = 0; k < 3; k++) bodies[i].x[k] += dt * bodies[i].v[k];
  }
}

static u64 gravity(void) {
  for (int i = 0; i < BODIES; i++) {
    for (int k = 0; k < 3; k++) {
      bodies[i].x[k] = 10 * randomDouble();
      bodies[i].v[k] = randomDouble();
    }
    bodies[i].mass = 1 + randomDouble() / 2;
  }
  for (int n = 0; n < STEPS; n++) advance(0.001);
  u64 hash = 0;
  for (int i = 0; i < BODIES; i++) {
    for (int k = 0; k < 3; k++) hash = mix(hash, bitsOf(bodies[i].x[k]));
  }
  return hash;
}

// -- Mandelbrot set ----------------------------------------------------------------------------------------

enum { SIDE = 96, DEPTH = 200 };

static u64 mandelbrot(void) {
  u64 hash = 0;
  for (int row = 0; row < SIDE; row++) {
    for (int column = 0; column < SIDE; column++) {
      float cr = (float)column * (3.0f / SIDE) - 2, ci = (float)row * (2.0f / SIDE) - 1;
      float zr = 0, zi = 0;
      int n = 0;
      for (; n < DEPTH && zr * zr + zi * zi < 4; n++) {
        float next = zr * zr - zi * zi + cr;
        zi = 2 * zr * zi + ci;
        zr = next;
      }
      hash = mix(hash, (u64)n);
    }
  }
  return hash;
}

static void work(u64 times) {
  u64 sums[4] = {0, 0, 0, 0};
  for (u64 n = 0; n < times; n++) {
    sums[0] = mix(sums[0], matrices());
    sums[1] = mix(sums[1], fourier());
    sums[2] = mix(sums[2], gravity());
    sums[3] = mix(sums[3], mandelbrot());
  }
  report("matrices", sums[0]);
  report("fourier", sums[1]);
  report("gravity", sums[2]);
  report("mandelbrot", sums[3]);
}
