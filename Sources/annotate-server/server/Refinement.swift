import Annotator

/// A document that is read at once and then by the encoder, passage by passage, those first that lie
/// nearest to where the user is.
struct Refinement: Sendable {
  private var checked: CheckedText
  private let options: Options
  private let cache: ReadingCache
  /// The passages that are left.
  private var unread: [Int]
  /// How long the encoder reads before there is something new to show: the better part of a short
  /// article soon, a long one in few turns.
  private var turn = Duration.milliseconds(50)
  private static let longestTurn = Duration.seconds(1)

  /// A document that has been read at once.
  init(_ checked: CheckedText, _ options: Options, _ cache: ReadingCache) {
    self.checked = checked
    self.options = options
    self.cache = cache
    unread = checked.analysis.unread
  }

  /// The document with more passages read; `nil` where none is left.
  ///
  /// - Throws: `CancellationError` when the task it runs in is cancelled, between two passages.
  mutating func next(near place: ByteRange) async throws(CancellationError) -> CheckedText? {
    let passages = checked.analysis.article.passages
    unread.sort { passages[$0].range.distance(to: place) > passages[$1].range.distance(to: place) }
    var readings: [Int: PassageReading] = [:]
    let end = ContinuousClock.now + turn
    repeat {
      guard let index = unread.popLast() else { break }
      if Task.isCancelled { throw CancellationError() }
      readings[index] = cache.reading(of: checked.analysis.passages[index])
      await Task.yield()
    } while ContinuousClock.now < end
    turn = min(turn * 2, Refinement.longestTurn)
    guard !readings.isEmpty else { return nil }
    checked = try checked.heeding(readings, options)
    return checked
  }

  /// The document with all passages read.
  ///
  /// - Throws: `CancellationError` when the task it runs in is cancelled, between two passages.
  mutating func whole() async throws(CancellationError) -> CheckedText {
    turn = .seconds(1 << 30)
    return try await next(near: 0..<0) ?? checked
  }
}

extension ByteRange {
  /// The bytes between two ranges.
  fileprivate func distance(to other: ByteRange) -> Int {
    Swift.max(0, lowerBound - other.upperBound, other.lowerBound - upperBound)
  }
}
