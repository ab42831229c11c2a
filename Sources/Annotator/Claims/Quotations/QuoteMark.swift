/// A character that may open or close a quotation, as its neighbours let it be read.
struct QuoteMark {
  /// The characters that belong to one another.
  enum Family: UInt8 {
    /// `"` `“` `”` `„` `‟`, a pair of backticks or of apostrophes.
    case double
    /// `«` `»`.
    case guillemet
    /// `'` `‘` `’` `‚` `‛` and a backtick.
    case single
    /// `‹` `›`.
    case singleGuillemet
  }

  /// What the character itself says of its direction.
  enum Shape: UInt8 {
    case straight
    case left
    case right
    case low
  }

  /// What the neighbours say of its direction. They are heard before the shape: a keyboard that
  /// curls marks by itself often curls them the wrong way.
  enum Direction: UInt8 {
    case opens
    case closes
    case unknown
  }

  /// Prose offsets.
  var range: Range<Int>
  var family: Family
  var shape: Shape
  var direction: Direction
  /// The byte before the mark, 0x20 at the start and for every kind of blank.
  var before: UInt8
  /// The byte after the mark, 0x20 at the end and for every kind of blank.
  var after: UInt8
}

/// The marks of a text that can open or close a quotation, in text order: those between two letters
/// ("don't", "O'Brien"), signs of measure (5'10") and elisions ("'em", "'90s") are not among them.
func quoteMarks(in bytes: [UInt8]) -> [QuoteMark] {
  var marks: [QuoteMark] = []
  bytes.withUnsafeBufferPointer { bytes in
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      guard mayBeginMark(byte), let (family, shape, length) = mark(at, in: bytes) else {
        at += 1
        continue
      }
      let range = at..<at + length
      at = range.upperBound
      let before = neighbour(before: range.lowerBound, in: bytes)
      let after = neighbour(after: range.upperBound, in: bytes)
      guard !isMeasure(range, family, shape, before, after, in: bytes) else { continue }
      if family == .single {
        if isWordByte(before), isWordByte(after) { continue }
        if isElision(range, before, in: bytes) { continue }
      }
      marks.append(
        QuoteMark(
          range: range, family: family, shape: shape,
          direction: direction(of: shape, family, before, after), before: before, after: after))
    }
  }
  return marks
}

private typealias Bytes = UnsafeBufferPointer<UInt8>

private func mayBeginMark(_ byte: UInt8) -> Bool {
  byte == 0x22 || byte == 0x27 || byte == 0x60 || byte == 0xC2 || byte == 0xE2 || byte == 0xEF
}

/// The mark that begins at an offset, and its length in bytes.
private func mark(
  _ at: Int, in bytes: Bytes
) -> (QuoteMark.Family, QuoteMark.Shape, Int)? {
  func byte(_ offset: Int) -> UInt8 { at + offset < bytes.count ? bytes[at + offset] : 0 }
  switch byte(0) {
  case 0x22: return (.double, .straight, 1)
  case 0x27: return byte(1) == 0x27 ? (.double, .straight, 2) : (.single, .straight, 1)
  case 0x60: return byte(1) == 0x60 ? (.double, .left, 2) : (.single, .left, 1)
  case 0xC2:
    if byte(1) == 0xAB { return (.guillemet, .left, 2) }
    if byte(1) == 0xBB { return (.guillemet, .right, 2) }
  case 0xE2:
    guard byte(1) == 0x80 else { return nil }
    switch byte(2) {
    case 0x98, 0x9B: return (.single, .left, 3)
    case 0x99: return (.single, .right, 3)
    case 0x9A: return (.single, .low, 3)
    case 0x9C, 0x9F: return (.double, .left, 3)
    case 0x9D: return (.double, .right, 3)
    case 0x9E: return (.double, .low, 3)
    case 0xB9: return (.singleGuillemet, .left, 3)
    case 0xBA: return (.singleGuillemet, .right, 3)
    default: return nil
    }
  case 0xEF:
    if byte(1) == 0xBC, byte(2) == 0x82 { return (.double, .straight, 3) }
  default: break
  }
  return nil
}

/// The byte before an offset, with every blank as a space: also the no-break spaces and the byte
/// order mark, which texts from the web hold, and the general spaces of U+2000 to U+200B. A dash is
/// a hyphen, an ellipsis a stop, a curly mark its straight form.
private func neighbour(before offset: Int, in bytes: Bytes) -> UInt8 {
  guard offset > 0 else { return 0x20 }
  let last = bytes[offset - 1]
  if last <= 0x20 { return 0x20 }
  if last < 0x80 { return last }
  if offset >= 2, bytes[offset - 2] == 0xC2 { return last == 0xA0 ? 0x20 : 0x22 }
  if offset >= 3 { return plain(bytes[offset - 3], bytes[offset - 2], last) }
  return last
}

