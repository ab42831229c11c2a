/// Names a request, so that its answer and its cancellation can name it too. A client may choose
/// integers or strings; this server's own requests always bear integers.
public typealias RequestID = IntegerOrString

/// A value that the specification types `integer | string`.
public enum IntegerOrString: Hashable, Sendable {
  /// An integer.
  case integer(Int)
  /// A string.
  case string(String)
}

extension IntegerOrString: Codable {
  /// Refuses whatever is neither: `null`, booleans, fractions and integers beyond 64 bits.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let integer = try? container.decode(Int.self) {
      self = .integer(integer)
    } else {
      self = .string(try container.decode(String.self))
    }
  }

  /// Writes the bare integer or string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .integer(let integer): try container.encode(integer)
    case .string(let string): try container.encode(string)
    }
  }
}

extension IntegerOrString: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral {
  /// An integer.
  public init(integerLiteral value: Int) { self = .integer(value) }
  /// A string.
  public init(stringLiteral value: String) { self = .string(value) }
}

extension IntegerOrString: CustomStringConvertible {
  /// As in JSON, for logs: `7`, `"seven"`.
  public var description: String {
    switch self {
    case .integer(let integer): "\(integer)"
    case .string(let string): "\"\(string)\""
    }
  }
}
