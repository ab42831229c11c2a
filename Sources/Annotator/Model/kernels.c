#include "AnnotatorKernels.h"

#include <math.h>
#include <string.h>

// Vectors are passed between functions of this file only, which are of one kind of processor.
#pragma clang diagnostic ignored "-Wpsabi"

// Whether the last bits of a sum are those of a fused product is left to the processor.
#pragma STDC FP_CONTRACT ON

typedef int8_t eight __attribute__((vector_size(8)));
typedef int8_t sixteen __attribute__((vector_size(16)));
typedef int16_t wide_sixteen __attribute__((vector_size(32)));

// Sixteen numbers of four bits, times their factor.
static inline sixteen unpacked(const uint8_t *numbers, int8_t factor) {
  eight pairs;
  memcpy(&pairs, numbers, sizeof pairs);
  eight low = (pairs << 4) >> 4, high = pairs >> 4;
  return __builtin_shufflevector(low, high, 0, 8, 1, 9, 2, 10, 3, 11, 4, 12, 5, 13, 6, 14, 7, 15)
         * factor;
}

void annotator_unpack(const uint8_t *factors, const uint8_t *numbers, size_t rows, size_t columns,
                      int8_t *result, int32_t *sums) {
  for (size_t row = 0; row < rows; row++) {
    int8_t *to = result + row / 16 * 16 * columns + row % 16 * 4;
    int32_t sum = 0;
    for (size_t column = 0; column < columns; column += 32) {
      size_t group = (row * columns + column) / 32;
      int8_t factor = group % 2 ? factors[group / 2] >> 4 : factors[group / 2] & 15;
      wide_sixteen own = {0};
      for (size_t half = 0; half < 2; half++) {
        sixteen found = unpacked(numbers + group * 16 + half * 8, factor);
        for (size_t k = 0; k < 16; k += 4, to += 64) memcpy(to, (const int8_t *)&found + k, 4);
        own += __builtin_convertvector(found, wide_sixteen);
      }
      for (size_t k = 0; k < 16; k++) sum += own[k];
    }
    sums[row] = sum;
  }
}

// MARK: Every processor

#define BYTE_OFFSET 0
#define NAMED(name) portable_##name
#include "kernels.inc"
#undef NAMED

typedef int16_t shorts __attribute__((vector_size(16)));
typedef int32_t quads __attribute__((vector_size(16)));

// The sums of the products of pairs, for which processors have an instruction.
static inline quads portable_pairs(shorts a, shorts b) {
  quads evens = __builtin_convertvector(__builtin_shufflevector(a, a, 0, 2, 4, 6), quads)
                * __builtin_convertvector(__builtin_shufflevector(b, b, 0, 2, 4, 6), quads);
  quads odds = __builtin_convertvector(__builtin_shufflevector(a, a, 1, 3, 5, 7), quads)
               * __builtin_convertvector(__builtin_shufflevector(b, b, 1, 3, 5, 7), quads);
  return evens + odds;
}

#define WIDEST 256

static void portable_multiply(const uint8_t *bytes, const float *scales, size_t rows,
                              const struct annotator_matrix *matrix, float *result) {
  size_t inputs = matrix->inputs, outputs = matrix->outputs;
  for (size_t block = 0; block < outputs; block += 16) {
    for (size_t row = 0; row < rows; row++) {
      for (size_t output = 0; output < 16; output++) result[row * outputs + block + output] = 0;
    }
    for (size_t start = 0; start < inputs; start += WIDEST) {
      size_t width = inputs - start < WIDEST ? inputs - start : WIDEST;
      const int8_t *numbers = matrix->numbers + block * inputs + start * 16;
      shorts wide[WIDEST * 2];
      for (size_t i = 0; i < width * 16; i++) ((int16_t *)wide)[i] = numbers[i];
      for (size_t row = 0; row < rows; row++) {
        const int8_t *state = (const int8_t *)bytes + row * inputs + start;
        quads sums[8] = {0};
        for (size_t i = 0; i < width; i += 4) {
          int16_t a = state[i], b = state[i + 1], c = state[i + 2], d = state[i + 3];
          shorts four = {a, b, c, d, a, b, c, d};
          for (size_t k = 0; k < 8; k++) sums[k] += portable_pairs(wide[i * 2 + k], four);
        }
        // Sums of whole numbers below 2^24 are exact in floats too.
        float *at = result + row * outputs + block;
        for (size_t output = 0; output < 16; output++)
          at[output] += (float)(sums[output / 2][output % 2 * 2] + sums[output / 2][output % 2 * 2 + 1]);
      }
    }
    for (size_t row = 0; row < rows; row++)
      for (size_t at = block; at < block + 16; at++)
        result[row * outputs + at] =
            result[row * outputs + at] * (scales[row] * matrix->scales[at]) + matrix->bias[at];
  }
}

