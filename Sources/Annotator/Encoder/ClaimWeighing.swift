internal import AnnotatorModel

/// What the probability of a claim is when an encoder and the instant tier are both heard: two
/// logarithmic regressions, one for the encoder's claims and one for the others, over what each makes
/// of its claim and of the other's with the same cue.
struct ClaimWeighing: Sendable, Equatable {
  /// The numbers that a claim of the instant tier, and one of the encoder, is judged by.
  static let instantFeatures = 15
  static let encoderFeatures = 14

  /// What each number counts.
  var instant: [Float]
  var encoder: [Float]

  /// The weights that a file ends with.
  init(_ file: inout EncoderFile) throws(DamagedEncoder) {
    instant = try file.floats(ClaimWeighing.instantFeatures)
    encoder = try file.floats(ClaimWeighing.encoderFeatures)
  }

  /// The weights of the encoder that is built into the program; `nil` where there are none.
  static let standard: ClaimWeighing? = {
    let bytes = annotator_encoder()
    let file = UnsafeRawBufferPointer(start: bytes.start, count: bytes.count)
    guard file.count > size else { return nil }
    var end = EncoderFile(permanent: UnsafeRawBufferPointer(rebasing: file.suffix(size)))
    return try? ClaimWeighing(&end)
  }()

  init(instant: [Float], encoder: [Float]) {
    self.instant = instant
    self.encoder = encoder
  }

  /// The bytes of a file's weights.
  static let size = (instantFeatures + encoderFeatures) * 4

  /// The weights as a file ends with them.
  var bytes: [UInt8] {
    (instant + encoder).flatMap { withUnsafeBytes(of: $0.bitPattern.littleEndian, Array.init) }
  }

  /// The probability of a claim of these numbers.
  func probability(_ features: [Float], isEncoded: Bool) -> Float {
    let sum = zip(isEncoded ? encoder : instant, features).reduce(0) { $0 + $1.0 * $1.1 }
    return 1 / (1 + exponentials(SIMD8(repeating: -sum))[0])
  }
}

/// A claim to choose, by the instant tier or by an encoder.
struct WeighedChoice {
  var choice: ClaimChoice
  /// What the encoder makes of it, where it is the encoder's.
  var encoded: EncodedClaim?
  /// What it is judged by.
  var features: [Float] = []
}

extension ClaimText {
  /// The claims of both, with what each is judged by.
  func weighed(
    _ instant: [ClaimChoice], _ encoded: [(ClaimChoice, EncodedClaim)]
  ) -> [WeighedChoice] {
    let own = instant.map { WeighedChoice(choice: $0) }
    let other = encoded.map { WeighedChoice(choice: $0.0, encoded: $0.1) }
    return own.map { judged($0, among: other) } + other.map { judged($0, among: own) }
  }

  private func judged(_ weighed: WeighedChoice, among others: [WeighedChoice]) -> WeighedChoice {
    let choice = weighed.choice
    var match: (WeighedChoice, shared: Float)?
    var best: Float = -1
    for other in others where isSame(choice, other.choice) {
      let shared = self.shared(choice.content, other.choice.content)
      let score = shared + 0.01 * (other.encoded?.cueProbability ?? other.choice.probability)
      if score > best {
        best = score
        match = (other, shared)
      }
    }
    let isDirect: Float = isDirect(choice) ? 1 : 0
    let hasMatch: Float = match == nil ? 0 : 1
    let shared = match?.shared ?? 0
    let meets: Float = match.map { meet(choice.source, $0.0.choice.source) ? 1 : 0 } ?? 0
    let isNobody: Float = choice.source == nil ? 1 : 0
    // The end of a content is what the two are most often at odds about.
    let ends = (choice.end, match?.0.choice.end ?? choice.end)
    let isLonger: Float = ends.0 > ends.1 ? 1 : 0
    let isShorter: Float = ends.0 < ends.1 ? 1 : 0
    var result = weighed
    if let claim = weighed.encoded {
      result.features = [
        1, odds(claim.cueProbability), odds(claim.contentProbability),
        odds(claim.sourceProbability), isDirect, isNobody, hasMatch,
        hasMatch * odds(match?.0.choice.probability ?? 0.5), shared, meets, shared * meets,
        isDirect * hasMatch, isLonger, isShorter,
      ]
    } else {
      let own = odds(choice.probability)
      result.features = [
        1, own, isDirect, isDirect * own, choice.isRuled ? 1 : 0, hasMatch,
        hasMatch * odds(match?.0.encoded?.cueProbability ?? 0.5), shared, meets, shared * meets,
        isDirect * hasMatch, isDirect * shared * meets, isNobody, isLonger, isShorter,
      ]
    }
    return result
  }

  /// Whether two claims are of the same cue, or of the same words where one has none.
  private func isSame(_ a: ClaimChoice, _ b: ClaimChoice) -> Bool {
    if let a = a.cue, let b = b.cue { return a.overlaps(b) }
    return a.content.contains { part in b.content.contains(where: part.overlaps) }
  }

  /// Whether a claim's content stands within quotation marks.
  private func isDirect(_ choice: ClaimChoice) -> Bool {
    !choice.content.isEmpty && choice.content.joined().allSatisfy { words[$0].quotation != 0 }
  }
}

extension ClaimChoice {
  /// The end of its content.
  fileprivate var end: Int { content.map(\.upperBound).max() ?? 0 }
}

/// The logarithm of the odds of a probability, which is taken for neither certain nor impossible.
private func odds(_ probability: Float) -> Float {
  let p = min(0.98, max(0.02, probability))
  return logarithm(p) - logarithm(1 - p)
}

/// The natural logarithm of a positive number, by the series of the area hyperbolic tangent; the
/// standard library has none.
private func logarithm(_ x: Float) -> Float {
  let t = (x.significand - 1) / (x.significand + 1)
  let square = t * t
  let series = 1 + square * (1 / 3 + square * (1 / 5 + square * (1 / 7 + square / 9)))
  return Float(x.exponent) * 0.693_147_18 + 2 * t * series
}
