/// Letters of Latin, Cyrillic and Greek that look the same, and what they are in the others.
enum LookAlikes {
  /// The scripts that are told apart.
  enum Script {
    case latin
    case cyrillic
    case greek
  }

  /// The script of a letter; `nil` for letters of other scripts and for all that is no letter.
  static func script(of scalar: Unicode.Scalar) -> Script? {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF: .latin
    case 0x370...0x373, 0x376...0x377, 0x37F, 0x386, 0x388...0x3FF, 0x1F00...0x1FFF: .greek
    case 0x400...0x481, 0x48A...0x52F: .cyrillic
    default: nil
    }
  }

  /// The letter of another script that looks the same; `nil` where there is none.
  static func counterpart(of scalar: Unicode.Scalar, in script: Script) -> Unicode.Scalar? {
    switch (self.script(of: scalar), script) {
    case (.cyrillic, .latin): latinOfCyrillic[scalar]
    case (.greek, .latin): latinOfGreek[scalar]
    case (.latin, .cyrillic): cyrillicOfLatin[scalar]
    case (.latin, .greek): greekOfLatin[scalar]
    default: nil
    }
  }

  /// Whether a small Greek letter is a symbol of the sciences and only roughly like a Latin letter,
  /// so that it passes for one only within a word of small letters: `TNFα`, `hν`, `NFκB`.
  static func isSymbol(_ scalar: Unicode.Scalar) -> Bool {
    "αγικνρυχ".unicodeScalars.contains(scalar)
  }

  private static let latinOfCyrillic = pairs(
    "АВЕЅІЈКМНОРСТУХҮԚԜаеѕіјорсухһԛԝѵёЁїЇ", "ABESIJKMHOPCTYXYQWaesijopcyxhqwvëËïÏ")
  private static let latinOfGreek = pairs(
    "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοόαγικνρυχϲϳ", "ABEZHIKMNOPTYXoóayikvpuxcj")
  private static let cyrillicOfLatin = inverted(latinOfCyrillic)
  private static let greekOfLatin = inverted(latinOfGreek)

  private static func pairs(_ a: String, _ b: String) -> [Unicode.Scalar: Unicode.Scalar] {
    Dictionary(uniqueKeysWithValues: zip(a.unicodeScalars, b.unicodeScalars))
  }

  private static func inverted(
    _ pairs: [Unicode.Scalar: Unicode.Scalar]
  ) -> [Unicode.Scalar: Unicode.Scalar] {
    // Of two that look like one letter, the first in the alphabet's order is the usual one.
    Dictionary(pairs.map { ($0.value, $0.key) }) { min($0, $1) }
  }
}
