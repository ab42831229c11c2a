/// What a `.gitignore` file says, for the folder that it lies in.
struct IgnoreRules: Sendable, Equatable {
  /// A line of the file.
  private struct Rule: Equatable {
    var glob: Glob
    /// Whether it takes back what earlier rules leave out.
    var isException: Bool
    /// Whether it is for folders alone.
    var isForFolders: Bool
  }

  private var rules: [Rule] = []

  /// The rules of a file's text.
  init(_ text: String) {
    let text = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
    self.init(text.split(whereSeparator: \.isNewline))
  }

  /// Rules, one a line. Empty lines and comments say nothing.
  init(_ lines: [some StringProtocol]) {
    for line in lines {
      var pattern = Substring(line)
      while pattern.hasSuffix(" "), !pattern.hasSuffix("\\ ") { pattern.removeLast() }
      guard !pattern.isEmpty, !pattern.hasPrefix("#") else { continue }
      let isException = pattern.hasPrefix("!")
      if isException { pattern.removeFirst() }
      let isForFolders = pattern.hasSuffix("/")
      if isForFolders { pattern.removeLast() }
      guard !pattern.isEmpty, let glob = Glob(pattern) else { continue }
      rules.append(Rule(glob: glob, isException: isException, isForFolders: isForFolders))
    }
  }

  /// Whether there is no rule.
  var isEmpty: Bool { rules.isEmpty }

  /// Whether the rules leave out a path, given by its names from the folder of the rules; `nil`
  /// where they say nothing of it. The last rule that fits decides.
  func verdict(
    on path: some RandomAccessCollection<[Unicode.Scalar]>, isFolder: Bool
  ) -> Bool? {
    let last = rules.last { rule in
      (isFolder || !rule.isForFolders) && rule.glob.matches(path)
    }
    return last.map { !$0.isException }
  }
}
