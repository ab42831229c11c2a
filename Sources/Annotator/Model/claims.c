#include "AnnotatorModel.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char cues[] = {
#embed "cues.tsv"
};

static const unsigned char word_tags[] = {
#embed "wordtags.bin"
};

// The buckets of the tables of features fill whole lines of the cache.
static const unsigned char claims[] __attribute__((aligned(64))) = {
#embed "claims.bin"
};

struct annotator_bytes annotator_cues(void) {
  return (struct annotator_bytes){cues, sizeof cues};
}

struct annotator_bytes annotator_word_tags(void) {
  return (struct annotator_bytes){word_tags, sizeof word_tags};
}

struct annotator_bytes annotator_claim_chains(void) {
  return (struct annotator_bytes){claims, sizeof claims};
}
