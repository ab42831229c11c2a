import LanguageServerProtocol
import Testing

@Suite struct MessageTests {
  private let hover = Request<HoverRequest>(
    id: "a",
    params: TextDocumentPositionParams(
      textDocument: TextDocumentIdentifier(uri: DocumentURI(rawValue: "file:///a.md")),
      position: Position(line: 0, character: 0)))

  @Test func aResultThatIsNilIsWritten() {
    check(Message.response(to: hover, nil), #"{"id":"a","jsonrpc":"2.0","result":null}"#)
    let shutdown = Request<ShutdownRequest>(id: 7, params: Nothing())
    check(
      Message.response(to: shutdown, Nothing()), #"{"id":7,"jsonrpc":"2.0","result":null}"#)
  }

  @Test func aResult() {
    let contents = MarkupContent(kind: .markdown, value: "a/b \"ä\"\n")
    check(
      Message.response(to: hover, Hover(contents: contents)),
      #"{"id":"a","jsonrpc":"2.0","result":{"contents":{"kind":"markdown","value":"a/b \"ä\"\n"}}}"#
    )
  }

  @Test func anError() {
    check(
      Message.response(to: nil, ResponseError(.parseError, "m")),
      #"{"error":{"code":-32700,"message":"m"},"id":null,"jsonrpc":"2.0"}"#)
    check(
      Message.response(to: 7, ResponseError(.requestFailed, "m", data: ["retry": false])),
      #"{"error":{"code":-32803,"data":{"retry":false},"message":"m"},"id":7,"jsonrpc":"2.0"}"#)
  }

  @Test func requestsOfTheServer() {
    check(
      Message.request(SemanticTokensRefreshRequest.self, id: 1, Nothing()),
      #"{"id":1,"jsonrpc":"2.0","method":"workspace/semanticTokens/refresh"}"#)
    check(
      Message.request(ConfigurationRequest.self, id: 2, ConfigurationParams(items: [])),
      #"{"id":2,"jsonrpc":"2.0","method":"workspace/configuration","params":{"items":[]}}"#)
  }

  @Test func notificationsOfTheServer() {
    check(
      Message.notification(
        PublishDiagnosticsNotification.self,
        PublishDiagnosticsParams(uri: DocumentURI(rawValue: "file:///a%20b.md"), diagnostics: [])),
      """
      {"jsonrpc":"2.0","method":"textDocument/publishDiagnostics",\
      "params":{"diagnostics":[],"uri":"file:///a%20b.md"}}
      """)
    check(
      Message.notification(
        ProgressNotification<WorkDoneProgress>.self,
        ProgressParams(token: 1, value: .begin(title: "t", percentage: 0))),
      """
      {"jsonrpc":"2.0","method":"$/progress",\
      "params":{"token":1,"value":{"kind":"begin","percentage":0,"title":"t"}}}
      """)
  }

  /// JSON has no such numbers; the message must go out all the same.
  @Test func numbersThatAreNotFinite() {
    let settings = DidChangeConfigurationParams(settings: [.number(.nan), .number(.infinity)])
    check(
      Message.notification(DidChangeConfigurationNotification.self, settings),
      """
      {"jsonrpc":"2.0","method":"workspace/didChangeConfiguration",\
      "params":{"settings":["NaN","Infinity"]}}
      """)
  }

  @Test func annotations() {
    let range = Range(
      start: Position(line: 0, character: 1), end: Position(line: 0, character: 2))
    let result = AnnotationsResult(
      uri: DocumentURI(rawValue: "file:///a.md"), version: 3, tier: "instant",
      entities: [
        AnnotationsResult.Entity(
          id: "e1", type: "PERSON", mention: "name", text: "K", range: range, chain: "x1",
          confidence: 0.97),
        AnnotationsResult.Entity(
          id: "e2", type: "DATE", mention: "name", text: "Thursday", range: range,
          value: "2023-10-26", confidence: 1),
      ],
      chains: [
        AnnotationsResult.Chain(
          id: "x1", type: "PERSON", name: "K", role: "leader", mentions: ["e1"])
      ],
      claims: [
        AnnotationsResult.Claim(
          id: "c1", form: "indirect", polarity: "positive", certainty: "certain",
          kind: "statement", source: [range], sourceChain: "x1", cue: [], content: [range],
          confidence: 0.5)
      ])
    let span = #"{"end":{"character":2,"line":0},"start":{"character":1,"line":0}}"#
    check(
      Message.response(
        to: Request<AnnotationsRequest>(
          id: 1,
          params: AnnotationsParams(textDocument: hover.params.textDocument)),
        result),
      """
      {"id":1,"jsonrpc":"2.0","result":{"chains":[{"id":"x1","mentions":["e1"],"name":"K",\
      "role":"leader","type":"PERSON"}],"claims":[{"certainty":"certain","confidence":0.5,\
      "content":[\(span)],"cue":[],"form":"indirect","id":"c1","kind":"statement",\
      "polarity":"positive","source":[\(span)],"sourceChain":"x1"}],"entities":[{"chain":"x1",\
      "confidence":0.97,"id":"e1","mention":"name","range":\(span),"text":"K",\
      "type":"PERSON"},{"confidence":1,"id":"e2","mention":"name","range":\(span),\
      "text":"Thursday","type":"DATE","value":"2023-10-26"}],"tier":"instant",\
      "uri":"file:///a.md","version":3}}
      """)
  }

  /// Compares a body with the order of members made regular. Numbers are taken from the body as it
  /// is written, so that a `Float` with a tail of digits shows.
  private func check(_ body: [UInt8], _ expected: String) {
    #expect((try? json(body)).map { text(of: $0) } == expected)
    #expect(!body.contains(UInt8(ascii: "\n")))
    #expect(body.firstRange(of: Array("\\/".utf8)) == nil)
  }
}
