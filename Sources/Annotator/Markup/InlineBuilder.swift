/// Puts what the parser found in order: elements before those in them, and the text between them as
/// prose.
struct InlineBuilder {
  /// Emphasis or a link: an element that holds others.
  struct Span {
    var kind: Inline.Kind
    var range: Range<Int>
    var content: Range<Int>
    /// The index among the parser's links.
    var link = -1
  }

  let source: InlineSource
  let parser: InlineParser
  private(set) var elements: [Inline] = []
  private(set) var targets: [LinkTarget] = []
  private(set) var images: [InlineContent.Image] = []
  private(set) var prose: ProseBuilder
  /// The spans around the current offset: their index among the elements, and where they end.
  private var open: [(element: Int, span: Span)] = []
  /// The element of the outermost image around the current offset, and its text so far.
  private var image: (element: Int, prose: ProseBuilder)?
  /// The content offset up to which everything is in place.
  private var done = 0

  init(source: InlineSource, parser: InlineParser) {
    self.source = source
    self.parser = parser
    prose = ProseBuilder(origin: 0)
  }

  mutating func build() {
    let atoms = parser.atoms
    let spans = sortedSpans()
    var atom = 0
    var span = 0
    while true {
      let nextAtom = atom < atoms.count ? atoms[atom].range.lowerBound : Int.max
      let nextSpan = span < spans.count ? spans[span].range.lowerBound : Int.max
      let nextEnd = open.last?.span.content.upperBound ?? Int.max
      let next = min(nextAtom, nextSpan, nextEnd)
      guard next < Int.max else { break }
      if next == nextEnd {
        close()
      } else if next == nextSpan {
        begin(spans[span])
        span += 1
      } else {
        add(atoms[atom])
        atom += 1
      }
    }
    addText(before: source.content.count)
  }

  private func sortedSpans() -> [Span] {
    var spans: [Span] = parser.emphasis.matches.map {
      Span(kind: $0.isStrong ? .strong : .emphasis, range: $0.outer, content: $0.inner)
    }
    for (index, link) in parser.links.enumerated() {
      spans.append(
        Span(
          kind: link.isImage ? .image : .link, range: link.range, content: link.content,
          link: index))
    }
    // No two spans begin at the same mark.
    if spans.count > 1 { spans.sort { $0.range.lowerBound < $1.range.lowerBound } }
    return spans
  }

  private mutating func begin(_ span: Span) {
    addText(before: span.range.lowerBound)
    done = span.content.lowerBound
    var element = Inline(
      kind: span.kind, range: source.sourceRange(span.range),
      content: source.sourceRange(span.content), parent: open.last?.element ?? -1)
    if span.link >= 0 {
      let link = parser.links[span.link]
      element.target = targets.count
      targets.append(
        LinkTarget(
          form: link.form, destination: source.sourceRange(link.destination),
          title: link.title.map(source.sourceRange)))
    }
    elements.append(element)
    let index = elements.count - 1
    open.append((index, span))
    if span.kind == .image, image == nil {
      image = (index, ProseBuilder(origin: element.range.lowerBound))
    }
  }

  private mutating func close() {
    let (element, span) = open.removeLast()
    addText(before: span.content.upperBound)
    done = span.range.upperBound
    if let image, image.element == element {
      images.append(.init(element: element, prose: image.prose.prose))
      self.image = nil
    }
  }

  private mutating func add(_ atom: InlineParser.Atom) {
    addText(before: atom.range.lowerBound)
    done = atom.range.upperBound
    var content = source.sourceRange(atom.content)
    let isLineEnd = atom.text == [ASCII.lineFeed] && !atom.content.isEmpty
    if isLineEnd {
      let length = source.line(at: atom.content.lowerBound).endLength
      content = content.lowerBound..<content.lowerBound + length
    }
    // `<br>` shows as a line end though it has no content.
    let shown = content.isEmpty ? source.sourceRange(atom.range) : content
    let range = source.sourceRange(atom.range)
    elements.append(
      Inline(
        kind: atom.kind, range: range.lowerBound..<max(range.upperBound, content.upperBound),
        content: content, parent: open.last?.element ?? -1))
    if let text = atom.text {
      withTarget {
        atom.kind == .reference
          ? $0.appendReference(text, from: shown) : $0.append(text, from: shown)
      }
    } else if atom.kind == .autolink {
      show(source.content[atom.content], from: shown)
    }
  }

  /// Adds the text up to a content offset, which lies in the same line.
  private mutating func addText(before end: Int) {
    guard done < end else { return }
    let range = done..<end
    let shown = source.sourceRange(range)
    show(source.content[range], from: shown)
    done = end
  }

  private mutating func show(_ text: some Collection<UInt8>, from range: ByteRange) {
    withTarget { $0.append(text, from: range) }
  }

  /// Changes the prose of the image around the current offset, or else of the block.
  private mutating func withTarget(_ change: (inout ProseBuilder) -> Void) {
    if image == nil { change(&prose) } else { change(&image!.prose) }
  }
}
