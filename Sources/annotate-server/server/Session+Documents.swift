import Annotator
import LanguageServerProtocol

// What happens to open documents.

extension Session {
  /// Begins with a document.
  func open(_ item: TextDocumentItem) {
    guard phase == .running else { return }
    documents[item.uri]?.giveUp()
    documents[item.uri] = Document(item, options(of: item.uri), readings)
    if Configuration.isFile(item.uri) { return takeConfigurationDocument(item.uri) }
    workspace.open(item.uri)
    if let file = configurationFile(for: item.uri) { tellOfMistakes(in: [file]) }
    publish(item.uri)
  }

  /// Applies an edit.
  func change(_ params: DidChangeTextDocumentParams) {
    let uri = params.textDocument.uri
    guard phase == .running, documents[uri] != nil else {
      return note(.error, "dropped an edit of \(uri.rawValue), which is not open")
    }
    documents[uri]?.change(
      params.contentChanges, version: params.textDocument.version, unit: client.unit)
    if Configuration.isFile(uri) { return takeConfigurationDocument(uri) }
    publish(uri)
  }

  /// Ends with a document.
  func close(_ uri: DocumentURI) {
    guard let document = documents.removeValue(forKey: uri) else { return }
    document.giveUp()
    if Configuration.isFile(uri) { return closeConfigurationDocument(uri) }
    if let file = workspace.close(uri) { read([file]) }
    tellPulls { $0.isWhole = true }
    // A client that asks for diagnostics gets none unasked.
    guard phase == .running, !client.pullsDiagnostics else { return }
    notify(
      PublishDiagnosticsNotification.self, PublishDiagnosticsParams(uri: uri, diagnostics: []))
  }

  /// Sends what there is to say about a document, once its analysis is done, unless it has changed
  /// again by then.
  func publish(_ uri: DocumentURI) {
    guard let document = documents[uri] else { return }
    let (client, version) = (client.with(document.options), document.version)
    let begun = ContinuousClock.now
    Task {
      guard let checked = try? await document.analysis.value else { return }
      let snapshot = Snapshot(uri: uri, version: version, checked: checked, client: client)
      guard documents[uri]?.analysis == document.analysis else { return }
      documents[uri]?.finish(checked)
      tellPulls { $0.documents.insert(uri) }
      trace(
        "read version \(version) of \(uri.rawValue) in \((ContinuousClock.now - begun).inWords)",
        details: summary(of: checked))
      let messages = await published(snapshot)
      guard documents[uri]?.analysis == document.analysis else { return }
      for message in messages { send(message) }
      refine(uri)
    }
  }
}

/// How much was found in a document, without a word of it.
func summary(of checked: CheckedText) -> String {
  let found = checked.analysis.annotations
  return "\(checked.analysis.text.count) bytes, \(found.entities.count) entities, "
    + "\(found.chains.count) chains, \(found.claims.count) claims, "
    + "\(checked.report.findings.count) findings"
}
