internal import AnnotatorModel

/// A data file that is built into the program.
public struct EmbeddedFile: Sendable {
  /// The name of the file that it was built from.
  public let name: String
  /// Its size in bytes.
  public let count: Int
  /// Its CRC-32 (as zlib and PNG count it) in eight hexadecimal digits.
  public let checksum: String
  /// Whether what it holds can be used.
  public let isSound: Bool
}

/// The data files that are built into the program, each read through and tried: what a report on the
/// program's state needs.
public func embeddedFiles() -> [EmbeddedFile] {
  func file(_ name: String, _ bytes: annotator_bytes, isSound: Bool) -> EmbeddedFile {
    let sum = crc32(UnsafeBufferPointer(start: bytes.start, count: bytes.count))
    let digits = String(sum, radix: 16)
    return EmbeddedFile(
      name: name, count: bytes.count,
      checksum: String(repeating: "0", count: 8 - digits.count) + digits, isSound: isSound)
  }
  return [
    file("names.bin", annotator_names(), isSound: NameModel.standard != nil),
    file("claims.bin", annotator_claim_chains(), isSound: LearnedClaimExtractor.standard != nil),
    file(
      "gazetteer.bin", annotator_gazetteer(),
      isSound: !Gazetteer.standard.kinds(of: "Norway").isEmpty),
    file("wordtags.bin", annotator_word_tags(), isSound: WordTagger.isSound),
    file("cues.tsv", annotator_cues(), isSound: !CueLexicon.standard.entries.isEmpty),
    file("encoder.bin", annotator_encoder(), isSound: EncoderNetwork.standard != nil),
  ]
}

/// The instructions by which this processor runs the encoder: "AVX-512 VNNI", "AVX2" or "portable".
public var encoderInstructions: String { String(cString: encoderKernels[0].name) }

/// The CRC-32 of bytes (ISO 3309).
private func crc32(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
  let table: [UInt32] = (0..<256).map { byte in
    var sum = UInt32(byte)
    for _ in 0..<8 { sum = sum & 1 == 0 ? sum >> 1 : (sum >> 1) ^ 0xEDB8_8320 }
    return sum
  }
  var sum = UInt32.max
  for byte in bytes { sum = table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] ^ (sum >> 8) }
  return ~sum
}
