extension ValueGrammar {
  /// A time of the clock: "10:15", "10 a.m. EST", "1530 GMT", "noon", "10 o'clock".
  func clock(at index: Int) -> ParsedValue? {
    let start = isOne(index, of: ["about", "around", "approximately"]) ? index + 1 : index
    guard let (time, end) = time(at: start) else { return nil }
    guard end > start + 1 || isOne(start, of: ["noon", "midday", "midnight"]) || isColon(start)
    else {
      return nil
    }
    // "6 to 9 a.m.", "10 a.m. to 5 p.m."
    let next = text(end) == "to" ? end + 1 : skippingHyphen(end)
    if next > end, let (_, last) = self.time(at: next), last > next + 1 || isColon(next) {
      return ParsedValue(last, .time)
    }
    return ParsedValue(end, .time, time)
  }

  private func isColon(_ index: Int) -> Bool {
    if case .compound(let text) = lexeme(index) { return text.utf8.contains(0x3A) }
    return false
  }

  /// Hour and minute with what follows: a.m. or p.m., o'clock, zone. A bare number needs one of them.
  private func time(at index: Int) -> (TimeMeaning?, Int)? {
    switch text(index) {
    case "noon", "midday": return (.clock(nil, hour: 12, minute: 0, zone: ""), index + 1)
    case "midnight": return (.clock(nil, hour: 0, minute: 0, zone: ""), index + 1)
    default: break
    }
    guard let (clockHour, minute) = hourAndMinute(at: index) else { return nil }
    var hour = clockHour
    var end = index + 1
    var isMarked = isColon(index)
    if let (afternoon, behind) = halfOfDay(at: end) {
      guard hour <= 12 else { return nil }
      hour = hour % 12 + (afternoon ? 12 : 0)
      end = behind
      isMarked = true
    } else if let behind = oClock(at: end) {
      end = behind
      isMarked = true
      guard (1...12).contains(hour), minute == 0 else { return nil }
      if case (let part, let behind)? = partBehind(end) {
        hour = hour % 12 + (part == .morning ? 0 : 12)
        end = behind
      } else {
        return (nil, end)
      }
    }
    if let (zone, behind) = zone(at: end) {
      guard isMarked || isFourDigits(index) else { return nil }
      return (.clock(nil, hour: hour, minute: minute, zone: zone), behind)
    }
    guard isMarked else { return nil }
    return (.clock(nil, hour: hour, minute: minute, zone: ""), end)
  }

  private func isFourDigits(_ index: Int) -> Bool {
    if case .numeral(_, digits: 4) = lexeme(index) { return true }
    return false
  }

  /// "10:15", "10.15", "1015", "10".
  private func hourAndMinute(at index: Int) -> (Int, Int)? {
    func checked(_ hour: Int?, _ minute: Int?) -> (Int, Int)? {
      guard let hour, let minute, (0...24).contains(hour), (0...59).contains(minute) else {
        return nil
      }
      return (hour, minute)
    }
    switch lexeme(index) {
    case .compound(let text):
      let parts = text.split(separator: ":", omittingEmptySubsequences: false)
      guard (2...3).contains(parts.count), parts[1].utf8.count == 2, parts[0].utf8.count <= 2 else {
        return nil
      }
      return checked(Int(parts[0]), Int(parts[1]))
    case .numeral(let number, let digits):
      if digits == 4, let n = number.integer { return checked(n / 100, n % 100) }
      if digits == 1 || digits == 2 { return checked(number.integer, 0) }
      guard digits == 0, let cents = (number * DecimalNumber(100))?.integer, cents < 2400 else {
        return nil
      }
      return checked(cents / 100, cents % 100)
    case .cardinal(let n) where (1...12).contains(n): return (n, 0)
    default: return nil
    }
  }

  /// "a.m." or "pm", and the index behind it; its last stop may be a word of its own.
  private func halfOfDay(at index: Int) -> (afternoon: Bool, end: Int)? {
    guard isOne(index, of: ["am", "pm"]) else { return nil }
    let hasStops = words[index].range.count > 2
    return (text(index) == "pm", hasStops ? skippingStop(index + 1) : index + 1)
  }

  private func oClock(at index: Int) -> Int? {
    text(index) == "o" && isOne(index + 1, of: ["'", "’"]) && text(index + 2) == "clock"
      ? index + 3 : nil
  }

  /// "in the morning" behind a time.
  private func partBehind(_ index: Int) -> (PartOfDay, Int)? {
    guard text(index) == "in", text(index + 1) == "the", case .part(let part) = lexeme(index + 2)
    else { return nil }
    return (part, index + 3)
  }

  /// A time zone, with "Z" for the one that TIMEX3 can write.
  private func zone(at index: Int) -> (String, Int)? {
    switch text(index) {
    case "gmt", "utc": ("Z", index + 1)
    case "est", "edt", "et", "cst", "cdt", "ct", "mst", "mdt", "pst", "pdt", "pt", "cet", "cest",
      "bst", "ist", "jst", "kst", "msk", "aest", "aedt", "eastern":
      isCapitalized(index) ? ("", index + 1) : nil
    case "local": text(index + 1) == "time" ? ("", index + 2) : nil
    default: nil
    }
  }

  /// "the morning", "that night", "all night", "at night".
  func dayPart(at index: Int) -> ParsedValue? {
    if case .part(let part) = lexeme(index), text(index - 1) == "at" || text(index - 1) == "by" {
      return ParsedValue(index + 1, .time, .part(nil, part))
    }
    if isOne(index, of: ["the", "one", "all", "another"]), case .part = lexeme(index + 1),
      !text(index + 1).hasSuffix("s")
    {
      return ParsedValue(index + 2, .time)
    }
    return nil
  }
}
