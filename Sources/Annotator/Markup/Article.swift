/// An article as its markup tells it: the head, and the passages that a reader reads.
public struct Article: Sendable {
  /// The head, whatever of it is there.
  public var head: Head
  /// Everything that a reader reads, in text order.
  public var passages: [Passage]
  /// The structure of the markup, for what looks at how the article is written; empty for plain text.
  public var tree: MarkupTree

  /// An article of parts.
  public init(head: Head = Head(), passages: [Passage] = [], tree: MarkupTree = .init()) {
    self.head = head
    self.passages = passages
    self.tree = tree
  }
}

/// One block of text that is read by itself.
public struct Passage: Sendable {
  /// What the passage is to the article.
  public enum Role: Sendable, Hashable {
    case title
    case heading(level: Int)
    case alternativeText
    case caption
    case paragraph
    case listItem
    case tableCell
    case credit
  }

  /// What the passage is to the article.
  public var role: Role
  /// Whether it stands in a block quotation (`> …`).
  public var isQuoted: Bool
  /// The source of the whole block; its lower bound is the origin of the prose's map.
  public var range: ByteRange
  /// The visible text.
  public var prose: Prose

  /// A passage.
  public init(role: Role, isQuoted: Bool = false, range: ByteRange, prose: Prose) {
    self.role = role
    self.isQuoted = isQuoted
    self.range = range
    self.prose = prose
  }
}

/// The metadata at an article's head: bold lines or front matter. A part that is absent is `nil`.
public struct Head: Sendable, Equatable {
  /// A part of the head: its text and the range of that text, without marks.
  public struct Part: Sendable, Equatable {
    /// The text.
    public var text: String
    /// Where it stands.
    public var range: ByteRange

    /// A part of the head.
    public init(text: String, range: ByteRange) {
      self.text = text
      self.range = range
    }
  }

  /// The title, also a passage.
  public var title: Part?
  /// The publisher.
  public var publisher: Part?
  /// The date line as written; `dateline` is its meaning.
  public var date: Part?
  /// The article's address as written.
  public var url: Part?
  /// The author, in front matter.
  public var author: Part?
  /// The day and time that the date line names, when it names a real one.
  public var dateline: Dateline?

  /// An empty head.
  public init() {}
}

/// The day, and the minute when known, at which an article was published: what "on Thursday" counts
/// from.
public struct Dateline: Sendable, Hashable {
  /// The year, 1 to 9999.
  public var year: Int
  /// The month, 1 to 12.
  public var month: Int
  /// The day of the month.
  public var day: Int
  /// Minutes after midnight.
  public var minute: Int?

  /// A real day of the proleptic Gregorian calendar, else `nil`.
  public init?(year: Int, month: Int, day: Int, minute: Int? = nil) {
    guard (1...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= Dateline.days(inMonth: month, year: year),
      minute.map({ (0..<1440).contains($0) }) ?? true
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
    self.minute = minute
  }

  /// The number of days in a month.
  public static func days(inMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
