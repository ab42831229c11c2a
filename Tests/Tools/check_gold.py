#!/usr/bin/env python3
"""Check gold annotations, and draw them under the text for proofreading.

    check_gold.py [--show] [--shared FOLDER] [GOLD.jsonl ...]

Without files it checks seeds/gold.jsonl and Tests/Fixtures/shared-seeds.gold.jsonl. Every offset
counts Unicode code points, half open [start, end). A document either carries its "text" (and is
compared with ID.md beside the gold file, where there is one), or names a "file" with its "sha256",
which is read from FOLDER; without FOLDER only what needs no text is checked for it.

Findings go to stdout, one a line; the exit status is 1 when there are any.
"""
import argparse
import datetime
import hashlib
import json
import pathlib
import re
import sys

from draw_gold import show

VALUES = set("DATE TIME MONEY PERCENT QUANTITY ORDINAL CARDINAL".split())
THINGS = set("PERSON ORG GPE LOC FAC NORP EVENT PRODUCT WORK_OF_ART LAW LANGUAGE".split())
TYPES = VALUES | THINGS | {"ROLE"}
MENTIONS = {"name", "nominal", "pronoun"}
PARTS = ("source", "cue", "content")
VOCABULARY = {
    "form": {"direct", "indirect", "mixed"},
    "polarity": {"positive", "negative"},
    "certainty": {"certain", "probable", "possible"},
    "kind": {"statement", "belief", "intention", "question", "order", "criticism", "refusal"},
}
PRONOUNS = set(
    "he him his himself she her hers herself it its itself".split()
    + "they them their theirs themselves".split()
)

# TIMEX3: calendar points from centuries down to minutes, weeks, quarters, halves, seasons, parts
# of the day; durations, whose number may be unknown (X); and the three references.
CLOCK = r"T([01]\d|2[0-3]):[0-5]\d"
TIMEX3 = re.compile(
    rf"""\d{{2,4}} | \d{{4}}-(0[1-9]|1[0-2]) | \d{{4}}-W(0[1-9]|[1-4]\d|5[0-3])(-WE)?
    | \d{{4}}-(Q[1-4] | H[12] | SP | SU | FA | WI)
    | \d{{4}}-\d\d-\d\d ({CLOCK} | T(MO|MI|AF|EV|NI|DT))?
    | P(?=[\dX]) (([\d.]+|X)Y)? (([\d.]+|X)M)? (([\d.]+|X)W)? (([\d.]+|X)D)?
    | PT(?=[\dX]) (([\d.]+|X)H)? (([\d.]+|X)M)? (([\d.]+|X)S)?
    | PAST_REF | PRESENT_REF | FUTURE_REF""",
    re.VERBOSE,
)
AMOUNTS = {
    "MONEY": re.compile(r"-?\d+(\.\d+)? [A-Z]{3}"),
    "PERCENT": re.compile(r"-?\d+(\.\d+)? %"),
    "QUANTITY": re.compile(r"-?\d+(\.\d+)? [A-Za-z°µ][A-Za-z0-9/]*"),
}


def is_value(kind, value):
    """Whether a value has the form that its type asks for, and its day exists."""
    if kind in AMOUNTS:
        return bool(AMOUNTS[kind].fullmatch(value))
    if kind not in ("DATE", "TIME") or not TIMEX3.fullmatch(value):
        return False
    if re.match(r"\d{4}-\d\d-\d\d", value):
        try:
            datetime.date.fromisoformat(value[:10])
        except ValueError:
            return False
    is_clock = value.startswith("PT") or (not value.startswith("P") and "T" in value)
    return value.endswith("_REF") or is_clock == (kind == "TIME")


