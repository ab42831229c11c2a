/// Why a stretch of the input is no frame.
public enum FrameFailure: Error, Hashable, Sendable {
  /// A line of a header is not `Name: value`; the line's beginning.
  case malformedHeader(String)
  /// A header has no end.
  case headerTooLong
  /// A header ends without a `Content-Length`.
  case missingLength
  /// A `Content-Length` is no number; the line's beginning.
  case invalidLength(String)
  /// A header has two lengths that differ.
  case conflictingLengths
  /// A body is longer than the limit, in bytes.
  case tooLong(limit: Int)
  /// The input ends inside a frame.
  case truncated
}

extension FrameFailure: CustomStringConvertible {
  /// One sentence.
  public var description: String {
    switch self {
    case .malformedHeader(let line):
      "Expected a header such as \"Content-Length: 52\", found \"\(line)\"."
    case .headerTooLong: "The header of a message does not end."
    case .missingLength: "The header of a message has no Content-Length."
    case .invalidLength(let line): "The length of a message is no number: \"\(line)\"."
    case .conflictingLengths: "The header of a message has two lengths that differ."
    case .tooLong(let limit): "A message is longer than \(limit) bytes."
    case .truncated: "The input ends inside a message."
    }
  }
}

extension FrameFailure {
  /// What to answer, without an id.
  public var responseError: ResponseError {
    switch self {
    case .tooLong: ResponseError(.invalidRequest, description)
    default: ResponseError(.parseError, description)
    }
  }
}
