#include "AnnotatorModel.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// The weights are written by training (encoder/train.py); without them there is no refined tier.
#if __has_embed("encoder.bin")
static const unsigned char encoder[] __attribute__((aligned(64))) = {
#embed "encoder.bin"
};

struct annotator_bytes annotator_encoder(void) {
  return (struct annotator_bytes){encoder, sizeof encoder};
}
#else
struct annotator_bytes annotator_encoder(void) { return (struct annotator_bytes){NULL, 0}; }
#endif
