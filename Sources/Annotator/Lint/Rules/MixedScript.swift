/// A word that mixes Latin letters with Cyrillic or Greek ones that look the same is found by no
/// search and read wrong by every program. It comes of a wrong keyboard, of scanning, or of fraud.
/// The fix writes the word in one script.
///
///     Сosmodrome      (the first letter is Cyrillic)
///
/// A word wholly of one script is right, and so are units and symbols whose letter looks like no
/// Latin one: `µm`, `ΔT`, `kΩ`, `TNFα`. The parts of a word with a hyphen may differ: `IT-отдел`.
enum MixedScript: TextRule {
  static let id = "text/mixed-script"
  static let defaultSeverity = Severity.warning
  static let canFix = true
  static let needs = ReadingDepth.markup
  static let summary = "A word mixes Latin letters with Cyrillic or Greek ones that look the same."

  static func findings(in prose: Prose) -> [Finding] {
    let bytes = prose.bytes
    // The lead bytes of Greek and Cyrillic letters are few.
    guard bytes.contains(where: { (0xCD...0xD4).contains($0) || $0 == 0xE1 }) else { return [] }
    return bytes.withUnsafeBufferPointer { bytes in
      var findings: [Finding] = []
      var word: [Letter] = []
      var i = 0
      while i < bytes.count {
        let (scalar, length) = bytes.scalar(at: i)
        let script = LookAlikes.script(of: scalar)
        if script != nil || scalar.properties.isAlphabetic || isNeutral(scalar) {
          word.append(Letter(scalar: scalar, script: script, range: i..<i + length))
        } else {
          if let found = finding(word) { findings.append(found) }
          word.removeAll(keepingCapacity: true)
        }
        i += length
      }
      if let found = finding(word) { findings.append(found) }
      return findings
    }
  }

  private struct Letter {
    var scalar: Unicode.Scalar
    var script: LookAlikes.Script?
    var range: Range<Int>

    var isSmallLatin: Bool { script == .latin && scalar.properties.isLowercase }
  }

  /// Whether a character belongs to a word of any script: digits, accents that combine.
  private static func isNeutral(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value) || (0x300...0x36F).contains(scalar.value)
  }

  private static func finding(_ word: [Letter]) -> Finding? {
    let latin = word.count { $0.script == .latin }
    let cyrillic = word.count { $0.script == .cyrillic }
    let greek = word.count { $0.script == .greek }
    guard latin > 0, (cyrillic > 0) != (greek > 0) else { return nil }
    let foreign: LookAlikes.Script = cyrillic > 0 ? .cyrillic : .greek
    let foreignCount = cyrillic + greek
    // A few Latin letters in a word of the other script are as wrong, but `kΩ` is no such word.
    let isForeignWord = foreignCount >= (foreign == .greek ? 3 : 2)
    let toForeign =
      isForeignWord ? edits(word, from: .latin, to: foreign, isInWord: { _ in true }) : nil
    let toLatin = edits(word, from: foreign, to: .latin) { isInLatinWord($0, word) }
    guard let edits = latin >= foreignCount ? toLatin ?? toForeign : toForeign ?? toLatin else {
      return nil
    }
    let written = string(word, [])
    let meant = string(word, edits)
    let name = foreign == .cyrillic ? "Cyrillic" : "Greek"
    return finding(
      word.first!.range.lowerBound..<word.last!.range.upperBound,
      "“\(written)” mixes Latin and \(name) letters that look the same. Write it in one script.",
      fix: Fix(title: "Write “\(meant)” in one script", edits: edits))
  }

  /// The replacements that leave no letter of a script; `nil` where a letter has no counterpart.
  private static func edits(
    _ word: [Letter], from: LookAlikes.Script, to: LookAlikes.Script, isInWord: (Int) -> Bool
  ) -> [Fix.Edit]? {
    var edits: [Fix.Edit] = []
    for (index, letter) in word.enumerated() where letter.script == from {
      guard let counterpart = LookAlikes.counterpart(of: letter.scalar, in: to), isInWord(index)
      else { return nil }
      edits.append(Fix.Edit(range: letter.range, replacement: String(Character(counterpart))))
    }
    return edits
  }

  /// Whether a letter that may be a symbol stands among small Latin letters.
  private static func isInLatinWord(_ index: Int, _ word: [Letter]) -> Bool {
    guard LookAlikes.isSymbol(word[index].scalar) else { return true }
    let isBeside =
      (index == 0 || word[index - 1].isSmallLatin || index == 1)
      && (index + 1 == word.count || word[index + 1].isSmallLatin)
    return isBeside && word.count { $0.isSmallLatin } >= 3
  }

  private static func string(_ word: [Letter], _ edits: [Fix.Edit]) -> String {
    var rest = edits[...]
    return word.reduce(into: "") { result, letter in
      if let edit = rest.first, edit.range == letter.range {
        result += edit.replacement
        rest.removeFirst()
      } else {
        result.unicodeScalars.append(letter.scalar)
      }
    }
  }
}
