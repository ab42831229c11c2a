#include "AnnotatorModel.h"

// The files stand beside this one; `make models` writes them.
const unsigned char annotator_gazetteer[] = {
#embed "gazetteer.bin"
};
const size_t annotator_gazetteer_size = sizeof annotator_gazetteer;
