extension TokenScanner {
  /// The end of the URL, e-mail address or domain that begins at an offset; `run` is the end of its
  /// first letters and digits.
  mutating func addressEnd(from start: Int, run: Int) -> Int? {
    switch bytes.byte(at: run) {
    case UInt8(ascii: ":"):
      if bytes.byte(at: run + 1) == UInt8(ascii: "/"), bytes.byte(at: run + 2) == UInt8(ascii: "/"),
        !isBlank(at: run + 3)
      {
        return urlEnd(from: start)
      }
      if bytes.slice(start..<run, equals: "mailto"), let end = mailEnd(from: run + 1) { return end }
      return nil
    case UInt8(ascii: "."):
      if bytes.slice(start..<run, equals: "www"), isWordlike(at: run + 1) {
        return urlEnd(from: start)
      }
      return mailEnd(from: start) ?? domainEnd(from: start)
    case UInt8(ascii: "@"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "%"):
      return mailEnd(from: start) ?? domainEnd(from: start)
    default: return nil
    }
  }

  /// The end of a URL: the next blank, quotation mark or angle bracket, less the punctuation that
  /// belongs to the sentence.
  private func urlEnd(from start: Int) -> Int {
    var end = start
    var open = 0
    scan: while end < bytes.count {
      let (kind, length) = bytes.characterClass(at: end)
      switch kind {
      case .blank: break scan
      case .punctuation where length > 1: break scan
      default: break
      }
      switch bytes[end] {
      case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "`"): break scan
      case UInt8(ascii: "("): open += 1
      case UInt8(ascii: ")"):
        guard open > 0 else { break scan }
        open -= 1
      default: break
      }
      end += length
    }
    while end > start + 1 {
      switch bytes[end - 1] {
      case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"),
        UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "'"), UInt8(ascii: "]"),
        UInt8(ascii: "}"), UInt8(ascii: "*"), UInt8(ascii: "("):
        end -= 1
      default: return end
      }
    }
    return end
  }

  /// The end of an e-mail address.
  private mutating func mailEnd(from start: Int) -> Int? {
    guard start >= noMailBefore else { return nil }
    var at = start
    local: while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "-"),
        UInt8(ascii: "%"):
        at += 1
      case let byte where byte.isASCIILetter || byte.isASCIIDigit: at += 1
      default: break local
      }
    }
    let host = runEnd(from: at + 1)
    guard at > start, bytes.byte(at: at) == UInt8(ascii: "@"), host > at + 1 else {
      noMailBefore = at
      return nil
    }
    return hostEnd(from: host)
  }

  /// The end of the further labels of a host name.
  private func hostEnd(from label: Int) -> Int {
    var end = label
    while bytes.byte(at: end) == UInt8(ascii: ".") || bytes.byte(at: end) == UInt8(ascii: "-"),
      isWordlike(at: end + 1)
    {
      end = runEnd(from: end + 1)
    }
    return end
  }

  /// The end of a domain name without a scheme (`bbc.co.uk`, `nytimes.com/politics`). Its last label
  /// must be known to be one, since a stop without its blank looks the same.
  private mutating func domainEnd(from start: Int) -> Int? {
    guard start >= noDomainBefore else { return nil }
    let end = hostEnd(from: runEnd(from: start))
    var label = end
    while label > start, bytes[label - 1] != UInt8(ascii: ".") { label -= 1 }
    guard label > start + 2, isTopLevelDomain(label..<end) else {
      noDomainBefore = end
      return nil
    }
    return bytes.byte(at: end) == UInt8(ascii: "/") && isWordlike(at: end + 1)
      ? urlEnd(from: start) : end
  }

  /// Whether a label ends host names and is no common English word.
  func isTopLevelDomain(_ label: Range<Int>) -> Bool {
    label.count <= 4 && !bytes[label.lowerBound].isASCIIUpper
      && topLevelDomains.contains(FoldedHash(bytes, label))
  }
}

private let topLevelDomains = WordSet(
  words: """
    com org net edu gov mil int info biz io tv eu uk ca de fr ru cn jp au nz ch nl se dk fi pl es pt
    br mx kr hk sg tw ua ie il ir za gr hu ro cz tr
    """)
