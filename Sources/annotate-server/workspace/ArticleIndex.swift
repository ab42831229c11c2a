import Annotator
import LanguageServerProtocol

/// What questions over many articles need of one, packed: names, claims and where they stand. It is
/// immutable and shared between the versions of the index.
final class ArticleIndex: Sendable {
  /// The article, as the client names it.
  let uri: DocumentURI
  /// The day it was published as YYYYMMDD; 0 where its head does not tell.
  let day: Int32
  /// The head, in the order of `HeadPart`, and behind it the title's words.
  private let head: Rows<UInt8>
  /// The types of the chains, in the order of `Annotations.chains`.
  let types: [EntityType]
  /// The fullest names of the chains.
  let names: Rows<UInt8>
  /// The hashes of these names' words.
  let nameHashes: [UInt64]
  /// Where each chain is mentioned.
  let mentions: Rows<Span>
  /// The names that the article uses for each chain, the fullest one first, by their words.
  private let variants: Rows<UInt64>
  /// The end of each chain's variants.
  private let variantEnds: [UInt32]
  /// The claims, in the order of `Annotations.claims`.
  let claims: [ClaimFacts]
  /// Source, cue and content of each claim: a row each.
  let spans: Rows<Span>
  /// The same as a reader sees them.
  let texts: Rows<UInt8>
  /// The words of each claim's content.
  private let words: Rows<UInt64>
  /// The chains that each claim's content mentions.
  private let subjects: Rows<UInt16>

  /// A stretch of an article in lines and columns from 0, columns in the index's unit.
  struct Span: Sendable, Equatable {
    var line: UInt32
    var column: UInt32
    var endLine: UInt32
    var endColumn: UInt32
  }

  /// What a claim is.
  struct ClaimFacts: Sendable {
    var form: ClaimForm
    var polarity: Polarity
    var certainty: Certainty
    var kind: ClaimKind
    /// The chain of its source; -1 for none.
    var sourceChain: Int16
    var confidence: Float
  }

  /// A part of a claim.
  enum ClaimPart: Int, CaseIterable {
    case source, cue, content

    /// Its row among those of all claims.
    func row(ofClaim claim: Int) -> Int { claim * ClaimPart.allCases.count + rawValue }
  }

  /// A part of the head.
  enum HeadPart: Int, CaseIterable {
    case title, publisher, date, url
  }

  /// The index of an article.
  ///
  /// - Parameters:
  ///   - annotations: what was found in it, as far as it is wanted.
  ///   - unit: the unit of columns.
  init(_ uri: DocumentURI, _ analysis: Analysis, _ annotations: Annotations, unit: ColumnUnit) {
    self.uri = uri
    day = analysis.article.head.dateline?.key ?? 0
    let parts = HeadPart.allCases.map { analysis.article.head.text($0) }
    head = Rows(parts + [FoldedText(parts[0]).string])
    var conversion = Conversion(analysis.text, unit: unit)
    // Chains have 16 bits in what follows; the rest of a text with more of them is not found.
    let chains = annotations.chains.prefix(Int(Int16.max))
    types = chains.map(\.type)
    names = Rows(chains.map(\.name))
    nameHashes = chains.map { FoldedText($0.name).hash }
    mentions = Rows(
      chains.map { $0.mentions.map { conversion.span(annotations.entities[$0].range) } })
    let folded = chains.map { ArticleIndex.names(of: $0, analysis, annotations) }
    variants = Rows(folded.flatMap(\.self))
    var end: UInt32 = 0
    variantEnds = folded.map { names in
      end += UInt32(names.count)
      return end
    }
    claims = annotations.claims.map { claim in
      ClaimFacts(
        form: claim.form, polarity: claim.polarity, certainty: claim.certainty, kind: claim.kind,
        sourceChain: claim.sourceChain.flatMap { Int16(exactly: $0) } ?? -1,
        confidence: claim.confidence)
    }
    let places = annotations.claims.flatMap { claim in
      ClaimPart.allCases.map { claim.spans($0) }
    }
    spans = Rows(places.map { $0.map { conversion.span($0) } })
    let texts = places.map { $0.map(analysis.visibleText).joined(separator: " … ") }
    self.texts = Rows(texts)
    words = Rows(
      annotations.claims.indices.map { FoldedText(texts[ClaimPart.content.row(ofClaim: $0)]).words }
    )
    subjects = Rows(annotations.claims.map { annotations.chains(within: $0.content) })
  }

