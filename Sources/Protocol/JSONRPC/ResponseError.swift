/// Why a request failed, as JSON-RPC 2.0 section 5.1 shapes it.
public struct ResponseError: Error, Codable, Equatable, Sendable {
  /// The kind of failure.
  public var code: ErrorCode
  /// One sentence for a person.
  public var message: String
  /// Whatever else a program can use.
  public var data: JSONValue?

  /// An error with its message.
  public init(_ code: ErrorCode, _ message: String, data: JSONValue? = nil) {
    self.code = code
    self.message = message
    self.data = data
  }
}

/// The kind of a failure: a code of JSON-RPC or of LSP. Open, since a client may answer with a code
/// of its own.
public struct ErrorCode: RawRepresentable, Codable, Hashable, Sendable {
  /// The number on the wire.
  public var rawValue: Int

  /// A code by its number.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// The message is not JSON.
  public static let parseError = ErrorCode(rawValue: -32700)
  /// The JSON is no message, or the message is not allowed now.
  public static let invalidRequest = ErrorCode(rawValue: -32600)
  /// The server does not know the method.
  public static let methodNotFound = ErrorCode(rawValue: -32601)
  /// The parameters do not fit the method.
  public static let invalidParams = ErrorCode(rawValue: -32602)
  /// The server failed through no fault of the client.
  public static let internalError = ErrorCode(rawValue: -32603)
  /// A request came before `initialize`.
  public static let serverNotInitialized = ErrorCode(rawValue: -32002)
  /// The request is sound but cannot be done, for example because a document is not open.
  public static let requestFailed = ErrorCode(rawValue: -32803)
  /// The server gave the request up by its own choice.
  public static let serverCancelled = ErrorCode(rawValue: -32802)
  /// The document changed, so that the answer would be out of date.
  public static let contentModified = ErrorCode(rawValue: -32801)
  /// The client cancelled the request.
  public static let requestCancelled = ErrorCode(rawValue: -32800)
}
