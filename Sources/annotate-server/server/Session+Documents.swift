import LanguageServerProtocol

// What happens to open documents.

extension Session {
  /// Begins with a document.
  func open(_ item: TextDocumentItem) {
    guard phase == .running else { return }
    documents[item.uri]?.analysis.cancel()
    documents[item.uri] = Document(item, options(of: item.uri))
    if Configuration.isFile(item.uri) { return takeConfigurationDocument(item.uri) }
    workspace.open(item.uri)
    publish(item.uri)
  }

  /// Applies an edit.
  func change(_ params: DidChangeTextDocumentParams) {
    let uri = params.textDocument.uri
    guard phase == .running, documents[uri] != nil else {
      return log.error("dropped an edit of \(uri.rawValue), which is not open")
    }
    documents[uri]?.change(
      params.contentChanges, version: params.textDocument.version, unit: client.unit)
    if Configuration.isFile(uri) { return takeConfigurationDocument(uri) }
    publish(uri)
  }

  /// Ends with a document.
  func close(_ uri: DocumentURI) {
    guard let document = documents.removeValue(forKey: uri) else { return }
    document.analysis.cancel()
    if Configuration.isFile(uri) { return closeConfigurationDocument(uri) }
    if let file = workspace.close(uri) { read([file]) }
    notify(
      PublishDiagnosticsNotification.self, PublishDiagnosticsParams(uri: uri, diagnostics: []))
  }

  /// Sends what there is to say about a document, once its analysis is done, unless it has changed
  /// again by then.
  func publish(_ uri: DocumentURI) {
    guard let document = documents[uri] else { return }
    let (client, version) = (client.with(document.options), document.version)
    Task {
      guard let checked = try? await document.analysis.value else { return }
      let snapshot = Snapshot(uri: uri, version: version, checked: checked, client: client)
      guard documents[uri]?.analysis == document.analysis else { return }
      documents[uri]?.finish(checked)
      let messages = await published(snapshot)
      guard documents[uri]?.analysis == document.analysis else { return }
      for message in messages { send(message) }
    }
  }
}
