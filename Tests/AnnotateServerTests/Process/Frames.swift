import Foundation
import LanguageServerProtocol

/// Messages in frames, written and read without the product's code.
enum Frames {
  /// A message in its frame.
  static func frame(_ message: JSONValue) -> [UInt8] {
    let body = (try? JSONEncoder().encode(message)).map(Array.init) ?? []
    return Array("Content-Length: \(body.count)\r\n\r\n".utf8) + body
  }

  /// A request in its frame.
  static func request(_ id: Int, _ method: String, _ params: JSONValue = .null) -> [UInt8] {
    frame([
      "jsonrpc": "2.0", "id": .integer(id), "method": .string(method), "params": params,
    ])
  }

  /// A notification in its frame.
  static func notification(_ method: String, _ params: JSONValue = .null) -> [UInt8] {
    frame(["jsonrpc": "2.0", "method": .string(method), "params": params])
  }

  /// The frames of the beginning of a session; its request has the id 0.
  static func beginning(
    capabilities: JSONValue = [:], options: JSONValue = .null, processId: JSONValue = .null
  ) -> [UInt8] {
    request(
      0, "initialize",
      [
        "processId": processId, "capabilities": capabilities, "initializationOptions": options,
      ])
      + notification("initialized", [:])
  }

  /// The frame that opens a document.
  static func opening(_ text: String, uri: String = "file:///article.md") -> [UInt8] {
    notification(
      "textDocument/didOpen",
      [
        "textDocument": [
          "uri": .string(uri), "languageId": "markdown", "version": 1, "text": .string(text),
        ]
      ])
  }

  /// The messages that a stream holds. Only what the specification prescribes is a frame; `rest` is
  /// what is left where none begins or where one is cut off.
  static func messages(_ bytes: [UInt8]) -> (messages: [JSONValue], rest: [UInt8]) {
    let begin = Array("Content-Length: ".utf8)
    var messages: [JSONValue] = []
    var rest = bytes[...]
    while rest.starts(with: begin) {
      let digits = rest.dropFirst(begin.count).prefix { (0x30...0x39).contains($0) }
      let head = rest[digits.endIndex...]
      guard let count = Int(String(decoding: digits, as: UTF8.self)),
        head.starts(with: Array("\r\n\r\n".utf8)), head.count >= 4 + count
      else { break }
      let body = head.dropFirst(4).prefix(count)
      guard let message = try? JSONDecoder().decode(JSONValue.self, from: Data(body)) else { break }
      messages.append(message)
      rest = rest[body.endIndex...]
    }
    return (messages, Array(rest))
  }
}

extension RunningProgram {
  /// The messages that have come so far.
  var messages: [JSONValue] { Frames.messages(output).messages }

  /// Waits for an answer.
  ///
  /// - Returns: The whole message, `nil` when it has not come in time.
  func answer(_ id: Int, seconds: Double = 60) async -> JSONValue? {
    let mark = Data("\"id\":\(id)".utf8)
    var found: JSONValue?
    _ = await wait(seconds: seconds) {
      let bytes = output
      // Reading all messages anew is dear, so that it waits until the answer may be there.
      guard Data(bytes).range(of: mark) != nil else { return false }
      found = Frames.messages(bytes).messages.first { $0["id"] == .integer(id) }
      return found != nil
    }
    return found
  }
}
