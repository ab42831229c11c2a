import Annotator

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The options of a file, `.annotate.json` or another that the user names.
struct ConfigurationFile {
  /// The name of the file at the root of a workspace.
  static let name = ".annotate.json"

  /// What it says.
  var options: Options
  /// What in it is of no use; the rest counts.
  var problems: [InputError]

  /// Reads a file.
  ///
  /// - Throws: `InputError` when it cannot be read or is no JSON.
  init(_ path: String) throws(InputError) {
    let bytes = try Input.bytes(path)
    let text = ConfigurationText(bytes)
    problems = text.findings.map { finding in
      InputError(
        file: path, place: Input.place(of: finding.range.lowerBound, in: bytes),
        message: finding.message)
    }
    if text.root == nil { throw problems[0] }
    options = Options(text.options)
  }

  /// The file that concerns a folder: the nearest one at or above it, not above the repository that it
  /// lies in.
  ///
  /// - Parameter exists: whether there is such a file, for who knows of files that are not saved yet.
  static func nearest(
    from folder: String = Input.resolved("."),
    exists: (String) -> Bool = { access($0, R_OK) == 0 }
  ) -> String? {
    var folder = folder[...]
    while true {
      let path = "\(folder)/\(name)"
      if exists(path) { return path }
      if access("\(folder)/.git", F_OK) == 0 { return nil }
      guard let slash = folder.lastIndex(of: "/") else { return nil }
      folder = folder[..<slash]
    }
  }
}
