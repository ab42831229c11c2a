import LanguageServerProtocol

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The findings of the linter for a client that asks for them, or that they are what it has.
func diagnosticReport(
  _ snapshot: Snapshot, since previous: String?
) -> DocumentDiagnosticReport {
  let diagnostics = diagnostics(snapshot)
  let id = resultId(of: diagnostics)
  return id == previous ? .unchanged(resultId: id) : .full(resultId: id, diagnostics)
}

/// Names a report: a hash (FNV-1a) of all that it says, the same whichever request asks for it and in
/// every session.
func resultId(of diagnostics: [Diagnostic]) -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = .sortedKeys
  let hash = ((try? encoder.encode(diagnostics)) ?? Data()).reduce(0xCBF2_9CE4_8422_2325) {
    (hash: UInt64, byte) in (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }
  return String(hash, radix: 36)
}
