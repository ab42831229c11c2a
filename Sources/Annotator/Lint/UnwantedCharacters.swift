/// A character that has no business in an article, with what takes its place.
struct UnwantedCharacter {
  /// Where it stands in the source.
  var range: ByteRange
  /// What it is.
  var scalar: Unicode.Scalar
}

extension LintedArticle {
  /// The characters from U+0080 on, and the controls before it, that a function picks, line by line.
  /// Code, comments and HTML tags are passed over. The function is asked with the text's bytes and
  /// the place of the character in them.
  func charactersByLine(
    where isPicked: (Unicode.Scalar, UnsafeBufferPointer<UInt8>, Range<Int>) -> Bool
  ) -> [[UnwantedCharacter]] {
    var result: [[UnwantedCharacter]] = []
    var lastLine = -1
    text.bytes.withUnsafeBufferPointer { bytes in
      var i = 0
      while i < bytes.count {
        // Most bytes are visible ASCII.
        if bytes[i] >= 0x20, bytes[i] < 0x7F {
          i += 1
          continue
        }
        let (scalar, length) = bytes.scalar(at: i)
        let range = i..<i + length
        i += length
        guard isPicked(scalar, bytes, range), !isUnread(range.lowerBound) else { continue }
        let character = UnwantedCharacter(range: range, scalar: scalar)
        let line = text.lines.line(at: range.lowerBound)
        if line == lastLine {
          result[result.count - 1].append(character)
        } else {
          result.append([character])
          lastLine = line
        }
      }
    }
    return result
  }

  /// Whether an offset lies in code, in a comment or in an HTML tag, which no reader reads.
  func isUnread(_ offset: Int) -> Bool {
    let index = firstBlock(from: offset + 1) - 1
    guard index > 0 else { return false }
    let block = article.tree.blocks[index]
    guard block.range.contains(offset) else { return false }
    switch block.kind {
    case .fencedCode, .indentedCode, .html(condition: 1), .html(condition: 2): return true
    default: break
    }
    guard block.inlines >= 0 else { return false }
    // Code and tags hold no other elements, so that the last one to begin is the one in question.
    let elements = article.tree.inlines[block.inlines].elements
    let local = offset - block.range.lowerBound
    let last = elements.partitioningIndex { $0.range.lowerBound > local } - 1
    guard last >= 0, elements[last].range.contains(local) else { return false }
    return elements[last].kind == .code || elements[last].kind == .html
  }
}
