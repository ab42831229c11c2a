/// A place between two characters of a document. What `character` counts is the position encoding
/// that client and server agreed on.
public struct Position: Codable, Hashable, Sendable {
  /// The line, from 0.
  public var line: Int
  /// The offset in the line, from 0, in code units of the agreed encoding.
  public var character: Int

  /// A place.
  public init(line: Int, character: Int) {
    self.line = line
    self.character = character
  }

  /// Refuses negative numbers. Clients say "to the end" with numbers of any size, 1.8e308 among
  /// them; those beyond the specification's `uinteger` become the largest one.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    line = try container.decodeUnsigned(forKey: .line)
    character = try container.decodeUnsigned(forKey: .character)
  }
}

extension Position: Comparable {
  /// Whether one place comes before the other.
  public static func < (a: Position, b: Position) -> Bool {
    (a.line, a.character) < (b.line, b.character)
  }
}

/// A stretch of a document, half open. Not Swift's generic type of that name, which is
/// `Swift.Range` where both are in sight.
public struct Range: Codable, Hashable, Sendable {
  /// Its first place.
  public var start: Position
  /// The place behind its last character.
  public var end: Position

  /// A stretch.
  public init(start: Position, end: Position) {
    self.start = start
    self.end = end
  }
}

/// The largest `uinteger` of the specification.
private let largest = Int(Int32.max)

extension KeyedDecodingContainer {
  fileprivate func decodeUnsigned(forKey key: Key) throws -> Int {
    let number: Double
    if let integer = try? decode(Int.self, forKey: key) {
      if integer >= 0 { return min(integer, largest) }
      number = Double(integer)
    } else {
      number = try decode(Double.self, forKey: key)
    }
    guard number > Double(largest) else {
      throw DecodingError.dataCorruptedError(
        forKey: key, in: self, debugDescription: "must be an integer that is not negative.")
    }
    return largest
  }
}
