/// `annotate-server options`: tells what can be set.
let optionsCommand = Command(
  name: "options", operands: "",
  summary: "Tell what .annotate.json and an editor's settings may hold.",
  details: """
    The same options are read from .annotate.json at the root of a workspace, from an editor's
    initializationOptions and its settings “annotate”, and by --config FILE. Where they say different
    things, settings go before initializationOptions, and these before the file; rules, names and
    excluded files add up.

    Examples:
      annotate-server options
      annotate-server options --format schema > annotate.schema.json

    Exit status: 0.
    """,
  options: [
    .value(
      "--format", "FORMAT", choices: ["text", "markdown", "schema"],
      "how to tell (default: text; schema is a JSON Schema)")
  ],
  run: options)

private func options(_ arguments: Arguments) throws(UsageError) -> Int32 {
  guard arguments.operands.isEmpty else {
    throw UsageError("options takes no file; `lint --config FILE` reads one", "options")
  }
  switch arguments.value("--format") {
  case "schema": Output.put(json(optionSchema(), pretty: true) + "\n")
  case "markdown": Output.put(optionTableOfMarkdown())
  default: Output.put(optionList())
  }
  return 0
}