static const struct annotator_kernels portable = {
    "portable", portable_round, portable_multiply, portable_normalize, portable_gelu,
    portable_attend,
};

#if defined(__x86_64__) && defined(__linux__)
#include <immintrin.h>
#define HAS_KERNELS_OF_X86 1

// MARK: AVX2

#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#define NAMED(name) avx2_##name
#include "kernels.inc"
#undef NAMED

// The sign of a state moves to the number, so that the instruction that multiplies unsigned with
// signed bytes can be used; the sum of two products fits in its 16 bits.
static inline __attribute__((always_inline)) void avx2_tile(
    const int8_t *bytes, const float *scales, size_t count, const struct annotator_matrix *matrix,
    size_t block, float *result) {
  size_t inputs = matrix->inputs;
  const int8_t *numbers = matrix->numbers + block * inputs;
  const __m256i ones = _mm256_set1_epi16(1);
  __m256i sums[4][2];
  for (size_t row = 0; row < count; row++)
    sums[row][0] = sums[row][1] = _mm256_setzero_si256();
  for (size_t i = 0; i < inputs; i += 4) {
    __m256i low = _mm256_loadu_si256((const __m256i *)(numbers + i * 16));
    __m256i high = _mm256_loadu_si256((const __m256i *)(numbers + i * 16 + 32));
    for (size_t row = 0; row < count; row++) {
      int32_t four;
      memcpy(&four, bytes + row * inputs + i, 4);
      __m256i state = _mm256_set1_epi32(four);
      __m256i size = _mm256_abs_epi8(state);
      __m256i a = _mm256_maddubs_epi16(size, _mm256_sign_epi8(low, state));
      __m256i b = _mm256_maddubs_epi16(size, _mm256_sign_epi8(high, state));
      sums[row][0] = _mm256_add_epi32(sums[row][0], _mm256_madd_epi16(a, ones));
      sums[row][1] = _mm256_add_epi32(sums[row][1], _mm256_madd_epi16(b, ones));
    }
  }
  for (size_t row = 0; row < count; row++)
    for (size_t half = 0; half < 2; half++) {
      size_t at = block + half * 8;
      __m256 factors = _mm256_mul_ps(_mm256_set1_ps(scales[row]),
                                     _mm256_loadu_ps(matrix->scales + at));
      __m256 found = _mm256_fmadd_ps(_mm256_cvtepi32_ps(sums[row][half]), factors,
                                     _mm256_loadu_ps(matrix->bias + at));
      _mm256_storeu_ps(result + row * matrix->outputs + at, found);
    }
}

static void avx2_multiply(const uint8_t *bytes, const float *scales, size_t rows,
                          const struct annotator_matrix *matrix, float *result) {
  for (size_t block = 0; block < matrix->outputs; block += 16) {
    size_t row = 0;
    for (; row + 4 <= rows; row += 4)
      avx2_tile((const int8_t *)bytes + row * matrix->inputs, scales + row, 4, matrix, block,
                result + row * matrix->outputs);
    for (; row < rows; row++)
      avx2_tile((const int8_t *)bytes + row * matrix->inputs, scales + row, 1, matrix, block,
                result + row * matrix->outputs);
  }
}
#pragma clang attribute pop

static const struct annotator_kernels avx2 = {
    "AVX2", avx2_round, avx2_multiply, avx2_normalize, avx2_gelu, avx2_attend,
};

// MARK: AVX-512 with VNNI

