/// Everything known of one version of a text: an immutable value from which every answer is made,
/// and which the analysis of the next version reuses.
public struct Analysis: Sendable {
  /// The text that the ranges refer to.
  public let text: SourceText
  /// Its head and passages.
  public let article: Article
  /// What was found, placed in the source.
  public let annotations: Annotations
  /// What is known of each passage of the article, in the same order.
  let facts: [PassageFacts]
  /// The claims of each window, for reuse.
  let windows: [ClaimWindow]
  /// The names that were known beforehand.
  let dictionary: NameDictionary
  /// What its stages are for; what they found is of that tier once all passages are read for it.
  let tier: Tier

  /// The article's passages with what was found in each, in the same order.
  public var passages: [AnalyzedPassage] { facts.map(\.passage) }

  /// Which pass made what was found in a part of the text: the refined one where the encoder has read
  /// all passages that the part meets.
  public func tier(in range: ByteRange) -> Tier {
    guard tier == .refined else { return .instant }
    let isRead = zip(article.passages, facts).allSatisfy { passage, facts in
      facts.draft.reading != nil || !passage.range.overlaps(range)
    }
    return isRead ? .refined : .instant
  }

  /// The passages that the encoder is still to read, as indices; none for the stages of the instant
  /// tier.
  public var unread: [Int] {
    tier == .refined ? facts.indices.filter { facts[$0].draft.reading == nil } : []
  }
}

extension Analysis {
  /// What a reader sees of a source range, without the markup inside it, on one line.
  public func visibleText(_ range: ByteRange) -> String {
    let passages = article.passages
    // Passages come in the order of their starts; only an image's alternative text lies in another.
    var index = passages.partitioningIndex { $0.range.lowerBound > range.lowerBound }
    while index > 0, passages[index - 1].range.upperBound > range.lowerBound { index -= 1 }
    var bytes: [UInt8] = []
    while index < passages.count, passages[index].range.lowerBound < range.upperBound {
      let passage = passages[index]
      index += 1
      let isWhole = passage.range.contains(range)
      guard passage.role != .alternativeText || isWhole else { continue }
      let origin = passage.range.lowerBound
      let shown = passage.prose.bytes(
        ofSource: range.lowerBound - origin..<range.upperBound - origin)
      guard !shown.isEmpty else { continue }
      if !bytes.isEmpty { bytes.append(0x20) }
      bytes += shown
    }
    return String(decoding: oneLine(bytes), as: UTF8.self)
  }
}

/// Text with one blank in place of each run of white space, and none at its ends. By bytes, since an
/// index of many articles asks for every claim's text: splitting characters was a thirtieth of its
/// time.
private func oneLine(_ text: [UInt8]) -> [UInt8] {
  var result: [UInt8] = []
  result.reserveCapacity(text.count)
  text.withUnsafeBufferPointer { bytes in
    var isParted = false
    var i = 0
    while i < bytes.count {
      let (scalar, length) = bytes.scalar(at: i)
      let isBlank =
        bytes[i] < 0x80
        ? bytes[i] == 0x20 || (0x09...0x0D).contains(bytes[i]) : scalar.properties.isWhitespace
      if isBlank {
        isParted = !result.isEmpty
      } else {
        if isParted { result.append(0x20) }
        isParted = false
        result += bytes[i..<i + length]
      }
      i += length
    }
  }
  return result
}

/// Neighbouring passages whose claims are found together.
struct ClaimWindow: Sendable {
  /// The passages, as a range of the article's.
  var range: Range<Int>
  /// What the extractor found.
  var claims: [WindowClaim]
}
