import LanguageServerProtocol
import TestSupport
import Testing

@Suite struct ClientMessageTests {
  /// Bodies and what becomes of them.
  @Test(arguments: [
    // Requests and notifications
    (#"{"jsonrpc":"2.0","id":1,"method":"shutdown"}"#, "shutdown 1"),
    (#"{"jsonrpc":"2.0","id":"a","method":"shutdown","params":null}"#, #"shutdown "a""#),
    (#"{"jsonrpc":"2.0","id":1,"method":"shutdown","params":[]}"#, "shutdown 1"),
    (#" {"params":{},"method":"exit","jsonrpc":"2.0"} "#, "exit"),
    (#"{"jsonrpc":"2.0","method":"exit","vendor":[1,{"a":"b"}]}"#, "exit"),
    (#"{"jsonrpc":"2.0","method":"initialized","params":{}}"#, "initialized"),
    (#"{"jsonrpc":"2.0","method":"initialized"}"#, "initialized"),
    (#"{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":"a"}}"#, #"cancel "a""#),
    (#"{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":3}}"#, "cancel 3"),

    // Ids
    (#"{"jsonrpc":"2.0","id":0,"method":"shutdown"}"#, "shutdown 0"),
    (#"{"jsonrpc":"2.0","id":-1,"method":"shutdown"}"#, "shutdown -1"),
    (#"{"jsonrpc":"2.0","id":1.0,"method":"shutdown"}"#, "shutdown 1"),
    (
      #"{"jsonrpc":"2.0","id":9223372036854775807,"method":"shutdown"}"#,
      "shutdown 9223372036854775807"
    ),
    (#"{"jsonrpc":"2.0","id":"","method":"shutdown"}"#, #"shutdown """#),
    (#"{"jsonrpc":"2.0","id":9223372036854775808,"method":"shutdown"}"#, "error -32600 null"),
    (#"{"jsonrpc":"2.0","id":1e400,"method":"shutdown"}"#, "error -32600 null"),
    (#"{"jsonrpc":"2.0","id":1.5,"method":"shutdown"}"#, "error -32600 null"),
    (#"{"jsonrpc":"2.0","id":null,"method":"shutdown"}"#, "error -32600 null"),
    (#"{"jsonrpc":"2.0","id":true,"method":"shutdown"}"#, "error -32600 null"),
    (#"{"jsonrpc":"2.0","id":[1],"method":"shutdown"}"#, "error -32600 null"),
    (#"{"jsonrpc":"2.0","id":{},"method":"exit"}"#, "error -32600 null"),

    // No JSON
    ("", "error -32700 null"),
    (" ", "error -32700 null"),
    ("{", "error -32700 null"),
    (#"{"jsonrpc":"2.0","id":1,"method":"shutdown""#, "error -32700 null"),
    (#"{"jsonrpc":"2.0","id":1,"method":"shutdown"}}"#, "error -32700 null"),
    (#"{"jsonrpc":"2.0","id":1,"method":"shutdown"} {}"#, "error -32700 null"),
    (#"{'jsonrpc':'2.0'}"#, "error -32700 null"),
    ("nonsense", "error -32700 null"),

    // No message
    ("null", "error -32600 null"),
    ("1", "error -32600 null"),
    (#""initialize""#, "error -32600 null"),
    ("{}", "error -32600 null"),
    ("[]", "error -32600 null"),
    (#"[{"jsonrpc":"2.0","id":1,"method":"shutdown"}]"#, "error -32600 null"),
    (#"{"id":1,"method":"shutdown"}"#, "error -32600 1"),
    (#"{"jsonrpc":"1.0","id":1,"method":"shutdown"}"#, "error -32600 1"),
    (#"{"jsonrpc":2.0,"id":1,"method":"shutdown"}"#, "error -32600 1"),
    (#"{"jsonrpc":"2.0","id":1}"#, "error -32600 1"),
    (#"{"jsonrpc":"2.0","id":1,"method":null}"#, "error -32600 1"),
    (#"{"jsonrpc":"2.0","id":1,"method":5}"#, "error -32600 1"),
    (#"{"jsonrpc":"2.0","method":{}}"#, "error -32600 null"),

    // Methods that are not known, or of the other kind
    (#"{"jsonrpc":"2.0","id":1,"method":"no/such"}"#, "unknown request 1 no/such"),
    (#"{"jsonrpc":"2.0","id":1,"method":"$/no"}"#, "unknown request 1 $/no"),
    (#"{"jsonrpc":"2.0","id":1,"method":""}"#, "unknown request 1 "),
    (#"{"jsonrpc":"2.0","method":"$/no","params":7}"#, "unknown notification $/no"),
    (#"{"jsonrpc":"2.0","method":"no/such"}"#, "unknown notification no/such"),
    (#"{"jsonrpc":"2.0","id":1,"method":"exit"}"#, "error -32600 1"),
    (#"{"jsonrpc":"2.0","method":"shutdown"}"#, "dropped -32600 shutdown"),

    // Parameters that do not fit
    (#"{"jsonrpc":"2.0","id":1,"method":"textDocument/hover"}"#, "error -32602 1"),
    (#"{"jsonrpc":"2.0","id":1,"method":"textDocument/hover","params":null}"#, "error -32602 1"),
    (#"{"jsonrpc":"2.0","id":1,"method":"textDocument/hover","params":[1]}"#, "error -32602 1"),
    (#"{"jsonrpc":"2.0","id":1,"method":"textDocument/hover","params":"x"}"#, "error -32602 1"),
    (hover(#"{"line":0,"character":"0"}"#), "error -32602 1"),
    (hover(#"{"line":-1,"character":0}"#), "error -32602 1"),
    (hover(#"{"line":0.5,"character":0}"#), "error -32602 1"),
    (hover(#"{"line":0}"#), "error -32602 1"),
    (hover("null"), "error -32602 1"),
    (hover(#"{"line":3,"character":4}"#), "hover 1 file:///a.md 3:4"),
    (hover(#"{"line":3.0,"character":1e1}"#), "hover 1 file:///a.md 3:10"),
    (
      hover(#"{"line":4294967295,"character":1.7976931348623157e308}"#),
      "hover 1 file:///a.md 2147483647:2147483647"
    ),
    (
      #"{"jsonrpc":"2.0","method":"$/cancelRequest","params":{}}"#,
      "dropped -32602 $/cancelRequest"
    ),
    (
      #"{"jsonrpc":"2.0","method":"textDocument/didClose","params":{"textDocument":{"uri":1}}}"#,
      "dropped -32602 textDocument/didClose"
    ),

    // Answers
    (#"{"jsonrpc":"2.0","id":1,"result":null}"#, "response 1 null"),
    (#"{"jsonrpc":"2.0","id":1,"result":[{"a":1.5}]}"#, #"response 1 [{"a":1.5}]"#),
    (#"{"id":"x","result":7}"#, #"response "x" 7"#),
    (#"{"jsonrpc":"2.0","id":1,"error":{"code":-32601,"message":"no"}}"#, "response 1 -32601 no"),
    (
      #"{"jsonrpc":"2.0","id":null,"error":{"code":-1,"message":"no","data":{}}}"#,
      "response null -1 no"
    ),
    (
      #"{"jsonrpc":"2.0","id":1,"result":null,"error":{"code":-1,"message":"no"}}"#,
      "response 1 -1 no"
    ),
    (#"{"jsonrpc":"2.0","id":1,"result":null,"error":null}"#, "response 1 null"),
    (#"{"jsonrpc":"2.0","id":1.5,"error":5}"#, "response null -32603 unreadable"),

    // Escapes: a surrogate alone is not text.
    (#"{"jsonrpc":"2.0","id":"\ud83d\ude00","method":"shutdown"}"#, #"shutdown "😀""#),
    (#"{"jsonrpc":"2.0","id":"\ud83d","method":"shutdown"}"#, "error -32600 null"),
    (#"{"jsonrpc":"2.0","id":"\ude00\ud83d","method":"shutdown"}"#, "error -32600 null"),
    (#"{"jsonrpc":"2.0","id":1,"method":"\ud83d"}"#, "error -32600 1"),
    (#"{"jsonrpc":"2.0","id":1,"method":"shut\u0064own"}"#, "shutdown 1"),
    (
      #"{"jsonrpc":"2.0","method":"textDocument/didClose","params":{"textDocument":{"uri":"\ud83d"}}}"#,
      "dropped -32602 textDocument/didClose"
    ),
    (
      #"{"jsonrpc":"2.0","method":"textDocument/didClose","params":{"textDocument":{"uri":"a\u0000b"}}}"#,
      "close a\0b"
    ),
  ])
  func bodies(body: String, expected: String) {
    #expect(render(ClientMessage(decoding: Array(body.utf8))) == expected)
  }

  @Test(arguments: [
    (hover("null"), "textDocument/hover: params.position: "),
    (
      #"{"jsonrpc":"2.0","id":1,"method":"textDocument/hover","params":{}}"#,
      "textDocument/hover: params.textDocument is missing."
    ),
    (
      hover(#"{"line":-1,"character":0}"#),
      "textDocument/hover: params.position.line: must be an integer that is not negative."
    ),
    ("[]", "LSP has no batches"),
    ("nonsense", "The message is not valid JSON. "),
  ])
  func errorsSayWhatIsWrong(body: String, beginning: String) {
    guard case .malformed(_, let error) = ClientMessage(decoding: Array(body.utf8)) else {
      Issue.record("\(body)")
      return
    }
    #expect(error.message.hasPrefix(beginning), "\(error.message)")
  }

  @Test func bytesThatAreNotUTF8AreRefused() {
    let body =
      Array(#"{"jsonrpc":"2.0","id":1,"method":"shutdown","x":""#.utf8) + [0xFF]
      + Array(#""}"#.utf8)
    #expect(render(ClientMessage(decoding: body)) == "error -32700 null")
  }

  @Test(arguments: ["[", "{\"a\":", "[{\"a\":"])
  func deepNestingIsRefused(open: String) {
    let deep = String(repeating: open, count: 100_000)
    #expect(render(ClientMessage(decoding: Array(deep.utf8))) == "error -32700 null")
    let request = #"{"jsonrpc":"2.0","id":1,"method":"initialize","params":"#
    #expect(render(ClientMessage(decoding: Array((request + deep).utf8))) == "error -32700 null")
  }

  @Test(arguments: [(1, true), (30, true), (35, false), (500, false)])
  func nestingOfValues(depth: Int, isRead: Bool) {
    let deep = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    let body = #"{"jsonrpc":"2.0","id":1,"result":\#(deep)}"#
    let expected = isRead ? deep : "-32603 unreadable"
    #expect(render(ClientMessage(decoding: Array(body.utf8))) == "response 1 \(expected)")
    let options =
      #"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"initializationOptions":"#
    guard case .initialize = ClientMessage(decoding: Array((options + deep + "}}").utf8)) else {
      Issue.record("not read")
      return
    }
  }

  /// Whatever is cut, doubled or overwritten in a sound message, there is a value.
  @Test func damagedMessagesNeverTrap() {
    let sound = Array(hover(#"{"line":3,"character":4}"#).utf8)
    var random = SeededGenerator(seed: 11)
    var refused = 0
    for _ in 0..<3000 {
      var body = sound
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place = Int.random(in: 0..<body.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: body[place] = UInt8.random(in: 0...255, using: &random)
        case 1: body.remove(at: place)
        default: body.insert(body[Int.random(in: 0..<body.count, using: &random)], at: place)
        }
      }
      if render(ClientMessage(decoding: body)) == "error -32700 null" { refused += 1 }
    }
    #expect(refused > 500)
  }
}

private func hover(_ position: String) -> String {
  """
  {"jsonrpc":"2.0","id":1,"method":"textDocument/hover",\
  "params":{"textDocument":{"uri":"file:///a.md"},"position":\(position)}}
  """
}

private func render(_ message: ClientMessage) -> String {
  switch message {
  case .initialized: "initialized"
  case .exit: "exit"
  case .shutdown(let request): "shutdown \(request.id)"
  case .cancelRequest(let params): "cancel \(params.id)"
  case .didClose(let params): "close \(params.textDocument.uri.rawValue)"
  case .hover(let request):
    "hover \(request.id) \(request.params.textDocument.uri.rawValue)"
      + " \(request.params.position.line):\(request.params.position.character)"
  case .unknownRequest(let id, let method): "unknown request \(id) \(method)"
  case .unknownNotification(let method): "unknown notification \(method)"
  case .malformed(let id, let error):
    "error \(error.code.rawValue) \(id.map(\.description) ?? "null")"
  case .malformedNotification(let method, let error): "dropped \(error.code.rawValue) \(method)"
  case .response(let response): render(response)
  default: "\(message)"
  }
}

private func render(_ response: ClientResponse) -> String {
  let id = response.id.map(\.description) ?? "null"
  return switch response.outcome {
  case .success(let value): "response \(id) \(text(of: value))"
  case .failure(let error) where error.code == .internalError:
    "response \(id) \(error.code.rawValue) unreadable"
  case .failure(let error): "response \(id) \(error.code.rawValue) \(error.message)"
  }
}
