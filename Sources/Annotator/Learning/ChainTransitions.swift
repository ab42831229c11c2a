/// Which label may follow which, and how gladly: the part of a linear-chain conditional random field
/// (Lafferty, McCallum, Pereira 2001) that does not look at the text.
struct Transitions<Row: ChainRow>: Sendable {
  /// The score of what is not allowed, which nothing can make up for.
  static var forbidden: Float { -1e4 }
  /// The row of the beginning of a sequence.
  static var beginning: Int { Row.width }
  /// The number of rows.
  static var rows: Int { Row.width + 1 }

  /// The score of a label behind another: a row for each label before, over the labels behind it, and
  /// one for the beginning of a sequence.
  private(set) var scores: [Row]
  /// e to the power of the scores.
  private(set) var factors: [Row]
  /// The factors the other way round: a row for each label behind, over the labels before it.
  private(set) var reversed: [Row]

  /// Transitions between `labels` labels that all score 0, but for what `isAllowed` leaves out. Its
  /// first argument is `nil` for the beginning of a sequence.
  init(labels: Int, isAllowed: (_ from: Int?, _ to: Int) -> Bool) {
    var scores: [Row] = []
    for from in 0..<Transitions.rows {
      var row = Row(repeating: Transitions.forbidden)
      for to in 0..<labels where from == Transitions.beginning || from < labels {
        if isAllowed(from == Transitions.beginning ? nil : from, to) { row[to] = 0 }
      }
      scores.append(row)
    }
    self.init(scores: scores)
  }

  /// Transitions with the given rows.
  init(scores: [Row]) {
    precondition(scores.count == Transitions.rows)
    self.scores = scores
    factors = []
    reversed = []
    update(scores)
  }

  /// Takes new scores.
  mutating func update(_ scores: [Row]) {
    self.scores = scores
    factors = scores.map { row in
      var factors = row.exponential
      for label in 0..<Row.width where row[label] <= Transitions.forbidden / 2 {
        factors[label] = 0
      }
      return factors
    }
    reversed = (0..<Row.width).map { to in
      var row = Row.zero
      for from in 0..<Row.width { row[from] = factors[from][to] }
      return row
    }
  }
}

/// Transitions between up to 24 labels.
typealias ChainTransitions = Transitions<LabelRow>
