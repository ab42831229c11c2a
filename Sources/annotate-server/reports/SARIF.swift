import Annotator

/// Findings as the Static Analysis Results Interchange Format has them (SARIF 2.1.0, OASIS): one run,
/// with the rules, their help and the fixes.
struct SARIFLog: Encodable {
  let schema = "https://json.schemastore.org/sarif-2.1.0.json"
  let version = "2.1.0"
  let runs: [Run]

  enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case version, runs
  }

  /// The log of one run.
  init(_ findings: [LocatedFinding], _ failures: [InputError]) {
    let indices = Dictionary(
      uniqueKeysWithValues: allRules.enumerated().map { ($1.id, $0) })
    var occurrences: [String: Int] = [:]
    // Findings come by lines, and a line may be the whole text.
    var last: (file: String, line: Int, fingerprint: String)?
    let results = findings.map { finding in
      let line = finding.region.startLine
      let isKnown = last.map { $0.file == finding.file && $0.line == line } ?? false
      let fingerprint = isKnown ? last!.fingerprint : fingerprint(of: finding)
      last = (finding.file, line, fingerprint)
      let key = "\(finding.file) \(finding.rule) \(fingerprint)"
      occurrences[key, default: 0] += 1
      return SARIFResult(
        finding, ruleIndex: indices[finding.rule] ?? -1,
        fingerprint: "\(fingerprint):\(occurrences[key] ?? 1)")
    }
    runs = [
      Run(
        tool: .init(driver: .init(rules: allRules.map(SARIFRule.init))),
        results: results,
        invocations: [
          .init(
            executionSuccessful: failures.isEmpty,
            toolExecutionNotifications: failures.map(SARIFNotification.init))
        ])
    ]
  }

  struct Run: Encodable {
    var tool: Tool
    let columnKind = "unicodeCodePoints"
    var results: [SARIFResult]
    var invocations: [Invocation]
  }

  struct Tool: Encodable {
    var driver: Driver
  }

  struct Driver: Encodable {
    let name = "annotate-server"
    let version = Version.current
    let semanticVersion = Version.current
    var rules: [SARIFRule]
  }

  struct Invocation: Encodable {
    var executionSuccessful: Bool
    var toolExecutionNotifications: [SARIFNotification]
  }
}

/// Text in SARIF.
struct SARIFText: Encodable {
  var text: String
  var markdown: String?
}

/// A rule in SARIF.
struct SARIFRule: Encodable {
  var id: String
  var shortDescription: SARIFText
  var fullDescription: SARIFText
  var help: SARIFText
  var defaultConfiguration: Configuration
  var properties: Properties

  struct Configuration: Encodable { var level: String }
  struct Properties: Encodable { var tags: [String] }

  init(_ rule: any Rule.Type) {
    id = rule.id
    shortDescription = SARIFText(text: rule.summary)
    fullDescription = SARIFText(text: rule.summary)
    help = SARIFText(text: rule.documentation, markdown: rule.documentation)
    defaultConfiguration = Configuration(level: rule.defaultSeverity.level)
    properties = Properties(tags: [rule.group] + (rule.canFix ? ["fixable"] : []))
  }
}

/// A finding in SARIF.
struct SARIFResult: Encodable {
  var ruleId: String
  var ruleIndex: Int
  var level: String
  var message: SARIFText
  var locations: [SARIFLocation]
  var partialFingerprints: [String: String]
  var fixes: [SARIFFix]?

  init(_ finding: LocatedFinding, ruleIndex: Int, fingerprint: String) {
    ruleId = finding.rule
    self.ruleIndex = ruleIndex
    level = finding.severity.level
    message = SARIFText(text: finding.message)
    locations = [
      SARIFLocation(
        physicalLocation: .init(
          artifactLocation: .init(file: finding.file),
          region: .init(finding.region, offset: finding.start, length: finding.end - finding.start)
        ))
    ]
    partialFingerprints = ["primaryLocationLineHash": fingerprint]
    fixes = finding.fix.map { [SARIFFix($0, file: finding.file)] }
  }
}

/// A place in SARIF.
struct SARIFLocation: Encodable {
  var physicalLocation: Physical

  struct Physical: Encodable {
    var artifactLocation: SARIFArtifact
    var region: SARIFRegion?
  }
}

/// A range in SARIF; it ends before its end column.
struct SARIFRegion: Encodable {
  var startLine: Int
  var startColumn: Int
  var endLine: Int
  var endColumn: Int
  var charOffset: Int
  var charLength: Int

  init(_ region: LocatedFinding.Region, offset: Int, length: Int) {
    startLine = region.startLine
    startColumn = region.startColumn
    endLine = region.endLine
    endColumn = region.endColumn
    charOffset = offset
    charLength = length
  }
}

/// A file in SARIF, by a URI that is relative to the root of the sources where it can be.
struct SARIFArtifact: Encodable {
  var uri: String
  var uriBaseId: String?

  init(file: String) {
    let folder = Input.resolved(".") + "/"
    var path = file.hasPrefix(folder) ? String(file.dropFirst(folder.count)) : file
    while path.hasPrefix("./") { path.removeFirst(2) }
    let unreserved = Set("-._~/".utf8)
    uri = path.utf8.map { byte in
      let isPlain =
        unreserved.contains(byte) || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
        || (0x61...0x7A).contains(byte)
      let hex = String(byte, radix: 16, uppercase: true)
      return isPlain ? String(UnicodeScalar(byte)) : "%" + (hex.count < 2 ? "0" : "") + hex
    }.joined()
    if path.hasPrefix("/") { uri = "file://" + uri } else { uriBaseId = "%SRCROOT%" }
  }
}

/// A repair in SARIF.
struct SARIFFix: Encodable {
  var description: SARIFText
  var artifactChanges: [Change]

  struct Change: Encodable {
    var artifactLocation: SARIFArtifact
    var replacements: [Replacement]
  }

  struct Replacement: Encodable {
    var deletedRegion: SARIFRegion
    var insertedContent: SARIFText
  }

  init(_ fix: LocatedFinding.Repair, file: String) {
    description = SARIFText(text: fix.title)
    artifactChanges = [
      Change(
        artifactLocation: SARIFArtifact(file: file),
        replacements: fix.edits.map { edit in
          Replacement(
            deletedRegion: .init(edit.region, offset: edit.start, length: edit.end - edit.start),
            insertedContent: SARIFText(text: edit.replacement))
        })
    ]
  }
}

/// Why a file could not be read, in SARIF.
struct SARIFNotification: Encodable {
  let level = "error"
  var message: SARIFText
  var locations: [SARIFLocation]

  init(_ error: InputError) {
    message = SARIFText(text: error.message)
    locations = [
      SARIFLocation(
        physicalLocation: .init(artifactLocation: .init(file: error.file), region: nil))
    ]
  }
}

extension Severity {
  /// SARIF's word for it.
  fileprivate var level: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .info: "note"
    }
  }
}

/// What a finding is known again by when lines before it have come or gone: its line without outer
/// and doubled blanks, as a hash (FNV-1a).
private func fingerprint(of finding: LocatedFinding) -> String {
  let line = finding.line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  let hash = line.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
    ($0 ^ UInt64($1)) &* 0x100_0000_01B3
  }
  let digits = String(hash, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}
