import Testing

@testable import annotate_server

/// The command line: mistakes are named with what to do, and the help is complete.
@Suite(.serialized)
struct UsageTests {
  /// A mistake on the command line, what the first line says of it, and where the second sends to.
  struct Mistake: Sendable, CustomTestStringConvertible {
    var arguments: [String]
    var message: String
    var help: String
    var testDescription: String { arguments.joined(separator: " ") }
  }

  @Test(arguments: [
    Mistake(
      arguments: ["annotat"], message: "there is no command “annotat”; did you mean “annotate”?",
      help: "--help"),
    Mistake(arguments: ["translate"], message: "there is no command “translate”", help: "--help"),
    Mistake(
      arguments: ["annotate", "--fromat", "json"],
      message: "unknown option --fromat; did you mean --format?", help: "annotate --help"),
    Mistake(
      arguments: ["batch", "--zzzzzz"], message: "unknown option --zzzzzz", help: "batch --help"),
    Mistake(
      arguments: ["annotate", "--format"], message: "--format needs a value: --format FORMAT",
      help: "annotate --help"),
    Mistake(
      arguments: ["annotate", "--format", "yaml"],
      message:
        "--format does not take “yaml”; it is one of text, json, jsonl, brat, conll, html, w3c",
      help: "annotate --help"),
    Mistake(
      arguments: ["annotate", "--ranges=yes"], message: "--ranges takes no value",
      help: "annotate --help"),
    Mistake(
      arguments: ["annotate", "--min-confidence", "2"],
      message: "--min-confidence is “2”; it must be a number from 0.0 to 1.0",
      help: "annotate --help"),
    Mistake(
      arguments: ["evaluate", "--min-confidence", "nan", "gold"],
      message: "--min-confidence is “nan”; it must be a number from 0.0 to 1.0",
      help: "evaluate --help"),
    Mistake(
      arguments: ["batch", "--jobs", "two"],
      message: "--jobs is “two”; it must be a number from 1 to 256", help: "batch --help"),
    Mistake(
      arguments: ["batch", "--jobs=0"],
      message: "--jobs is “0”; it must be a number from 1 to 256", help: "batch --help"),
    Mistake(
      arguments: ["annotate", "--date", "yesterday"],
      message: "--date is “yesterday”; it must be a day such as 2023-10-27",
      help: "annotate --help"),
    Mistake(
      arguments: ["batch", "a", "b"],
      message: "batch reads one stream; join the files with cat", help: "batch --help"),
    Mistake(
      arguments: ["query", "--since", "2023-13", "a.md"],
      message:
        "--since is “2023-13”; it must be a day, a month or a year: 2023-10-27, 2023-10, 2023",
      help: "query --help"),
    Mistake(
      arguments: ["query", "--since", "2024", "--until", "2023-12"],
      message: "--since is after --until; no day lies between them", help: "query --help"),
    Mistake(
      arguments: ["query", "--claims-by", "…"],
      message: "--claims-by is “…”; it must be a name", help: "query --help"),
    Mistake(
      arguments: ["query", "--entity", "Oslo", "--about", "Oslo"],
      message: "--entity asks for mentions; give it without --claims-by and --about",
      help: "query --help"),
    Mistake(
      arguments: ["query", "--claims-of", "Kim"],
      message: "unknown option --claims-of; did you mean --claims-by?", help: "query --help"),
    Mistake(
      arguments: ["evaluate"], message: "evaluate takes one gold corpus", help: "evaluate --help"),
    Mistake(
      arguments: ["benchmark"],
      message: "benchmark needs articles: a file, a folder or a corpus", help: "benchmark --help"),
    Mistake(
      arguments: ["train"], message: "train takes one folder of data", help: "train --help"),
    Mistake(
      arguments: ["lint", "--explain", "text/mojibak"],
      message: "there is no rule “text/mojibak”; did you mean text/mojibake?", help: "lint --help"),
    Mistake(
      arguments: ["--stdioo"], message: "unknown option --stdioo; did you mean --stdio?",
      help: "--help"),
    Mistake(
      arguments: ["--log-level"], message: "--log-level needs a value: --log-level LEVEL",
      help: "--help"),
    Mistake(
      arguments: ["--position-encoding", "utf-7"],
      message: "--position-encoding does not take “utf-7”; it is one of utf-8, utf-16, utf-32",
      help: "--help"),
    Mistake(
      arguments: ["--stdio", "article.md"],
      message: "the server takes no file; did you mean `annotate-server annotate`?", help: "--help"),
  ])
  func aMistakeIsNamed(mistake: Mistake) async throws {
    let outcome = try await Program.run(mistake.arguments)
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    #expect(
      outcome.errors == """
        annotate-server: \(mistake.message)
        Try `annotate-server \(mistake.help)`.

        """)
  }

  @Test(arguments: [["--help"], ["-h"], ["help"]])
  func theHelpNamesEveryCommand(arguments: [String]) async throws {
    let outcome = try await Program.run(arguments)
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    for command in commands {
      #expect(outcome.output.contains("\n  \(command.name) "))
      #expect(outcome.output.contains(command.summary))
    }
    for option in ["--stdio", "--position-encoding", "--log-level", "--help", "--version"] {
      #expect(outcome.output.contains(option))
    }
  }

  @Test(arguments: commands.map(\.name))
  func theHelpOfACommandNamesEveryOption(name: String) async throws {
    let command = try #require(commands.first { $0.name == name })
    let outcome = try await Program.run([name, "--help"])
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(outcome.output.hasPrefix("Usage: annotate-server \(name) "))
    for option in command.options {
      let choices = option.choices.isEmpty ? option.value : option.choices.joined(separator: "|")
      #expect(outcome.output.contains("\n  \(option.name)\(choices.map { " \($0)" } ?? "")"))
      #expect(outcome.output.contains(option.help))
    }
    #expect(outcome.output.contains("Exit status") || ["benchmark"].contains(name))
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
    #expect(try await Program.run(["help", name]).output == outcome.output)
  }

  @Test func theVersionIsOneLine() async throws {
    let outcome = try await Program.run(["--version"])
    #expect(outcome.status == 0)
    #expect(outcome.output == "annotate-server \(Version.current)\n")
    #expect(outcome.errors == "")
  }
}
