extension HTMLScanner {
  /// The end of an autolink, `<scheme:address>` or `<mail@host>`, that begins at an offset.
  static func autolink(_ text: [UInt8], at start: Int) -> Int? {
    uriAutolink(text, at: start) ?? mailAutolink(text, at: start)
  }

  private static func uriAutolink(_ text: [UInt8], at start: Int) -> Int? {
    var i = start + 1
    guard i < text.count, ASCII.isLetter(text[i]) else { return nil }
    while i < text.count,
      ASCII.isAlphanumeric(text[i])
        || [ASCII.plus, ASCII.stop, ASCII.hyphen].contains(text[i])
    {
      i += 1
    }
    guard (2...32).contains(i - start - 1), i < text.count, text[i] == ASCII.colon else {
      return nil
    }
    while i < text.count, !ASCII.isControl(text[i]), text[i] != ASCII.space, text[i] != ASCII.less {
      if text[i] == ASCII.greater { return i + 1 }
      i += 1
    }
    return nil
  }

  private static func mailAutolink(_ text: [UInt8], at start: Int) -> Int? {
    var i = start + 1
    while i < text.count, isMailByte(text[i]) { i += 1 }
    guard i > start + 1, i < text.count, text[i] == ASCII.at else { return nil }
    repeat {
      // A label of the host: letters and digits, with hyphens inside, at most 63.
      let label = i + 1
      i = label
      while i < text.count, ASCII.isAlphanumeric(text[i]) || text[i] == ASCII.hyphen { i += 1 }
      guard i > label, i - label <= 63, text[label] != ASCII.hyphen, text[i - 1] != ASCII.hyphen
      else { return nil }
    } while i < text.count && text[i] == ASCII.stop
    return i < text.count && text[i] == ASCII.greater ? i + 1 : nil
  }

  private static func isMailByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"),
      UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "'"), UInt8(ascii: "*"),
      UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "="), UInt8(ascii: "?"),
      UInt8(ascii: "^"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "{"),
      UInt8(ascii: "|"), UInt8(ascii: "}"), UInt8(ascii: "~"), UInt8(ascii: "-"):
      true
    default: ASCII.isAlphanumeric(byte)
    }
  }

  /// Whether a tag is `<br>`, which a reader sees as the end of a line.
  static func isBreak(_ text: [UInt8], _ tag: Range<Int>) -> Bool {
    text.begins("<br", at: tag.lowerBound, before: tag.upperBound)
      && !ASCII.isAlphanumeric(text[tag.lowerBound + 3]) && text[tag.lowerBound + 3] != ASCII.hyphen
  }
}