def check_structure(document):
    """What can be known without the text."""
    entities, chains = document["entities"], document["chains"]
    by_id = {chain["id"]: chain for chain in chains}
    if len(by_id) != len(chains):
        yield "two chains have one id"
    if set(document["types"]) != TYPES:
        yield "types are not all nineteen"
    named, order = set(), []
    for i, e in enumerate(entities):
        where = f"entity {i} [{e['start']}, {e['end']}) {e['type']}"
        if e["type"] not in TYPES or e["mention"] not in MENTIONS:
            yield f"{where}: unknown type or mention"
        if not 0 <= e["start"] < e["end"]:
            yield f"{where}: empty or backwards"
        if ("chain" in e) != (e["type"] in THINGS):
            yield f"{where}: things have a chain, roles and values have none"
        if e["mention"] != "name" and e["type"] not in THINGS:
            yield f"{where}: only things have pronouns and descriptions"
        if "chain" in e:
            chain = by_id.get(e["chain"])
            if not chain or chain["type"] != e["type"]:
                yield f"{where}: chain {e['chain']} is absent or of another type"
            if e["mention"] == "name":
                named.add(e["chain"])
            if e["chain"] not in order:
                order.append(e["chain"])
        if "value" in e and not is_value(e["type"], e["value"]):
            yield f"{where}: ill-formed value {e['value']}"
        if i and (entities[i - 1]["start"], -entities[i - 1]["end"]) >= (e["start"], -e["end"]):
            yield f"{where}: out of order"
        for other in entities[:i]:
            holds = other["type"] == "ROLE" and e["end"] <= other["end"]
            if e["start"] < other["end"] and not (holds and e["type"] in ("ORG", "FAC")):
                yield f"{where}: overlaps [{other['start']}, {other['end']}) {other['type']}"
    for chain in chains:
        if chain["id"] not in named:
            yield f"chain {chain['id']}: no mention by name"
        for key, wanted in (("nameMention", chain["type"]), ("roleMention", "ROLE")):
            if key in chain and entities[chain[key]]["type"] != wanted:
                yield f"chain {chain['id']}: {key} is no {wanted}"
        if ("role" in chain or "roleMention" in chain) and chain["type"] != "PERSON":
            yield f"chain {chain['id']}: a role without a person"
        if ("name" in chain) == ("nameMention" in chain):
            yield f"chain {chain['id']}: needs either name or nameMention"
    if [chain["id"] for chain in chains] != order:
        yield "chains are not in the order of their first mentions"
    starts = []
    for i, claim in enumerate(document["attributions"]):
        for key, words in VOCABULARY.items():
            if claim.get(key) not in words:
                yield f"claim {i}: {key} is {claim.get(key)!r}"
        if not claim["content"]:
            yield f"claim {i}: no content"
        if claim["kind"] == "refusal" and claim["polarity"] != "negative":
            yield f"claim {i}: a refusal is negative"
        if "sourceChain" in claim and claim["sourceChain"] not in by_id:
            yield f"claim {i}: unknown sourceChain"
        spans = sorted(span for part in PARTS for span in claim[part])
        if any(b[0] < a[1] for a, b in zip(spans, spans[1:])):
            yield f"claim {i}: its parts overlap"
        if any(claim[part] != sorted(claim[part]) for part in PARTS) or len(claim["cue"]) > 1:
            yield f"claim {i}: parts out of order, or a parted cue"
        if spans:
            starts.append(spans[0][0])
    if starts != sorted(starts):
        yield "claims are out of order"


