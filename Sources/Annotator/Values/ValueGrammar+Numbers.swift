/// A number that was read from words.
struct ParsedNumber {
  /// The index behind its last word.
  var end: Int
  /// Its amount, where it is exact.
  var amount: DecimalNumber?
  /// Whether it is a number by itself; "several" is one only before a unit.
  var standsAlone = true
}

extension ValueGrammar {
  /// A number or a range of numbers: "2.9 billion", "two hundred and fifty", "5 to 10".
  func number(at index: Int, ofMoney: Bool = false) -> ParsedNumber? {
    guard let first = plainNumber(at: index, ofMoney: ofMoney) else { return nil }
    let isNumeral = isNumeral(index)
    var next = skippingHyphen(first.end)
    if next == first.end {
      guard isOne(next, of: ["to", "or"]) || text(next) == "and" && isBetween(index)
      else { return first }
      next += 1
    }
    if ofMoney, ValueUnits.currencySigns[text(next)] != nil { next += 1 }
    guard isNumeral == self.isNumeral(next) || first.amount == nil,
      let second = plainNumber(at: next, ofMoney: ofMoney), second.standsAlone
    else { return first }
    return ParsedNumber(end: second.end, amount: nil)
  }

  /// Whether "between" stands before a number or its sign.
  private func isBetween(_ index: Int) -> Bool {
    text(index - 1) == "between" || lexeme(index - 1) == .opener && text(index - 2) == "between"
  }

  /// Whether a word is written in digits.
  func isNumeral(_ index: Int) -> Bool {
    switch lexeme(index) {
    case .numeral, .compound: true
    default: false
    }
  }

  /// A number without a range.
  private func plainNumber(at index: Int, ofMoney: Bool) -> ParsedNumber? {
    switch lexeme(index) {
    case .numeral(let number, _):
      let (whole, end) = grouped(number, index + 1)
      return scaled(mixed(whole, end), ofMoney: ofMoney)
    case .compound(let text): return fraction(text).map { ParsedNumber(end: index + 1, amount: $0) }
    case .fractionSign(let number):
      return scaled(ParsedNumber(end: index + 1, amount: number), ofMoney: ofMoney)
    case .cardinal: return scaled(wordNumber(at: index), ofMoney: ofMoney)
    case .fraction(2) where text(index) == "half": return half(at: index)
    default: return vagueNumber(at: index)
    }
  }

  /// A numeral with the groups of three digits that stand behind it as words of their own, as where a
  /// code is written onto the first: `RM50` `,` `000`.
  private func grouped(_ number: DecimalNumber, _ next: Int) -> (DecimalNumber, Int) {
    var (number, next) = (number, next)
    while text(next) == ",", touchesPrevious(next), touchesPrevious(next + 1),
      case .numeral(let group, digits: 3) = lexeme(next + 1), number.exponent >= 0,
      let sum = number.shifted(3) + group
    {
      (number, next) = (sum, next + 2)
    }
    return (number, next)
  }

  /// A numeral with a fraction behind it: "5 ½", "104 23/32", "2 and a half".
  private func mixed(_ number: DecimalNumber, _ next: Int) -> ParsedNumber {
    switch lexeme(next) {
    case .fractionSign(let part): return ParsedNumber(end: next + 1, amount: number + part)
    case .compound(let text):
      if !touchesPrevious(next), number.exponent >= 0, let part = fraction(text) {
        return ParsedNumber(end: next + 1, amount: part.flatMap { number + $0 })
      }
    default: break
    }
    return withHalf(ParsedNumber(end: next, amount: number))
  }

