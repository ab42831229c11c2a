#!/usr/bin/env python3
"""Hold every message of a session that uses every feature against the protocol.

    check_messages.py COMMAND ARTICLE.md METAMODEL.json

Two sessions are held: one with a client to which diagnostics are pushed, and one with a client that
asks for them and gives tokens for parts of every answer and for the progress of every request. Each
message that the server sends must agree with the machine-readable model of the specification,
without an unknown field or value, and must be structured by lsprotocol, if that is installed, and
written again without loss. Exits with 1 and a list of what does not.
"""
import json
import pathlib
import shlex
import subprocess
import sys

from metamodel import Model

try:
    from lsprotocol import converters, types
except ImportError:
    types = None

OWN = {"textDocument/annotations", "workspace/claims", "workspace/entities"}


def client_capabilities(pulling):
    """A client that can do everything; `pulling` is whether it asks for diagnostics."""
    everything = {"dynamicRegistration": True}
    diagnostic = {"diagnostic": {"relatedDocumentSupport": True}} if pulling else {}
    return {
        "general": {"positionEncodings": ["utf-16"]},
        "window": {"workDoneProgress": True},
        "workspace": {
            "applyEdit": True,
            "configuration": True,
            "workspaceFolders": True,
            "workspaceEdit": {"documentChanges": True},
            "didChangeWatchedFiles": everything,
            "didChangeConfiguration": everything,
            "symbol": {"resolveSupport": {"properties": ["location.range"]}},
            "codeLens": {"refreshSupport": True},
            "inlayHint": {"refreshSupport": True},
            "semanticTokens": {"refreshSupport": True},
            "diagnostics": {"refreshSupport": True},
        },
        "textDocument": {
            **diagnostic,
            "hover": {"contentFormat": ["markdown", "plaintext"]},
            "documentSymbol": {"hierarchicalDocumentSymbolSupport": True},
            "rename": {"prepareSupport": True},
            "inlayHint": {"resolveSupport": {"properties": ["tooltip"]}},
            "codeAction": {
                "codeActionLiteralSupport": {
                    "codeActionKind": {"valueSet": ["quickfix", "source.fixAll"]}
                },
                "isPreferredSupport": True,
                "dataSupport": True,
                "resolveSupport": {"properties": ["edit"]},
            },
            "publishDiagnostics": {"versionSupport": True, "codeDescriptionSupport": True},
        },
        "experimental": {"publishAnnotations": True},
    }


