/// A file is UTF-8. Other encodings are read wrongly by most programs, and what cannot be read cannot
/// be checked: nothing else is reported of such a file.
///
/// The finding lies on the line of the first byte that is not UTF-8.
enum FileNotUTF8: FileRule {
  static let id = "file/not-utf8"
  static let defaultSeverity = Severity.error
  static let canFix = false
  static let needs = ReadingDepth.markup
  static let summary = "The bytes of the file are not UTF-8."

  static func findings(inFile bytes: [UInt8]) -> [Finding] {
    var parser = UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    var offset = 0
    while true {
      switch parser.parseScalar(from: &rest) {
      case .valid(let scalar): offset += scalar.count
      case .emptyInput: return []
      case .error:
        let isWide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
        // What cannot be read counts as U+FFFD, which is three bytes long.
        return [
          finding(
            offset..<offset + 3,
            isWide
              ? "The file is UTF-16. Save it as UTF-8."
              : "The file is not UTF-8 here. Convert it, for example with `iconv -f WINDOWS-1252`.")
        ]
      }
    }
  }
}
