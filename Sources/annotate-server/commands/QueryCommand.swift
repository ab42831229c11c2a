import Annotator
import LanguageServerProtocol

/// `annotate-server query`: asks a folder of articles who said what.
let queryCommand = Command(
  name: "query", operands: "[PATH…|-]",
  summary: "Ask articles who said what, and who is named where.",
  details: """
    PATH is an article or a folder of them; without one it is the current folder. Of a folder,
    what its .gitignore files name is left out. A claim is a line

        FILE:LINE:COLUMN: DATE SOURCE CUE: CONTENT [FORM, KIND]

    NAME is a full name, a short one that an article uses, or a surname; case and accents do not
    matter. A claim belongs to whom its source means, so that what “he” said is found by his name.
    Conditions add up; without any, all claims are printed. DATE is a day, a month or a year, and
    counts by the article's head. With --entity the answer is where the name is mentioned.
    In the JSON formats spans are [start, end) in Unicode code points of the file.

    Examples:
      annotate-server query --claims-by Putin --since 2023-10 articles/
      annotate-server query --claims-by "Sergey Lavrov" --about "North Korea" articles/
      annotate-server query --entity Gazprom --format jsonl articles/ | jq .file

    Exit status: 0 when something was found, 1 when nothing was, 2 when a path could not be read
    (the others are still asked).
    """,
  options: [
    .value("--claims-by", "NAME", "the claims that somebody makes"),
    .value("--about", "NAME", "the claims that mention somebody or something"),
    .value("--entity", "NAME", "the mentions of somebody or something, in place of claims"),
    .value("--since", "DATE", "only articles from this day on"),
    .value("--until", "DATE", "only articles up to this day"),
    .value("--limit", "N", "stop after so many answers"),
    accuracyOption(.refined),
    .value("--min-confidence", "P", "leave out what is less probable (0 to 1)"),
    configOption,
    .value("--format", "FORMAT", choices: ["text", "json", "jsonl"], "how to print answers"),
    .flag("--ranges", "add LSP ranges to JSON"),
  ],
  run: query)

/// What is asked.
struct ArticleQuery: Sendable {
  /// Which claims, if no entity is asked for.
  var claims = ClaimQuery()
  /// Whose mentions.
  var entity: NameQuery?
  /// Annotations that are less probable are left out.
  var minConfidence: Float = 0
  /// How articles are read.
  var stages = Pipeline.standard
}

private func query(_ arguments: Arguments) async throws(UsageError) -> Int32 {
  guard let options = configuration(arguments, orNearest: true) else { return 2 }
  let asked = try articleQuery(arguments, options)
  var left = try arguments.number("--limit", in: 1...1_000_000_000, command: "query") ?? .max
  let format = arguments.value("--format") ?? "text"
  let style = ReportStyle(isColored: Output.isColored, withRanges: arguments.has("--ranges"))
  var failures: [InputError] = []
  var hasFound = false
  var collected: [QueryAnswer] = []
  let paths = arguments.operands.isEmpty ? ["."] : arguments.operands
  let files = Input.articles(paths, by: options.files, &failures)
  await inOrder(files) { file in
    Result { () throws(InputError) in try answers(to: asked, in: file, options, style) }
  } take: { result in
    switch result {
    case .failure(let failure): failures.append(failure)
    case .success(let found):
      let answers = found.prefix(left)
      left -= answers.count
      hasFound = hasFound || !answers.isEmpty
      switch format {
      case "text": for answer in answers { Output.put(answer.line(style) + "\n") }
      case "jsonl": for answer in answers { Output.put(json(answer) + "\n") }
      default: collected += answers
      }
    }
    return left > 0
  }
  if format == "json" { Output.put(json(collected, pretty: true) + "\n") }
  for failure in failures { Output.complain("\(failure)") }
  return !failures.isEmpty ? 2 : hasFound ? 0 : 1
}

private func articleQuery(
  _ arguments: Arguments, _ options: Options
) throws(UsageError) -> ArticleQuery {
  var query = ArticleQuery()
  query.claims.source = try name("--claims-by", arguments)
  query.claims.about = try name("--about", arguments)
  query.entity = try name("--entity", arguments)
  if query.entity != nil, query.claims.source != nil || query.claims.about != nil {
    throw UsageError("--entity asks for mentions; give it without --claims-by and --about", "query")
  }
  for option in ["--since", "--until"] {
    do throws(DateError) {
      _ = try DayRange(since: arguments.value(option), until: nil)
    } catch {
      throw UsageError("\(option) \(error.message)", "query")
    }
  }
  do throws(DateError) {
    query.claims.days = try DayRange(
      since: arguments.value("--since"), until: arguments.value("--until"))
  } catch {
    throw UsageError("a date \(error.message)", "query")
  }
  if query.claims.days.isEmpty {
    throw UsageError("--since is after --until; no day lies between them", "query")
  }
  query.stages = try arguments.stages(or: .refined, command: "query")
  query.minConfidence =
    try arguments.number("--min-confidence", in: Float(0)...1, command: "query")
    ?? options.minConfidence
  return query
}

private func name(_ option: String, _ arguments: Arguments) throws(UsageError) -> NameQuery? {
  guard let text = arguments.value(option) else { return nil }
  if let query = NameQuery(text) { return query }
  throw UsageError("\(option) is “\(text)”; it must be a name", "query")
}

/// The answers that one article gives.
private func answers(
  to query: ArticleQuery, in file: String, _ options: Options, _ style: ReportStyle
) throws(InputError) -> [QueryAnswer] {
  let analysis = analyze(try Input.text(file), by: query.stages, knowing: options.dictionary)
  let article = AnnotatedArticle(
    file: file == "-" ? "<stdin>" : file, analysis: analysis,
    annotations: analysis.annotations.keeping(confidence: query.minConfidence))
  let index = ArticleIndex(DocumentURI(rawValue: file), analysis, article.annotations, unit: .utf32)
  guard query.claims.days.contains(index.day) else { return [] }
  if let entity = query.entity {
    return answers(mentionsOf: index.chains(named: entity), of: article, style)
  }
  return answers(claims: query.claims.claims(of: index), of: article, style)
}
