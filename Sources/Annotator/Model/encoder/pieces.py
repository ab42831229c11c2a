"""Words to WordPieces, in a vocabulary cut to what news needs.

The program cuts words by the same rules (Encoder/WordPieces.swift); the tests hold the two against
each other.
"""

import collections
import unicodedata

UNKNOWN, START, END = 0, 1, 2
SPECIAL = ["[UNK]", "[CLS]", "[SEP]"]
MOST_PIECES = 8  # of one word: addresses are long, and their ends say little

MARKS = str.maketrans({
    "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"',
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "`": "'", "´": "'",
    "–": "—", "―": "—", "‐": "-", "‑": "-",
})


def folded(word):
    """A word in small letters without accents, with plain marks."""
    word = unicodedata.normalize("NFD", word.translate(MARKS).lower())
    return "".join(c for c in word if not unicodedata.combining(c) and unicodedata.category(c)[0] != "C")


def is_mark(character):
    """Whether a character is a piece by itself: no letter, digit or mark of a letter."""
    return unicodedata.category(character)[0] not in "LNM"


class Pieces:
    """A vocabulary and how it cuts words."""

    def __init__(self, pieces):
        self.pieces = list(pieces)
        self.index = {piece: number for number, piece in enumerate(self.pieces)}
        self.longest = max(len(piece) for piece in self.pieces)
        self.known = {}

    def __len__(self):
        return len(self.pieces)

    def cut(self, word):
        """The pieces of a word, by number; at least one."""
        found = self.known.get(word)
        if found is None:
            found = self.known[word] = self._cut(folded(word))[:MOST_PIECES] or [UNKNOWN]
        return found

    def _cut(self, word):
        result = []
        start = 0
        while start < len(word):
            if is_mark(word[start]):
                result.append(self.index.get(word[start], UNKNOWN))
                start += 1
                continue
            end = start + 1
            while end < len(word) and not is_mark(word[end]):
                end += 1
            result += self._cut_letters(word[start:end])
            start = end
        return result

    def _cut_letters(self, word):
        """The longest pieces from the left; a character that no piece has is unknown by itself."""
        result = []
        start = 0
        while start < len(word):
            prefix = "##" if start > 0 else ""
            for end in range(min(len(word), start + self.longest), start, -1):
                number = self.index.get(prefix + word[start:end])
                if number is not None:
                    result.append(number)
                    start = end
                    break
            else:
                result.append(UNKNOWN)
                start += 1
        return result


def chosen_pieces(full, words, size):
    """The `size` pieces of the full vocabulary that counted words need most often, and the letters.

    `words` counts words. A piece that is left out is cut into shorter ones.
    """
    counts = collections.Counter()
    whole = Pieces(SPECIAL + [piece for piece in full if not piece.startswith("[")])
    for word, count in words.items():
        for number in whole.cut(word):
            counts[whole.pieces[number]] += count
    single = [
        piece for piece in whole.pieces[len(SPECIAL):]
        if len(piece.removeprefix("##")) == 1 and (ord(piece[-1]) < 0x180 or counts[piece] > 0)
    ]
    kept = set(single)
    for piece, _ in counts.most_common():
        if len(kept) + len(SPECIAL) >= size:
            break
        if piece not in SPECIAL:
            kept.add(piece)
    return SPECIAL + [piece for piece in whole.pieces[len(SPECIAL):] if piece in kept]
