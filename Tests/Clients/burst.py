#!/usr/bin/env python3
"""Send a server a burst of requests with edits between them, and see that each is answered once.

    burst.py COMMAND ARTICLE.md [--requests 10000]

Every tenth message is an edit that types a letter; the requests take turns among the features.
Prints the seconds from the first request to the last answer, and how many answers were results,
"content modified" errors and other errors. Exits with 1 when an answer is missing or came twice.
"""
import argparse
import collections
import json
import pathlib
import shlex
import subprocess
import sys
import threading
import time

PLACE = {"position": {"line": 10, "character": 5}}
WHOLE = {"range": {"start": {"line": 0, "character": 0}, "end": {"line": 400, "character": 0}}}
REQUESTS = [
    ("textDocument/hover", PLACE),
    ("textDocument/definition", PLACE),
    ("textDocument/references", {**PLACE, "context": {"includeDeclaration": True}}),
    ("textDocument/documentHighlight", PLACE),
    ("textDocument/documentSymbol", {}),
    ("textDocument/foldingRange", {}),
    ("textDocument/documentLink", {}),
    ("textDocument/codeLens", {}),
    ("textDocument/inlayHint", WHOLE),
    ("textDocument/selectionRange", {"positions": [PLACE["position"]]}),
    ("textDocument/semanticTokens/full", {}),
    ("textDocument/completion", PLACE),
    ("textDocument/annotations", {}),
]


def frame(**message):
    body = json.dumps({"jsonrpc": "2.0", **message}).encode()
    return b"Content-Length: %d\r\n\r\n" % len(body) + body


def messages(stream):
    """The messages that arrive, until the stream ends."""
    while True:
        length = None
        while line := stream.readline().strip():
            name, value = line.split(b":")
            if name.lower() == b"content-length":
                length = int(value)
        if length is None:
            return
        yield json.loads(stream.read(length))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("command")
    parser.add_argument("article", type=pathlib.Path)
    parser.add_argument("--requests", type=int, default=10_000)
    options = parser.parse_args()

    uri = options.article.resolve().as_uri()
    server = subprocess.Popen(
        shlex.split(options.command), stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    answers = collections.Counter()
    kinds = collections.Counter()
    done = threading.Event()

    def read():
        for message in messages(server.stdout):
            if "id" not in message or "method" in message:
                continue
            answers[message["id"]] += 1
            error = message.get("error", {}).get("code")
            kinds["content modified" if error == -32801 else error or "result"] += 1
            if len(answers) == options.requests + 1:
                done.set()
        done.set()

    threading.Thread(target=read, daemon=True).start()
    text = options.article.read_text(encoding="utf-8")
    document = {"uri": uri, "languageId": "markdown", "version": 1, "text": text}
    server.stdin.write(
        frame(id=0, method="initialize", params={"processId": None, "capabilities": {}})
        + frame(method="initialized", params={})
        + frame(method="textDocument/didOpen", params={"textDocument": document})
    )
    server.stdin.flush()
    begun = time.monotonic()
    for id in range(1, options.requests + 1):
        method, params = REQUESTS[id % len(REQUESTS)]
        burst = frame(id=id, method=method, params={"textDocument": {"uri": uri}, **params})
        if id % 10 == 0:
            place = {"line": 10, "character": 0}
            burst += frame(
                method="textDocument/didChange",
                params={
                    "textDocument": {"uri": uri, "version": 1 + id},
                    "contentChanges": [{"range": {"start": place, "end": place}, "text": "x"}],
                },
            )
        server.stdin.write(burst)
    server.stdin.flush()
    done.wait(120)
    seconds = time.monotonic() - begun
    server.stdin.write(frame(id=-1, method="shutdown") + frame(method="exit"))
    server.stdin.close()
    server.wait()
    print(f"{options.requests} requests in {seconds:.2f} s:", dict(kinds))
    wanted = set(range(options.requests + 1))
    missing = wanted - set(answers)
    twice = [id for id, count in answers.items() if count > 1]
    if missing or twice:
        sys.exit(f"{len(missing)} without an answer, {len(twice)} answered twice")


if __name__ == "__main__":
    main()
