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

/// The articles below a folder in the order of their names, found as they are asked for. Left out
/// are hidden files and folders and what the filter and `.gitignore` files say.
///
/// It walks without recursion, since folders can lie deeper than a stack is. Links to folders are
/// not followed: they may lead in a circle.
struct FolderWalk: Sequence, IteratorProtocol {
  /// The folders that could not be read so far.
  private(set) var failures: [InputError] = []
  private let filter: ArticleFilter
  /// What is still to be looked at, the next one last.
  private var pending: [Pending]

  private enum Pending {
    case file(String)
    case folder(String, IgnoreScope)
  }

  /// A walk from a folder.
  init(_ root: String, by filter: ArticleFilter) {
    self.filter = filter
    pending = [.folder(root, IgnoreScope(root: root, exclude: filter.exclude))]
  }

  /// The next article's path.
  mutating func next() -> String? {
    while let next = pending.popLast() {
      switch next {
      case .file(let path): return path
      case .folder(let path, let scope): enter(path, scope)
      }
    }
    return nil
  }

  private mutating func enter(_ path: String, _ scope: IgnoreScope) {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: path)
    } catch {
      let message = "the folder cannot be read: \(reason(error))"
      failures.append(InputError(file: path, message: message))
      return
    }
    for name in names.sorted(by: >) where !name.hasPrefix(".") {
      let inner = path.hasSuffix("/") ? path + name : "\(path)/\(name)"
      var status = stat()
      if lstat(inner, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
        guard !scope.excludes(name, isFolder: true) else { continue }
        pending.append(.folder(inner, scope.entering(name, at: inner)))
      } else if filter.isArticle(name), !Input.isFolder(inner),
        !scope.excludes(name, isFolder: false)
      {
        pending.append(.file(inner))
      }
    }
  }
}
