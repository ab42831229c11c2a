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
    // "2 hours, 32 minutes": the smaller units belong to it, and its value is not one number.
    var isCompound = false
    while let longer = smallerUnit(behind: end, than: unit) {
      end = longer
      isCompound = true
    }
    let type: EntityType = unit.isClock ? .time : .date
    if let aged = ageEnd(end) {
      return ParsedValue(aged, type, .duration(amount, unit))
    }
    switch text(end) {
    case "ago":
      return ParsedValue(end + 1, type, isCompound ? nil : .distance(amount, unit, direction: -1))
    case "from" where text(end + 1) == "now":
      return ParsedValue(end + 2, type, isCompound ? nil : .distance(amount, unit, direction: 1))
    case "later", "earlier":
      return ParsedValue(end + 1, type, nil as TimeMeaning?)
    default:
      return ParsedValue(end, type, isCompound ? nil : .duration(amount, unit))
    }
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

  /// The index behind ", 32 minutes" or "and 32 minutes" when minutes are smaller than the unit.
  private func smallerUnit(behind index: Int, than unit: TimeUnit) -> Int? {
    let order: [TimeUnit] = [.year, .month, .week, .day, .hour, .minute, .second]
    guard isOne(index, of: [",", "and"]) || isNumeral(index) else { return nil }
    let start = isNumeral(index) ? index : index + 1
    guard isNumeral(start), let number = number(at: start), let smaller = timeUnit(at: number.end),
      let a = order.firstIndex(of: unit), let b = order.firstIndex(of: smaller), a < b
    else { return nil }
    return number.end + 1
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
