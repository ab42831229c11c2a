/// What a report of a bug needs to tell of the program and what is around it.
struct Checkup: Encodable {
  /// Something that is so.
  struct Fact: Encodable {
    /// What.
    var name: String
    /// How it is.
    var value: String
  }

  /// Facts that belong together.
  struct Section: Encodable {
    /// What they are about.
    var name: String
    /// The facts.
    var facts: [Fact]
  }

  /// Something that is wrong.
  struct Problem: Encodable {
    /// What is wrong.
    var message: String
    /// What to do.
    var advice: String
  }

  /// The facts.
  private(set) var sections: [Section] = []
  /// What is wrong.
  private(set) var problems: [Problem] = []

  /// Begins a section.
  mutating func begin(_ name: String) { sections.append(Section(name: name, facts: [])) }

  /// Adds a fact to the last section.
  mutating func note(_ name: String, _ value: String) {
    sections[sections.count - 1].facts.append(Fact(name: name, value: value))
  }

  /// Adds something that is wrong.
  mutating func complain(_ message: String, _ advice: String) {
    problems.append(Problem(message: message, advice: advice))
  }

  /// The checkup for people.
  var text: String {
    let width = sections.flatMap(\.facts).map(\.name.count).max() ?? 0
    var lines: [String] = []
    for section in sections {
      lines.append(section.name)
      lines += section.facts.map { "  \($0.name.padding(width))  \($0.value)" }
      lines.append("")
    }
    lines += problems.isEmpty ? ["All is well."] : ["Problems:"]
    for problem in problems { lines += ["  \(problem.message)", "      \(problem.advice)"] }
    return lines.joined(separator: "\n") + "\n"
  }
}
