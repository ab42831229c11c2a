import Annotator
import LanguageServerProtocol

/// The notifications that a finished analysis gives rise to.
///
/// - Parameter withDiagnostics: whether there are other findings than the client knows of.
@concurrent
func published(_ snapshot: Snapshot, withDiagnostics: Bool = true) async -> [[UInt8]] {
  var messages: [[UInt8]] = []
  if withDiagnostics, !snapshot.client.pullsDiagnostics {
    messages.append(
      Message.notification(
        PublishDiagnosticsNotification.self,
        PublishDiagnosticsParams(
          uri: snapshot.uri, version: snapshot.version, diagnostics: diagnostics(snapshot))))
  }
  if snapshot.client.wantsAnnotations {
    messages.append(
      Message.notification(PublishAnnotationsNotification.self, annotations(snapshot)))
  }
  return messages
}
