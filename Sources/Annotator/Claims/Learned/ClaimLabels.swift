/// The labels of words in the first model, which tells what reports, and who, and what, but not which
/// of them belong together.
enum TagLabels {
  static let outside = 0
  static let sourceBegin = 1
  static let source = 2
  static let cueBegin = 3
  static let cue = 4
  static let contentBegin = 5
  static let content = 6
  static let count = 7

  /// Whether a label may stand behind another, or at the beginning of a passage.
  static func isAllowed(_ from: Int?, _ to: Int) -> Bool {
    guard to != outside, to % 2 == 0 else { return true }
    return from == to || from == to - 1
  }
}

/// The labels of words in the second model, which is asked about one cue.
enum RoleLabels {
  static let outside = 0
  static let sourceBegin = 1
  static let source = 2
  static let contentBegin = 3
  static let content = 4
  static let cue = 5
  static let count = 6

  /// Whether a label may stand behind another, or at the beginning of what is looked at.
  static func isAllowed(_ from: Int?, _ to: Int) -> Bool {
    guard to == source || to == content else { return true }
    return from == to || from == to - 1
  }
}

/// The labels of a whole claim in the third model.
enum WorthLabels {
  static let wrong = 0
  static let right = 1
  static let count = 2
}
