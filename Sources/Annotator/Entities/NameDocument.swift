/// A text whose names somebody marked, to train from.
public struct NameDocument: Sendable {
  /// A marked name.
  public struct Name: Sendable {
    /// Where it stands.
    public var range: ByteRange
    /// Its type, as its corpus calls it.
    public var type: String

    /// A marked name.
    public init(range: ByteRange, type: String) {
      self.range = range
      self.type = type
    }
  }

  /// The text.
  public var text: SourceText
  /// Its names, which do not overlap.
  public var names: [Name]
  /// The types that are marked wherever they occur; empty where all are.
  public var types: Set<String>
  /// Which finer type is marked as which coarser one; `nil` where it is not marked.
  public var collapse: [String: String?]
  /// How much the text counts.
  public var weight: Float
  /// Whether a machine marked the names.
  public var isSilver: Bool
  /// Whether the text was written to train from: it is in the article markup, and its names are
  /// marked by the types and extents that the recogniser gives.
  public var isWritten: Bool

  /// A text with its names.
  public init(
    text: SourceText, names: [Name], types: Set<String>, collapse: [String: String?],
    weight: Float, isSilver: Bool = false, isWritten: Bool = false
  ) {
    self.text = text
    self.names = names
    self.types = types
    self.collapse = collapse
    self.weight = weight
    self.isSilver = isSilver
    self.isWritten = isWritten
  }
}

extension NameDocument {
  /// The types that a marked name may really have, by their indices: a corpus that knows only places
  /// leaves open whether one is a state or a river. Some tell it of some of their names.
  func finerTypes(of type: String) -> [Int] {
    let finer = NameLabels.types.indices.filter { index in
      let fine = NameLabels.types[index].rawValue
      return (collapse[fine] ?? fine) == type
    }
    if finer.isEmpty, let own = NameLabels.types.firstIndex(where: { $0.rawValue == type }) {
      return [own]
    }
    return finer
  }

  /// The types that may stand in the text without a mark.
  var openTypes: [Int] {
    guard !types.isEmpty else { return [] }
    return NameLabels.types.indices.filter { index in
      let fine = NameLabels.types[index].rawValue
      guard let coarse = collapse[fine] ?? fine else { return true }
      return !types.contains(coarse)
    }
  }

  /// For each token of a passage, the labels that it may bear, as a mask.
  func allowedLabels(_ names: NameText, origin: Int) -> [UInt32] {
    let text = names.text
    let outside: UInt32 = 1
    let open = openTypes.reduce(outside) {
      $0 | 1 << UInt32(NameLabels.begin($1)) | 1 << UInt32(NameLabels.inside($1))
    }
    var masks = text.tokens.indices.map { i in
      names.mayBelongToName(i) ? open : outside
    }
    let ranges = text.tokens.map { token in
      let range = text.prose.sourceRange(token.range)
      return range.lowerBound + origin..<range.upperBound + origin
    }
    for name in self.names {
      let first = ranges.partitioningIndex { $0.upperBound > name.range.lowerBound }
      let end = ranges.partitioningIndex { $0.lowerBound >= name.range.upperBound }
      guard first < end else { continue }
      let finer = finerTypes(of: name.type)
      if finer.isEmpty {
        // "MISC" in a corpus that does not tell what it is; dates and amounts are no names.
        let isValue = EntityType(rawValue: name.type)?.isValue ?? false
        for i in first..<end { masks[i] = isValue ? outside : open }
        continue
      }
      let extent = names.nameExtent(first..<end, isPerson: finer == [0])
      let likely = names.likelyTypes(of: extent, among: finer)
      for i in first..<end { masks[i] = outside }
      for i in extent {
        masks[i] = 0
        for type in likely {
          let label = i == extent.lowerBound ? NameLabels.begin(type) : NameLabels.inside(type)
          masks[i] |= 1 << UInt32(label)
        }
      }
    }
    return masks
  }
}

extension NameText {
  /// Whether a token can be part of a name that a corpus does not mark: it is capitalised, or stands
  /// between capitalised words.
  fileprivate func mayBelongToName(_ i: Int) -> Bool {
    if words[i].isCapital { return true }
    let before = (max(0, i - 3)..<i).contains { words[$0].isCapital }
    return before && (i + 1..<max(i + 1, min(count, i + 4))).contains { words[$0].isCapital }
  }

  /// A marked name without the article and the form of address before it and the possessive behind.
  fileprivate func nameExtent(_ tokens: Range<Int>, isPerson: Bool) -> Range<Int> {
    var extent = tokens
    if extent.count > 1, text.isToken(extent.lowerBound, "the") { extent.removeFirst() }
    while isPerson, extent.count > 1, words[extent.lowerBound].kinds.contains(.honorific) {
      extent.removeFirst()
    }
    if extent.count > 1, isPossessive(extent.upperBound - 1) { extent.removeLast() }
    return extent
  }

  /// The types, of those that a coarser one leaves open, for which the name's own words speak: its
  /// head ("Airport"), or what the gazetteer knows of it. All, where they say nothing.
  func likelyTypes(of name: Range<Int>, among types: [Int]) -> [Int] {
    guard types.count > 1 else { return types }
    let known = kinds(name.lowerBound, name.upperBound)
    // The Faroe Islands are a land, whatever their head says.
    if known.contains(.country),
      let state = types.first(where: { NameLabels.types[$0] == .geopolitical })
    {
      return [state]
    }
    if name.count > 1 {
      let last = words[name.upperBound - 1].kinds
      let byHead = types.filter { index in
        switch NameLabels.types[index] {
        case .facility: last.contains(.facilityHead)
        case .location:
          last.contains(.locationHead) || words[name.lowerBound].kinds.contains(.locationHead)
        case .event: last.contains(.eventHead)
        case .law: last.contains(.lawHead)
        case .work: last.contains(.workHead)
        case .product: last.contains(.productHead)
        default: false
        }
      }
      if !byHead.isEmpty { return byHead }
    }
    let byKind = types.filter { index in
      switch NameLabels.types[index] {
      case .geopolitical: known.intersects(.geopolitical)
      case .location: known.contains(.location)
      case .facility: known.contains(.facility)
      case .group: known.intersects([.demonym, .group])
      case .event: known.contains(.event)
      case .product: known.contains(.product)
      case .work: known.contains(.work)
      case .law: known.contains(.law)
      case .language: known.contains(.language)
      default: false
      }
    }
    return byKind.isEmpty ? types : byKind
  }
}
