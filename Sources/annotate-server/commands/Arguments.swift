/// An option of a command, as its help shows it.
struct Option: Sendable {
  /// The name with its dashes.
  var name: String
  /// What stands for its value in the help, or `nil` for a flag.
  var value: String?
  /// The values it takes, where they are few.
  var choices: [String] = []
  /// What it does, in a line.
  var help: String

  /// An option that takes a value.
  static func value(
    _ name: String, _ value: String, choices: [String] = [], _ help: String
  ) -> Option {
    Option(name: name, value: value, choices: choices, help: help)
  }

  /// An option that is there or not.
  static func flag(_ name: String, _ help: String) -> Option {
    Option(name: name, value: nil, help: help)
  }
}

/// A command, as the command line calls it and as the help shows it.
struct Command: Sendable {
  /// Its name.
  var name: String
  /// What follows the name: `[FILE…|-]`.
  var operands: String
  /// What it does, in a line.
  var summary: String
  /// What else a user should know, with examples.
  var details: String
  /// Its options.
  var options: [Option]
  /// Runs it.
  ///
  /// - Returns: The exit status.
  var run: @Sendable (Arguments) async throws(UsageError) -> Int32
}

/// What a user gave on the command line, checked against a command's options.
struct Arguments: Sendable {
  /// What is no option, in order.
  var operands: [String] = []
  private var values: [String: String] = [:]

  /// Checks arguments against options. `--name=value` and `--name value` mean the same, `--` ends
  /// the options, and `-` is an operand.
  init(_ arguments: some Sequence<String>, for command: Command) throws(UsageError) {
    var rest = Array(arguments)[...]
    while let argument = rest.popFirst() {
      guard argument.hasPrefix("-"), argument != "-" else {
        operands.append(argument)
        continue
      }
      if argument == "--" {
        operands += rest
        break
      }
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0])
      guard let option = command.options.first(where: { $0.name == name }) else {
        let near = nearest(to: name, in: command.options.map(\.name))
        throw UsageError(
          "unknown option \(name)" + (near.map { "; did you mean \($0)?" } ?? ""), command.name)
      }
      guard let placeholder = option.value else {
        guard parts.count == 1 else {
          throw UsageError("\(name) takes no value", command.name)
        }
        values[name] = ""
        continue
      }
      guard let value = parts.count == 2 ? String(parts[1]) : rest.popFirst() else {
        throw UsageError("\(name) needs a value: \(name) \(placeholder)", command.name)
      }
      guard option.choices.isEmpty || option.choices.contains(value) else {
        throw UsageError(
          "\(name) does not take “\(value)”; it is one of \(option.choices.joined(separator: ", "))",
          command.name)
      }
      values[name] = value
    }
  }

  /// Whether a flag was given.
  func has(_ name: String) -> Bool { values[name] != nil }

  /// The value of an option, if it was given.
  func value(_ name: String) -> String? { values[name] }

  /// The value of an option that is a number.
  func number<Number: LosslessStringConvertible & Comparable>(
    _ name: String, in range: ClosedRange<Number>, command: String
  ) throws(UsageError) -> Number? {
    guard let text = values[name] else { return nil }
    guard let number = Number(text), range.contains(number) else {
      throw UsageError(
        "\(name) is “\(text)”; it must be a number from \(range.lowerBound) to \(range.upperBound)",
        command)
    }
    return number
  }
}

/// A mistake on the command line: what is wrong and what to do.
struct UsageError: Error {
  /// The message.
  var message: String
  /// The command whose help tells more.
  var command: String?

  init(_ message: String, _ command: String? = nil) {
    self.message = message
    self.command = command
  }
}

/// The candidate that a mistyped name most likely meant: within two edits, by Levenshtein distance,
/// that leave something of the name.
func nearest(to name: String, in candidates: [String]) -> String? {
  let ranked = candidates.map { (distance: distance(Array(name), Array($0)), name: $0) }
  return ranked.min { $0.distance < $1.distance }.flatMap {
    $0.distance <= min(2, name.count - 1) ? $0.name : nil
  }
}

private func distance(_ a: [Character], _ b: [Character]) -> Int {
  var row = Array(0...b.count)
  for i in a.indices {
    var diagonal = row[0]
    row[0] = i + 1
    for j in b.indices {
      let substituted = diagonal + (a[i] == b[j] ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(substituted, row[j] + 1, diagonal + 1)
    }
  }
  return row[b.count]
}
