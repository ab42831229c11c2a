/// Names a piece of work whose progress is reported.
public typealias ProgressToken = IntegerOrString

/// How far a piece of work is.
public enum WorkDoneProgress: Hashable, Sendable {
  /// It begins.
  case begin(
    title: String, message: String? = nil, percentage: Int? = nil, cancellable: Bool? = nil)
  /// It goes on; the percentage, 0 to 100, never falls.
  case report(message: String? = nil, percentage: Int? = nil, cancellable: Bool? = nil)
  /// It is done.
  case end(message: String? = nil)
}

extension WorkDoneProgress: Codable {
  private enum CodingKeys: CodingKey { case kind, title, message, percentage, cancellable }

  /// Reads the kind first and then what it has.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let message = try container.decodeIfPresent(String.self, forKey: .message)
    let percentage = try container.decodeIfPresent(Int.self, forKey: .percentage)
    let cancellable = try container.decodeIfPresent(Bool.self, forKey: .cancellable)
    switch try container.decode(String.self, forKey: .kind) {
    case "begin":
      let title = try container.decode(String.self, forKey: .title)
      self = .begin(
        title: title, message: message, percentage: percentage, cancellable: cancellable)
    case "report":
      self = .report(message: message, percentage: percentage, cancellable: cancellable)
    case "end":
      self = .end(message: message)
    default:
      throw DecodingError.dataCorruptedError(
        forKey: .kind, in: container, debugDescription: "must be begin, report or end.")
    }
  }

  /// Writes the kind and what it has.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .begin(let title, let message, let percentage, let cancellable):
      try container.encode("begin", forKey: .kind)
      try container.encode(title, forKey: .title)
      try container.encodeIfPresent(message, forKey: .message)
      try container.encodeIfPresent(percentage, forKey: .percentage)
      try container.encodeIfPresent(cancellable, forKey: .cancellable)
    case .report(let message, let percentage, let cancellable):
      try container.encode("report", forKey: .kind)
      try container.encodeIfPresent(message, forKey: .message)
      try container.encodeIfPresent(percentage, forKey: .percentage)
      try container.encodeIfPresent(cancellable, forKey: .cancellable)
    case .end(let message):
      try container.encode("end", forKey: .kind)
      try container.encodeIfPresent(message, forKey: .message)
    }
  }
}
