/// How a quotation mark is written.
enum QuotationGlyph {
  case straightDouble
  case straightSingle
  /// Has one of two directions by its look: `“`, `„`, `«`, `` `` ``.
  case opening(QuotationMark.Kind)
  /// `”`, `»`.
  case closing(QuotationMark.Kind)
  /// `’`, which is also the apostrophe.
  case curlyApostrophe

  var kind: QuotationMark.Kind {
    switch self {
    case .straightDouble: .double
    case .straightSingle, .curlyApostrophe: .single
    case .opening(let kind), .closing(let kind): kind
    }
  }

  var isStraight: Bool {
    switch self {
    case .straightDouble, .straightSingle: true
    case .opening, .closing, .curlyApostrophe: false
    }
  }

  var canCloseSingle: Bool {
    switch self {
    case .straightSingle, .curlyApostrophe: true
    case .straightDouble, .opening, .closing: false
    }
  }

  init?(_ text: String) {
    switch text {
    case "\"": self = .straightDouble
    case "'": self = .straightSingle
    case "’": self = .curlyApostrophe
    case "“", "„", "‟", "``", "‘‘": self = .opening(.double)
    case "”", "''", "’’": self = .closing(.double)
    case "‘", "‚", "‛", "`": self = .opening(.single)
    case "«": self = .opening(.angle)
    case "»": self = .closing(.angle)
    case "‹": self = .opening(.singleAngle)
    case "›": self = .closing(.singleAngle)
    case "「", "『": self = .opening(.corner)
    case "」", "』": self = .closing(.corner)
    default: return nil
    }
  }
}

extension TokenizedProse {
  /// The tokens that are written like quotation marks.
  func quotationGlyphs() -> [(token: Int, glyph: QuotationGlyph)] {
    var result: [(token: Int, glyph: QuotationGlyph)] = []
    for (index, token) in tokens.enumerated()
    where token.kind == .punctuation && token.range.count <= 6 {
      let first = prose.bytes[token.range.lowerBound]
      // Most punctuation is ruled out by its first byte.
      guard
        first == 0x22 || first == 0x27 || first == 0x60 || first == 0xC2 || first == 0xE2
          || first == 0xE3, let glyph = QuotationGlyph(string(index))
      else { continue }
      result.append((index, glyph))
    }
    return result
  }
}
