/// An image is followed by its caption, a plain paragraph: who and what is to be seen, where and
/// when, and whose picture it is.
///
///     ![Rescue workers carry a boat](flood.jpg)
///
///     Rescue workers carry a boat through Passau, Germany, June 3, 2024. Example/A. Photographer
///
/// A heading, another image, a list, a block quotation, a line of the head, the credit or the end of
/// the text is no caption. Images inside a paragraph of text need none.
enum ImageCaptionMissing: ArticleRule {
  static let id = "image/caption-missing"
  static let defaultSeverity = Severity.info
  static let canFix = false
  static let needs = ReadingDepth.markup
  static let summary = "No caption follows an image: the next block is no plain paragraph."

  static func findings(in article: LintedArticle) -> [Finding] {
    let tree = article.article.tree
    guard tree.inlines.contains(where: { !$0.images.isEmpty }) else { return [] }
    // What is at a caption's place and is none: lines of the head, and credits.
    let head = article.article.head
    var others = Set(
      article.article.passages.lazy.filter { $0.role == .credit }.map(\.range.lowerBound))
    for part in [head.publisher, head.date, head.url].compactMap({ $0 }) {
      others.insert(article.block(around: part.range.lowerBound))
    }
    var findings: [Finding] = []
    // The image paragraph that was last in each container, until another block follows it there.
    var waiting: [Int: Int] = [:]
    for index in tree.blocks.indices.dropFirst() {
      let block = tree.blocks[index]
      if block.kind == .definition || tree.isComment(index, article.text) { continue }
      if let image = waiting.removeValue(forKey: block.parent),
        !isCaption(index, in: article) || others.contains(block.range.lowerBound)
      {
        findings.append(finding(onImage: image, in: article))
      }
      if endsWithImage(index, in: article) { waiting[block.parent] = index }
    }
    return findings + waiting.values.map { finding(onImage: $0, in: article) }
  }

  /// Whether a block is a paragraph that begins with text.
  private static func isCaption(_ index: Int, in article: LintedArticle) -> Bool {
    let tree = article.article.tree
    let block = tree.blocks[index]
    guard block.kind == .paragraph, !tree.inlines[block.inlines].prose.isBlank else { return false }
    return tree.paragraphLines(of: index, text: article.text).first?.kind != .image
  }

  /// Whether a block is a paragraph whose last line is nothing but images.
  private static func endsWithImage(_ index: Int, in article: LintedArticle) -> Bool {
    let tree = article.article.tree
    let block = tree.blocks[index]
    guard block.kind == .paragraph, !tree.inlines[block.inlines].images.isEmpty else {
      return false
    }
    return tree.inlines[block.inlines].prose.isBlank
      || tree.paragraphLines(of: index, text: article.text).last?.kind == .image
  }

  private static func finding(onImage index: Int, in article: LintedArticle) -> Finding {
    let block = article.article.tree.blocks[index]
    let content = article.article.tree.inlines[block.inlines]
    let image = content.images.last.map { content.elements[$0.element].range } ?? 0..<0
    return finding(
      image.shifted(by: block.range.lowerBound),
      "No caption follows the image. Put one in a paragraph of its own below it.")
  }
}