#pragma clang attribute push(__attribute__((target("avx512f,avx512bw,avx512vl,avx512dq,avx512vnni,avx2,fma,prefer-256-bit"))), apply_to = function)
#undef BYTE_OFFSET
#define BYTE_OFFSET 128
#define NAMED(name) vnni_##name
#include "kernels.inc"
#undef NAMED

// States are 128 too large, so that they have no sign; 128 times the sum of the numbers is taken away.
static inline __attribute__((always_inline)) void vnni_tile(
    const uint8_t *bytes, const float *scales, size_t count, const struct annotator_matrix *matrix,
    size_t block, float *result) {
  size_t inputs = matrix->inputs;
  const int8_t *numbers = matrix->numbers + block * inputs;
  __m512i sums[6][4];
  for (size_t k = 0; k < 4; k++) {
    __m512i own = _mm512_loadu_si512(matrix->sums + block + k * 16);
    __m512i start = _mm512_sub_epi32(_mm512_setzero_si512(), _mm512_slli_epi32(own, 7));
    for (size_t row = 0; row < count; row++) sums[row][k] = start;
  }
  for (size_t i = 0; i < inputs; i += 4) {
    __m512i columns[4];
    for (size_t k = 0; k < 4; k++)
      columns[k] = _mm512_loadu_si512(numbers + k * 16 * inputs + i * 16);
    for (size_t row = 0; row < count; row++) {
      int32_t four;
      memcpy(&four, bytes + row * inputs + i, 4);
      __m512i state = _mm512_set1_epi32(four);
      for (size_t k = 0; k < 4; k++)
        sums[row][k] = _mm512_dpbusd_epi32(sums[row][k], state, columns[k]);
    }
  }
  for (size_t k = 0; k < 4; k++) {
    size_t at = block + k * 16;
    __m512 factors = _mm512_loadu_ps(matrix->scales + at);
    __m512 bias = _mm512_loadu_ps(matrix->bias + at);
    for (size_t row = 0; row < count; row++) {
      __m512 own = _mm512_mul_ps(_mm512_set1_ps(scales[row]), factors);
      __m512 found = _mm512_fmadd_ps(_mm512_cvtepi32_ps(sums[row][k]), own, bias);
      _mm512_storeu_ps(result + row * matrix->outputs + at, found);
    }
  }
}

static void vnni_multiply(const uint8_t *bytes, const float *scales, size_t rows,
                          const struct annotator_matrix *matrix, float *result) {
  size_t inputs = matrix->inputs, outputs = matrix->outputs;
  for (size_t block = 0; block < outputs; block += 64) {
    size_t row = 0;
    for (; row + 6 <= rows; row += 6)
      vnni_tile(bytes + row * inputs, scales + row, 6, matrix, block, result + row * outputs);
    const uint8_t *last = bytes + row * inputs;
    float *at = result + row * outputs;
    switch (rows - row) {
    case 5: vnni_tile(last, scales + row, 5, matrix, block, at); break;
    case 4: vnni_tile(last, scales + row, 4, matrix, block, at); break;
    case 3: vnni_tile(last, scales + row, 3, matrix, block, at); break;
    case 2: vnni_tile(last, scales + row, 2, matrix, block, at); break;
    case 1: vnni_tile(last, scales + row, 1, matrix, block, at); break;
    }
  }
}
#pragma clang attribute pop

static const struct annotator_kernels vnni = {
    "AVX-512 VNNI", vnni_round, vnni_multiply, vnni_normalize, vnni_gelu, vnni_attend,
};
#endif

size_t annotator_kernel_count(void) {
#ifdef HAS_KERNELS_OF_X86
  return 3;
#else
  return 1;
#endif
}

const struct annotator_kernels *annotator_kernels_of(size_t number) {
#ifdef HAS_KERNELS_OF_X86
  __builtin_cpu_init();
  switch (number) {
  case 0:
    return __builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw")
                   && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq")
               ? &vnni : NULL;
  case 1: return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") ? &avx2 : NULL;
  case 2: return &portable;
  }
#else
  if (number == 0) return &portable;
#endif
  return NULL;
}
