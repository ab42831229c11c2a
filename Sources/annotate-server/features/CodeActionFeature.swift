import Annotator
import LanguageServerProtocol

extension CodeActionKind {
  /// Mends all that `lint --fix` mends.
  static let fixAllFindings = CodeActionKind(rawValue: "source.fixAll.annotate")
}

/// What can be done about the findings in a part of a document, the fix of each and all fixes at
/// once, and about the name that stands there. A client that takes no edits with an action gets nothing, since it shows commands alone.
func codeActions(
  _ snapshot: Snapshot, _ params: CodeActionParams
) throws(CancellationError) -> [CodeActionOrCommand]? {
  guard snapshot.client.takesCodeActions else { return nil }
  func isWanted(_ kind: CodeActionKind) -> Bool {
    params.context.only?.contains { $0.contains(kind) } ?? true
  }
  var actions: [CodeAction] = []
  if isWanted(.quickFix) { actions += quickFixes(snapshot, in: snapshot.bytes(params.range)) }
  if isWanted(.fixAllFindings), let all = try fixAll(snapshot) { actions.append(all) }
  if isWanted(.names) { actions += nameActions(snapshot, in: snapshot.bytes(params.range)) }
  return actions.map(CodeActionOrCommand.action)
}

/// The fixes of the findings that meet a range, or that lie in the line of an empty one.
private func quickFixes(_ snapshot: Snapshot, in range: ByteRange) -> [CodeAction] {
  var conversion = snapshot.conversion
  let findings = snapshot.checked.report.findings.filter { finding in
    finding.range.lowerBound <= range.upperBound && finding.range.upperBound >= range.lowerBound
  }
  let alone = findings.count { $0.fix != nil } == 1
  return findings.compactMap { finding in
    guard let fix = finding.fix else { return nil }
    let edits = fix.edits.map { edit in
      TextEdit(range: conversion.range(edit.range), newText: edit.replacement)
    }
    return CodeAction(
      title: fix.title, kind: .quickFix, diagnostics: [diagnostic(finding, &conversion)],
      isPreferred: snapshot.client.knowsPreferredActions && alone ? true : nil,
      edit: snapshot.edit(edits))
  }
}

/// All fixes at once, as one replacement of what lies between the first and the last change.
private func fixAll(_ snapshot: Snapshot) throws(CancellationError) -> CodeAction? {
  guard snapshot.checked.report.findings.contains(where: { $0.fix != nil }) else { return nil }
  let old = snapshot.text.bytes
  let result = try fixed(
    snapshot.text, as: snapshot.checked.kind, options: snapshot.client.options.lint)
  let new = result.text.bytes
  guard new != old else { return nil }
  let shorter = min(old.count, new.count)
  var head = 0
  while head < shorter, old[head] == new[head] { head += 1 }
  var tail = 0
  while tail < shorter - head, old[old.count - 1 - tail] == new[new.count - 1 - tail] { tail += 1 }
  // A character must not be cut: the change begins and ends where one begins.
  while head > 0, isInside(old, head) || isInside(new, head) { head -= 1 }
  while tail > 0, isInside(old, old.count - tail) { tail -= 1 }
  var conversion = snapshot.conversion
  let edit = TextEdit(
    range: conversion.range(head..<old.count - tail),
    newText: String(decoding: new[head..<new.count - tail], as: UTF8.self))
  return CodeAction(
    title: "Fix all that can be fixed", kind: .fixAllFindings, edit: snapshot.edit([edit]))
}

/// Whether an offset lies inside a character.
private func isInside(_ bytes: [UInt8], _ offset: Int) -> Bool {
  offset < bytes.count && bytes[offset] & 0xC0 == 0x80
}

extension Snapshot {
  /// Edits of the document, in the form that the client takes.
  func edit(_ edits: [TextEdit]) -> WorkspaceEdit {
    guard client.versionsEdits else { return WorkspaceEdit(changes: [uri.rawValue: edits]) }
    let document = VersionedTextDocumentIdentifier(uri: uri, version: version)
    return WorkspaceEdit(documentChanges: [TextDocumentEdit(textDocument: document, edits: edits)])
  }
}
