/// A pattern for paths in the words of `.gitignore`: `*` and `?` stand for characters of one name,
/// `[a-z]` for one of a set, `**` for any number of folders.
struct Glob: Sendable, Equatable {
  /// What stands for the names of a path, one after the other.
  private var parts: [Part]

  /// One name of a path, or several.
  private enum Part: Equatable {
    case name([Element])
    case folders
  }

  /// One character of a name, or several.
  private enum Element: Equatable {
    case scalar(Unicode.Scalar)
    case any
    case run
    case set([ClosedRange<Unicode.Scalar>], isNegated: Bool)
  }

  /// A pattern; `nil` for one that can match nothing, such as a set that is not closed.
  ///
  /// A pattern with a slash before its end counts from the folder that it is for, any other one
  /// stands for a name in that folder and in those below it.
  init?(_ pattern: some StringProtocol) {
    let names = pattern.split(separator: "/", omittingEmptySubsequences: false)
    parts = names.count == 1 ? [.folders] : []
    for (index, name) in names.enumerated() {
      // What begins with a slash has no first name.
      if name.isEmpty, index == 0, names.count > 1 { continue }
      if name == "**", names.count > 1 {
        // At the end it stands for what is in a folder, not for the folder.
        if index == names.count - 1 { parts.append(.name([.run])) }
        parts.append(.folders)
      } else if let elements = Glob.elements(of: name) {
        parts.append(.name(elements))
      } else {
        return nil
      }
    }
  }

  /// Whether the pattern stands for a path, given by its names from the folder of the pattern.
  func matches(_ path: some RandomAccessCollection<[Unicode.Scalar]>) -> Bool {
    wildcardMatch(parts[...], path, isWildcard: { $0 == .folders }) { part, name in
      guard case .name(let elements) = part else { return false }
      return wildcardMatch(elements[...], name, isWildcard: { $0 == .run }, fits: Glob.fits)
    }
  }

  private static func fits(_ element: Element, _ scalar: Unicode.Scalar) -> Bool {
    switch element {
    case .scalar(let own): own == scalar
    case .any: true
    case .run: false
    case .set(let ranges, let isNegated): ranges.contains { $0.contains(scalar) } != isNegated
    }
  }

  private static func elements(of name: some StringProtocol) -> [Element]? {
    var rest = Array(name.unicodeScalars)[...]
    var elements: [Element] = []
    while let scalar = rest.popFirst() {
      switch scalar {
      case "*": elements.append(.run)
      case "?": elements.append(.any)
      case "[":
        guard let set = set(&rest) else { return nil }
        elements.append(set)
      case "\\":
        guard let escaped = rest.popFirst() else { return nil }
        elements.append(.scalar(escaped))
      default: elements.append(.scalar(scalar))
      }
    }
    return elements
  }

  /// A set behind its opening bracket. A closing bracket that stands first is one of the set.
  private static func set(_ rest: inout ArraySlice<Unicode.Scalar>) -> Element? {
    let isNegated = rest.first == "!" || rest.first == "^"
    if isNegated { rest.removeFirst() }
    var ranges: [ClosedRange<Unicode.Scalar>] = []
    var isFirst = true
    while let scalar = rest.popFirst() {
      if scalar == "]", !isFirst { return .set(ranges, isNegated: isNegated) }
      isFirst = false
      guard let low = scalar == "\\" ? rest.popFirst() : scalar else { return nil }
      guard rest.first == "-", rest.dropFirst().first.map({ $0 != "]" }) ?? false else {
        ranges.append(low...low)
        continue
      }
      rest.removeFirst()
      var high = rest.removeFirst()
      if high == "\\" {
        guard let escaped = rest.popFirst() else { return nil }
        high = escaped
      }
      if low <= high { ranges.append(low...high) }
    }
    return nil
  }
}

/// Whether a pattern fits all of a text, where some of its elements stand for any run of the text's.
/// Only the last run that was begun is ever lengthened, since a longer one before it can win nothing;
/// so the cost is at most the product of the two lengths.
private func wildcardMatch<Pattern, Text: RandomAccessCollection>(
  _ pattern: ArraySlice<Pattern>, _ text: Text, isWildcard: (Pattern) -> Bool,
  fits: (Pattern, Text.Element) -> Bool
) -> Bool {
  var rest = pattern
  var place = text.startIndex
  var retry: (rest: ArraySlice<Pattern>, place: Text.Index)?
  while true {
    if let first = rest.first, isWildcard(first) {
      rest.removeFirst()
      retry = (rest, place)
    } else if place < text.endIndex, let first = rest.first, fits(first, text[place]) {
      rest.removeFirst()
      place = text.index(after: place)
    } else if place == text.endIndex, rest.isEmpty {
      return true
    } else if let last = retry, last.place < text.endIndex {
      place = text.index(after: last.place)
      rest = last.rest
      retry = (rest, place)
    } else {
      return false
    }
  }
}
