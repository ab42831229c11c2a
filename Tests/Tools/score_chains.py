#!/usr/bin/env python3
"""Score coreference chains against a gold corpus, by the measures of the CoNLL-2012 shared task.

    score_chains.py GOLD.jsonl --command '.build/release/annotate-server batch'
    score_chains.py GOLD.jsonl --predictions PRED.jsonl
    score_chains.py --self-test

Both files hold one JSON document a line; every offset counts Unicode code points over "text", half
open [start, end).

gold        {"id", "text", "markup"?: "article" | "plain" (the default), "date"?,
             "coref": [[[start, end], ...], ...]}, or "entities" with chains, as a prediction has
prediction  {"id", "entities": [{"start", "end", "chain"?}]}

Mentions are those that were predicted, compared as exact spans; chains of one mention are dropped
on both sides. Three measures and the mean of their F1:
  MUC    links: Vilain et al., "A model-theoretic coreference scoring scheme", 1995
  B3     mentions: Bagga and Baldwin, "Algorithms for scoring coreference chains", 1998
  CEAFe  chains, aligned one to one: Luo, "On coreference resolution performance metrics", 2005

Corpora mark more than the product does: pronouns of the first and second person, whole noun phrases
with their articles and clauses, dates, things that no name stands for. Two other readings tell such
differences of guidelines from mistakes:
  --heads  a predicted mention stands for the shortest gold one that encloses it and whose head it
           holds, as in the shared task CRAC 2023; needs "mentions": [{"start", "end", "head"}]
  --named  the gold keeps what the product may find: chains that have a name (a capital letter behind
           the first word of a mention, or in the first where it is no pronoun and opens no
           sentence), without pronouns of the first and second person, demonstratives, relative
           pronouns, and chains of dates
"""
import argparse
import json
import re
import shlex
import subprocess
import sys

MEASURES = ("MUC", "B3", "CEAFe")
NEVER_MENTIONS = set(
    "i me my mine myself we us our ours ourselves you your yours yourself yourselves this that"
    " these those which who whom whose there here one it's".split()
)
THIRD_PERSON = set(
    "he him his himself she her hers herself it its itself they them their theirs themselves".split()
)
SENTENCE_END = re.compile(r"(?:^|[.!?:\n][\"”’')]*)\s*[\"“‘'(]*$")


# The measures. A side is a list of sets of mentions, no mention in two sets; each measure gives the
# numerator and denominator of recall and of precision, so that documents add up.


def muc(gold, predicted):
    """Links kept: of each chain, its size less the number of parts the other side cuts it into."""

    def half(key, response):
        chain_of = {mention: i for i, chain in enumerate(response) for mention in chain}
        kept = 0
        for chain in key:
            known = [chain_of[m] for m in chain if m in chain_of]
            kept += len(chain) - (len(set(known)) + len(chain) - len(known))
        return kept, sum(len(chain) - 1 for chain in key)

    return half(gold, predicted) + half(predicted, gold)


def b_cubed(gold, predicted):
    """For each mention, the share of its chain that the other side's chain of it holds too."""

    def half(key, response):
        chain_of = {mention: chain for chain in response for mention in chain}
        total = sum(
            len(chain & chain_of[m]) / len(chain) for chain in key for m in chain if m in chain_of
        )
        return total, sum(len(chain) for chain in key)

    return half(gold, predicted) + half(predicted, gold)


def ceaf_e(gold, predicted):
    """The likeness of chains (2 |K n R| / (|K| + |R|)) over their best alignment."""
    weights = [[2 * len(k & r) / (len(k) + len(r)) for r in predicted] for k in gold]
    total = best_assignment(weights)
    return total, len(gold), total, len(predicted)


def best_assignment(weights):
    """The greatest sum of weights, none below 0, of which no two share a row or a column.

    Kuhn and Munkres by shortest augmenting paths: rows enter one by one, and potentials keep every
    reduced cost at 0 or more; O(rows^2 * columns) with the fewer as rows.
    """
    if not weights or not weights[0]:
        return 0.0
    if len(weights) > len(weights[0]):
        weights = [list(column) for column in zip(*weights)]
    rows, columns = len(weights), len(weights[0])
    row_potential, column_potential = [0.0] * (rows + 1), [0.0] * (columns + 1)
    row_of, way = [0] * (columns + 1), [0] * (columns + 1)  # 1-based; column 0 is the entry
    for row in range(1, rows + 1):
        row_of[0], column = row, 0
        slack, done = [float("inf")] * (columns + 1), [False] * (columns + 1)
        while row_of[column]:
            done[column] = True
            at, delta, following = row_of[column], float("inf"), 0
            for j in range(1, columns + 1):
                if done[j]:
                    continue
                cost = -weights[at - 1][j - 1] - row_potential[at] - column_potential[j]
                if cost < slack[j]:
                    slack[j], way[j] = cost, column
                if slack[j] < delta:
                    delta, following = slack[j], j
            for j in range(columns + 1):
                if done[j]:
                    row_potential[row_of[j]] += delta
                    column_potential[j] -= delta
                else:
                    slack[j] -= delta
            column = following
        while column:
            row_of[column] = row_of[way[column]]
            column = way[column]
    return sum(weights[row_of[j] - 1][j - 1] for j in range(1, columns + 1) if row_of[j])


