import FoundationEssentials
import LanguageServerProtocol
import Synchronization

@testable import annotate_server

/// A client in the same process: it speaks to a session through whole messages, so that a test sees
/// what a real client would, and in the same order.
final class TestClient: Sendable {
  private let session: Session
  private let inbox: AsyncStream<JSONValue>
  private let kept = Mutex<(next: Int, waiting: [JSONValue])>((0, []))

  /// A client of a new session.
  init(forcedUnit: ColumnUnit? = nil, log: Log = Log(level: .off)) {
    let (inbox, continuation) = AsyncStream.makeStream(of: JSONValue.self)
    self.inbox = inbox
    session = Session(log: log, forcedUnit: forcedUnit) { body in
      if let message = try? JSONDecoder().decode(JSONValue.self, from: Data(body)) {
        continuation.yield(message)
      }
    }
  }

  /// A client that has begun its session, with the given capabilities and options. Documents are read
  /// at once only, unless the options say otherwise.
  static func started(
    capabilities: JSONValue = [:], options: JSONValue = .null, folders: [String]? = nil,
    forcedUnit: ColumnUnit? = nil, log: Log = Log(level: .off), trace: String? = nil
  ) async -> TestClient {
    let client = TestClient(forcedUnit: forcedUnit, log: log)
    let folders = folders?.map { workspaceFolder($0) }
    _ = await client.request(
      "initialize",
      [
        "processId": nil, "capabilities": capabilities,
        "initializationOptions": atOnce(options),
        "workspaceFolders": folders.map { .array($0) } ?? .null,
        "trace": trace.map { .string($0) } ?? .null,
      ])
    await client.notify("initialized", [:])
    return client
  }

  /// Sends a body as it is.
  @discardableResult
  func send(_ body: String) async -> Int32? {
    await session.receive(ClientMessage(decoding: Array(body.utf8)))
  }

  /// Sends a notification.
  @discardableResult
  func notify(_ method: String, _ params: JSONValue) async -> Int32? {
    await send(text(["jsonrpc": "2.0", "method": .string(method), "params": params]))
  }

  /// Answers a request of the session's.
  func respond(to request: JSONValue, _ result: JSONValue = .null) async {
    await send(text(["jsonrpc": "2.0", "id": request["id"] ?? .null, "result": result]))
  }

  /// Sends a request without waiting for its answer.
  func post(_ method: String, _ params: JSONValue) async -> Int {
    let id = kept.withLock { kept in
      kept.next += 1
      return kept.next
    }
    await send(
      text([
        "jsonrpc": "2.0", "id": .integer(id), "method": .string(method), "params": params,
      ]))
    return id
  }

  /// Sends a request and waits for its answer, the whole message.
  func request(_ method: String, _ params: JSONValue) async -> JSONValue {
    let id = await post(method, params)
    return await receive { $0["id"] == .integer(id) && $0["method"] == nil }
  }

  /// Waits for the first message that fits; the others are kept for later.
  func receive(where fits: (JSONValue) -> Bool) async -> JSONValue {
    let waiting = kept.withLock { kept -> JSONValue? in
      guard let index = kept.waiting.firstIndex(where: fits) else { return nil }
      return kept.waiting.remove(at: index)
    }
    if let waiting { return waiting }
    for await message in inbox {
      if fits(message) { return message }
      kept.withLock { $0.waiting.append(message) }
    }
    return .null
  }

  /// Waits for a notification and returns its parameters.
  func notification(_ method: String, where fits: (JSONValue) -> Bool = { _ in true }) async
    -> JSONValue
  {
    let message = await receive {
      $0["method"] == .string(method) && fits($0["params"] ?? .null)
    }
    return message["params"] ?? .null
  }

  /// Opens a document.
  func open(_ text: String, uri: String = "file:///article.md", version: Int = 1) async {
    await notify(
      "textDocument/didOpen",
      [
        "textDocument": [
          "uri": .string(uri), "languageId": "markdown", "version": .integer(version),
          "text": .string(text),
        ]
      ])
  }

  private func text(_ value: JSONValue) -> String {
    (try? JSONEncoder().encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}

/// Options that have documents read at once only, unless they say otherwise.
private func atOnce(_ options: JSONValue) -> JSONValue {
  switch options {
  case .object(let members): .object(["accuracy": "instant"].merging(members) { $1 })
  case .null: ["accuracy": "instant"]
  default: options
  }
}

/// The parameter that names a document.
func document(_ uri: String = "file:///article.md") -> JSONValue { ["uri": .string(uri)] }

/// A folder that is open in the client.
func workspaceFolder(_ path: String) -> JSONValue {
  ["uri": .string(DocumentURI(path: path).rawValue), "name": "folder"]
}
