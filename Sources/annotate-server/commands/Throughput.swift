import Annotator

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How many visible words of some texts go through the pipeline in a CPU second, and through the
/// part of it that finds names and values.
func throughput(_ texts: [String]) -> [Figure] {
  let sources = texts.map { SourceText($0) }
  let words = sources.reduce(0) { sum, source in
    sum
      + parseArticle(source).passages.reduce(0) {
        $0 + $1.prose.string.split(whereSeparator: \.isWhitespace).count
      }
  }
  let whole = secondsOfCPU { for source in sources { _ = analyze(source) } } / Double(words)
  let entities = secondsOfCPU { for source in sources { findEntities(source) } } / Double(words)
  let refined = Pipeline.refined.map { stages in
    secondsOfCPU { for source in sources { _ = analyze(source, by: stages) } } / Double(words)
  }
  return [
    Figure(name: "annotate", value: 1 / whole, unit: "words a CPU second"),
    Figure(name: "annotate", value: whole * 1e9, unit: "ns a word"),
    Figure(name: "entities alone", value: 1 / entities, unit: "words a CPU second"),
  ]
    + (refined.map {
      [Figure(name: "annotate, refined", value: 1 / $0, unit: "words a CPU second")]
    } ?? [])
}

/// Markup, tokens, names and values.
private func findEntities(_ source: SourceText) {
  for passage in parseArticle(source).passages {
    let text = tokenize(passage.prose)
    _ = Pipeline.standard.names.mentions(in: text)
    _ = Pipeline.standard.values.mentions(in: text)
  }
}

/// What one round of some work costs all cores together, in seconds. What the rest of the machine
/// does meanwhile does not count.
private func secondsOfCPU(_ work: () -> Void) -> Double {
  work()
  var rounds = 0
  let begun = processTime()
  while processTime() - begun < 2 {
    work()
    rounds += 1
  }
  return (processTime() - begun) / Double(rounds)
}

/// The CPU time that the process has used, in seconds.
func processTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
