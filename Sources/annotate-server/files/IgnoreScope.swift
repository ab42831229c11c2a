#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder with all the rules that say what in it is left out: those of the user, then those of
/// `.gitignore` files from its own up to that of the repository. The nearest word counts.
struct IgnoreScope: Sendable {
  /// The names from the outermost folder that has rules to this one.
  private var names: [[Unicode.Scalar]] = []
  /// Rules with the number of names before their own folder, the outermost first.
  private var levels: [(depth: Int, rules: IgnoreRules)] = []
  /// The user's rules.
  private var own: (depth: Int, rules: IgnoreRules) = (0, IgnoreRules(""))

  /// The scope of a folder at which a walk begins.
  ///
  /// - Parameter exclude: rules of the user's, which count from this folder and before all others.
  init(root: String, exclude: IgnoreRules) {
    let path = Input.resolved(root)
    // A folder outside any repository has nothing above it that concerns it.
    var folder = IgnoreScope.repository(around: path) ?? path
    let above = path.dropFirst(folder.count).split(separator: "/")
    enter(folder)
    for name in above {
      folder += "/" + name
      names.append(Array(name.unicodeScalars))
      enter(folder)
    }
    own = (names.count, exclude)
  }

  /// The scope of a folder in this one.
  ///
  /// - Parameter path: where the folder is, to find its rules.
  func entering(_ name: String, at path: String) -> IgnoreScope {
    var inner = self
    inner.names.append(Array(name.unicodeScalars))
    inner.enter(path)
    return inner
  }

  /// Whether a file or folder in this folder is left out.
  func excludes(_ name: String, isFolder: Bool) -> Bool {
    if own.rules.isEmpty, levels.isEmpty { return false }
    let path = names + [Array(name.unicodeScalars)]
    for level in [own] + levels.reversed() {
      if let verdict = level.rules.verdict(on: path[level.depth...], isFolder: isFolder) {
        return verdict
      }
    }
    return false
  }

  private mutating func enter(_ path: String) {
    guard let bytes = try? Input.bytes(path + "/.gitignore") else { return }
    let rules = IgnoreRules(String(decoding: bytes, as: UTF8.self))
    if !rules.isEmpty { levels.append((names.count, rules)) }
  }

  /// The nearest folder at or above a path that holds `.git`.
  private static func repository(around path: String) -> String? {
    var folder = path[...]
    while true {
      if access(folder + "/.git", F_OK) == 0 { return String(folder) }
      guard let slash = folder.lastIndex(of: "/") else { return nil }
      folder = folder[..<slash]
    }
  }
}
