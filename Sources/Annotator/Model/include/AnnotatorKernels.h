#ifndef ANNOTATOR_KERNELS_H
#define ANNOTATOR_KERNELS_H

#include <stddef.h>
#include <stdint.h>

/// A matrix of signed bytes, unpacked for products: outputs in blocks of 16, inputs in fours, so that
/// byte `b` of input `4 * i + b` and output `16 * o + r` stands at `((o * inputs / 4 + i) * 16 + r) *
/// 4 + b`. Numbers are -120 to 120, so that two products with a byte fit in 16 bits.
struct annotator_matrix {
  const int8_t *numbers;
  /// What one unit of an output is worth.
  const float *scales;
  /// What is added to an output.
  const float *bias;
  /// The sum of each output's numbers.
  const int32_t *sums;
  /// A multiple of 4.
  size_t inputs;
  /// A multiple of 64.
  size_t outputs;
};

/// The loops in which the encoder spends its time, for one kind of processor. Sums of bytes are
/// exact; other numbers differ between kinds of processors in their last bits at most.
struct annotator_kernels {
  /// What the processor must have: "AVX-512 VNNI", "AVX2", or "portable".
  const char *name;
  /// Rounds rows to bytes, each with a scale of its own. The bytes are for `multiply` only.
  void (*round)(const float *states, size_t rows, size_t width, uint8_t *bytes, float *scales);
  /// Multiplies rounded rows with a matrix: `rows * outputs` numbers.
  void (*multiply)(const uint8_t *bytes, const float *scales, size_t rows,
                   const struct annotator_matrix *matrix, float *result);
  /// Adds rows to rows, where there are any, and brings each to mean 0 and variance 1, times `gain`
  /// plus `bias`. The width is a multiple of 16.
  void (*normalize)(float *states, const float *added, size_t rows, size_t width,
                    const float *gain, const float *bias);
  /// GELU of each number, `count` being a multiple of 16.
  void (*gelu)(float *states, size_t count);
  /// Attention of every row to every row. A row of `mixed` holds queries, keys and values of `width`
  /// each, which is a multiple of 16 a head. `scratch` holds `annotator_attention_scratch` numbers.
  void (*attend)(const float *mixed, size_t rows, size_t width, size_t heads, float *scratch,
                 float *result);
};

/// Unpacks numbers of four bits, two a byte and the lower half first, to the order of
/// `annotator_matrix`, with the sum of each row. A group of 32 numbers shares a factor, which is packed
/// likewise; `columns` is a multiple of 64, `rows` of 16.
void annotator_unpack(const uint8_t *factors, const uint8_t *numbers, size_t rows, size_t columns,
                      int8_t *result, int32_t *sums);

/// The numbers of scratch space that attention needs.
static inline size_t annotator_attention_scratch(size_t rows, size_t width, size_t heads) {
  size_t padded = (rows + 15) / 16 * 16;
  return (width / heads + 4) * padded;
}

/// The kernels by their number, the fastest first: NULL where this processor cannot run them, or
/// there are no more. The last ones run everywhere.
const struct annotator_kernels *annotator_kernels_of(size_t number);

/// How many kernels there are.
size_t annotator_kernel_count(void);

#endif
