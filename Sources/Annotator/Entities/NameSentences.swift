/// Reads sentences that were written to train from, one a line, names marked as in
/// `[PERSON Kim Jong Un]`; what follows `#` at the beginning of a line is for people. Every type is
/// marked wherever it occurs.
public func nameSentences(_ file: [UInt8], weight: Float) -> [NameDocument] {
  file.split(separator: 0x0A).compactMap { line in
    guard line.first != UInt8(ascii: "#") else { return nil }
    var bytes: [UInt8] = []
    var names: [NameDocument.Name] = []
    var open: (type: String, start: Int)?
    var i = line.startIndex
    while i < line.endIndex {
      let byte = line[i]
      if byte == UInt8(ascii: "["), let blank = line[i...].firstIndex(of: 0x20) {
        open = (String(decoding: line[(i + 1)..<blank], as: UTF8.self), bytes.count)
        i = blank
      } else if byte == UInt8(ascii: "]"), let name = open {
        names.append(.init(range: name.start..<bytes.count, type: name.type))
        open = nil
      } else {
        bytes.append(byte)
      }
      i += 1
    }
    return NameDocument(
      text: SourceText(unchecked: bytes), names: names, types: [], collapse: [:], weight: weight,
      isWritten: true)
  }
}
