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

extension Input {
  /// The extensions of files that are articles.
  static let articleExtensions = ["md", "markdown", "txt"]

  /// Whether a path is that of a folder.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The articles below a folder in the order of their names, less hidden files and folders. A path
  /// that is no folder stands for itself.
  static func articles(_ path: String) throws(InputError) -> [String] {
    guard isFolder(path) else { return [path] }
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: path)
    } catch {
      throw InputError(file: path, message: "the folder cannot be read: \(reason(error))")
    }
    var found: [String] = []
    for name in names.sorted() where !name.hasPrefix(".") {
      let inner = path.hasSuffix("/") ? path + name : "\(path)/\(name)"
      if isFolder(inner) {
        found += try articles(inner)
      } else if articleExtensions.contains(where: { name.hasSuffix(".\($0)") }) {
        found.append(inner)
      }
    }
    return found
  }
}