  /// The amount of a common fraction, `nil` inside where it is no finite decimal.
  private func fraction(_ text: String) -> DecimalNumber?? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let a = Int(parts[0]), let b = Int(parts[1]), b > 1, a < b, b <= 100
    else { return nil }
    return .some(quotient(a, b))
  }

  /// a ÷ b, where it is a finite decimal of at most six places.
  private func quotient(_ a: Int, _ b: Int) -> DecimalNumber? {
    var (digits, exponent) = (a, 0)
    while digits % b != 0 {
      if exponent == -6 { return nil }
      digits *= 10
      exponent -= 1
    }
    return DecimalNumber(digits / b, exponent: exponent)
  }

  /// A number with "and a half" behind it.
  private func withHalf(_ number: ParsedNumber) -> ParsedNumber {
    var next = skippingHyphen(number.end)
    guard text(next) == "and" else { return number }
    next = skippingHyphen(next + 1)
    guard text(next) == "a" else { return number }
    next = skippingHyphen(next + 1)
    guard text(next) == "half" else { return number }
    return ParsedNumber(
      end: next + 1, amount: number.amount.flatMap { $0 + DecimalNumber(5, exponent: -1) })
  }

  /// A number with the magnitudes behind it: "2.9 billion", "5bn", "3 lakh crore", "two dozen".
  private func scaled(_ number: ParsedNumber?, ofMoney: Bool) -> ParsedNumber? {
    guard var number else { return nil }
    for _ in 0..<2 {
      let next = skippingHyphen(number.end)
      if case .magnitude(let power) = lexeme(next) {
        number.amount = number.amount.map { $0.shifted(power) }
      } else if isOne(next, of: ["dozen", "score"]) {
        number.amount = number.amount.flatMap {
          $0 * DecimalNumber(text(next) == "dozen" ? 12 : 20)
        }
      } else if ofMoney, touchesPrevious(next), let power = ["k": 3, "m": 6, "b": 9][text(next)] {
        number.amount = number.amount.map { $0.shifted(power) }
      } else {
        break
      }
      number.end = next + 1
    }
    return number
  }

  /// A number in words: "twenty-five", "two hundred and fifty thousand", "two-thirds".
  private func wordNumber(at index: Int) -> ParsedNumber? {
    var total = 0
    var current = 0
    var position = index
    var end = index
    loop: while end - index < 12 {
      switch lexeme(position) {
      case .cardinal(let n):
        let fits =
          end == index || current % 100 == 0 && current > 0
          || current % 10 == 0 && current % 100 >= 20 && (1...9).contains(n)
          || current == 0 && total > 0
        guard fits else { break loop }
        current += n
      case .magnitude(2) where current > 0 && current < 100: current *= 100
      case .magnitude(let power) where power == 3 && current > 0 && current < 1000:
        total += current * 1000
        current = 0
      default: break loop
      }
      end = position + 1
      position = skippingHyphen(end)
      if text(position) == "and", current >= 100 || total > 0,
        case .cardinal = lexeme(position + 1),
        case .magnitude = lexeme(position - 1)
      {
        position += 1
      }
    }
    guard end > index else { return nil }
    let number = ParsedNumber(end: end, amount: DecimalNumber(total + current))
    let next = skippingHyphen(end)
    if total == 0, current > 0, current < 20 {
      switch lexeme(next) {
      case .fraction(let denominator) where (current > 1) != (text(next) == "half"):
        return ParsedNumber(end: next + 1, amount: quotient(current, denominator))
      case .ordinal(let denominator)
      where current == 1 && denominator > 2 && next == end + 1
        || current == 1 && denominator > 2 && text(next + 1) == "of":
        return ParsedNumber(end: next + 1, amount: quotient(1, denominator))
      case .unit(.quarter) where current == 1 && (next == end + 1 || text(next + 1) == "of"):
        return ParsedNumber(end: next + 1, amount: quotient(1, 4))
      default: break
      }
    }
    return withHalf(number)
  }

  /// "half", "half a million", "half-dozen".
  private func half(at index: Int) -> ParsedNumber? {
    let number = DecimalNumber(5, exponent: -1)
    var next = skippingHyphen(index + 1)
    if text(next) == "a" { next = skippingHyphen(next + 1) }
    if case .magnitude(let power) = lexeme(next), power > 2 {
      return ParsedNumber(end: next + 1, amount: number.shifted(power))
    }
    if text(next) == "dozen" { return ParsedNumber(end: next + 1, amount: DecimalNumber(6)) }
    if case .ordinal = lexeme(skippingBack(index)) { return nil }
    return ParsedNumber(end: index + 1, amount: number)
  }

  /// The index before a word, past a hyphen that joins the two.
  private func skippingBack(_ index: Int) -> Int {
    touchesPrevious(index) && isOne(index - 1, of: ["-", "–"]) ? index - 2 : index - 1
  }

  /// Numbers that begin with an article or are no exact amount: "a dozen", "a few hundred",
  /// "hundreds of thousands", "several".
  private func vagueNumber(at index: Int) -> ParsedNumber? {
    switch text(index) {
    case "a", "an": return articleNumber(at: index + 1)
    case "few", "several", "many":
      return vagueMagnitude(at: index + 1)
        ?? ParsedNumber(end: index + 1, amount: nil, standsAlone: false)
    case "dozens", "tens", "scores", "hundreds", "thousands", "millions", "billions", "trillions":
      if text(index + 1) == "of",
        isOne(index + 2, of: ["thousands", "millions", "billions", "trillions"])
      {
        return ParsedNumber(end: index + 3, amount: nil)
      }
      let isCount = !isOne(index, of: ["tens", "scores"]) || text(index + 1) == "of"
      return isCount && text(index - 1) != "test" ? ParsedNumber(end: index + 1, amount: nil) : nil
    default: return nil
    }
  }

  /// What follows "a": "dozen", "million", "couple of hundred", "third".
  private func articleNumber(at index: Int) -> ParsedNumber? {
    let one = DecimalNumber(1)
    switch lexeme(index) {
    case .magnitude(let power):
      return scaled(ParsedNumber(end: index + 1, amount: one.shifted(power)), ofMoney: false)
    case .fraction(2) where text(index) == "half":
      return half(at: index)
    case .ordinal(let denominator)
    where denominator > 2 && (text(index + 1) == "of" || isOne(index - 2, of: Self.beforeShares)):
      return ParsedNumber(end: index + 1, amount: quotient(1, denominator))
    case .unit(.quarter) where text(index + 1) == "of":
      return ParsedNumber(end: index + 1, amount: quotient(1, 4))
    default: break
    }
    switch text(index) {
    case "dozen": return ParsedNumber(end: index + 1, amount: DecimalNumber(12))
    case "few":
      return vagueMagnitude(at: index + 1)
        ?? ParsedNumber(end: index + 1, amount: nil, standsAlone: false)
    case "couple":
      let next = text(index + 1) == "of" ? index + 2 : index + 1
      return vagueMagnitude(at: next) ?? ParsedNumber(end: next, amount: nil, standsAlone: false)
    default: return nil
    }
  }

  /// Words that show "a third" to be a share.
  private static let beforeShares: Set<String> = [
    "about", "around", "nearly", "almost", "than", "roughly", "by", "least", "over", "just",
  ]

  /// "hundred", "dozen", "thousand" behind "several".
  private func vagueMagnitude(at index: Int) -> ParsedNumber? {
    if case .magnitude = lexeme(index) { return ParsedNumber(end: index + 1, amount: nil) }
    if isOne(index, of: ["tens", "hundreds", "thousands"]), text(index + 1) == "of" {
      if case .magnitude = lexeme(index + 2) { return ParsedNumber(end: index + 3, amount: nil) }
    }
    return text(index) == "dozen" ? ParsedNumber(end: index + 1, amount: nil) : nil
  }
}
