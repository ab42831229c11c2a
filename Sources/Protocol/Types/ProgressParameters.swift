/// The parameters of a request whose answer may come in parts.
public protocol PartialResultParameters {
  /// Under which to send parts of the answer by `$/progress`.
  var partialResultToken: ProgressToken? { get }
}

/// The parameters of a request that may tell how far its answer is.
public protocol WorkDoneParameters {
  /// Under which to report how far the answer is.
  var workDoneToken: ProgressToken? { get }
}

extension AnnotationsParams: PartialResultParameters, WorkDoneParameters {}
extension CallHierarchyCallsParams: PartialResultParameters, WorkDoneParameters {}
extension CodeActionParams: PartialResultParameters, WorkDoneParameters {}
extension DocumentDiagnosticParams: PartialResultParameters, WorkDoneParameters {}
extension ReferenceParams: PartialResultParameters, WorkDoneParameters {}
extension SelectionRangeParams: PartialResultParameters, WorkDoneParameters {}
extension SemanticTokensDeltaParams: PartialResultParameters, WorkDoneParameters {}
extension TextDocumentParams: PartialResultParameters, WorkDoneParameters {}
extension TextDocumentPositionParams: PartialResultParameters, WorkDoneParameters {}
extension TextDocumentRangeParams: PartialResultParameters, WorkDoneParameters {}
extension WorkspaceClaimsParams: PartialResultParameters, WorkDoneParameters {}
extension WorkspaceDiagnosticParams: PartialResultParameters, WorkDoneParameters {}
extension WorkspaceEntitiesParams: PartialResultParameters, WorkDoneParameters {}
extension WorkspaceSymbolParams: PartialResultParameters, WorkDoneParameters {}
extension ExecuteCommandParams: WorkDoneParameters {}
extension RenameParams: WorkDoneParameters {}
