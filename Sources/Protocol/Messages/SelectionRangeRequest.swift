/// `textDocument/selectionRange`: ever wider stretches around places.
public enum SelectionRangeRequest: RequestType {
  /// The name on the wire.
  public static let method = "textDocument/selectionRange"
  /// Which places.
  public typealias Params = SelectionRangeParams
  /// One for each place, in the same order.
  public typealias Result = [SelectionRange]?
}

/// Which places are asked about.
public struct SelectionRangeParams: TextDocumentParameters, Codable, Hashable, Sendable {
  /// The document.
  public var textDocument: TextDocumentIdentifier
  /// The places.
  public var positions: [Position]
  /// Under which to report how far the answer is.
  public var workDoneToken: ProgressToken?
  /// Under which to send parts of the answer.
  public var partialResultToken: ProgressToken?

  /// Places.
  public init(
    textDocument: TextDocumentIdentifier, positions: [Position],
    workDoneToken: ProgressToken? = nil, partialResultToken: ProgressToken? = nil
  ) {
    self.textDocument = textDocument
    self.positions = positions
    self.workDoneToken = workDoneToken
    self.partialResultToken = partialResultToken
  }
}

/// A stretch, and the wider one around it.
public indirect enum SelectionRange: Hashable, Sendable {
  /// The widest.
  case outermost(Range)
  /// One inside another.
  case inside(Range, SelectionRange)

  /// The stretch.
  public var range: Range {
    switch self {
    case .outermost(let range), .inside(let range, _): range
    }
  }
}

extension SelectionRange: Codable {
  private enum CodingKeys: CodingKey { case range, parent }

  /// Reads a stretch with all those around it.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let range = try container.decode(Range.self, forKey: .range)
    if let parent = try container.decodeIfPresent(SelectionRange.self, forKey: .parent) {
      self = .inside(range, parent)
    } else {
      self = .outermost(range)
    }
  }

  /// Writes a stretch with all those around it.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(range, forKey: .range)
    if case .inside(_, let parent) = self { try container.encode(parent, forKey: .parent) }
  }
}
