/// The features of tokens, as hashes: what a model weighs to tell names. Each begins with the number
/// of its template, so that equal values of different templates stay apart. The templates are part of
/// the model: to change one is to train anew.
struct NameFeatures {
  let facts: NameFacts
  let sentence: Range<Int>
  /// The features of the token that was read last.
  var hashes: [UInt64] = []

  init(_ facts: NameFacts, sentence: Range<Int>) {
    self.facts = facts
    self.sentence = sentence
    hashes.reserveCapacity(160)
  }

  /// Reads the features of a token of the sentence.
  mutating func read(_ token: Int) {
    hashes.removeAll(keepingCapacity: true)
    add(0, 0)
    addWords(token)
    addSpelling(token)
    addKinds(token)
    addClusters(token)
    addRun(token)
    addPlace(token)
    addSpan(token)
  }

  @inline(__always)
  mutating func add(_ template: UInt64, _ value: UInt64) {
    hashes.append(FeatureHash.feature(template, value))
  }

  @inline(__always)
  mutating func add(_ template: UInt64, _ first: UInt64, _ second: UInt64) {
    hashes.append(FeatureHash.feature(template, FeatureHash.pair(first, second)))
  }

  // What stands outside the sentence is a word of its own.
  @inline(__always)
  func folded(_ token: Int) -> UInt64 {
    sentence.contains(token) ? facts.words[token].spelling.folded : outside(token)
  }

  @inline(__always)
  private func shape(_ token: Int) -> UInt64 {
    sentence.contains(token) ? facts.words[token].spelling.shape : outside(token)
  }

  @inline(__always)
  private func outside(_ token: Int) -> UInt64 { token < sentence.lowerBound ? 3 : 4 }

  private mutating func addWords(_ i: Int) {
    let (a, b, c, d, e) = (folded(i - 2), folded(i - 1), folded(i), folded(i + 1), folded(i + 2))
    add(1, a)
    add(2, b)
    add(3, c)
    add(4, d)
    add(5, e)
    add(6, facts.words[i].spelling.exact)
    if sentence.contains(i - 1) { add(7, facts.words[i - 1].spelling.exact) }
    if sentence.contains(i + 1) { add(8, facts.words[i + 1].spelling.exact) }
    add(9, b, c)
    add(10, c, d)
    add(11, a, b)
    add(12, d, e)
  }

  private mutating func addSpelling(_ i: Int) {
    let (b, c, d) = (shape(i - 1), shape(i), shape(i + 1))
    add(13, shape(i - 2))
    add(14, b)
    add(15, c)
    add(16, d)
    add(17, shape(i + 2))
    add(18, FeatureHash.pair(b, c), d)
    add(19, b, c)
    add(20, c, d)
    add(21, folded(i - 1), c)
    add(22, c, folded(i + 1))
    let spelling = facts.words[i].spelling
    for k in 0..<4 {
      if spelling.prefixes[k] != 0 { add(23 + UInt64(k), spelling.prefixes[k]) }
      if spelling.suffixes[k] != 0 { add(27 + UInt64(k), spelling.suffixes[k]) }
    }
    if sentence.contains(i - 1) { add(31, facts.words[i - 1].spelling.suffixes[2]) }
    if sentence.contains(i + 1) { add(32, facts.words[i + 1].spelling.suffixes[2]) }
  }

  private mutating func addKinds(_ i: Int) {
    let here = kinds(i)
    let before = kinds(i - 1)
    let behind = kinds(i + 1)
    addBits(33, here)
    addBits(34, before)
    addBits(35, behind)
    add(36, here.rawValue, shape(i))
    add(37, before.rawValue, here.rawValue)
    add(38, here.rawValue, behind.rawValue)
    let word = facts.words[i]
    if word.coverPlace != 0 {
      var bits = word.cover.rawValue
      while bits != 0 {
        add(39, UInt64(bits.trailingZeroBitCount), word.coverPlace)
        bits &= bits - 1
      }
      add(40, word.cover.rawValue, word.coverPlace)
    }
  }

  @inline(__always)
  func kinds(_ token: Int) -> NameKinds {
    sentence.contains(token) ? facts.names.words[token].kinds : []
  }