def scores(sides):
    """For each measure (precision, recall, F1) over documents, given as pairs of sides; and the mean
    of the F1s."""
    totals = {name: [0.0, 0.0, 0.0, 0.0] for name in MEASURES}
    for gold, predicted in sides:
        gold, predicted = without_singletons(gold), without_singletons(predicted)
        for name, measure in zip(MEASURES, (muc, b_cubed, ceaf_e)):
            for i, value in enumerate(measure(gold, predicted)):
                totals[name][i] += value
    rows = {}
    for name, (found, wanted, right, given) in totals.items():
        recall, precision = found / wanted if wanted else 0.0, right / given if given else 0.0
        both = precision + recall
        rows[name] = (precision, recall, 2 * precision * recall / both if both else 0.0)
    return rows, sum(row[2] for row in rows.values()) / len(MEASURES)


def without_singletons(side):
    return [chain for chain in side if len(chain) > 1]


# Reading.


def chains(document):
    """The chains of a gold or predicted document; a mention in two chains stays with the first."""
    if "coref" in document:
        groups = [[tuple(span[:2]) for span in chain] for chain in document["coref"]]
    else:
        by_chain = {}
        for entity in document.get("entities", []):
            if entity.get("chain"):
                span = (entity["start"], entity["end"])
                by_chain.setdefault(entity["chain"], []).append(span)
        groups = by_chain.values()
    seen, side = set(), []
    for group in groups:
        side.append(set(group) - seen)
        seen |= side[-1]
    return side


def by_heads(document, gold, predicted):
    """The predicted side with the spans of the gold mentions that its mentions stand for."""
    wanted = {m for chain in gold for m in chain}
    heads = sorted(
        (m["end"] - m["start"], (m["start"], m["end"]), tuple(m["head"][:2]))
        for m in document.get("mentions", [])
        if m.get("head") and (m["start"], m["end"]) in wanted
    )
    taken = {m for chain in predicted for m in chain} & wanted
    side = []
    for chain in predicted:
        side.append(set())
        for start, end in sorted(chain):
            span = (start, end)
            if span not in wanted:
                for _, (a, b), (head, head_end) in heads:
                    if a <= start <= head and head_end <= end <= b and (a, b) not in taken:
                        span = (a, b)
                        taken.add(span)
                        break
            side[-1].add(span)
    return side


def has_name(text, span):
    words = text[span[0] : span[1]].split()
    if any(word[0].isupper() for word in words[1:]):
        return True
    return (
        bool(words)
        and words[0][0].isupper()
        and words[0].lower() not in THIRD_PERSON | {"the", "a", "an"}
        and not SENTENCE_END.search(text, 0, span[0])
    )


def named(document, side):
    """What the product's guidelines let it find of a gold side."""
    text = document["text"]
    dates = {
        (m["start"], m["end"]) for m in document.get("mentions", []) if m.get("type") == "time"
    }
    kept = [{m for m in c if text[m[0] : m[1]].lower() not in NEVER_MENTIONS} for c in side]
    return [
        chain
        for chain in kept
        if any(has_name(text, mention) for mention in chain) and not chain & dates
    ]


def prepared(document, prediction, heads, only_named):
    gold, predicted = chains(document), chains(prediction)
    if only_named:
        gold = named(document, gold)
    if heads:
        predicted = by_heads(document, gold, predicted)
    return gold, predicted


def load(path):
    with open(path, encoding="utf-8") as handle:
        return [json.loads(line) for line in handle if line.strip()]


def run(command, documents):
    lines = [
        {k: d[k] for k in ("id", "text", "date") if d.get(k)} | {"markup": d.get("markup", "plain")}
        for d in documents
    ]
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    done = subprocess.run(shlex.split(command), input=text.encode(), stdout=subprocess.PIPE)
    if done.returncode != 0:
        sys.exit(f"score_chains.py: {command} exited with {done.returncode}")
    return [json.loads(line) for line in done.stdout.decode().splitlines() if line.strip()]


# Examples whose scores can be reckoned by hand: the gold is {abc} {defg}, as in the unit tests that
# the reference scorer's authors publish (Pradhan et al., "Scoring coreference partitions of
# predicted mentions", 2014), with what recall and precision each measure gives a prediction.