def check_text(document, text):
    """What only the text can tell."""
    hidden = {k for s, e in document["hidden"] for k in range(s, e)}
    visible = [k for k in range(len(text)) if k not in hidden]
    place = {k: i for i, k in enumerate(visible)}
    prose = "".join(text[k] for k in visible)

    def seen(start, end):
        return prose[place[start] : place[end - 1] + 1]

    def fault(start, end):
        if end > len(text) or start not in place or end - 1 not in place:
            return "out of range, or its edge is hidden"
        words = seen(start, end)
        if words != words.strip() or "\n" in words:
            return f"{words!r} has blanks at an edge or a line break"
        i, j = place[start], place[end - 1] + 1
        if any(re.fullmatch(r"[^\W_]{2}", prose[max(k - 1, 0) : k + 1]) for k in (i, j)):
            return f"{words!r} cuts a word"
        return None

    for match in re.finditer(r"\]\(\S+?\)(?=[^\w)]|$)|^\*\*.*\*\*$", text, re.MULTILINE):
        if any(k in place for k in range(match.start(), match.end() - 1)):
            yield f"destination or metadata in sight: {match[0][:60]}"
    marked, names, faults = set(), {}, False
    for i, e in enumerate(document["entities"]):
        why = fault(e["start"], e["end"])
        if why:
            faults = True
            yield f"entity {i}: {why}"
            continue
        words = seen(e["start"], e["end"])
        marked.update(range(place[e["start"]], place[e["end"] - 1] + 1))
        if (words.lower() in PRONOUNS) != (e["mention"] == "pronoun"):
            yield f"entity {i}: {words!r} as a {e['mention']}"
        if "chain" in e and e["mention"] == "name":
            names.setdefault(words, set()).add(e["chain"])
    for words in names:
        for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", prose):
            if not any(k in marked for k in range(*match.span())):
                yield f"unmarked {words!r} at {visible[match.start()]}"
    for chain in document["chains"]:
        if "name" in chain and chain["id"] not in names.get(chain["name"], ()):
            yield f"chain {chain['id']}: no mention reads {chain['name']!r}"
    if faults:
        return
    for i, claim in enumerate(document["attributions"]):
        spans = [span for part in PARTS for span in claim[part]]
        whys = [why for span in spans if (why := fault(*span))]
        yield from (f"claim {i}: {why}" for why in whys)
        if not whys:
            said = [seen(*span) for span in claim["content"]]
            quoted = [bool(re.match("[\"“‘]", s) and re.search("[.,!?…\"”’]$", s)) for s in said]
            marks = any(re.search(r"(?<!\w)[\"“‘']|[\"”]", s) for s in said)
            form = "direct" if all(quoted) else "mixed" if marks else "indirect"
            if form != claim["form"]:
                yield f"claim {i}: reads {form}, says {claim['form']}: {said}"


def text_of(document, gold, folder):
    """The document's text, or None where it is not at hand; and what is wrong with it."""
    if "text" in document:
        beside = gold.parent / f"{document['id']}.md"
        if beside.exists() and beside.read_bytes() != document["text"].encode():
            return document["text"], [f"differs from {beside.name}"]
        return document["text"], []
    if folder is None:
        return None, []
    data = (folder / document["file"]).read_bytes()
    if hashlib.sha256(data).hexdigest() != document["sha256"]:
        return None, [f"{document['file']} is another text than the one that was annotated"]
    return data.decode(), []


def main():
    root = pathlib.Path(__file__).resolve().parents[2]
    usual = [root / "seeds/gold.jsonl", root / "Tests/Fixtures/shared-seeds.gold.jsonl"]
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", nargs="*", type=pathlib.Path)
    parser.add_argument("--shared", type=pathlib.Path, help="the articles that gold names by file")
    parser.add_argument("--show", action="store_true", help="draw the annotations under the text")
    args = parser.parse_args()
    found = 0
    for gold in args.gold or usual:
        for line in gold.read_text(encoding="utf-8").splitlines():
            document = json.loads(line)
            text, findings = text_of(document, gold, args.shared)
            findings += check_structure(document)
            if text is None:
                note = "no text at hand, only its structure was checked"
                print(f"{document['id']}: {note}", file=sys.stderr)
            else:
                findings += check_text(document, text)
                if args.show:
                    print(f"\n======== {document['id']}\n")
                    show(document, text)
            for finding in findings:
                print(f"{document['id']}: {finding}")
            found += len(findings)
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