class Session:
    """A client that keeps everything the server says."""

    def __init__(self, command, model, pulling):
        self.model = model
        self.pulling = pulling
        self.process = subprocess.Popen(
            shlex.split(command), stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self.sent = {}
        self.received = []

    def send(self, **message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def receive(self):
        length = None
        while line := self.process.stdout.readline().strip():
            name, value = line.split(b":")
            if name.lower() == b"content-length":
                length = int(value)
        if length is None:
            sys.exit("the server ended before it had answered")
        message = json.loads(self.process.stdout.read(length))
        self.received.append(message)
        if "method" in message and "id" in message:
            result = [None] * len((message.get("params") or {}).get("items", []))
            if message["method"] == "workspace/applyEdit":
                result = {"applied": True}
            self.send(id=message["id"], result=result or None)
        return message

    def request(self, method, params=None):
        id = len(self.sent) + 1
        self.sent[id] = method
        if self.pulling and "resolve" not in method:
            entry = self.model.requests.get(method, {})
            if "partialResult" in entry or method in OWN:
                params = {**params, "partialResultToken": f"part of {method}"}
            if entry.get("params") and method != "initialize":
                params = {**params, "workDoneToken": f"work {id}"}
        self.send(id=id, method=method, params=params)
        while True:
            message = self.receive()
            if message.get("id") == id and "method" not in message:
                return message.get("result")

    def parts(self, method):
        """The items of diagnostics that came in parts."""
        return [
            item
            for message in self.received
            if message.get("method") == "$/progress"
            and message["params"]["token"] == f"part of {method}"
            for item in message["params"]["value"]["items"]
        ]

    def notify(self, method, params):
        self.send(method=method, params=params)


def run(session, article):
    """Uses every feature."""
    root = article.parent.as_uri()
    text = article.read_text(encoding="utf-8")
    document = {"uri": article.as_uri()}
    session.request(
        "initialize",
        {
            "processId": None,
            "rootUri": root,
            "workspaceFolders": [{"uri": root, "name": article.parent.name}],
            "capabilities": client_capabilities(session.pulling),
        },
    )
    session.notify("initialized", {})
    session.notify("$/setTrace", {"value": "verbose"})
    session.notify(
        "textDocument/didOpen",
        {"textDocument": {**document, "languageId": "markdown", "version": 1, "text": text}},
    )
    found = session.request("textDocument/annotations", {"textDocument": document})
    whole = {"start": {"line": 0, "character": 0}, "end": {"line": 9999, "character": 0}}
    names = [entity for entity in found["entities"] if entity.get("chain")]
    cues = [span for claim in found["claims"] for span in claim["cue"]]
    for place in [entity["range"] for entity in names[:20]] + cues[:20]:
        here = {"textDocument": document, "position": place["start"]}
        for feature in (
            "hover definition documentHighlight linkedEditingRange prepareRename completion"
        ).split():
            session.request("textDocument/" + feature, here)
        context = {"includeDeclaration": True}
        session.request("textDocument/references", {**here, "context": context})
        session.request("textDocument/rename", {**here, "newName": "Somebody Else"})
        for item in session.request("textDocument/prepareCallHierarchy", here) or []:
            session.request("callHierarchy/incomingCalls", {"item": item})
            session.request("callHierarchy/outgoingCalls", {"item": item})
    end = names[0]["range"]["end"]
    session.request("textDocument/completion", {"textDocument": document, "position": end})
    session.request(
        "textDocument/selectionRange",
        {"textDocument": document, "positions": [entity["range"]["start"] for entity in names]},
    )
    for feature in "documentSymbol foldingRange documentLink semanticTokens/full".split():
        session.request("textDocument/" + feature, {"textDocument": document})
    tokens = session.request("textDocument/semanticTokens/full", {"textDocument": document})
    session.request("textDocument/semanticTokens/range", {"textDocument": document, "range": whole})
    for hint in session.request("textDocument/inlayHint", {"textDocument": document, "range": whole}):
        session.request("inlayHint/resolve", hint)
    for lens in session.request("textDocument/codeLens", {"textDocument": document}):
        command = session.request("codeLens/resolve", lens)["command"]
        arguments = {"command": command["command"], "arguments": command["arguments"]}
        session.request("workspace/executeCommand", arguments)
    start = {"line": 0, "character": 0}
    change = {"range": {"start": start, "end": start}, "text": "One  “thing ​ "}
    session.notify(
        "textDocument/didChange",
        {"textDocument": {**document, "version": 2}, "contentChanges": [change]},
    )
    session.request(
        "textDocument/semanticTokens/full/delta",
        {"textDocument": document, "previousResultId": tokens["resultId"]},
    )
    report = session.request("textDocument/diagnostic", {"textDocument": document})
    for kind in (None, ["quickfix"], ["source.fixAll.annotate"]):
        context = {"diagnostics": (report or {}).get("items", [])}
        if kind:
            context["only"] = kind
        session.request(
            "textDocument/codeAction",
            {"textDocument": document, "range": whole, "context": context},
        )
    change_options(session, root, document, names[0]["range"])
    for symbol in session.request("workspace/symbol", {"query": "a"}) or []:
        if "range" not in symbol["location"]:
            session.request("workspaceSymbol/resolve", symbol)
    name = found["chains"][0]["name"]
    session.request("workspace/claims", {"source": name})
    session.request("workspace/entities", {"query": name})
    reports = session.request("workspace/diagnostic", {"previousResultIds": []})
    known = [
        {"uri": item["uri"], "value": item["resultId"]}
        for item in (reports or {"items": []})["items"] + session.parts("workspace/diagnostic")
        if "resultId" in item
    ]
    # A client that knows all is held until something changes.
    if session.pulling:
        session.notify(
            "textDocument/didChange",
            {"textDocument": {**document, "version": 3}, "contentChanges": [{"text": "One\n"}]},
        )
        session.request("workspace/diagnostic", {"previousResultIds": known})
    session.request("no/such", {})
    session.notify("textDocument/didClose", {"textDocument": document})
    session.request("shutdown")
    session.notify("exit", None)
    return session.process.wait(20)


def change_options(session, root, document, place):
    """Edits a file of options that is open and wrong, and has the server edit it."""
    options = {"uri": root + "/.annotate.json"}
    session.notify(
        "textDocument/didOpen",
        {
            "textDocument": {
                **options,
                "languageId": "json",
                "version": 1,
                "text": '{"rule": {}, "fileExtensions": ["md", "rst"], "entities": []}',
            }
        },
    )
    start = {"start": {"line": 0, "character": 2}, "end": {"line": 0, "character": 2}}
    for kind, uri, range in (("quickfix", options, start), ("refactor", document, place)):
        actions = session.request(
            "textDocument/codeAction",
            {"textDocument": uri, "range": range, "context": {"diagnostics": [], "only": [kind]}},
        )
    for action in (actions[0], actions[-1]):
        command = action["command"]
        arguments = {"command": command["command"], "arguments": command["arguments"]}
        session.request("workspace/executeCommand", arguments)
        session.request("textDocument/annotations", {"textDocument": document})
    session.notify("workspace/didChangeConfiguration", {"settings": None})
    session.request("textDocument/annotations", {"textDocument": document})
    session.notify("textDocument/didClose", {"textDocument": options})


def errors(session, model):
    """What is wrong with what the server said."""
    converter = converters.get_converter() if types else None
    wrong = []
    for message in session.received:
        method = message.get("method") or session.sent[message["id"]]
        if "error" in message or method in OWN or method == "textDocument/publishAnnotations":
            continue
        if "method" in message:
            wrong += model.params_errors(method, message.get("params"))
            wrong += part_errors(message, model)
        else:
            wrong += model.result_errors(method, message["result"])
        if converter:
            form = types.METHOD_TO_TYPES[method][0 if "method" in message else 1]
            try:
                again = written_again(converter, message, form, method)
            except Exception as error:
                wrong.append(f"{method}: lsprotocol cannot read it: {error!r}")
                continue
            if lost := lost_fields(message, again, method):
                wrong += lost
    return wrong


def part_errors(message, model):
    """What is wrong with a part of an answer, whose form its request decides."""
    token = (message.get("params") or {}).get("token")
    if message["method"] != "$/progress" or not str(token).startswith("part of "):
        return []
    method = token.removeprefix("part of ")
    if method in OWN:
        return []
    type = model.requests[method]["partialResult"]
    return model.errors(message["params"]["value"], type, f"part of {method}")


def written_again(converter, message, form, method):
    """The message as lsprotocol structures it and writes it again."""
    if method != "textDocument/codeAction" or not message.get("result"):
        return converter.unstructure(converter.structure(message, form), form)
    # lsprotocol takes an action that holds a command for a command.
    actions = [converter.structure(action, types.CodeAction) for action in message["result"]]
    return {**message, "result": [converter.unstructure(action) for action in actions]}


def lost_fields(before, after, path):
    """The fields that structuring and writing again have lost; `null` may become absent."""
    if isinstance(before, dict):
        if not isinstance(after, dict):
            return [f"{path}: lsprotocol lost an object"]
        return [
            lost
            for key, value in before.items()
            if value is not None
            for lost in (
                lost_fields(value, after[key], f"{path}.{key}")
                if key in after
                else [f"{path}.{key}: lsprotocol does not know it"]
            )
        ]
    if isinstance(before, list):
        return [
            lost
            for index, (a, b) in enumerate(zip(before, after or []))
            for lost in lost_fields(a, b, f"{path}[{index}]")
        ]
    return []


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    model = Model(pathlib.Path(sys.argv[3]))
    reader = "the model and lsprotocol" if types else "the model (lsprotocol is not installed)"
    failed = False
    for pulling in (False, True):
        session = Session(sys.argv[1], model, pulling)
        status = run(session, pathlib.Path(sys.argv[2]).resolve())
        wrong = errors(session, model)
        for line in sorted(set(wrong)):
            print(line)
        print(f"{len(session.received)} messages against {reader}: {len(wrong)} errors")
        unserved = {
            session.sent[message["id"]]
            for message in session.received
            if message.get("error", {}).get("code") == -32601 and "id" in message
        }
        print("no such method:", ", ".join(sorted(unserved)))
        failed = failed or wrong or status != 0
    if failed:
        sys.exit(1)


if __name__ == "__main__":
    main()
