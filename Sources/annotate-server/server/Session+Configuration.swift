import Annotator
import LanguageServerProtocol

// Where options come from, and what happens when they change.

extension Session {
  /// Takes the options with which the session begins.
  func takeInitialOptions(_ options: JSONValue?) -> [OptionProblem] {
    guard let options, options != .null else { return [] }
    configuration.initial = CheckedOptions(options)
    return configuration.initial.problems
  }

  /// The options of a folder.
  func options(ofFolder folder: String) -> Options {
    configuration.options(from: configuration.file(for: folder))
  }

  /// The options of a document: those of the folder that is open and holds it, else of the nearest file
  /// of options; of a document without a file those of the first folder.
  func options(of uri: DocumentURI) -> Options {
    if Configuration.isFile(uri) { return Options.none }
    return configuration.options(from: configurationFile(for: uri))
  }

  /// The file of options that concerns a document, if there is one.
  func configurationFile(for uri: DocumentURI) -> String? {
    let folder =
      uri.path.map { path in workspace.folder(of: path) ?? path.parentFolder }
      ?? workspace.folders.first
    return folder.flatMap { configuration.file(for: $0) }
  }

  /// Notes the options of the folders that are open.
  func readConfigurationFiles() {
    for folder in workspace.folders { workspace.options[folder] = options(ofFolder: folder) }
  }

  /// Says what is wrong with the files of options of the folders.
  func reportConfigurationFiles() {
    tellOfMistakes(
      in: Set(workspace.folders.compactMap { configuration.file(for: $0) }).sorted())
  }

  /// Says what is wrong with files of options: once in a message, and on the files themselves.
  func tellOfMistakes(in files: [String]) {
    var lines: [String] = []
    for path in files where configuration.reported.insert(path).inserted {
      publishFindings(onFile: path)
      guard let text = configuration.text(of: path), configuration.open[path] == nil else {
        continue
      }
      lines += text.findings.map { finding in
        let place = Input.place(of: finding.range.lowerBound, in: text.bytes)
        return InputError(file: path, place: place, message: finding.message).description
      }
    }
    warn(lines)
  }

  /// Tells the user what in the options is of no use.
  func warn(of problems: [OptionProblem]) {
    warn(problems.map { "annotate-server: \($0.message)" })
  }

  /// Shows the user some lines.
  func warn(_ lines: [String]) {
    guard !lines.isEmpty else { return }
    // More than a few lines are no message any more.
    let rest = lines.count > 8 ? ["and \(lines.count - 8) more"] : []
    notify(
      ShowMessageNotification.self,
      ShowMessageParams(
        type: .warning, message: (lines.prefix(8) + rest).joined(separator: "\n")))
  }

  /// Publishes what is wrong with a file of options. A client that asks for the diagnostics of what it
  /// has open gets them then.
  func publishFindings(onFile path: String) {
    let open = configuration.open[path]
    if let open, client.pullsDiagnostics {
      if configuration.published.remove(path) != nil { publish([], on: open) }
      return
    }
    let text = configuration.text(of: path)
    let findings = text?.findings ?? []
    guard open != nil || !findings.isEmpty || configuration.published.contains(path) else { return }
    if findings.isEmpty {
      configuration.published.remove(path)
    } else {
      configuration.published.insert(path)
    }
    let source = SourceText(String(decoding: text?.bytes ?? [], as: UTF8.self))
    var conversion = Conversion(source, unit: client.unit)
    publish(findings.map { diagnostic($0, &conversion) }, on: open ?? DocumentURI(path: path))
  }

  private func publish(_ diagnostics: [Diagnostic], on uri: DocumentURI) {
    notify(
      PublishDiagnosticsNotification.self,
      PublishDiagnosticsParams(
        uri: uri, version: documents[uri]?.version, diagnostics: diagnostics))
  }
}

extension Session {
  /// Looks at all options again, and does what has changed: documents are read anew, folders are
  /// looked through again, and the client is told to ask again.
  func reconsiderOptions() {
    guard phase == .running else { return }
    var hasChanged = false
    var areCheckedOtherwise = false
    for uri in Array(documents.keys) where !Configuration.isFile(uri) {
      let options = options(of: uri)
      guard documents[uri]?.heed(options) ?? false else { continue }
      hasChanged = true
      publish(uri)
    }
    for folder in workspace.folders {
      let (old, new) = (workspace.options[folder] ?? Options(), options(ofFolder: folder))
      guard old != new else { continue }
      workspace.options[folder] = new
      if old.lint != new.lint || old.files != new.files { areCheckedOtherwise = true }
      guard workspace.hasBegun else { continue }
      let isReadAnew = indexStyle(old) != indexStyle(new)
      if isReadAnew || old.files != new.files { index(folder, anew: isReadAnew) }
    }
    if areCheckedOtherwise { forgetChecks() }
    if hasChanged {
      askToAskAgain()
    } else if areCheckedOtherwise {
      askToAskAgain(annotations: false)
    }
    if watched != nil { watchFiles() }
  }

  /// Tells the client that its answers of before hold no more, as far as it wants to hear that.
  func askToAskAgain(annotations: Bool = true, diagnostics: Bool = true) {
    if annotations { askToAskForAnnotationsAgain() }
    if diagnostics, client.refreshes.diagnostics, client.pullsDiagnostics {
      ask(DiagnosticRefreshRequest.self, Nothing(), .refreshing)
    }
  }

  private func askToAskForAnnotationsAgain() {
    if client.refreshes.tokens { ask(SemanticTokensRefreshRequest.self, Nothing(), .refreshing) }
    if client.refreshes.hints { ask(InlayHintRefreshRequest.self, Nothing(), .refreshing) }
    if client.refreshes.lenses { ask(CodeLensRefreshRequest.self, Nothing(), .refreshing) }
  }

  /// A file of options has changed on disk.
  func configurationFileHasChanged(_ path: String) {
    guard configuration.open[path] == nil else { return }
    configuration.forget(path)
    publishFindings(onFile: path)
    reconsiderOptions()
  }

  /// A file of options is open in the client, as it is now.
  func takeConfigurationDocument(_ uri: DocumentURI) {
    guard let path = uri.path, let document = documents[uri] else { return }
    if configuration.open[path] == nil, uri != DocumentURI(path: path),
      configuration.published.contains(path)
    {
      publish([], on: DocumentURI(path: path))
    }
    configuration.open(uri, path)
    configuration.take(ConfigurationText(document.text.bytes), of: path)
    publishFindings(onFile: path)
    reconsiderOptions()
  }

  /// A file of options is no longer open: what is on disk counts.
  func closeConfigurationDocument(_ uri: DocumentURI) {
    guard let path = uri.path else { return }
    configuration.close(path)
    configuration.published.insert(path)
    if uri != DocumentURI(path: path) { publish([], on: uri) }
    publishFindings(onFile: path)
    reconsiderOptions()
  }
}

extension Options {
  /// Those of a document that is no article: nothing is looked for in it.
  static let none: Options = {
    var options = Options()
    options.lint = LintOptions(rules: ["*": .off])
    return options
  }()
}

extension String {
  /// The folder that a path lies in.
  var parentFolder: String {
    lastIndex(of: "/").map { $0 == startIndex ? "/" : String(self[..<$0]) } ?? "."
  }
}
