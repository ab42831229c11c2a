#ifndef ANNOTATOR_MODEL_H
#define ANNOTATOR_MODEL_H

#include <stddef.h>

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

/// Asks the processor to fetch what stands at an address, without waiting for it.
static inline void annotator_prefetch(const void *address) {
  __builtin_prefetch(address);
}

#endif
