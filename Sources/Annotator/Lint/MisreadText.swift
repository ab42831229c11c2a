/// Characters that are UTF-8 read as Latin-1 or Windows-1252.
struct MisreadRun: Hashable {
  /// Where they stand, in bytes.
  var range: Range<Int>
  /// What was meant.
  var meant: String
}

/// The misread runs of a text, undone twice where the mistake was made twice.
func misreadRuns(in bytes: [UInt8]) -> [MisreadRun] {
  let characters = bytes.withUnsafeBufferPointer { buffer in
    var characters: [Character1252] = []
    var i = 0
    while i < buffer.count {
      let (scalar, length) = buffer.scalar(at: i)
      characters.append(Character1252(scalar: scalar, range: i..<i + length))
      i += length
    }
    return characters
  }
  guard characters.contains(where: { ($0.byte ?? 0) >= 0xC2 }) else { return [] }
  let once = decode(characters)
  guard once.contains(where: \.isDecoded) else { return [] }
  return join(decode(once, isSecond: true))
}

/// A character and the byte that it may have been read from.
struct Character1252 {
  var scalar: Unicode.Scalar
  /// Where it stands; after a first decoding, where what it was decoded from stands.
  var range: Range<Int>
  /// Whether it was decoded.
  var isDecoded = false

  /// The byte from 0x80 on that Windows-1252 or Latin-1 shows as the character.
  var byte: UInt8? { windows1252Byte(scalar) }
}

/// Decodes the sequences that are likelier once decoded. A decoded character bears the range of its
/// whole sequence. A second time, only what was decoded before is looked at.
private func decode(_ characters: [Character1252], isSecond: Bool = false) -> [Character1252] {
  var result: [Character1252] = []
  result.reserveCapacity(characters.count)
  var i = 0
  while i < characters.count {
    guard let run = SequenceRun(characters, from: i, isSecond: isSecond) else {
      result.append(characters[i])
      i += 1
      continue
    }
    let before = result.last?.scalar
    let after = run.end < characters.count ? characters[run.end].scalar : nil
    if run.isLikely(before: before, after: after) {
      result += run.decoded
    } else {
      result += characters[i..<run.end]
    }
    i = run.end
  }
  return result
}

/// The decoded characters, joined where they touch. What leaves a control character was misread in
/// some other way.
private func join(_ characters: [Character1252]) -> [MisreadRun] {
  var runs: [MisreadRun] = []
  for character in characters where character.isDecoded {
    let text = character.scalar == "\u{FEFF}" ? "" : String(character.scalar)
    if let last = runs.last, last.range.upperBound == character.range.lowerBound {
      runs[runs.count - 1].range = last.range.lowerBound..<character.range.upperBound
      runs[runs.count - 1].meant += text
    } else {
      runs.append(MisreadRun(range: character.range, meant: text))
    }
  }
  return runs.filter { run in
    !run.meant.unicodeScalars.contains { (0x80...0x9F).contains($0.value) }
  }
}

/// Neighbouring characters that are whole UTF-8 sequences when each is read as a byte.
private struct SequenceRun {
  /// What the sequences decode to.
  var decoded: [Character1252] = []
  /// The index behind the last character.
  var end: Int
  /// The last character of the last sequence as it stands.
  private let last: Unicode.Scalar
  /// The first one of the first.
  private let lead: UInt8

  init?(_ characters: [Character1252], from start: Int, isSecond: Bool) {
    end = start
    while let (scalar, next) = SequenceRun.sequence(characters, at: end),
      !isSecond || characters[end..<next].allSatisfy(\.isDecoded)
    {
      let range = characters[end].range.lowerBound..<characters[next - 1].range.upperBound
      decoded.append(Character1252(scalar: scalar, range: range, isDecoded: true))
      end = next
    }
    guard end > start else { return nil }
    lead = characters[start].byte!
    last = characters[end - 1].scalar
  }

  /// The character that a sequence decodes to, and the index behind it.
  private static func sequence(
    _ characters: [Character1252], at start: Int
  ) -> (scalar: Unicode.Scalar, next: Int)? {
    guard start < characters.count, let lead = characters[start].byte, lead >= 0xC2, lead <= 0xF4
    else { return nil }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard start + length <= characters.count else { return nil }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for i in start + 1..<start + length {
      guard let byte = characters[i].byte, byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    // Overlong forms, surrogates and what lies beyond Unicode are no UTF-8.
    let smallest: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
    guard value >= smallest, let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, start + length)
  }

