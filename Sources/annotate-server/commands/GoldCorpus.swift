import Annotator

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Makes something of each document of a corpus in JSON Lines, or of each one in `step`; what gives
/// `nil` is left out.
///
/// - Parameters:
///   - fields: what a document needs, for the error that names a line without it.
func documents<Document>(
  in bytes: [UInt8], of file: String, step: Int = 1, needing fields: String,
  _ make: (GoldDocument) -> Document?
) throws(InputError) -> [Document] {
  var documents: [Document] = []
  for (number, line) in bytes.split(separator: 0x0A).enumerated() where number % step == 0 {
    guard let gold = try? JSONDecoder().decode(GoldDocument.self, from: Data(line)) else {
      throw InputError(
        file: file, place: (number + 1, 1), message: "this line is no document with \(fields)")
    }
    if let document = make(gold) { documents.append(document) }
  }
  return documents
}

extension GoldDocument {
  /// The byte offset of each code point of the text, and that of its end.
  var byteOffsets: [Int] {
    var offsets: [Int] = []
    var offset = 0
    for scalar in text.unicodeScalars {
      offsets.append(offset)
      offset += UTF8.width(scalar)
    }
    offsets.append(offset)
    return offsets
  }
}
