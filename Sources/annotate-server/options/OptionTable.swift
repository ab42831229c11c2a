import Annotator
import LanguageServerProtocol

/// One option: all that is known of it. What is accepted, what is said of a mistake, the JSON Schema and
/// the tables for readers are made from this.
struct OptionDescription: Sendable {
  /// Its name.
  var name: String
  /// What its value is.
  var shape: OptionShape
  /// What holds where it is not set; `nil` where that is nothing.
  var standard: JSONValue?
  /// What it does, in a sentence or two.
  var summary: String
}

/// What the value of an option is.
indirect enum OptionShape: Sendable {
  /// Any text.
  case text
  /// One of a few words.
  case choice([String])
  /// `true` or `false`.
  case flag
  /// A number, whole or not, between two.
  case number(ClosedRange<Int>)
  /// An array of texts.
  case texts
  /// An array of names that the workspace knows: objects with these members.
  case names([OptionDescription])
  /// An object with these members.
  case group([OptionDescription])
  /// An object whose members are rules and groups of them, each with one of these words.
  case rules([String])

  /// Whether two sources of the option add up, member by member or element by element; else the one
  /// that goes before takes the other's place.
  func addsUp(_ name: String) -> Bool {
    switch self {
    case .names, .group, .rules: true
    case .texts: name != "fileExtensions"
    case .text, .choice, .flag, .number: false
    }
  }
}

/// Every option, in the order in which readers meet them.
let optionTable: [OptionDescription] = [
  OptionDescription(
    name: "rules", shape: .rules(Severity.allCases.map(\.rawValue) + ["off"]), standard: [:],
    summary: "A severity, or “off”, by rule, `GROUP/*` or `*`; the most special name counts."),
  OptionDescription(
    name: "entities", shape: .names(entityMembers), standard: [],
    summary: """
      Names that the workspace knows: they are found wherever they stand as whole words, whatever the \
      models make of them, and all names of one entry are one thing.
      """),
  OptionDescription(
    name: "ignore", shape: .texts, standard: [],
    summary: "Words that are no names here: they are neither annotated nor checked as names."),
  OptionDescription(
    name: "accuracy", shape: .choice(Options.Accuracy.allCases.map(\.rawValue)), standard: "both",
    summary: """
      How open documents are read: at once (“instant”), longer and better (“refined”: answers wait for \
      it), or at once and then better in the background (“both”). Commands have `--accuracy`.
      """),
  OptionDescription(
    name: "minConfidence", shape: .number(0...1), standard: 0,
    summary: "Annotations that are less probable are left out."),
  OptionDescription(
    name: "exclude", shape: .texts, standard: [],
    summary: """
      Files and folders that hold no articles, as patterns of `.gitignore` from the root of the \
      workspace.
      """),
  OptionDescription(
    name: "fileExtensions", shape: .texts, standard: ["md", "markdown", "txt"],
    summary: "The extensions of articles."),
  OptionDescription(
    name: "semanticTokens",
    shape: .group([
      OptionDescription(
        name: "claims", shape: .choice(["cues", "all", "none"]), standard: "cues",
        summary: "Which parts of claims semantic tokens colour."),
      OptionDescription(
        name: "names", shape: .choice(["own", "standard"]),
        summary: """
          The names of semantic tokens: the server's own, or those that themes know. By default what \
          the client knows. Read when the server starts.
          """),
    ]), summary: "What semantic tokens show."),
  OptionDescription(
    name: "positionEncoding", shape: .choice(["utf-8", "utf-16", "utf-32"]),
    summary: """
      The unit of columns, for a client that counts otherwise than it says. Read when the server \
      starts.
      """),
  OptionDescription(
    name: "$schema", shape: .text,
    summary: "The address of this schema, for editors that complete JSON."),
]

private let entityMembers = [
  OptionDescription(name: "name", shape: .text, summary: "The full name."),
  OptionDescription(
    name: "type", shape: .choice(NameDictionary.types.map(\.rawValue)),
    summary: "What it is."),
  OptionDescription(
    name: "aliases", shape: .texts, standard: [], summary: "Other names of the same thing."),
  OptionDescription(
    name: "ignore", shape: .flag, standard: false,
    summary: "Whether it is no name here; then it needs no type."),
]
