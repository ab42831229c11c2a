/// The labels of a name's tokens: O, and B and I of each type. A name is one B and the I behind it.
enum NameLabels {
  /// The types of names, in the order of their labels. The order is part of the model's file.
  static let types: [EntityType] = [
    .person, .organization, .geopolitical, .location, .facility, .group, .event, .product, .work,
    .law, .language,
  ]
  /// The types of places, by their indices.
  static let places = types.indices.filter {
    [.geopolitical, .location, .facility].contains(types[$0])
  }
  /// The number of labels.
  static let count = 1 + 2 * types.count
  /// The label of a token outside names.
  static let outside = 0

  /// The label of a name's first token, of a type by its index.
  @inline(__always)
  static func begin(_ type: Int) -> Int { 1 + 2 * type }

  /// The label of a name's other tokens.
  @inline(__always)
  static func inside(_ type: Int) -> Int { 2 + 2 * type }

  /// The index of a label's type; the label must not be that of O.
  @inline(__always)
  static func type(_ label: Int) -> Int { (label - 1) / 2 }

  /// Whether a label is that of a name's first token.
  @inline(__always)
  static func isBegin(_ label: Int) -> Bool { label & 1 == 1 }

  /// Whether a label may stand behind another, or at the beginning of a sentence.
  static func isAllowed(_ from: Int?, _ to: Int) -> Bool {
    if to == outside || isBegin(to) { return true }
    guard let from, from != outside else { return false }
    return type(from) == type(to)
  }
}
