import Annotator

/// A name that somebody asks for.
struct NameQuery: Sendable {
  /// Its words without what does not tell it from others.
  private let words: [UInt64]
  /// The first word's first letter as a word of its own: "D" for "Dmitry".
  private let initial: UInt64?

  /// A name; `nil` for a text without words.
  init?(_ name: String) {
    let folded = FoldedText(name)
    words = Array(NameQuery.core(folded.words))
    guard !words.isEmpty else { return nil }
    initial = FoldedText(String(folded.string.prefix(1))).words.first
  }

  /// The last word, which every name that matches ends with.
  var surname: UInt64 { words[words.count - 1] }

  /// The words by which names are compared: without an article at the front and an ending such as
  /// "Inc." or "Jr.".
  static func core(_ words: [UInt64]) -> ArraySlice<UInt64> {
    var core = words[...]
    if core.count > 1, core.first == the { core.removeFirst() }
    while core.count > 1, let last = core.last, endings.contains(last) { core.removeLast() }
    return core
  }

  /// Whether the name is one that an article uses for something.
  ///
  /// - Parameters:
  ///   - name: the name's core.
  ///   - isPerson: whether it is a person's, who goes by a surname too.
  ///   - isFullest: whether the article has no fuller one. Where all that it has is a surname, the
  ///     person that is asked for may be meant.
  func matches(_ name: ArraySlice<UInt64>, isPerson: Bool, isFullest: Bool) -> Bool {
    guard name.last == words.last else { return false }
    if name.count == words.count, name.elementsEqual(words) { return true }
    guard isPerson, let first = words.first else { return false }
    if words.count < name.count, name.suffix(words.count).elementsEqual(words) { return true }
    if name.count < words.count {
      if isFullest, words.suffix(name.count).elementsEqual(name) { return true }
      guard name.count > 1 else { return false }
    }
    // "Donald J. Trump" is "Donald Trump", and "D. Trump" too.
    return words.count > 1 && (name.first == first || name.first == initial)
  }

  /// Whether the words stand in a text, one behind the other.
  func occurs(in text: ArraySlice<UInt64>) -> Bool {
    guard let first = words.first else { return false }
    var rest = text
    while let index = rest.firstIndex(of: first) {
      if rest[index...].starts(with: words) { return true }
      rest = rest[(index + 1)...]
    }
    return false
  }

  private static let the = FoldedText("the").words[0]
  private static let endings = Set(
    (companyEndings.union(personEndings)).flatMap { FoldedText($0).words })
}
