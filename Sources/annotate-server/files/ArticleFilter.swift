/// Which files of a folder are articles.
struct ArticleFilter: Sendable, Equatable {
  /// The extensions of articles, in lower case and without the stop.
  var extensions: Set<String> = ["md", "markdown", "txt"]
  /// What is left out beside what `.gitignore` files say.
  var exclude = IgnoreRules("")

  /// Whether a name has the extension of an article. A hidden file is none.
  func isArticle(_ name: String) -> Bool {
    guard !name.hasPrefix("."), let stop = name.lastIndex(of: ".") else { return false }
    return extensions.contains(name[name.index(after: stop)...].lowercased())
  }

  /// Whether a walk from a folder would come to a file: for one that appears later.
  func contains(_ path: String, below root: String) -> Bool {
    let root = root.hasSuffix("/") ? root : root + "/"
    guard path.hasPrefix(root) else { return false }
    let names = path.dropFirst(root.count).split(separator: "/").map(String.init)
    guard let file = names.last, isArticle(file) else { return false }
    var scope = IgnoreScope(root: root, exclude: exclude)
    var folder = String(root.dropLast())
    for name in names.dropLast() {
      guard !name.hasPrefix("."), !scope.excludes(name, isFolder: true) else { return false }
      folder += "/" + name
      scope = scope.entering(name, at: folder)
    }
    return !scope.excludes(file, isFolder: false)
  }
}
