import LanguageServerProtocol

/// The findings of the linter for a client that asks for them, or that they are what it has.
func diagnosticReport(
  _ snapshot: Snapshot, since previous: String?
) -> DocumentDiagnosticReport {
  let diagnostics = diagnostics(snapshot)
  let id = String(UInt(bitPattern: diagnostics.hashValue), radix: 36)
  return id == previous ? .unchanged(resultId: id) : .full(resultId: id, diagnostics)
}
