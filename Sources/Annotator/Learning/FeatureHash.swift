/// Hashes of features. They are stable between runs and machines, since models store them.
enum FeatureHash {
  /// The hash of what a template of features says.
  @inline(__always)
  static func feature(_ template: UInt64, _ value: UInt64) -> UInt64 {
    mixed(value ^ template &* 0x9E37_79B9_7F4A_7C15)
  }

  /// The hash of two values in their order.
  @inline(__always)
  static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
    (first &* 0xFF51_AFD7_ED55_8CCD ^ first >> 32) &+ second &* 0xC4CE_B9FE_1A85_EC53
  }

  /// Spreads every bit over all others: the finaliser of MurmurHash3 (Appleby 2011).
  @inline(__always)
  static func mixed(_ x: UInt64) -> UInt64 {
    var x = x
    x = (x ^ (x >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    x = (x ^ (x >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    return x ^ (x >> 33)
  }
}
