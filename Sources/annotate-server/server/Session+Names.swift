import Annotator
import LanguageServerProtocol

// How the names that a workspace knows are changed from an editor.

/// The command that adds a text to the names of a workspace.
let learnNameCommand = "annotate.learnName"
/// The command that tells that a text is no name.
let ignoreNameCommand = "annotate.ignoreName"

/// A change of a file of options that the client was asked to make.
struct ConfigurationEdit: Sendable {
  /// The file.
  var path: String
  /// What it holds then.
  var text: ConfigurationText
}

extension Session {
  /// Changes the names that the workspace of a document knows. The file of options is changed by the
  /// client, if it lets itself be asked; a new one is written, since nobody can have it open.
  func changeNames(_ request: Request<ExecuteCommandRequest>) {
    if let error = refusal { return fail(request.id, error) }
    do throws(ResponseError) {
      let (uri, change) = try nameChange(request.params)
      let path = try configurationPath(for: uri)
      let old = configuration.text(of: path)
      guard let edits = change.edits(of: old ?? ConfigurationText([])) else {
        throw ResponseError(
          .invalidRequest, "\(path) is no JSON object just now. Mend it, and try again.")
      }
      let new = (old ?? ConfigurationText([])).applying(edits)
      let edit = ConfigurationEdit(path: path, text: new)
      if let old, client.appliesEdits {
        if !edits.isEmpty { askForEdit(edit, edits, of: old) }
      } else {
        try write(edit, isNew: old == nil)
      }
      send(Message.response(to: request, nil))
    } catch {
      fail(request.id, error)
    }
  }

  private func nameChange(
    _ params: ExecuteCommandParams
  ) throws(ResponseError) -> (DocumentURI, NameChange) {
    let texts = (params.arguments ?? []).compactMap { argument -> String? in
      if case .string(let text) = argument { text } else { nil }
    }
    let name = texts.dropFirst().first.map {
      $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    switch (params.command, name, texts.count) {
    case (learnNameCommand, let name?, 3) where !name.isEmpty:
      guard let type = NameDictionary.types.first(where: { $0.rawValue == texts[2] }) else {
        let types = NameDictionary.types.map(\.rawValue).joined(separator: ", ")
        throw ResponseError(.invalidParams, "The type of a name is one of \(types).")
      }
      return (DocumentURI(rawValue: texts[0]), .learn(name, type))
    case (ignoreNameCommand, let name?, 2) where !name.isEmpty:
      return (DocumentURI(rawValue: texts[0]), .ignore(name))
    default:
      let type = params.command == learnNameCommand ? ", and its type" : ""
      throw ResponseError(
        .invalidParams, "\(params.command) takes the URI of a document and a name\(type).")
    }
  }

  /// The file of options of a document, which need not be there yet: then it goes to the root of its
  /// folder, or of the repository.
  private func configurationPath(for uri: DocumentURI) throws(ResponseError) -> String {
    if let path = configurationFile(for: uri) { return path }
    let folder =
      uri.path.flatMap { workspace.folder(of: $0) ?? Input.repository(of: $0.parentFolder) }
      ?? workspace.folders.first
    guard let folder else {
      throw ResponseError(
        .invalidParams,
        "\(uri.rawValue) lies in no folder that could hold \(ConfigurationFile.name).")
    }
    return "\(folder)/\(ConfigurationFile.name)"
  }

  private func askForEdit(
    _ edit: ConfigurationEdit, _ edits: [Fix.Edit], of old: ConfigurationText
  ) {
    let source = SourceText(String(decoding: old.bytes, as: UTF8.self))
    var conversion = Conversion(source, unit: client.unit)
    let uri = configuration.open[edit.path] ?? DocumentURI(path: edit.path)
    let changes = edits.map {
      TextEdit(range: conversion.range($0.range), newText: $0.replacement)
    }
    ask(
      ApplyEditRequest.self,
      ApplyEditParams(
        label: "Change the workspace’s names", edit: WorkspaceEdit(changes: [uri.rawValue: changes])
      ),
      .edit(edit))
  }

  /// The client has changed a file of options, or has not. It may not have written it yet, but what it
  /// holds counts from now on.
  func isApplied(
    _ edit: ConfigurationEdit, _ outcome: Swift.Result<JSONValue, ResponseError>
  ) {
    switch outcome {
    case .success(let result) where result["applied"] == true:
      // What is open tells of its changes itself.
      guard configuration.open[edit.path] == nil else { return }
      take(edit)
    case .success(let result):
      var reason = ""
      if case .string(let words)? = result["failureReason"] { reason = ": \(words)" }
      warn(["annotate-server: \(edit.path) was not changed\(reason)"])
    case .failure(let error):
      warn(["annotate-server: \(edit.path) was not changed: \(error.message)"])
    }
  }

  private func write(_ edit: ConfigurationEdit, isNew: Bool) throws(ResponseError) {
    guard configuration.open[edit.path] == nil else {
      throw ResponseError(
        .invalidRequest, "\(edit.path) is open, and this editor lets nobody else change it.")
    }
    do throws(InputError) {
      if isNew {
        try Input.create(edit.path, with: edit.text.bytes)
      } else {
        try Input.replace(edit.path, with: edit.text.bytes)
      }
    } catch {
      throw ResponseError(.internalError, "\(edit.path): \(error.message)")
    }
    take(edit)
  }

  private func take(_ edit: ConfigurationEdit) {
    configuration.take(edit.text, of: edit.path)
    publishFindings(onFile: edit.path)
    reconsiderOptions()
  }
}
