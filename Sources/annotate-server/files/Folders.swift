#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension Input {
  /// The articles that paths stand for: a folder for those that a walk finds, any other path, `-`
  /// among them, for itself.
  ///
  /// - Parameter failures: takes the folders that cannot be read; the walk goes on.
  static func articles(
    _ paths: [String], by filter: ArticleFilter = ArticleFilter(),
    _ failures: inout [InputError]
  ) -> [String] {
    var found: [String] = []
    for path in paths {
      guard path != "-", isFolder(path) else {
        found.append(path)
        continue
      }
      var walk = FolderWalk(path, by: filter)
      while let file = walk.next() { found.append(file) }
      failures += walk.failures
    }
    return found
  }

  /// Whether a path is that of a folder, or of a link to one.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The root of the repository that a folder lies in, or the folder where it lies in none.
  static func repository(of folder: String) -> String {
    var root = folder[...]
    while true {
      if access("\(root)/.git", F_OK) == 0 { return String(root) }
      guard let slash = root.lastIndex(of: "/") else { return folder }
      root = root[..<slash]
    }
  }

  /// An absolute path without links, or the path as it is where there is nothing.
  static func resolved(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
