#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Message bodies out of values, for either side of a connection. A body is one line of JSON
/// without the frame around it.
public enum Message {
  /// A request of the server's own; clients (Vim among them) fail on ids that are strings.
  public static func request<Method: RequestType>(
    _ method: Method.Type, id: Int, _ params: Method.Params
  ) -> [UInt8] {
    encoded(Outgoing(id: .integer(id), method: Method.method, params: params))
  }

  /// A notification.
  public static func notification<Method: NotificationType>(
    _ method: Method.Type, _ params: Method.Params
  ) -> [UInt8] {
    encoded(Outgoing(id: nil, method: Method.method, params: params))
  }

  /// The answer to a request that succeeded. A result that is `nil` is written as `null`, as
  /// JSON-RPC demands.
  public static func response<Method: RequestType>(
    to request: Request<Method>, _ result: Method.Result
  ) -> [UInt8] {
    encoded(Answer(id: request.id, result: result))
  }

  /// The answer to a request that succeeded, in the messages that carry it: first, if the client gave a
  /// token for them and the result has more items than that, parts of so many items by
  /// `$/progress`, then the answer with what is left.
  public static func responses<Method: RequestType>(
    to request: Request<Method>, _ result: Method.Result, partSize: Int = 250
  ) -> [[UInt8]] {
    guard let token = (request.params as? any PartialResultParameters)?.partialResultToken,
      let divisible = result as? any PartialResult, divisible.itemCount > partSize
    else { return [response(to: request, result)] }
    return parts(of: divisible, partSize, token, answering: request.id)
  }

  private static func parts<Result: PartialResult>(
    of result: Result, _ size: Int, _ token: ProgressToken, answering id: RequestID
  ) -> [[UInt8]] {
    result.parts(of: size).map { part in
      encoded(Outgoing(id: nil, method: "$/progress", params: Part(token: token, value: part)))
    } + [encoded(Answer(id: id, result: result.remainder))]
  }

  /// The answer to a request that failed; without an id where none could be read.
  public static func response(to id: RequestID?, _ error: ResponseError) -> [UInt8] {
    encoded(Failure(id: id, error: error))
  }

  private static func encoded(_ message: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
    do {
      return Array(try encoder.encode(message))
    } catch {
      // The types of this module hold nothing else that a JSONEncoder refuses, so that a test would
      // find this text before a client does.
      return Array(
        #"{"jsonrpc":"2.0","method":"$/logTrace","params":{"message":"\#(error)"}}"#.utf8)
    }
  }
}

private struct Outgoing<Params: Encodable>: Encodable {
  let jsonrpc = "2.0"
  let id: RequestID?
  let method: String
  let params: Params

  enum CodingKeys: CodingKey { case jsonrpc, id, method, params }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(jsonrpc, forKey: .jsonrpc)
    try container.encodeIfPresent(id, forKey: .id)
    try container.encode(method, forKey: .method)
    // JSON-RPC has `params` absent or structured, never `null`.
    if !(params is Nothing) { try container.encode(params, forKey: .params) }
  }
}

private struct Part<Value: Encodable>: Encodable {
  let token: ProgressToken
  let value: Value
}

private struct Answer<Result: Encodable>: Encodable {
  let jsonrpc = "2.0"
  let id: RequestID
  let result: Result
}

private struct Failure: Encodable {
  let jsonrpc = "2.0"
  let id: RequestID?
  let error: ResponseError

  enum CodingKeys: CodingKey { case jsonrpc, id, error }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(jsonrpc, forKey: .jsonrpc)
    try container.encode(id, forKey: .id)
    try container.encode(error, forKey: .error)
  }
}
