extension TokenScanner {
  /// Scans what begins with a digit: a number with its separators, parted from a unit behind it; or
  /// a word that begins with digits (`20th`, `1990s`, `4A`).
  mutating func scanNumber(at start: Int) -> Int {
    if let end = hyphenatedEnd(from: start) { return emit(start..<end, .number) }
    let run = runEnd(from: start)
    if let address = addressEnd(from: start, run: run) {
      return emit(start..<address, .address)
    }
    let end = numberEnd(from: start)
    guard isWordlike(at: end) else {
      if isListMark(start..<end) { return emit(start..<end + 1, .number) }
      if let suffix = decadeEnd(start..<end) { return emit(start..<suffix, .word) }
      return emit(start..<end, .number)
    }
    let last = runEnd(from: end)
    if last - end <= 3, units.contains(FoldedHash(bytes, end..<last)),
      !(last - end == 1 && bytes[end].isASCIIUpper && !capitalUnits.contains(bytes[end]))
    {
      return emit(start..<end, .number)
    }
    return emit(start..<last, .word)
  }

  /// The end of digits with separators: `1,500`, `2.9`, `10:15`, `27/10/2023`.
  func numberEnd(from start: Int) -> Int {
    var end = digitsEnd(from: start)
    while end + 1 < bytes.count, bytes[end + 1].isASCIIDigit {
      let next = digitsEnd(from: end + 1)
      switch bytes[end] {
      case UInt8(ascii: "."), UInt8(ascii: "/"): break
      case UInt8(ascii: ","): guard next - end == 4 else { return end }
      case UInt8(ascii: ":"): guard next - end <= 3 else { return end }
      default: return end
      }
      end = next
    }
    return end
  }

  /// The end of a date (`1996-08-30`) or a telephone number (`225-5185`, `201-592-4699`); ranges
  /// (`20-30`) and scores (`2-1`) are not such.
  private func hyphenatedEnd(from start: Int) -> Int? {
    var groups = 0
    var first = 0
    var last = 0
    var end = start
    while groups < 6 {
      let next = digitsEnd(from: end)
      last = next - end
      if groups == 0 { first = last }
      groups += 1
      end = next
      guard bytes.byte(at: end) == UInt8(ascii: "-"), bytes.byte(at: end + 1).isASCIIDigit else {
        break
      }
      end += 1
    }
    guard !isWordlike(at: end), bytes.byte(at: end) != UInt8(ascii: "-") else { return nil }
    return groups >= 3 || groups == 2 && first == 3 && last == 4 ? end : nil
  }

  /// Whether a number at the head of the text counts a list or a section: `1. First`, `2.1. Scope`.
  /// It keeps its stop.
  private func isListMark(_ number: Range<Int>) -> Bool {
    guard tokens.isEmpty, bytes.byte(at: number.upperBound) == UInt8(ascii: "."),
      number.upperBound + 1 < bytes.count, isBlank(at: number.upperBound + 1)
    else { return false }
    return number.count <= 2
      || number.count <= 6
        && bytes[number].allSatisfy { $0.isASCIIDigit || $0 == UInt8(ascii: ".") }
  }

  /// The end of `'s` behind the number of a decade (`1930's`, `80's`); behind other numbers it is a
  /// possessive.
  private func decadeEnd(_ number: Range<Int>) -> Int? {
    let end = number.upperBound
    guard end < bytes.count, number.count == 2 || number.count == 4,
      bytes[end - 1] == UInt8(ascii: "0")
    else { return nil }
    let (kind, length) = bytes.characterClass(at: end)
    guard kind == .apostrophe, bytes.byte(at: end + length) == UInt8(ascii: "s"),
      !isWordlike(at: end + length + 1)
    else { return nil }
    return end + length + 1
  }
}

/// Units that are parted from the number before them.
private let units = WordSet(
  words: """
    k m km cm mm nm kg g mg lb lbs oz ft yd mi mph kph am pm bn tn mn mln bln trn b p kw mw gw tw
    kwh mwh gwh twh kb mb gb tb hz khz mhz ghz hr hrs h min sec ms ml cl dl l cc x v w ha c f bps
    pts pc pct in sq
    """)

/// The units of one capital: thousand, million, billion; other capitals name things (`4A`, `5G`).
private let capitalUnits: [UInt8] = Array("KMB".utf8)
