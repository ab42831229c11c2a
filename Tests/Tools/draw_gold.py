"""Draw gold annotations under their text, for check_gold.py --show."""
import re

FACTS = ("form", "polarity", "certainty", "kind")


def labels(document):
    """The (start, end, label) of all that is annotated: entities first, then claims."""
    for e in document["entities"]:
        notes = [e["type"], e.get("chain"), e.get("value"), e.get("optional") and "optional"]
        notes.append(e["mention"] if e["mention"] != "name" else None)
        yield e["start"], e["end"], " ".join(filter(None, notes))
    for i, claim in enumerate(document["attributions"], 1):
        facts = [claim[key] for key in FACTS] + [claim.get("sourceChain", "-")]
        for part in ("source", "cue", "content"):
            for s, e in claim[part]:
                yield s, e, f"c{i} {part}" + (f" ({' '.join(facts)})" if part == "content" else "")


def show(document, text, width=110):
    """Print the text with carets and labels under each line."""
    marks = list(labels(document))
    at = 0
    for line in text.split("\n"):
        rows = [m.span() for m in re.finditer(rf".{{1,{width}}}(?:\s|$)|\S+\s?", line)] or [(0, 0)]
        for first, last in rows:
            print(line[first:last].rstrip())
            tracks = []
            for s, e, label in marks:
                s, e = max(s - at, first) - first, min(e - at, last) - first
                if s >= e:
                    continue
                drawn = "^" * (e - s) + " " + label
                k = next((k for k, t in enumerate(tracks) if len(t) < s), len(tracks))
                tracks[k:k + 1] = [(tracks[k] if k < len(tracks) else "").ljust(s) + drawn]
            print(*tracks, sep="\n" if tracks else "", end="\n" if tracks else "")
        at += len(line) + 1
    for chain in document["chains"]:
        print({k: v for k, v in chain.items()})