EXAMPLES = [
    ("abc defg", "abc defg", (1, 1), (1, 1), (1, 1)),
    ("abc defg", "", (0, 0), (0, 0), (0, 0)),
    ("abc defg", "xy zw", (0, 0), (0, 0), (0, 0)),
    # Twinless mentions, on one side and on both.
    ("abc defg", "ab cd fghi", (2 / 5, 2 / 5), (5 / 12, 1 / 2), (13 / 20, 13 / 30)),
    # All in one, and one chain cut in two: Vilain et al. and Bagga and Baldwin, figure 1.
    ("abcde fg hijkl", "abcde fghijkl", (1, 9 / 10), (1, 16 / 21), (None, None)),
    ("abcde fg hijkl", "abcdehijkl fg", (1, 9 / 10), (1, 7 / 12), (None, None)),
    # Luo's table 1: the one alignment of a chain that holds all is with the largest.
    ("abcde fg hijkl", "abcdefghijkl", (1, 9 / 11), (1, 3 / 8), (10 / 51, 10 / 17)),
    # A chain of one mention counts on neither side.
    ("abc defg x", "abc defg y", (1, 1), (1, 1), (1, 1)),
]


def self_test():
    failures = []

    def check(name, measure, wanted, found):
        if wanted is not None and abs(wanted - found) > 1e-9:
            failures.append(f"{name}: {measure} is {found:.6f}, not {wanted:.6f}")

    for key, response, *wanted in EXAMPLES:
        rows, mean = scores([([set(c) for c in key.split()], [set(c) for c in response.split()])])
        for measure, (recall, precision) in zip(MEASURES, wanted):
            check(f"{key} / {response}", f"{measure} recall", recall, rows[measure][1])
            check(f"{key} / {response}", f"{measure} precision", precision, rows[measure][0])
        check(f"{key} / {response}", "mean", sum(r[2] for r in rows.values()) / 3, mean)
    assignments = [
        ([[1.0, 2.0], [3.0, 5.0]], 6.0),
        ([[5.0, 4.0], [4.0, 1.0]], 8.0),  # The greedy choice of 5 is not the best.
        ([[7.0], [9.0], [8.0]], 9.0),
        ([[1.0, 9.0, 2.0], [9.0, 9.0, 9.0]], 18.0),
        ([[3.0, 1.0, 2.0], [3.0, 2.0, 1.0], [2.0, 3.0, 3.0]], 8.0),
        ([], 0.0),
    ]
    for weights, wanted in assignments:
        check(f"assignment {weights}", "sum", wanted, best_assignment(weights))
    text = "The tin fell. The court's Anna Berg, it said."
    document = {"text": text, "mentions": [{"start": 14, "end": 25, "head": [18, 23]}]}
    sides = [{(0, 7)}, {(26, 35)}, {(37, 39)}]
    check("names", "count", 1, len(named(document, sides)))
    check("heads", "start", 14, min(by_heads(document, [{(14, 25)}], [{(18, 23)}])[0])[0])
    check("heads", "start", 18, min(by_heads(document, [{(0, 7)}], [{(18, 23)}])[0])[0])
    print("\n".join(failures) or f"{len(EXAMPLES)} examples and {len(assignments)} assignments hold")
    return 1 if failures else 0


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", nargs="?")
    parser.add_argument("--command")
    parser.add_argument("--predictions")
    parser.add_argument("--heads", action="store_true")
    parser.add_argument("--named", action="store_true")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--self-test", action="store_true")
    args = parser.parse_args()
    if args.self_test:
        sys.exit(self_test())
    if not args.gold or bool(args.command) == bool(args.predictions):
        parser.error("needs GOLD and one of --command and --predictions, or --self-test")

    gold = load(args.gold)
    by_id = {d["id"]: d for d in (run(args.command, gold) if args.command else load(args.predictions))}
    missing = [d["id"] for d in gold if d["id"] not in by_id]
    if missing:
        sys.exit(f"score_chains.py: {len(missing)} documents have no prediction, as {missing[0]}")
    rows, mean = scores(prepared(d, by_id[d["id"]], args.heads, args.named) for d in gold)
    if args.json:
        table = {n: dict(zip(("p", "r", "f1"), (round(100 * v, 2) for v in r))) for n, r in rows.items()}
        print(json.dumps(table | {"mean": round(100 * mean, 2)}))
        return
    print(f"{'measure':<10}{'P':>8}{'R':>8}{'F1':>8}")
    for name, row in rows.items():
        print(f"{name:<10}" + "".join(f"{100 * value:>8.2f}" for value in row))
    print(f"{'mean':<26}{100 * mean:>8.2f}")


if __name__ == "__main__":
    main()
