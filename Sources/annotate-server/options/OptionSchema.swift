import Annotator
import LanguageServerProtocol

/// The options as a JSON Schema (draft 2020-12), by which editors complete and check `.annotate.json`.
func optionSchema() -> JSONValue {
  var schema = OptionShape.group(optionTable).schema.members
  schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
  schema["title"] = "Options of annotate-server"
  schema["description"] = """
    What .annotate.json at the root of a workspace, initializationOptions, the settings “annotate” of an \
    editor and --config may hold.
    """
  return .object(schema)
}

extension OptionShape {
  /// What a value must be.
  fileprivate var schema: JSONValue {
    switch self {
    case .text: return ["type": "string"]
    case .choice(let words): return ["type": "string", "enum": .array(words.map { .string($0) })]
    case .flag: return ["type": "boolean"]
    case .number(let range):
      return [
        "type": "number", "minimum": .integer(range.lowerBound),
        "maximum": .integer(range.upperBound),
      ]
    case .texts: return ["type": "array", "items": ["type": "string"]]
    case .names(let members):
      var item = OptionShape.group(members).schema.members
      item["required"] = ["name"]
      // What is no name needs no type.
      item["anyOf"] = [
        ["required": ["type"]],
        ["required": ["ignore"], "properties": ["ignore": ["const": true]]],
      ]
      return ["type": "array", "items": .object(item)]
    case .group(let options):
      let members = options.map { option in
        var schema = option.shape.schema.members
        schema["description"] = .string(option.summary)
        schema["default"] = option.standard
        // A name of blanks is none.
        if option.name == "name" { schema["pattern"] = "\\S" }
        return (option.name, JSONValue.object(schema))
      }
      return object(members)
    case .rules(let words):
      let rules = allRules.map { ($0.id, $0.summary) }
      let groups = Set(allRules.map { $0.group }).sorted().map {
        ("\($0)/*", "All rules of the group “\($0)”.")
      }
      let members = rules + groups + [("*", "All rules.")]
      return object(
        members.map { name, summary in
          var schema = OptionShape.choice(words).schema.members
          schema["description"] = .string(summary)
          return (name, .object(schema))
        })
    }
  }

  private func object(_ members: [(String, JSONValue)]) -> JSONValue {
    [
      "type": "object", "additionalProperties": false,
      "properties": .object(Dictionary(members) { $1 }),
    ]
  }
}
