extension Dateline {
  /// The day, and the minute where there is one, that a head's date line names: `2023-10-27`,
  /// `2023-10-27 22:33`, a YAML timestamp (`2023-10-27T22:33:00Z`), or with the month as a word
  /// (`October 27, 2023 10:15`, `27 Oct 2023`). Other dates in digits have no one meaning.
  public init?(parsing line: String) {
    let line = line.trimming(while: \.isWhitespace)
    guard let dateline = Dateline(inDigits: line) ?? Dateline(inWords: line) else { return nil }
    self = dateline
  }

  private init?(inDigits line: some StringProtocol) {
    let bytes = Array(line.utf8)
    guard bytes.count >= 10, bytes[4] == ASCII.hyphen, bytes[7] == ASCII.hyphen,
      let year = Dateline.number(bytes[0..<4]), let month = Dateline.number(bytes[5..<7]),
      let day = Dateline.number(bytes[8..<10])
    else { return nil }
    let rest = bytes[10...]
    var minute: Int?
    if let mark = rest.first {
      guard rest.count >= 6, let found = Dateline.minute(rest[11..<16]) else { return nil }
      minute = found
      // Seconds and a zone belong to the form with `T` alone.
      guard mark == ASCII.space ? rest.count == 6 : mark == UInt8(ascii: "T") else { return nil }
      let zone = Set("0123456789:.+-Z ".utf8)
      guard rest[16...].allSatisfy(zone.contains) else { return nil }
    }
    self.init(year: year, month: month, day: day, minute: minute)
  }

  private init?(inWords line: some StringProtocol) {
    var year: Int?
    var month: Int?
    var day: Int?
    var minute: Int?
    for word in line.split(whereSeparator: { $0 == " " || $0 == "," }) {
      let bytes = Array(word.utf8).map(ASCII.lowered)
      if let number = Dateline.number(bytes[...]) {
        if bytes.count == 4, year == nil {
          year = number
        } else if bytes.count <= 2, day == nil {
          day = number
        } else {
          return nil
        }
      } else if let found = Dateline.month(bytes), month == nil {
        month = found
      } else if bytes.count == 5, let found = Dateline.minute(bytes[...]), minute == nil {
        minute = found
      }
    }
    guard let year, let month, let day else { return nil }
    self.init(year: year, month: month, day: day, minute: minute)
  }

  /// Whether a line of a head is a date or tries to be one: digits with separators, or digits with
  /// the words of dates.
  static func isAttempted(_ line: String) -> Bool {
    var hasDigit = false
    func isSeparator(_ byte: UInt8) -> Bool { "-/.:, ".utf8.contains(byte) }
    for part in line.split(whereSeparator: { $0.isWhitespace || $0 == "," }) {
      let bytes = Array(part.utf8).map(ASCII.lowered)
      let isNumeric = bytes.allSatisfy { ASCII.isDigit($0) || isSeparator($0) }
      if bytes.contains(where: ASCII.isDigit) {
        hasDigit = true
        let letters = bytes.filter(ASCII.isLetter)
        if isNumeric || dateLetters.contains(String(decoding: letters, as: UTF8.self)),
          bytes.allSatisfy({ ASCII.isAlphanumeric($0) || isSeparator($0) || $0 == 0x2B })
        {
          continue
        }
        return false
      }
      let word = bytes.filter { $0 != ASCII.stop }
      let isWord = month(word) != nil || dateWords.contains(String(decoding: word, as: UTF8.self))
      guard isNumeric || isWord else { return false }
    }
    return hasDigit
  }

  /// Letters that stand in one word with digits: `27th`, `10am`, `2023-10-27T10:15Z`.
  private static let dateLetters: Set<String> = [
    "st", "nd", "rd", "th", "am", "pm", "t", "tz", "z", "h", "gmt", "utc",
  ]
  private static let dateWords: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue",
    "wed", "thu", "fri", "sat", "sun", "am", "pm", "gmt", "utc", "est", "edt", "pst", "pdt", "cet",
    "cest", "bst", "at", "of", "on", "the", "updated", "published", "posted",
  ]

  /// A number of digits alone.
  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.count <= 4, digits.allSatisfy(ASCII.isDigit) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// The minutes after midnight of `HH:MM`.
  private static func minute(_ time: ArraySlice<UInt8>) -> Int? {
    let time = Array(time)
    guard time.count == 5, time[2] == ASCII.colon, let hour = number(time[0..<2]), hour < 24,
      let minute = number(time[3..<5]), minute < 60
    else { return nil }
    return hour * 60 + minute
  }

  /// The month that a lowered word names: whole, or its first three or four letters.
  private static func month(_ word: [UInt8]) -> Int? {
    let word = String(decoding: word.filter { $0 != ASCII.stop }, as: UTF8.self)
    guard word.utf8.count >= 3 else { return nil }
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ]
    return names.firstIndex { $0 == word || (word.utf8.count <= 4 && $0.hasPrefix(word)) }
      .map { $0 + 1 }
  }
}

extension String {
  /// The string without the characters at both ends that meet a condition.
  fileprivate func trimming(while isTrimmed: (Character) -> Bool) -> Substring {
    var result = self[...]
    while let first = result.first, isTrimmed(first) { result.removeFirst() }
    while let last = result.last, isTrimmed(last) { result.removeLast() }
    return result
  }
}
