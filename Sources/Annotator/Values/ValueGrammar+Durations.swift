extension ValueGrammar {
  /// A number of units of time: a duration, an age, or a distance from now.
  func duration(_ number: ParsedNumber, _ next: Int) -> ParsedValue? {
    var position = next
    if number.amount == nil || isFraction(number), text(position) == "of" { position += 1 }
    if isFraction(number), isOne(position, of: ["a", "an"]) { position += 1 }
    // "30 consecutive days", "three whole years", "15 extra minutes"
    if isOne(
      position,
      of: [
        "more", "full", "whole", "consecutive", "straight", "extra", "additional", "calendar",
        "business", "working", "long", "short", "fiscal",
      ])
    {
      position += 1
    }
    guard let unit = timeUnit(at: position) else { return nil }
    var end = position + 1
    var amount = number.amount
    if text(end) == "and", text(end + 1) == "a", text(end + 2) == "half" {
      amount = amount.flatMap { $0 + DecimalNumber(5, exponent: -1) }
      end += 3
    }
    // "2 hours, 32 minutes": the smaller units belong to it.
    var parts = [(amount, unit)]
    while let (part, behind) = smallerUnit(behind: end, than: parts[parts.count - 1].1) {
      parts.append(part)
      end = behind
    }
    let type: EntityType = unit.isClock ? .time : .date
    let meaning: TimeMeaning? =
      parts.count == 1 ? .duration(amount, unit) : compound(parts).map { .literal($0) }
    if let aged = ageEnd(end) { return ParsedValue(aged, type, meaning) }
    let isSimple = parts.count == 1
    switch text(end) {
    case "ago":
      return ParsedValue(end + 1, type, isSimple ? .distance(amount, unit, direction: -1) : nil)
    case "from" where text(end + 1) == "now":
      return ParsedValue(end + 2, type, isSimple ? .distance(amount, unit, direction: 1) : nil)
    case "later", "earlier":
      return ParsedValue(end + 1, type, nil as TimeMeaning?)
    default:
      return ParsedValue(end, type, meaning)
    }
  }

  /// A duration of several units, those of the clock behind a `T`: `P4Y3M`, `PT2H32M`.
  private func compound(_ parts: [(DecimalNumber?, TimeUnit)]) -> String? {
    var result = "P"
    var isClock = false
    for (amount, unit) in parts {
      guard let amount else { return nil }
      if unit.isClock, !isClock { result += "T" }
      isClock = unit.isClock
      result += amount.text + unit.letters
    }
    return result
  }

  /// A unit of time as a word that is used as one: "second" and "seconds" too, and quarters only
  /// in the plural of a count.
  func timeUnit(at index: Int) -> TimeUnit? {
    switch lexeme(index) {
    case .unit(let unit): return unit
    case .ordinal(2): return text(index) == "second" ? .second : nil
    case .fraction(4): return text(index) == "quarters" ? .quarter : nil
    default: return text(index) == "fortnight" ? .week : nil
    }
  }

  private func isFraction(_ number: ParsedNumber) -> Bool { (number.amount?.exponent ?? 0) < 0 }

  /// What ", 32 minutes" or "and 32 minutes" says when minutes are smaller than the unit before, and
  /// the index behind it. Units only become smaller, so that there are few of them.
  private func smallerUnit(
    behind index: Int, than unit: TimeUnit
  ) -> (part: (DecimalNumber?, TimeUnit), end: Int)? {
    let order: [TimeUnit] = [.year, .month, .week, .day, .hour, .minute, .second]
    let start = isOne(index, of: [",", "and"]) ? index + 1 : index
    guard let number = number(at: start), number.standsAlone,
      let smaller = timeUnit(at: number.end), let a = order.firstIndex(of: unit),
      let b = order.firstIndex(of: smaller), a < b
    else { return nil }
    return ((number.amount, smaller), number.end + 1)
  }

  /// The index behind "old" or "of age".
  private func ageEnd(_ index: Int) -> Int? {
    let next = skippingHyphen(index)
    if isOne(next, of: ["old", "olds"]) { return next + 1 }
    return text(next) == "of" && text(next + 1) == "age" ? next + 2 : nil
  }

  /// "a year ago", "an hour later", "a day" where it is an amount of time, and bare plurals.
  func articleDuration(at index: Int) -> ParsedValue? {
    if isOne(index, of: ["a", "an"]), let unit = timeUnit(at: index + 1) {
      let number = ParsedNumber(end: index + 1, amount: DecimalNumber(1))
      guard let value = duration(number, index + 1) else { return nil }
      let isMarked =
        value.end > index + 2
        || isOne(value.end, of: ["after", "before", "since"])
        || isOne(
          index - 1,
          of: [
            "for", "in", "within", "about", "almost", "nearly", "than", "over", "just", "barely",
            "only", "least", "after", "until", "take", "took", "takes", "spent", "under", "half",
          ])
      let isRate = isNumeral(index - 1) || isPluralNoun(index - 1) || lexeme(index - 1) != .other
      return (isMarked || unit == .hour && !isRate) && unit != .second && text(index - 1) != "times"
        ? value : nil
    }
    guard case .unit(let unit) = lexeme(index),
      text(index).hasSuffix("s") || text(index) == "centuries"
    else { return nil }
    guard unit != .weekend, unit != .second else { return nil }
    let number = ParsedNumber(end: index, amount: nil)
    guard let value = duration(number, index) else { return nil }
    let isBound = unit.isClock || unit == .day
    let isMarked =
      value.end > index + 1 || isOne(value.end, of: ["after", "before", "of"])
      || isOne(index - 1, of: ["for", "in", "within", "over", "take", "took", "just"])
    return !isBound || isMarked ? value : nil
  }
}
