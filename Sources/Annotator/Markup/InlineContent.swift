/// The inline structure of one block, and the prose that a reader sees of it. All offsets are source
/// offsets from the block's start, so that a block which moved keeps it: it is immutable and shared
/// between the versions of a text.
public final class InlineContent: Sendable {
  /// The elements in text order, an element before those in it. Plain text is what lies between.
  public let elements: [Inline]
  /// Where the links and images lead; see `Inline.target`.
  public let targets: [LinkTarget]
  /// The visible text, without that of images.
  public let prose: Prose
  /// The outermost images with their alternative text, whose map counts from the image's start.
  public let images: [Image]
  /// Marks that stayed text though they look like more.
  public let literals: [Literal]
  /// What it was read from.
  let source: InlineSource
  /// Whether the result would change with the reference definitions.
  let asksDefinitions: Bool

  /// Reads the inline structure of a block's content.
  init(_ source: InlineSource, definitions: [[UInt8]: MarkupTree.Definition]) {
    var parser = InlineParser(source.content, definitions: definitions)
    parser.parse()
    var builder = InlineBuilder(source: source, parser: parser)
    builder.build()
    elements = builder.elements
    targets = builder.targets
    prose = builder.prose.prose
    images = builder.images
    literals = parser.literals.map { Literal(kind: $0.kind, range: source.sourceRange($0.range)) }
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
    self.source = source
    asksDefinitions = parser.asksDefinitions
  }

  /// An image's alternative text.
  public struct Image: Sendable, Hashable {
    /// The index of the image among the elements.
    public var element: Int
    /// Its alternative text.
    public var prose: Prose
  }

  /// A mark that stayed text.
  public struct Literal: Sendable, Hashable {
    /// What it looks like.
    public enum Kind: Sendable, Hashable {
      /// `*` or `_` that could open emphasis, and close it when `canClose`, but found no partner.
      case delimiter(canClose: Bool)
      /// The `](` of a link whose parenthesis is not closed.
      case unclosedDestination
      /// The label of a full or collapsed reference that has no definition.
      case undefinedReference
    }

    /// What it looks like.
    public var kind: Kind
    /// Where it stands.
    public var range: ByteRange
  }
}

/// An inline element.
public struct Inline: Sendable, Hashable {
  /// What an inline element is.
  public enum Kind: UInt8, Sendable {
    /// A line end, with the blanks about it.
    case softBreak
    /// A line end marked as a break, or `<br>`.
    case hardBreak
    /// A backslash and the character it makes text.
    case escape
    /// A character reference such as `&amp;`, or a NUL, that stands for other characters.
    case reference
    case code
    case emphasis
    case strong
    case link
    case image
    case autolink
    /// A tag, comment, processing instruction, declaration or CDATA section.
    case html
  }

  /// What it is.
  public var kind: Kind
  /// The whole of it.
  public var range: ByteRange
  /// What stands between its marks: a link's text, an image's alternative text, code.
  public var content: ByteRange
  /// The index of the element that holds it, or -1.
  public var parent: Int
  /// The index of a link's or image's target, else -1.
  public var target = -1
}

/// Where a link or image leads.
public struct LinkTarget: Sendable, Hashable {
  /// How a link names its target.
  public enum Form: Sendable, Hashable {
    /// `[text](destination "title")`.
    case inline
    /// `[text][label]`, `[label][]` and `[label]`: the label as definitions are listed under.
    case reference(label: [UInt8])
  }

  /// How the link names it.
  public var form: Form
  /// The destination as written, without angle brackets; empty in a reference.
  public var destination: ByteRange
  /// The title between its marks.
  public var title: ByteRange?
}
