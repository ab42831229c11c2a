import Annotator
import LanguageServerProtocol

/// What the server tells a client of itself.
func initializeResult(_ client: Client) -> InitializeResult {
  var capabilities = ServerCapabilities()
  capabilities.positionEncoding = client.unit.kind
  capabilities.textDocumentSync = TextDocumentSyncOptions(openClose: true, change: .incremental)
  capabilities.hoverProvider = true
  capabilities.documentSymbolProvider = true
  capabilities.semanticTokensProvider = SemanticTokensOptions(
    legend: semanticTokensLegend(client.tokenNames), range: true, full: .init(delta: true))
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
