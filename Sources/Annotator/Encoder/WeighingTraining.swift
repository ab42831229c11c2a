/// Learns how an encoder's claims and the instant tier's are weighed against each other, from texts that
/// neither has learnt from; returns the encoder's file with these weights at its end.
///
/// - Returns: `nil` where the file is no encoder, or the program has no models of the instant tier.
public func trainWeighing(
  of file: [UInt8], on documents: [ClaimDocument], report: (String) -> Void = { _ in }
) -> [UInt8]? {
  file.withUnsafeBytes { bytes in
    guard let network = EncoderNetwork(permanent: bytes),
      let instant = LearnedClaimExtractor.standard, let names = NameModel.standard
    else { return nil }
    let extractor = RefinedClaimExtractor(weighing: network.weighing, instant: instant)
    var rows: (instant: [JudgedRow], encoder: [JudgedRow]) = ([], [])
    for (number, document) in documents.enumerated() {
      guard let analysis = try? Pipeline.standard.annotate(document.text, as: .plain) else {
        continue
      }
      let windows = TrainingWindow.read(document, number: number, .standard, names.clusters)
      for (window, marked) in zip(analysis.windows, windows) {
        let passages = Array(analysis.passages[window.range])
        let readings = passages.compactMap { network.reading(of: $0.text) }
        for weighed in extractor.weighed(marked.text, passages, readings)
        where !marked.touchesIgnored(weighed.choice) {
          let row = JudgedRow(
            features: weighed.features.map(Double.init), isRight: marked.isRight(weighed.choice))
          if weighed.encoded == nil { rows.instant.append(row) } else { rows.encoder.append(row) }
        }
      }
    }
    report("\(rows.instant.count) claims of the instant tier, \(rows.encoder.count) of the encoder")
    let weighing = ClaimWeighing(
      instant: regression(rows.instant, count: ClaimWeighing.instantFeatures),
      encoder: regression(rows.encoder, count: ClaimWeighing.encoderFeatures))
    return file.dropLast(ClaimWeighing.size) + weighing.bytes
  }
}

extension TrainingWindow {
  /// Whether a claim has words of which nobody said whether they are one.
  fileprivate func touchesIgnored(_ choice: ClaimChoice) -> Bool {
    choice.content.joined().contains { isIgnored[$0] }
  }
}

/// A claim with what it is judged by, and whether it is right.
private struct JudgedRow {
  var features: [Double]
  var isRight: Bool
}

/// The weights of a logistic regression with a penalty on all but the first, by Newton's method.
private func regression(_ rows: [JudgedRow], count: Int) -> [Float] {
  var weights = [Double](repeating: 0, count: count)
  for _ in 0..<25 {
    var gradient = [Double](repeating: 0, count: count)
    var curvature = [[Double]](
      repeating: [Double](repeating: 0, count: count), count: count)
    for i in 0..<count {
      gradient[i] = i == 0 ? 0 : -weights[i]
      curvature[i][i] = i == 0 ? 1e-6 : 1
    }
    for row in rows {
      let sum = zip(weights, row.features).reduce(0) { $0 + $1.0 * $1.1 }
      let p = Double(1 / (1 + exponentials(SIMD8(repeating: Float(-sum)))[0]))
      for i in 0..<count where row.features[i] != 0 {
        gradient[i] += ((row.isRight ? 1 : 0) - p) * row.features[i]
        for k in 0..<count { curvature[i][k] += p * (1 - p) * row.features[i] * row.features[k] }
      }
    }
    let step = solution(of: curvature, gradient)
    for i in 0..<count { weights[i] += step[i] }
  }
  return weights.map(Float.init)
}

/// What solves a system of linear equations whose matrix is positive, by elimination.
private func solution(of matrix: [[Double]], _ right: [Double]) -> [Double] {
  var matrix = matrix
  var right = right
  let count = right.count
  for i in 0..<count {
    for k in i + 1..<max(i + 1, count) {
      let factor = matrix[k][i] / matrix[i][i]
      for column in i..<count { matrix[k][column] -= factor * matrix[i][column] }
      right[k] -= factor * right[i]
    }
  }
  for i in (0..<count).reversed() {
    for k in i + 1..<max(i + 1, count) { right[i] -= matrix[i][k] * right[k] }
    right[i] /= matrix[i][i]
  }
  return right
}
