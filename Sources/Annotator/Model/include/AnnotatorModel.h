#ifndef ANNOTATOR_MODEL_H
#define ANNOTATOR_MODEL_H

#include "AnnotatorKernels.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/// A file that is built into the program.
struct annotator_bytes {
  const unsigned char *start;
  size_t count;
};

/// The gazetteer: names with the kinds of thing that bear them (format in Entities/Gazetteer.swift).
struct annotator_bytes annotator_gazetteer(void);

/// The words that report speech and thought (format in Claims/Lexicon/CueLexicon.swift).
struct annotator_bytes annotator_cues(void);

/// The parts of speech of words (format in Claims/Tagging/WordTagger.swift).
struct annotator_bytes annotator_word_tags(void);

/// The weights of the recogniser of names (format in Entities/NameModel.swift).
struct annotator_bytes annotator_names(void);

/// The weights that find claims (format in Claims/Learned/ClaimModel.swift).
struct annotator_bytes annotator_claim_chains(void);

/// The weights of the encoder (format in Encoder/EncoderFile.swift); empty where there are none.
struct annotator_bytes annotator_encoder(void);

/// Asks the processor to fetch what stands at an address, without waiting for it.
static inline void annotator_prefetch(const void *address) {
  __builtin_prefetch(address);
}

typedef uint16_t annotator_marks __attribute__((ext_vector_type(16)));
typedef _Bool annotator_bits __attribute__((ext_vector_type(16)));

/// Compares the sixteen numbers at an address with another one: a bit for each, the first the lowest.
/// In C, where this is a handful of instructions; vectors of 16 numbers in Swift are compared by calls.
static inline uint16_t annotator_equal(const void *numbers, uint16_t wanted) {
  annotator_marks all;
  memcpy(&all, numbers, sizeof all);
  annotator_bits equal = __builtin_convertvector(all == (annotator_marks)wanted, annotator_bits);
  uint16_t bits;
  memcpy(&bits, &equal, sizeof bits);
  return bits;
}

#endif
