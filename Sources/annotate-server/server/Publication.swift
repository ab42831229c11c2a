import Annotator
import LanguageServerProtocol

/// The notifications that a finished analysis gives rise to.
@concurrent
func published(_ snapshot: Snapshot) async -> [[UInt8]] {
  var messages: [[UInt8]] = []
  if !snapshot.client.pullsDiagnostics {
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
