import Annotator
import LanguageServerProtocol

// How documents are read better, after they have been read at once.

extension Session {
  /// Has the encoder read what it has not read yet of a document, in the background. The next edit
  /// gives it up.
  func refine(_ uri: DocumentURI) {
    documents[uri]?.refinement?.cancel()
    guard phase == .running, let document = documents[uri], document.options.accuracy == .both,
      let checked = document.finished, document.isRead, !checked.analysis.unread.isEmpty
    else { return }
    var refinement = Refinement(checked, document.options, readings)
    let begun = ContinuousClock.now
    documents[uri]?.refinement = Task.detached(priority: .utility) {
      let work = CrashFile.begin("reading of a document by the encoder")
      defer { CrashFile.end(work) }
      while let place = await self.attention(in: uri),
        let better = try? await refinement.next(near: place)
      {
        await self.take(better, of: uri, since: begun)
      }
    }
  }

  /// Notes where in a document the user is, by a question about that part.
  func attend(_ uri: DocumentURI, to range: LanguageServerProtocol.Range?) {
    if let range { documents[uri]?.attention = range }
  }

  /// Where the user is in a document; `nil` when its reading was given up.
  private func attention(in uri: DocumentURI) -> ByteRange? {
    guard !Task.isCancelled, let document = documents[uri] else { return nil }
    return Conversion(document.text, unit: client.unit).byteRange(document.attention)
  }

  /// Takes what the encoder has made of more of a document, and tells the client what is new.
  private func take(
    _ checked: CheckedText, of uri: DocumentURI, since begun: ContinuousClock.Instant
  ) async {
    guard !Task.isCancelled, let before = documents[uri]?.finished else { return }
    documents[uri]?.refine(checked)
    guard let document = documents[uri] else { return }
    let snapshot = Snapshot(
      uri: uri, version: document.version, checked: checked, client: client.with(document.options))
    let areFindingsNew = before.report.findings != checked.report.findings
    if areFindingsNew { tellPulls { $0.documents.insert(uri) } }
    if checked.analysis.annotations.tier == .refined {
      trace(
        "refined version \(document.version) of \(uri.rawValue) in "
          + (ContinuousClock.now - begun).inWords,
        details: summary(of: checked))
    }
    let messages = await published(snapshot, withDiagnostics: areFindingsNew)
    guard documents[uri]?.analysis == document.analysis else { return }
    for message in messages { send(message) }
    askToAskAgain(
      annotations: !before.analysis.annotations.isLike(checked.analysis.annotations),
      diagnostics: areFindingsNew)
  }
}

extension Annotations {
  /// Whether others say the same, whichever pass made them.
  fileprivate func isLike(_ other: Annotations) -> Bool {
    var other = other
    other.tier = tier
    return self == other
  }
}
