#include "AnnotatorModel.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// The buckets of the table of features fill whole lines of the cache.
static const unsigned char names[] __attribute__((aligned(64))) = {
#embed "names.bin"
};

struct annotator_bytes annotator_names(void) {
  return (struct annotator_bytes){names, sizeof names};
}
