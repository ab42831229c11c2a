import Annotator
import LanguageServerProtocol
import TestSupport
import Testing

@testable import annotate_server

/// Documents as the client edits them: whatever the edits, the answers are those for the same text
/// freshly opened.
struct SynchronizationTests {
  /// The client's own idea of a text, written without a line of the product's code: Unicode scalars,
  /// with positions counted from the start each time.
  private struct Reference {
    var scalars: [Unicode.Scalar]

    func width(_ scalar: Unicode.Scalar, _ unit: ColumnUnit) -> Int {
      switch unit {
      case .utf8: String(scalar).utf8.count
      case .utf16: String(scalar).utf16.count
      case .utf32: 1
      }
    }

    func position(_ index: Int, _ unit: ColumnUnit) -> JSONValue {
      var (line, column, i) = (0, 0, 0)
      while i < index {
        let isPair = scalars[i] == "\r" && i + 1 < scalars.count && scalars[i + 1] == "\n"
        if scalars[i] == "\n" || (scalars[i] == "\r" && !isPair) {
          (line, column) = (line + 1, 0)
        } else {
          column += width(scalars[i], unit)
        }
        i += 1
      }
      return ["line": .integer(line), "character": .integer(column)]
    }

    var string: String {
      var string = ""
      string.unicodeScalars.append(contentsOf: scalars)
      return string
    }
  }

  /// What is compared, in the order of `answers`.
  private static let names = [
    "diagnostics", "annotations", "semanticTokens/full", "documentSymbol",
  ]

  /// Every answer about a document, less what names the version.
  private func answers(_ client: TestClient, version: Int) async -> [JSONValue] {
    let diagnostics = await client.notification("textDocument/publishDiagnostics") {
      $0["version"] == .integer(version)
    }
    var answers: [JSONValue] = [diagnostics["diagnostics"] ?? .null]
    for name in Self.names.dropFirst() {
      let answer = await client.request("textDocument/" + name, ["textDocument": document()])
      guard case .object(var result)? = answer["result"] else {
        answers.append(answer["result"] ?? answer)
        continue
      }
      for key in ["uri", "version", "resultId"] { result[key] = nil }
      answers.append(.object(result))
    }
    return answers
  }

  @Test(
    arguments: [
      (ColumnUnit.utf8, 1), (.utf16, 2), (.utf32, 3), (.utf16, 4), (.utf8, 5), (.utf16, 6),
    ]
      as [(ColumnUnit, UInt64)])
  func randomEditsGiveTheAnswersOfAFreshText(unit: ColumnUnit, seed: UInt64) async {
    var random = SeededGenerator(seed: seed)
    func piece() -> [Unicode.Scalar] {
      (0..<Int.random(in: 0...6, using: &random)).flatMap { _ in
        Array(textPieces.randomElement(using: &random)!.unicodeScalars)
      }
    }
    let capabilities: JSONValue = [
      "general": ["positionEncodings": [.string(unit.kind.rawValue)]]
    ]
    let client = await TestClient.started(capabilities: capabilities)
    let other = await TestClient.started(capabilities: capabilities)
    var reference = Reference(scalars: piece() + piece() + piece())
    await client.open(reference.string)
    for version in 2...12 {
      var changes: [JSONValue] = []
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        if Int.random(in: 0..<12, using: &random) == 0 {
          reference.scalars = piece() + piece()
          changes.append(["text": .string(reference.string)])
          continue
        }
        var start = Int.random(in: 0...reference.scalars.count, using: &random)
        var end = min(reference.scalars.count, start + Int.random(in: 0...30, using: &random))
        // No position lies between CR and LF.
        func isInPair(_ index: Int) -> Bool {
          index > 0 && index < reference.scalars.count && reference.scalars[index] == "\n"
            && reference.scalars[index - 1] == "\r"
        }
        if isInPair(start) { start -= 1 }
        if isInPair(end) { end += 1 }
        let inserted = piece()
        var text = ""
        text.unicodeScalars.append(contentsOf: inserted)
        changes.append([
          "range": [
            "start": reference.position(start, unit), "end": reference.position(end, unit),
          ], "text": .string(text),
        ])
        reference.scalars.replaceSubrange(start..<end, with: inserted)
      }
      await client.notify(
        "textDocument/didChange",
        [
          "textDocument": ["uri": "file:///article.md", "version": .integer(version)],
          "contentChanges": .array(changes),
        ])
      let edited = await answers(client, version: version)
      await other.open(reference.string, version: version)
      let fresh = await answers(other, version: version)
      for (name, (a, b)) in zip(Self.names, zip(edited, fresh)) where a != b {
        Issue.record(
          "seed \(seed), version \(version), \(name): \(reference.string.debugDescription)")
      }
    }
  }
}

/// Positions at their edges.
struct ConversionTests {
  private func check(
    _ text: String, _ unit: ColumnUnit, line: Int, column: Int, offset: Int,
    _ location: SourceLocation = #_sourceLocation
  ) {
    let conversion = Conversion(SourceText(text), unit: unit)
    #expect(conversion.offset(line: line, column: column) == offset, sourceLocation: location)
  }

  @Test func positionsOutOfRangeAreClamped() {
    for unit in [ColumnUnit.utf8, .utf16, .utf32] {
      check("ab\ncd", unit, line: 0, column: 9, offset: 2)
      check("ab\r\ncd", unit, line: 0, column: 9, offset: 2)
      check("ab\rcd", unit, line: 1, column: 1, offset: 4)
      check("ab\ncd", unit, line: 7, column: 0, offset: 5)
      check("ab\n", unit, line: 1, column: 3, offset: 3)
      check("", unit, line: 0, column: 0, offset: 0)
      check("ab", unit, line: 0, column: .max, offset: 2)
    }
  }

  @Test func columnsCountInTheirUnit() {
    check("a😀b", .utf8, line: 0, column: 5, offset: 5)
    check("a😀b", .utf16, line: 0, column: 3, offset: 5)
    check("a😀b", .utf32, line: 0, column: 2, offset: 5)
    check("e\u{301}x", .utf32, line: 0, column: 1, offset: 1)
    check("\u{FEFF}x", .utf16, line: 0, column: 1, offset: 3)
  }

  @Test func aColumnInsideACharacterIsItsStart() {
    check("a😀b", .utf8, line: 0, column: 3, offset: 1)
    check("a😀b", .utf16, line: 0, column: 2, offset: 1)
  }

  @Test func everyOffsetComesBack() {
    let text = SourceText("# é\r\n😀 a\rb\n\ne\u{301}\u{FEFF}金\n")
    for unit in [ColumnUnit.utf8, .utf16, .utf32] {
      var conversion = Conversion(text, unit: unit)
      let boundaries = text.bytes.indices.filter { text.bytes[$0] & 0xC0 != 0x80 } + [text.count]
      for offset in boundaries + boundaries.reversed() {
        // The place between CR and LF is the end of its line.
        if offset > 0, offset < text.count, text.bytes[offset] == 10, text.bytes[offset - 1] == 13 {
          continue
        }
        let position = conversion.position(offset)
        #expect(conversion.offset(line: position.line, column: position.column) == offset)
      }
    }
  }
}