  @inline(__always)
  mutating func addBits(_ template: UInt64, _ kinds: NameKinds) {
    var bits = kinds.rawValue
    while bits != 0 {
      add(template, UInt64(bits.trailingZeroBitCount))
      bits &= bits - 1
    }
  }

  private mutating func addClusters(_ i: Int) {
    let here = clusters(i)
    let before = clusters(i - 1)
    let behind = clusters(i + 1)
    if here.of64 != 0 {
      add(41, here.of64)
      add(42, here.of256)
      add(43, here.of1024)
      add(44, here.of4096)
      add(45, here.of1024, shape(i))
    }
    if before.of64 != 0 {
      add(46, before.of64)
      add(47, before.of256)
      add(48, before.of1024)
      add(49, before.of4096)
      add(50, before.of256, shape(i))
    }
    if behind.of64 != 0 {
      add(51, behind.of64)
      add(52, behind.of256)
      add(53, behind.of1024)
      add(54, behind.of4096)
      add(55, shape(i), behind.of256)
    }
    if sentence.contains(i - 2) { add(56, clusters(i - 2).of256) }
    if sentence.contains(i + 2) { add(57, clusters(i + 2).of256) }
    add(58, before.of256, here.of256)
    add(59, here.of256, behind.of256)
  }

  @inline(__always)
  func clusters(_ token: Int) -> WordClusters.Clusters {
    sentence.contains(token) ? facts.words[token].clusters : WordClusters.Clusters()
  }

  /// What the run of capitals around the token, and what stands beside it, tells.
  private mutating func addRun(_ i: Int) {
    guard facts.names.words[i].isCapital else { return }
    let run = facts.words[i].run
    let length = UInt64(min(run.count, 6))
    let place = UInt64(min(i - run.lowerBound, 3)) << 2 | UInt64(min(run.upperBound - 1 - i, 3))
    add(60, length, place)
    let first = run.lowerBound
    let last = run.upperBound - 1
    let left = folded(first - 1)
    let right = folded(last + 1)
    add(61, left, length)
    add(62, right, length)
    add(63, clusters(first - 1).of256, length)
    add(64, clusters(last + 1).of256, length)
    if run.count > 1 {
      if i != first { add(65, folded(first)) }
      if i != last {
        add(66, folded(last))
        addBits(67, kinds(last))
        add(68, clusters(last).of256)
      }
      if i != first { addBits(69, kinds(first)) }
    } else {
      add(70, left, right)
    }
    if first > sentence.lowerBound {
      let before = first - 1
      let isTitle = facts.names.titleStarts[before] <= before
      if isTitle || facts.names.words[before].kinds.contains(.honorific) {
        add(71, length, place)
      }
    }
    addBits(80, kinds(first - 1))
    addBits(81, kinds(last + 1))
    add(82, folded(first - 2), left)
    addApposition(behind: last)
  }

  /// What the place in sentence and passage tells.
  private mutating func addPlace(_ i: Int) {
    let word = facts.names.words[i]
    let token = facts.names.text.tokens[i]
    var flags: UInt64 = word.isForced ? 1 : 0
    if word.kinds.contains(.commonWord) { flags |= 2 }
    if i == sentence.lowerBound { flags |= 4 }
    add(72, flags, facts.words[i].spelling.shape)
    var joints: UInt64 = facts.names.text.hasBlankBefore(i) ? 1 : 0
    if facts.names.text.hasBlankAfter(i) { joints |= 2 }
    add(73, joints, UInt64(token.kind.rawValue))
    add(74, joints, facts.words[i].spelling.shape)
    if facts.words[i].isQuoted { add(75, facts.words[i].spelling.shape) }
    if i < 6 { add(76, UInt64(i), facts.words[i].spelling.shape) }
    guard word.isCapital else { return }
    let isAlone: UInt64 = facts.words[i].run.count == 1 ? 1 : 0
    var seen = facts.words[i].seen.rawValue
    add(77, UInt64(seen), isAlone | flags << 1)
    while seen != 0 {
      add(78, UInt64(seen.trailingZeroBitCount), isAlone)
      seen &= seen - 1
    }
    add(79, UInt64(min(sentence.count, 12)), facts.words[i].spelling.shape)
  }
}
