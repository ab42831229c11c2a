#include "AnnotatorModel.h"

// The files stand beside this one; `make models` writes them. `#embed` is of C23, and the compilers
// that build Swift know it in every mode.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char gazetteer[] = {
#embed "gazetteer.bin"
};

struct annotator_bytes annotator_gazetteer(void) {
  return (struct annotator_bytes){gazetteer, sizeof gazetteer};
}
