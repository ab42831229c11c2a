#!/usr/bin/env python3
"""Score the attributes of claims against a gold file that has them.

    score_attributes.py GOLD.jsonl --command '.build/release/annotate-server batch'
    score_attributes.py GOLD.jsonl --predictions PRED.jsonl
    score_attributes.py --self-test

Both files hold one JSON document a line; every offset counts Unicode code points over "text", half
open [start, end). Claims stand under "attributions" in the gold and under "claims" in predictions.

Of each gold claim the prediction is looked for whose content overlaps (Jaccard of the word tokens
at least 0.5), whose source overlaps (or both have none) and, of several, whose cue overlaps too.
For such pairs it is counted how often form, kind, polarity and certainty agree. A source's chain
agrees where both have none, or where the two chains share a mention. What disagrees is listed.
"""
import argparse
import json
import re
import shlex
import subprocess
import sys
from collections import Counter

ATTRIBUTES = ("form", "kind", "polarity", "certainty")
TOKEN = re.compile(r"\w+(?:[’'\-.]\w+)*")


def tokens(document, spans):
    """The starts of the word tokens that meet any of the spans, link destinations left out."""
    hidden = document.get("hidden") or []
    return {
        m.start() for m in TOKEN.finditer(document["text"])
        if any(m.start() < e and s < m.end() for s, e in spans)
        and not any(m.start() < e and s < m.end() for s, e in hidden)}


def match(gold, claims, document):
    """The predicted claim that says what the gold one says, or None."""
    content = tokens(document, gold["content"])
    source = tokens(document, gold.get("source") or [])
    cue = tokens(document, gold.get("cue") or [])
    best, best_rank = None, None
    for claim in claims:
        other = tokens(document, claim["content"])
        overlap = len(content & other) / (len(content | other) or 1)
        theirs = tokens(document, claim.get("source") or [])
        if overlap < 0.5 or not (source & theirs or not (source or theirs)):
            continue
        rank = (bool(cue & tokens(document, claim.get("cue") or [])), overlap)
        if best_rank is None or rank > best_rank:
            best, best_rank = claim, rank
    return best


def mentions(document):
    """The spans of each chain's mentions."""
    chains = {}
    for entity in document.get("entities") or []:
        if entity.get("chain"):
            chains.setdefault(entity["chain"], set()).add((entity["start"], entity["end"]))
    return chains


def agrees_on_chain(gold, claim, gold_chains, chains):
    one, other = gold.get("sourceChain"), claim.get("sourceChain")
    if not one or not other:
        return not one and not other
    return bool(gold_chains.get(one, set()) & chains.get(other, set()))


def score(golds, predictions):
    """Counts of agreements by attribute, "claims" for the pairs, and what disagrees."""
    counts, wrong = Counter(), []
    for document in golds:
        predicted = predictions.get(document["id"]) or {}
        chains, gold_chains = mentions(predicted), mentions(document)
        for gold in document.get("attributions") or []:
            claim = match(gold, predicted.get("claims") or [], document)
            if claim is None:
                continue
            counts["claims"] += 1
            text = " … ".join(document["text"][s:e] for s, e in (gold.get("cue") or gold["content"]))
            for name in ATTRIBUTES:
                if gold.get(name) == claim.get(name):
                    counts[name] += 1
                else:
                    wrong.append((name, gold.get(name), claim.get(name), document["id"], text))
            if agrees_on_chain(gold, claim, gold_chains, chains):
                counts["sourceChain"] += 1
            else:
                one, other = gold.get("sourceChain"), claim.get("sourceChain")
                wrong.append(("sourceChain", one, other, document["id"], text))
    return counts, wrong


def run(command, documents):
    fields = ("id", "text", "markup", "date")
    lines = "".join(
        json.dumps({k: d[k] for k in fields if d.get(k)}, ensure_ascii=False) + "\n"
        for d in documents)
    done = subprocess.run(shlex.split(command), input=lines.encode(), stdout=subprocess.PIPE)
    if done.returncode != 0:
        sys.exit(f"score_attributes.py: {command} exited with {done.returncode}")
    return done.stdout.decode().splitlines()


def self_test():
    text = "Roe said no. Doe left."
    gold = {"source": [[0, 3]], "cue": [[4, 8]], "content": [[9, 11]], "form": "indirect",
            "kind": "statement", "polarity": "positive", "certainty": "certain", "sourceChain": "x1"}
    entity = {"start": 0, "end": 3, "chain": "x1"}
    document = {"id": "a", "text": text, "attributions": [gold], "entities": [entity]}
    same = {"a": {"claims": [gold], "entities": [entity]}}
    counts, wrong = score([document], same)
    assert counts["claims"] == 1 and not wrong
    assert all(counts[name] == 1 for name in (*ATTRIBUTES, "sourceChain"))
    other = {"a": {"claims": [{**gold, "kind": "belief", "sourceChain": None}], "entities": []}}
    _, wrong = score([document], other)
    assert [w[0] for w in wrong] == ["kind", "sourceChain"]
    counts, _ = score([document], {"a": {"claims": [{**gold, "source": [[13, 16]]}]}})
    assert counts["claims"] == 0
    print("self-test passed")


def main():
    parser = argparse.ArgumentParser(description="Score the attributes of claims.")
    parser.add_argument("gold", nargs="?")
    parser.add_argument("--command")
    parser.add_argument("--predictions")
    parser.add_argument("--self-test", action="store_true")
    options = parser.parse_args()
    if options.self_test:
        return self_test()
    if not options.gold or not (options.command or options.predictions):
        parser.error("needs GOLD.jsonl, and --command or --predictions")
    with open(options.gold, encoding="utf-8") as handle:
        golds = [json.loads(line) for line in handle if line.strip()]
    if options.command:
        lines = run(options.command, golds)
    else:
        with open(options.predictions, encoding="utf-8") as handle:
            lines = handle.read().splitlines()
    predictions = {d["id"]: d for d in map(json.loads, filter(str.strip, lines))}
    counts, wrong = score(golds, predictions)
    total = counts["claims"] or 1
    print(f"matched claims  {counts['claims']}")
    for name in (*ATTRIBUTES, "sourceChain"):
        print(f"{name:15} {counts[name] / total:.3f}")
    for row in wrong:
        print("  {}: gold {}, predicted {} ({}: {})".format(*row))


if __name__ == "__main__":
    main()