  /// Whether the run is likelier decoded than as it stands.
  func isLikely(before: Unicode.Scalar?, after: Unicode.Scalar?) -> Bool {
    guard decoded.count == 1 else {
      return decoded.allSatisfy { Evidence($0.scalar) != .none }
    }
    switch Evidence(decoded[0].scalar) {
    case .none, .inCompany: return false
    case .strong: return true
    case .weak:
      // A capital with a mark behind it (`CITÉ”`, `„Ä“`) is usual where no small letter stands before
      // it and no letter behind it.
      guard isTypographicMark(last) else { return true }
      if after?.properties.isAlphabetic == true { return true }
      if let before, before.properties.isAlphabetic { return before.properties.isLowercase }
      return lead == 0xC2 || lead == 0xC3
    }
  }
}

/// How far a decoded character speaks for a misreading.
private enum Evidence {
  /// No text of ours holds it: the characters stood there by themselves.
  case none
  /// Only beside others of its kind.
  case inCompany
  /// Unless the characters are usual as they stand.
  case weak
  /// Nobody writes the characters that it is decoded from.
  case strong

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    // Signs and letters of Latin-1 (`Â©`, `Ã©`), Latin Extended-A, `ș` and `ț`.
    case 0xA0...0x17F, 0x218...0x21B, 0x2BB...0x2BC: self = .weak
    // Accents that combine, Greek, Cyrillic.
    case 0x300...0x30C, 0x327...0x328, 0x386...0x3CE, 0x401...0x45F, 0x490...0x491: self = .weak
    // Vietnamese and other Latin; dashes, quotation marks, currency, arrows and signs.
    case 0x1E00...0x1EFF, 0x2010...0x205E, 0x20A0...0x20BF, 0x2100...0x23FF, 0x2600...0x27BF:
      self = .strong
    // The mark of a file's byte order, the replacement character, ligatures.
    case 0xFEFF, 0xFFFD, 0xFB00...0xFB06: self = .strong
    // Emoji.
    case 0x1F000...0x1FAFF: self = .strong
    // Hebrew, Arabic and the scripts of Asia; variation selectors; the controls that a second
    // decoding makes a character of.
    case 0x80...0x9F, 0x400...0x4FF, 0x531...0x6FF, 0x900...0xFFF, 0x10A0...0x11FF, 0x3000...0x30FF,
      0x3400...0x9FFF, 0xAC00...0xD7A3, 0xFE00...0xFE0F, 0xFF00...0xFFEF, 0x200B...0x200F:
      self = .inCompany
    default: self = .none
    }
  }
}

/// Whether a character is usual behind a capital: a quotation mark, dash, ellipsis, no-break space.
private func isTypographicMark(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "‘", "’", "‚", "“", "”", "„", "–", "—", "…", "•", "«", "»", "‹", "›", "\u{A0}", "™", "®",
    "©",
    "°", "·", "²", "³", "¹", "½", "¼", "¾":
    true
  default: false
  }
}

/// What Windows-1252 shows for the bytes from 0x80 to 0x9F; 0 for the five that it leaves open.
private let windows1252: [UInt32] = [
  0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
  0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161,
  0x203A, 0x0153, 0, 0x017E, 0x0178,
]

/// The byte from 0x80 on that Windows-1252 shows as a character, or Latin-1 where that leaves it to
/// controls.
private func windows1252Byte(_ scalar: Unicode.Scalar) -> UInt8? {
  switch scalar.value {
  case 0x80...0xFF: UInt8(scalar.value)
  case 0x152...0x2122: windows1252.firstIndex(of: scalar.value).map { UInt8(0x80 + $0) }
  default: nil
  }
}

/// What Windows-1252 shows for a byte from 0x80 to 0x9F, where Latin-1 has a control.
func windows1252Character(_ byte: UInt8) -> Character? {
  guard (0x80...0x9F).contains(byte), let scalar = Unicode.Scalar(windows1252[Int(byte) - 0x80]),
    scalar.value > 0
  else { return nil }
  return Character(scalar)
}
