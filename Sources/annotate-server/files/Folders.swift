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
  /// The articles that paths stand for: a folder for those below it in the order of their names, any
  /// other path, `-` among them, for itself. Left out are hidden files and folders and what the
  /// filter and `.gitignore` files say.
  ///
  /// - Parameter failures: takes the folders that cannot be read; the walk goes on.
  static func articles(
    _ paths: [String], by filter: ArticleFilter = ArticleFilter(),
    _ failures: inout [InputError]
  ) -> [String] {
    var found: [String] = []
    for path in paths {
      if path != "-", isFolder(path) {
        walk(path, filter, &found, &failures)
      } else {
        found.append(path)
      }
    }
    return found
  }

  /// Whether a path is that of a folder, or of a link to one.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// An absolute path without links, or the path as it is where there is nothing.
  static func resolved(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Something that a walk has still to look at.
  private enum Pending {
    case file(String)
    case folder(String, IgnoreScope)
  }

  /// Walks without recursion, since folders can lie deeper than a stack is. Links to folders are not
  /// followed: they may lead in a circle.
  private static func walk(
    _ root: String, _ filter: ArticleFilter, _ found: inout [String],
    _ failures: inout [InputError]
  ) {
    var pending: [Pending] = [.folder(root, IgnoreScope(root: root, exclude: filter.exclude))]
    while let next = pending.popLast() {
      guard case .folder(let path, let scope) = next else {
        if case .file(let path) = next { found.append(path) }
        continue
      }
      let names: [String]
      do {
        names = try FileManager.default.contentsOfDirectory(atPath: path)
      } catch {
        let message = "the folder cannot be read: \(reason(error))"
        failures.append(InputError(file: path, message: message))
        continue
      }
      // The last one in is the first one out.
      for name in names.sorted(by: >) where !name.hasPrefix(".") {
        let inner = path.hasSuffix("/") ? path + name : "\(path)/\(name)"
        var status = stat()
        if lstat(inner, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
          guard !scope.excludes(name, isFolder: true) else { continue }
          pending.append(.folder(inner, scope.entering(name, at: inner)))
        } else if filter.isArticle(name), !isFolder(inner),
          !scope.excludes(name, isFolder: false)
        {
          pending.append(.file(inner))
        }
      }
    }
  }
}
