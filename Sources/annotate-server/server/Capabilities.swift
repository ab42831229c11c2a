import Annotator
import LanguageServerProtocol

/// The commands that a client can have run.
let commandNames = [claimsCommand, learnNameCommand, ignoreNameCommand]

/// What the server tells a client of itself.
func initializeResult(_ client: Client) -> InitializeResult {
  var capabilities = ServerCapabilities()
  capabilities.positionEncoding = client.unit.kind
  capabilities.textDocumentSync = TextDocumentSyncOptions(openClose: true, change: .incremental)
  capabilities.hoverProvider = true
  capabilities.documentSymbolProvider = true
  capabilities.definitionProvider = true
  capabilities.referencesProvider = true
  capabilities.documentHighlightProvider = true
  capabilities.linkedEditingRangeProvider = true
  capabilities.renameProvider = client.preparesRename ? .preparing : .plain
  capabilities.codeActionProvider =
    client.takesCodeActions
    ? CodeActionOptions(codeActionKinds: [.quickFix, .fixAllFindings, .names]) : nil
  capabilities.foldingRangeProvider = true
  capabilities.selectionRangeProvider = true
  capabilities.documentLinkProvider = ResolveOptions(resolveProvider: false)
  capabilities.inlayHintProvider = ResolveOptions(resolveProvider: true)
  capabilities.codeLensProvider = ResolveOptions(resolveProvider: true)
  capabilities.completionProvider = CompletionOptions()
  capabilities.callHierarchyProvider = true
  capabilities.executeCommandProvider = ExecuteCommandOptions(commands: commandNames)
  if client.pullsDiagnostics {
    capabilities.diagnosticProvider = DiagnosticOptions(
      interFileDependencies: false, workspaceDiagnostics: true, workDoneProgress: true)
  }
  capabilities.semanticTokensProvider = SemanticTokensOptions(
    legend: semanticTokensLegend(client.tokenNames), range: true, full: .init(delta: true))
  capabilities.workspaceSymbolProvider = true
  capabilities.workspace = WorkspaceOptions(
    workspaceFolders: WorkspaceFoldersServerCapabilities(supported: true, changeNotifications: true)
  )
  capabilities.experimental = [
    "annotations": [
      "version": 1,
      "entityTypes": .array(EntityType.allCases.map { .string($0.rawValue) }),
      "claimKinds": .array(ClaimKind.allCases.map { .string($0.rawValue) }),
    ]
  ]
  return InitializeResult(
    capabilities: capabilities,
    serverInfo: ProgramInfo(name: "annotate-server", version: Version.current))
}
