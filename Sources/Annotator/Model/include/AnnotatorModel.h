#ifndef ANNOTATOR_MODEL_H
#define ANNOTATOR_MODEL_H

#include <stddef.h>

/// The gazetteer: names with the kinds of thing that bear them (format in Entities/Gazetteer.swift).
extern const unsigned char annotator_gazetteer[];
extern const size_t annotator_gazetteer_size;

#endif
