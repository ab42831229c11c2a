import Annotator
import Synchronization

/// What the encoder has made of passages lately, by their text: what an edit brings back or moves
/// need not be read again.
final class ReadingCache: Sendable {
  /// The latest readings, those before them, and the words of the latest.
  private struct Readings {
    var new: [Prose: PassageReading] = [:]
    var old: [Prose: PassageReading] = [:]
    var words = 0
  }

  /// The most words of readings that are kept: some ten megabytes.
  private static let mostWords = 50_000

  private let readings = Mutex(Readings())

  /// The reading of a passage, by the encoder if it is not known.
  ///
  /// - Returns: `nil` where there is no encoder, or the task it runs in is cancelled.
  func reading(of passage: AnalyzedPassage) -> PassageReading? {
    let prose = passage.text.prose
    let known = readings.withLock { $0.new[prose] ?? $0.old[prose] }
    guard let reading = known ?? passage.readByEncoder() else { return nil }
    readings.withLock { readings in
      guard readings.new.updateValue(reading, forKey: prose) == nil else { return }
      readings.words += passage.text.tokens.count
      guard readings.words > ReadingCache.mostWords / 2 else { return }
      readings = Readings(old: readings.new)
    }
    return reading
  }
}
