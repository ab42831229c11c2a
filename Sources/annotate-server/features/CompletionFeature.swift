import Annotator
import LanguageServerProtocol

/// The names known in the article, and in the workspace, that what is being typed may become.
///
/// What has been typed are the words before the position that some name holds in this order, the
/// last one perhaps unfinished: behind “Dmitry Pe” the whole is replaced, not the last word alone.
func completions(_ snapshot: Snapshot, at position: Position) -> CompletionList {
  var conversion = snapshot.conversion
  let offset = conversion.offset(position)
  let typed = typedWords(in: snapshot.text, before: offset)
  guard let last = typed.last else { return CompletionList(isIncomplete: false, items: []) }
  var items: [CompletionItem] = []
  for name in knownNames(snapshot, except: offset) {
    let words = name.text.split(separator: " ").map { folded(String($0)) }
    let matches = words.indices.filter { words[$0].hasPrefix(folded(last.text)) }
    guard let match = matches.first else { continue }
    // As many of the words before as the name has before its match.
    var count = 0
    while count < match, count + 1 < typed.count,
      folded(typed[typed.count - 2 - count].text) == words[match - 1 - count]
    { count += 1 }
    let start = typed[typed.count - 1 - count].start
    let text = snapshot.text.string(start..<offset)
    guard text != name.text else { continue }
    items.append(
      CompletionItem(
        label: name.text, kind: CompletionItemKind(name.type), detail: name.detail,
        sortText: (match == 0 ? "0" : "1") + name.text, filterText: text,
        textEdit: TextEdit(range: conversion.range(start..<offset), newText: name.text)))
  }
  return CompletionList(isIncomplete: true, items: items)
}

/// A name that the article has.
private struct KnownName {
  var text: String
  var type: EntityType
  var detail: String
}

/// The names of the article, each form once, but for the one being typed; behind them those that the
/// workspace knows.
private func knownNames(_ snapshot: Snapshot, except offset: Int) -> [KnownName] {
  let found = snapshot.annotations
  var seen: Set<String> = []
  var names: [KnownName] = []
  for chain in found.chains {
    let mentions = chain.mentions.map { found.entities[$0] }
      .filter { $0.mention == .name && !$0.range.touches(offset) }
    for mention in mentions {
      let text = snapshot.analysis.visibleText(mention.range)
      guard seen.insert(text).inserted else { continue }
      names.append(
        KnownName(text: text, type: chain.type, detail: chain.role ?? chain.type.label))
    }
  }
  for entry in snapshot.client.options.dictionary.entries {
    for text in [entry.name] + entry.aliases where seen.insert(text).inserted {
      names.append(KnownName(text: text, type: entry.type, detail: entry.type.label))
    }
  }
  return names
}

/// The words on the line before an offset, the last one ending there; none when a blank stands
/// before it. At most six: names are not longer.
private func typedWords(in text: SourceText, before offset: Int) -> [(text: String, start: Int)] {
  let bytes = text.bytes
  let lineStart = text.lines.starts[text.lines.line(at: offset)]
  var words: [(text: String, start: Int)] = []
  var end = offset
  while words.count < 6 {
    var start = end
    while start > lineStart, isInWord(bytes[start - 1]) { start -= 1 }
    guard start < end else { break }
    words.insert((text.string(start..<end), start), at: 0)
    guard start > lineStart, bytes[start - 1] == UInt8(ascii: " ") else { break }
    end = start - 1
  }
  return words
}

/// Whether a byte belongs to a word: a letter, a digit, anything that is not ASCII, and what joins
/// the parts of a name.
private func isInWord(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "'"),
    UInt8(ascii: "."), 0x80...0xFF:
    true
  default: false
  }
}

/// A word without its case.
private func folded(_ word: String) -> String { word.lowercased() }

extension CompletionItemKind {
  /// The kind that stands for a type; editors choose an icon by it.
  fileprivate init(_ type: EntityType) {
    switch type {
    case .person: self = .class
    case .organization: self = .interface
    case .geopolitical, .location, .facility: self = .module
    case .event: self = .event
    case .work, .law: self = .reference
    case .product: self = .struct
    default: self = .text
    }
  }
}
