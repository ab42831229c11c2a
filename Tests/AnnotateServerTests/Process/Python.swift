import Foundation

/// The Python that some tests need for its packages.
enum Python {
  /// One that has the package `jsonschema`.
  static let withJSONSchema: String? = {
    let named = ProcessInfo.processInfo.environment["ANNOTATE_PYTHON"]
    let candidates = [named, "/usr/bin/python3", "/usr/local/bin/python3"].compactMap { $0 }
    return candidates.first { path in
      let process = Process()
      process.executableURL = URL(filePath: path)
      process.arguments = ["-c", "import jsonschema"]
      process.standardError = FileHandle.nullDevice
      guard (try? process.run()) != nil else { return false }
      process.waitUntilExit()
      return process.terminationStatus == 0
    }
  }()
}
