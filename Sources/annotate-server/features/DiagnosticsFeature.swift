import Annotator
import LanguageServerProtocol

/// The findings of the linter as diagnostics.
func diagnostics(_ snapshot: Snapshot) -> [Diagnostic] {
  var conversion = snapshot.conversion
  return snapshot.checked.report.findings.map { diagnostic($0, &conversion) }
}

/// A finding as a diagnostic.
func diagnostic(_ finding: Finding, _ conversion: inout Conversion) -> Diagnostic {
  Diagnostic(
    range: conversion.range(finding.range), severity: DiagnosticSeverity(finding.severity),
    code: .string(finding.rule), source: "annotate-server", message: finding.message)
}

extension DiagnosticSeverity {
  /// The protocol's word for a severity.
  init(_ severity: Severity) {
    switch severity {
    case .error: self = .error
    case .warning: self = .warning
    case .info: self = .information
    }
  }
}
