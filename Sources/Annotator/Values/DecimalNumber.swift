/// An exact decimal number, `digits` × 10^`exponent`: what a newspaper's amounts are, without the
/// rounding of binary fractions.
struct DecimalNumber: Sendable, Hashable {
  /// The digits without the decimal point.
  var digits: Int
  /// The power of ten that they count.
  var exponent: Int

  /// A number in its one normal form, so that equal numbers are equal values.
  init(_ digits: Int, exponent: Int = 0) {
    self.digits = digits
    self.exponent = digits == 0 ? 0 : exponent
    while self.digits != 0, self.digits % 10 == 0 {
      self.digits /= 10
      self.exponent += 1
    }
  }

  /// The number that a numeral writes: digits, with commas between groups and one decimal point.
  init?(numeral: Substring.UTF8View) {
    var digits = 0
    var exponent = 0
    var pastPoint = false
    for byte in numeral {
      if byte == 0x2E {
        if pastPoint { return nil }
        pastPoint = true
      } else if byte >= 0x30, byte <= 0x39 {
        guard digits < 100_000_000_000_000_000 else { return nil }
        digits = digits * 10 + Int(byte - 0x30)
        if pastPoint { exponent -= 1 }
      } else if byte != 0x2C {
        return nil
      }
    }
    self.init(digits, exponent: exponent)
  }

  static func * (a: DecimalNumber, b: DecimalNumber) -> DecimalNumber? {
    let (product, overflow) = a.digits.multipliedReportingOverflow(by: b.digits)
    return overflow ? nil : DecimalNumber(product, exponent: a.exponent + b.exponent)
  }

  static func + (a: DecimalNumber, b: DecimalNumber) -> DecimalNumber? {
    let low = min(a.exponent, b.exponent)
    guard let x = a.digits(at: low), let y = b.digits(at: low) else { return nil }
    let (sum, overflow) = x.addingReportingOverflow(y)
    return overflow ? nil : DecimalNumber(sum, exponent: low)
  }

  /// The same number 10^`places` times as large.
  func shifted(_ places: Int) -> DecimalNumber {
    DecimalNumber(digits, exponent: exponent + places)
  }

  /// The number as an integer, when it is one.
  var integer: Int? { exponent < 0 ? nil : digits(at: 0) }

  /// The number in plain digits, without exponent: `2900000000`, `0.75`.
  var text: String {
    if let integer { return String(integer) }
    guard exponent < 0, exponent > -19 else { return "\(digits)e\(exponent)" }
    let all = String(digits)
    let padded = String(repeating: "0", count: max(0, 1 - exponent - all.utf8.count)) + all
    return padded.dropLast(-exponent) + "." + padded.suffix(-exponent)
  }

  /// The digits when the exponent is lowered to `low`, when they fit.
  private func digits(at low: Int) -> Int? {
    guard exponent - low <= 18 else { return nil }
    var result = digits
    for _ in 0..<(exponent - low) {
      let (product, overflow) = result.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      result = product
    }
    return result
  }
}