  /// The names that an article uses for a chain, the fullest one first.
  private static func names(
    of chain: Chain, _ analysis: Analysis, _ annotations: Annotations
  ) -> [[UInt64]] {
    var names = [Array(NameQuery.core(FoldedText(chain.name).words))]
    for mention in chain.mentions where annotations.entities[mention].mention == .name {
      let text = analysis.visibleText(annotations.entities[mention].range)
      let name = Array(NameQuery.core(FoldedText(text).words))
      if !name.isEmpty, !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// The chains that go by a name.
  func chains(named query: NameQuery) -> [Int] {
    var found: [Int] = []
    var start = 0
    for (chain, end) in variantEnds.enumerated() {
      let all = start..<Int(end)
      start = all.upperBound
      // Nearly all names end here, and this must cost nothing.
      for variant in all where variants.last(variant) == query.surname {
        guard
          query.matches(
            variants[variant], isPerson: types[chain] == .person,
            isFullest: variant == all.lowerBound)
        else { continue }
        found.append(chain)
        break
      }
    }
    return found
  }

  /// Whether some claim's content may have the words of a name.
  func mayHave(_ name: NameQuery) -> Bool { words.contains(name.surname) }

  /// Whether a claim's content mentions one of some chains, or has the words of a name.
  func isClaim(_ claim: Int, about name: NameQuery, _ chains: [Int]) -> Bool {
    subjects[claim].contains { chains.contains(Int($0)) } || name.occurs(in: words[claim])
  }

  /// A part of the head; `nil` where it is absent.
  func text(_ part: HeadPart) -> String? {
    head[part.rawValue].isEmpty ? nil : head.string(part.rawValue)
  }

  /// The words of the title, as in `FoldedText.bytes`.
  var titleWords: ArraySlice<UInt8> { head[HeadPart.allCases.count] }

  /// The bytes that the index of the article takes, about.
  var size: Int {
    head.size + types.count * 13 + names.size + mentions.size + variants.size + spans.size
      + claims.count * MemoryLayout<ClaimFacts>.stride + texts.size + words.size + subjects.size
      + 400
  }
}

extension Head {
  fileprivate func text(_ part: ArticleIndex.HeadPart) -> String {
    switch part {
    case .title: title?.text ?? ""
    case .publisher: publisher?.text ?? ""
    case .date: date?.text ?? ""
    case .url: url?.text ?? ""
    }
  }
}

extension Claim {
  /// The spans of a part.
  func spans(_ part: ArticleIndex.ClaimPart) -> [ByteRange] {
    switch part {
    case .source: source
    case .cue: cue
    case .content: content
    }
  }
}

extension Annotations {
  /// The chains that are mentioned in some ranges.
  fileprivate func chains(within ranges: [ByteRange]) -> [UInt16] {
    var found: [UInt16] = []
    for range in ranges {
      var index = entities.partitioningIndex { $0.range.lowerBound >= range.lowerBound }
      while index < entities.count, entities[index].range.lowerBound < range.upperBound {
        if entities[index].range.upperBound <= range.upperBound,
          let chain = entities[index].chain.flatMap({ UInt16(exactly: $0) }),
          !found.contains(chain)
        {
          found.append(chain)
        }
        index += 1
      }
    }
    return found
  }
}

extension Conversion {
  /// The lines and columns of a byte range.
  fileprivate mutating func span(_ range: ByteRange) -> ArticleIndex.Span {
    let start = position(range.lowerBound)
    let end = position(range.upperBound)
    return ArticleIndex.Span(
      line: UInt32(clamping: start.line), column: UInt32(clamping: start.column),
      endLine: UInt32(clamping: end.line), endColumn: UInt32(clamping: end.column))
  }
}
