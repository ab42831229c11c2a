@testable import Annotator

/// Passages whose claims are marked: `{s Peskov} {c said}: {q "No."}`. Marks of more than one claim
/// have its number before the letter, `{2q …}`, by the order of the claims.
enum MarkedClaims {
  /// The text without marks.
  static func plain(_ marked: String) -> String {
    var plain: [Character] = []
    var rest = Substring(marked)
    while let character = rest.first {
      rest.removeFirst()
      if character == "{" {
        while let letter = rest.first, letter != " " {
          _ = letter
          rest.removeFirst()
        }
        rest = rest.dropFirst()
      } else if character != "}" {
        plain.append(character)
      }
    }
    return String(plain)
  }

  /// The passages of a text, one a line.
  static func passages(_ text: String, role: Passage.Role = .paragraph) -> [AnalyzedPassage] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map {
      AnalyzedPassage(
        role: role, text: tokenize(Prose(verbatim: Array($0.utf8))), mentions: [])
    }
  }

  /// The passages with the claims marked.
  static func render(_ passages: [AnalyzedPassage], _ claims: [WindowClaim]) -> String {
    passages.indices.map { index in
      var marks: [(at: Int, isStart: Bool, length: Int, text: String)] = []
      for (number, claim) in claims.enumerated() {
        let prefix = claims.count > 1 ? String(number + 1) : ""
        for (letter, spans) in [("s", claim.source), ("c", claim.cue), ("q", claim.content)] {
          for span in spans where span.passage == index {
            let range = passages[index].text.proseRange(span.tokens)
            marks.append((range.lowerBound, true, range.count, "{\(prefix)\(letter) "))
            marks.append((range.upperBound, false, range.count, "}"))
          }
        }
      }
      // At one place ends come before starts, and the longer range stands outside.
      marks.sort {
        ($0.at, $0.isStart ? 1 : 0, $0.isStart ? -$0.length : $0.length)
          < ($1.at, $1.isStart ? 1 : 0, $1.isStart ? -$1.length : $1.length)
      }
      let bytes = passages[index].text.prose.bytes
      var drawn: [UInt8] = []
      var last = 0
      for mark in marks {
        drawn += bytes[last..<mark.at]
        drawn += Array(mark.text.utf8)
        last = mark.at
      }
      return String(decoding: drawn + bytes[last...], as: UTF8.self)
    }.joined(separator: "\n")
  }
}
