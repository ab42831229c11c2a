import LanguageServerProtocol

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
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
    let places = JSONPlaces(bytes)
    func error(at offset: Int, _ message: String) -> InputError {
      InputError(file: path, place: Input.place(of: offset, in: bytes), message: message)
    }
    if let failure = places.failure {
      throw error(at: failure, "this is no JSON; the options are an object such as {\"rules\": {}}")
    }
    guard let json = try? JSONDecoder().decode(JSONValue.self, from: Data(bytes)) else {
      throw InputError(file: path, message: "the file is no JSON in UTF-8")
    }
    options = Options(json)
    let found = optionProblems(json).map { problem in
      let place = places.members[problem.path]
      return (place.map { problem.isName ? $0.name : $0.value } ?? 0, problem.message)
    }
    problems = found.sorted { $0.0 < $1.0 }.map { error(at: $0.0, $0.1) }
  }

  /// The file that concerns the current folder: the nearest one at or above it, not above the
  /// repository that it lies in.
  static func nearest() -> String? {
    var folder = Input.resolved(".")[...]
    while true {
      let path = "\(folder)/\(name)"
      if access(path, R_OK) == 0 { return path }
      if access("\(folder)/.git", F_OK) == 0 { return nil }
      guard let slash = folder.lastIndex(of: "/") else { return nil }
      folder = folder[..<slash]
    }
  }
}
