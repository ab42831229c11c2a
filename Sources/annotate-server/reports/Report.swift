import Annotator

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// An article with what to report of it.
struct AnnotatedArticle: Sendable {
  /// The file as the user named it.
  var file: String
  /// What is known of its text.
  var analysis: Analysis
  /// What to report.
  var annotations: Annotations
}

/// How reports look.
struct ReportStyle: Sendable {
  /// Whether to use the terminal's colours.
  var isColored = false
  /// Whether JSON gives LSP ranges too.
  var withRanges = false
}

/// The annotations of articles in a format.
func report(
  _ articles: [AnnotatedArticle], _ format: AnnotationFormat, _ style: ReportStyle
) -> String {
  switch format {
  case .text:
    articles.map { readingView($0, style, titled: articles.count > 1) }.joined(separator: "\n")
  case .json:
    // One article is the usual case, and an array of one would only be in the way.
    articles.count == 1
      ? json(annotationDocument(articles[0], style), pretty: true) + "\n"
      : json(articles.map { annotationDocument($0, style) }, pretty: true) + "\n"
  case .jsonl:
    articles.map { json(annotationDocument($0, style)) + "\n" }.joined()
  case .brat: articles.map(brat).joined()
  case .conll: articles.map(conll).joined(separator: "\n")
  case .html: html(articles)
  case .w3c: json(articles.flatMap(webAnnotations), pretty: true) + "\n"
  }
}

/// A value as JSON text: keys in a fixed order, slashes as they are.
func json(_ value: some Encodable, pretty: Bool = false) -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
  if pretty { encoder.outputFormatting.insert(.prettyPrinted) }
  // The values are strings and finite numbers, which always encode.
  return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
}

/// The annotations of an article as JSON has them.
func annotationDocument(
  _ article: AnnotatedArticle, _ style: ReportStyle
) -> AnnotationDocument {
  AnnotationDocument(
    article.annotations, in: article.analysis.text, file: article.file,
    withRanges: style.withRanges)
}
