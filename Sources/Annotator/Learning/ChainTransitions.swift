/// Which label may follow which, and how gladly: the part of a linear-chain conditional random field
/// (Lafferty, McCallum, Pereira 2001) that does not look at the text.
struct ChainTransitions: Sendable {
  /// The score of what is not allowed, which nothing can make up for.
  static let forbidden: Float = -1e4
  /// The row of the beginning of a sequence.
  static let beginning = LabelRow.width
  /// The number of rows.
  static let rows = LabelRow.width + 1

  /// The score of a label behind another: a row for each label before, over the labels behind it, and
  /// one for the beginning of a sequence.
  private(set) var scores: [LabelRow]
  /// e to the power of the scores.
  private(set) var factors: [LabelRow]
  /// The factors the other way round: a row for each label behind, over the labels before it.
  private(set) var reversed: [LabelRow]

  /// Transitions between `labels` labels that all score 0, but for what `isAllowed` leaves out. Its
  /// first argument is `nil` for the beginning of a sequence.
  init(labels: Int, isAllowed: (_ from: Int?, _ to: Int) -> Bool) {
    var scores: [LabelRow] = []
    for from in 0..<ChainTransitions.rows {
      var row = LabelRow(repeating: ChainTransitions.forbidden)
      for to in 0..<labels where from == ChainTransitions.beginning || from < labels {
        if isAllowed(from == ChainTransitions.beginning ? nil : from, to) { row[to] = 0 }
      }
      scores.append(row)
    }
    self.init(scores: scores)
  }

  /// Transitions with the given rows.
  init(scores: [LabelRow]) {
    precondition(scores.count == ChainTransitions.rows)
    self.scores = scores
    factors = []
    reversed = []
    update(scores)
  }

  /// Takes new scores.
  mutating func update(_ scores: [LabelRow]) {
    self.scores = scores
    factors = scores.map { row in
      var factors = row.exponential
      for label in 0..<LabelRow.width where row[label] <= ChainTransitions.forbidden / 2 {
        factors[label] = 0
      }
      return factors
    }
    reversed = (0..<LabelRow.width).map { to in
      var row = LabelRow.zero
      for from in 0..<LabelRow.width { row[from] = factors[from][to] }
      return row
    }
  }
}
