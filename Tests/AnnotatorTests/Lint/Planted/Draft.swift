import TestSupport

/// An article that faults are planted in. Its lines keep their identity while others come and go, so
/// that a planted fault is found again whatever is planted behind it.
struct Draft {
  /// A line, known by its number in the original; lines that are put in count on from there.
  struct Line {
    var id: Int
    var text: String
    var ending = "\n"
    /// Bytes behind the text that are no UTF-8.
    var broken: [UInt8] = []
  }

  /// Where a fault is to be found.
  enum Place {
    case line(Int)
    case firstLine
    case lastLine
  }

  private(set) var lines: [Line] = []
  private var nextID = 0
  /// The lines that a fault was planted in; no second one goes there.
  private var touched: Set<Int> = []

  /// The draft of an article's text.
  init(_ text: String) {
    // The last line's ending ends the text.
    let texts = text.split(separator: "\n", omittingEmptySubsequences: false)
    append(texts.dropLast(texts.last?.isEmpty == true ? 1 : 0).map(String.init))
  }

  private mutating func append(_ texts: [String]) {
    for text in texts {
      lines.append(Line(id: nextID, text: text))
      nextID += 1
    }
  }

  /// The article with all that was planted in it.
  var bytes: [UInt8] {
    lines.flatMap { Array($0.text.utf8) + $0.broken + Array($0.ending.utf8) }
  }

  /// The number of a place's line, from 1.
  func number(of place: Place) -> Int? {
    switch place {
    case .firstLine: 1
    case .lastLine: lines.count
    case .line(let id): lines.firstIndex { $0.id == id }.map { $0 + 1 }
    }
  }

  // MARK: Where to plant

  /// The paragraphs of the body, each one line, less captions, the credit and those that are damaged:
  /// long ones that begin with a letter.
  var paragraphs: [Int] {
    let head = lines.lastIndex { $0.text.hasPrefix("**") || $0.text == "---" } ?? 1
    return lines.indices.dropFirst(head + 1).dropLast(3).filter { index in
      let text = lines[index].text
      return !touched.contains(lines[index].id) && lines[index - 1].text.isEmpty
        && lines[index + 1].text.isEmpty && !lines[index - 2].text.hasPrefix("![")
        && text.split(separator: " ").count > 12
        && (text.first?.isLetter ?? false)
    }
  }

  /// The lines of the head that are bold, by what they hold.
  func headLine(_ part: HeadPart) -> Int? {
    lines.indices.prefix(12).first { index in
      let text = lines[index].text
      guard !touched.contains(lines[index].id) else { return false }
      switch part {
      case .title: return text.hasPrefix("# ")
      case .url: return text.hasPrefix("**http")
      case .date: return text.hasPrefix("**") && text.dropFirst(2).first?.isNumber == true
      case .publisher:
        return text.hasPrefix("**") && !text.hasPrefix("**http")
          && text.dropFirst(2).first?.isNumber == false
      }
    }
  }

  enum HeadPart {
    case title, publisher, date, url
  }

  // MARK: Planting

  /// Changes a line and returns its place.
  @discardableResult
  mutating func change(_ index: Int, _ change: (inout Line) -> Void) -> Place {
    change(&lines[index])
    touched.insert(lines[index].id)
    return .line(lines[index].id)
  }

  /// Removes a line of the head and the blank one behind it.
  mutating func remove(_ index: Int) {
    lines.remove(at: index)
    if lines[index].text.isEmpty { lines.remove(at: index) }
  }

  /// Puts lines with blank ones about them before a random paragraph of the body. Nothing else is put
  /// there any more.
  ///
  /// - Returns: The places of the lines.
  mutating func insert(_ texts: [String], by random: inout SeededGenerator) -> [Place]? {
    guard let index = paragraphs.randomElement(using: &random) else { return nil }
    touched.insert(lines[index].id)
    var inserted: [Line] = []
    for text in texts + [""] {
      inserted.append(Line(id: nextID, text: text))
      touched.insert(nextID)
      nextID += 1
    }
    lines.insert(contentsOf: inserted, at: index)
    return inserted.map { .line($0.id) }
  }

  /// Replaces a random word of a random paragraph that fits: one of lower-case letters, with blanks
  /// about it, outside links.
  mutating func replaceWord(
    by random: inout SeededGenerator, in fits: (String) -> Bool = { _ in true },
    _ replacement: (String) -> String
  ) -> Place? {
    for index in paragraphs.shuffled(using: &random) where fits(lines[index].text) {
      var words = lines[index].text.split(separator: " ", omittingEmptySubsequences: false)
        .map(String.init)
      var isInLink = false
      let plain = words.indices.filter { word in
        let text = words[word]
        if text.contains("[") || text.contains("(") { isInLink = true }
        defer { if text.contains("]") || text.contains(")") { isInLink = false } }
        return !isInLink && text.count > 3 && text.allSatisfy { $0.isLowercase }
      }
      guard let word = plain.randomElement(using: &random) else { continue }
      words[word] = replacement(words[word])
      return change(index) { $0.text = words.joined(separator: " ") }
    }
    return nil
  }

  /// Replaces the whole article.
  mutating func replaceAll(with texts: [String]) {
    lines = []
    append(texts)
  }
}
