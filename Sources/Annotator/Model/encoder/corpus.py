"""Marked texts as `annotate-server train --words` writes them, cut to windows and packed to batches."""

import collections
import json
import random
import re

import numpy
import torch

from network import POSITIONS, distance_bin
from pieces import END, START

MOST_WORDS = 160
ACROSS = 0.4  # how often windows reach across passages
ROW = POSITIONS  # pieces of a row of a batch, which holds several short windows


def shape(word):
    """What a word looks like in seven classes; the pieces themselves are in small letters."""
    if any(c.isdigit() for c in word):
        return 5
    if not any(c.isalpha() for c in word):
        return 6
    if word == word.lower():
        return 1
    if len(word) > 1 and word == word.upper():
        return 3
    rest = word[1:]
    return 2 if rest == rest.lower() else 4


class Document:
    """The words of a text, and what is marked in it."""

    def __init__(self, line, pieces):
        words = line["words"]
        self.corpus = line["corpus"]
        self.weight = line.get("weight", 1.0)
        self.pieces = [pieces.cut(word) for word in words]
        self.shapes = numpy.array([shape(word) for word in words], dtype=numpy.int64)
        self.quotes = numpy.array(line["quotes"], dtype=numpy.int64)
        self.starts = numpy.zeros(len(words), dtype=numpy.int64)
        self.sentences = line["sentences"]
        self.passages = frozenset(line["passages"])
        for end in [0] + self.sentences[:-1]:
            self.starts[end] = 1
        for end in [0] + [end for end in line["passages"] if end < len(words)]:
            self.starts[end] = 2
        self.masks = line.get("masks")
        self.claims = line.get("claims")
        if self.claims is not None:
            self.tags = tag_labels(self.claims, len(words))
            for word in line["ignored"]:
                self.tags[word] = -100

    def windows(self, chance=None):
        """The words cut to runs of whole sentences: passage by passage, as the program reads them.
        Where a chance is given, now and then across passages, at random places."""
        is_across = chance is not None and chance.random() < ACROSS
        limit = chance.randint(MOST_WORDS // 4, MOST_WORDS) if is_across else MOST_WORDS
        start = end = 0
        size = 0
        for stop in self.sentences:
            length = sum(len(self.pieces[word]) for word in range(end, stop))
            is_cut = end in self.passages and not is_across
            if end > start and (is_cut or stop - start > limit or size + length > ROW - 2):
                yield (start, end)
                start, size, limit = end, 0, MOST_WORDS
            while stop - start > limit or size + length > ROW - 2:
                # A sentence that no window holds is cut.
                count, pieces = 0, 0
                while count < limit and pieces + len(self.pieces[start + count]) <= ROW - 2:
                    pieces += len(self.pieces[start + count])
                    count += 1
                yield (start, start + count)
                start += count
                size, limit = 0, MOST_WORDS
                length = sum(len(self.pieces[word]) for word in range(start, stop))
            end = stop
            size += length
        if end > start:
            yield (start, end)


def tag_labels(claims, count):
    """0 outside; begin and inside of source 1 2, cue 3 4, content 5 6. Cues overrule sources, and
    sources contents, so that a claim within a claim is seen."""
    labels = numpy.zeros(count, dtype=numpy.int64)
    contents = sorted(claims, key=lambda claim: -len(claim[2]))
    for part, begin, ordered in ((2, 5, contents), (0, 1, claims), (1, 3, claims)):
        for claim in ordered:
            before = -2
            for word in claim[part]:
                labels[word] = begin + 1 if before == word - 1 else begin
                before = word
    for word in range(count):
        if labels[word] and labels[word] % 2 == 0:
            if word == 0 or labels[word - 1] not in (labels[word], labels[word] - 1):
                labels[word] -= 1
    return labels


class Batch:
    """Windows, packed into rows of pieces; one window sees nothing of another."""

    def __init__(self, segments, most_cues=40, chance=None):
        rows = []
        order = sorted(range(len(segments)), key=lambda i: -segments[i].size)
        for i in order:
            size = segments[i].size
            row = next((row for row in rows if row[0] + size <= ROW), None)
            if row is None:
                rows.append([size, [i]])
            else:
                row[0] += size
                row[1].append(i)
        length = max(row[0] for row in rows)
        shaped = numpy.zeros((5, len(rows), length), dtype=numpy.int64)
        segment = numpy.full((len(rows), length), -1)
        longest = max(s.end - s.start for s in segments)
        self.first = torch.zeros(len(segments), longest, dtype=torch.long)
        self.is_word = torch.zeros(len(segments), longest, dtype=torch.bool)
        for r, (_, members) in enumerate(rows):
            at = 0
            for i in members:
                s = segments[i]
                columns = s.columns()
                size = s.size
                shaped[:, r, at:at + size] = columns
                segment[r, at:at + size] = i
                firsts = torch.from_numpy(s.firsts + at + r * length)
                self.first[i, :len(firsts)] = firsts
                self.is_word[i, :len(firsts)] = True
                at += size
        self.pieces, self.positions, self.shapes, self.quotes, self.starts = (
            torch.from_numpy(part.copy()) for part in shaped)
        segment = torch.from_numpy(segment)
        mask = segment.unsqueeze(1) == segment.unsqueeze(2)
        self.mask = mask.unsqueeze(1)
        self.words = sum(s.end - s.start for s in segments)
        self.label(segments, longest, most_cues, chance)

    def label(self, segments, longest, most_cues, chance):
        self.tags = torch.full((len(segments), longest), -100)
        self.names = torch.zeros(len(segments), longest, dtype=torch.long)
        cues = []
        for i, s in enumerate(segments):
            document, count = s.document, s.end - s.start
            if document.claims is not None:
                self.tags[i, :count] = torch.from_numpy(document.tags[s.start:s.end])
                cues += [(i, s, claim) for claim in document.claims
                         if claim[1] and s.start <= claim[1][0] and claim[1][-1] < s.end]
            if document.masks is not None:
                self.names[i, :count] = torch.tensor(document.masks[s.start:s.end])
        if chance is not None and len(cues) > most_cues:
            cues = chance.sample(cues, most_cues)
        count = len(cues)
        self.windows = torch.tensor([i for i, _, _ in cues], dtype=torch.long)
        self.cue_words = torch.zeros(count, longest)
        self.distances = torch.zeros(count, longest, dtype=torch.long)
        self.kinds = torch.zeros(count, longest, dtype=torch.long)
        self.roles = torch.full((count, longest), -100)
        for k, (i, s, claim) in enumerate(cues):
            size = s.end - s.start
            own = [word - s.start for word in claim[1]]
            tags = document_tags = s.document.tags[s.start:s.end]
            kinds = numpy.where((tags == 3) | (tags == 4), 1, 0)
            kinds[own] = 2
            self.kinds[k, :size] = torch.from_numpy(kinds)
            self.cue_words[k, own] = 1 / len(own)
            self.distances[k, :size] = distances(own, size)
            labels = numpy.where(document_tags == -100, -100, 0)
            for part, begin in ((2, 3), (0, 1)):
                before = -2
                for word in claim[part]:
                    at = word - s.start
                    if 0 <= at < size and labels[at] != -100:
                        labels[at] = begin + 1 if before == at - 1 else begin
                        before = at
            self.roles[k, :size] = torch.from_numpy(labels)

    def to(self, device):
        for name, value in vars(self).items():
            if isinstance(value, torch.Tensor):
                setattr(self, name, value.to(device, non_blocking=True))
        return self


def distances(cue, size):
    """The bins of the words' distances from a cue: 0 within it, else from its nearer end."""
    first, last = cue[0], cue[-1]
    return torch.tensor([
        BINS[word - last if word > last else word - first if word < first else 0]
        for word in range(size)])


BINS = {distance: distance_bin(distance) for distance in range(-MOST_WORDS - 96, MOST_WORDS + 97)}


class Segment:
    """A window of a document as one run of pieces."""

    def __init__(self, document, start, end):
        self.document, self.start, self.end = document, start, end
        self.size = 2 + sum(len(pieces) for pieces in document.pieces[start:end])

    def columns(self):
        """Pieces, positions, shapes, quotes and starts."""
        document, words = self.document, range(self.start, self.end)
        lengths = [len(document.pieces[word]) for word in words]
        columns = numpy.zeros((5, self.size), dtype=numpy.int64)
        columns[0, 0], columns[0, -1] = START, END
        columns[0, 1:-1] = [piece for word in words for piece in document.pieces[word]]
        columns[1] = range(self.size)
        for row, values in ((2, document.shapes), (3, document.quotes), (4, document.starts)):
            columns[row, 1:-1] = numpy.repeat(values[self.start:self.end], lengths)
        self.firsts = 1 + numpy.cumsum([0] + lengths[:-1])
        return columns


class Stream:
    """Windows without end: pass after pass over documents, each in another order and cut elsewhere.

    A document is taken with the probability that is its weight. `taken` counts windows, so that a
    stream can be taken up where it was left.
    """

    def __init__(self, documents, seed, taken=0):
        self.documents, self.seed = documents, seed
        self.passes = self.taken = 0
        self.found = self._found()
        for _ in range(taken):
            next(self)

    def __next__(self):
        self.taken += 1
        return next(self.found)

    def _found(self):
        while True:
            chance = random.Random(f"{self.seed} {self.passes}")
            chosen = [d for d in self.documents if chance.random() < d.weight]
            segments = [Segment(d, *window) for d in chosen for window in d.windows(chance)]
            chance.shuffle(segments)
            yield from segments
            self.passes += 1

    def take(self, words):
        """The next windows, of about so many words."""
        taken = []
        while words > 0:
            segment = next(self)
            taken.append(segment)
            words -= segment.end - segment.start
        return taken


def counted_words(path):
    """How often each word stands in what is trained on."""
    counts = collections.Counter()
    with open(path, encoding="utf-8") as file:
        for line in map(json.loads, file):
            if ".dev." not in line["corpus"]:
                counts.update(line["words"])
    return counts


def read_documents(path, pieces, wanted):
    """The documents whose corpus a pattern matches."""
    pattern = re.compile(wanted)
    with open(path, encoding="utf-8") as file:
        return [Document(line, pieces) for line in map(json.loads, file) if pattern.search(line["corpus"])]