/// The byte after an offset, read as `neighbour(before:)` does.
private func neighbour(after offset: Int, in bytes: Bytes) -> UInt8 {
  guard offset < bytes.count else { return 0x20 }
  let first = bytes[offset]
  if first <= 0x20 { return 0x20 }
  if first < 0x80 { return first }
  if first == 0xC2, offset + 1 < bytes.count { return bytes[offset + 1] == 0xA0 ? 0x20 : 0x22 }
  if offset + 2 < bytes.count { return plain(first, bytes[offset + 1], bytes[offset + 2]) }
  return first
}

/// The ASCII byte that stands for a general mark in three bytes; the last byte for other text.
private func plain(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> UInt8 {
  if first == 0xEF, second == 0xBB { return 0x20 }
  guard first == 0xE2, second == 0x80 else { return third }
  switch third {
  case 0x80...0x8B, 0xAF: return 0x20
  case 0x90...0x95: return 0x2D
  case 0x98...0x9B: return 0x27
  case 0x9C...0x9F, 0xB9, 0xBA: return 0x22
  case 0xA6: return 0x2E
  default: return third
  }
}

/// Whether a byte belongs to a letter or digit.
func isWordByte(_ byte: UInt8) -> Bool {
  byte >= 0x80 || isDigit(byte) || (0x61...0x7A).contains(byte | 0x20)
}

private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

/// What the neighbours of a mark say. A dash binds to neither side, and a mark beside a mark is
/// silent about it.
private func direction(
  of shape: QuoteMark.Shape, _ family: QuoteMark.Family, _ before: UInt8, _ after: UInt8
) -> QuoteMark.Direction {
  func isMark(_ byte: UInt8) -> Bool { byte == 0x22 || byte == 0x27 || byte == 0x60 }
  let opensBefore =
    before == 0x20 || before == 0x28 || before == 0x5B || before == 0x7B || before == 0x2F
  let closesAfter: Bool =
    switch after {
    case 0x20, 0x29, 0x5D, 0x7D, 0x21, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F: true
    default: false
    }
  let wordBefore =
    isWordByte(before) || [0x21, 0x25, 0x29, 0x2C, 0x2E, 0x3F, 0x5D].contains(before)
  let wordAfter = isWordByte(after) || [0x24, 0x23, 0x28, 0x40, 0x5B].contains(after)
  let opens = opensBefore && !closesAfter || wordAfter && (before == 0x2D || isMark(before))
  let closes = !opensBefore && closesAfter || wordBefore && (after == 0x2D || isMark(after))
  if opens != closes { return opens ? .opens : .closes }
  // Between blanks only guillemets are trusted to point the right way.
  if before == 0x20, after == 0x20, family == .double || family == .single { return .unknown }
  switch shape {
  case .left where !closes, .low: return .opens
  case .right where !opens: return .closes
  default: return .unknown
  }
}

/// Whether a straight mark is a sign of measure: 6'2", 10'. A mark after a digit that a blank
/// follows may close a quotation ("the class of 2010"), so only the height is sure.
private func isMeasure(
  _ range: Range<Int>, _ family: QuoteMark.Family, _ shape: QuoteMark.Shape,
  _ before: UInt8, _ after: UInt8, in bytes: Bytes
) -> Bool {
  guard shape == .straight || shape == .right, isDigit(before) else { return false }
  if family == .single { return isDigit(after) }
  guard family == .double else { return false }
  var at = range.lowerBound - 1
  while at >= 0, isDigit(bytes[at]) { at -= 1 }
  guard at >= 1 else { return false }
  let isPrime = bytes[at] == 0x27 || bytes[at] == 0x99
  let digit = bytes[at] == 0x27 ? at - 1 : at - 3
  return isPrime && digit >= 0 && isDigit(bytes[digit])
}

/// Words that are written with an apostrophe at their start.
private let elided: Set<[UInt8]> = Set(
  [
    "em", "til", "tis", "twas", "twere", "cause", "cuz", "bout", "round", "n", "nuff", "tude",
    "neath",
  ]
  .map { Array($0.utf8) })

/// Whether a single mark at the start of a word stands for letters left out: "'em", "'90s", "'16".
private func isElision(_ range: Range<Int>, _ before: UInt8, in bytes: Bytes) -> Bool {
  guard !isWordByte(before) else { return false }
  var end = range.upperBound
  var word: [UInt8] = []
  while end < bytes.count, word.count < 8, bytes[end] < 0x80, isWordByte(bytes[end]) {
    word.append(isDigit(bytes[end]) ? bytes[end] : bytes[end] | 0x20)
    end += 1
  }
  guard !word.isEmpty else { return false }
  // A mark right behind the word closes what this one opens: 'round' is a quoted word.
  if end < bytes.count, bytes[end] == 0x27 || bytes[end] == 0xE2 {
    return word == [0x6E]
  }
  if word.count >= 2, word.count <= 3, isDigit(word[0]), isDigit(word[1]) {
    return word.count == 2 || word[2] == 0x73
  }
  return elided.contains(word)
}
