import Annotator
import LanguageServerProtocol

/// What would be renamed at a position: the name there, if it is that of a chain.
func renamable(_ snapshot: Snapshot, at position: Position) -> PrepareRenameResult? {
  var conversion = snapshot.conversion
  let found = snapshot.annotations
  guard let mention = renamableMention(found, at: conversion.offset(position)) else { return nil }
  let range = found.entities[mention].range
  return PrepareRenameResult(
    range: conversion.range(range), placeholder: snapshot.analysis.visibleText(range))
}

/// The changes that give the thing at a position another name, in every form in which the article
/// has it: a surname alone stays a surname, capitals stay capitals.
///
/// - Throws: `ResponseError` when there is no name at the position, or when the new one is none.
func rename(_ snapshot: Snapshot, _ params: RenameParams) throws(ResponseError) -> WorkspaceEdit {
  var conversion = snapshot.conversion
  let found = snapshot.annotations
  guard let mention = renamableMention(found, at: conversion.offset(params.position)),
    let chain = found.entities[mention].chain
  else {
    throw ResponseError(
      .invalidParams,
      "There is no name here. Put the cursor on a person's, place's or group's name.")
  }
  let new = words(of: params.newName)
  guard !new.isEmpty else {
    throw ResponseError(.invalidParams, "The new name is empty. Give at least one word.")
  }
  var old = snapshot.words(of: found.entities[mention].range).map(\.text)
  let full = words(of: found.chains[chain].name)
  // Whoever writes a full name over a short one means the full one.
  if new.count == full.count, old.count < full.count, position(of: old, in: full) != nil {
    old = full
  }
  var edits: [TextEdit] = []
  for index in found.chains[chain].mentions where found.entities[index].mention == .name {
    let form = snapshot.words(of: found.entities[index].range)
    guard let renamed = renamed(form.map(\.text), old, new) else { continue }
    let texts = aligned(renamed, to: form.count)
    for (place, word) in form.enumerated() where word.text != texts[place] {
      var range = word.range
      if texts[place].isEmpty, place > 0 {
        // The blank before a word goes with it.
        let blank = form[place - 1].range.upperBound..<range.lowerBound
        if snapshot.text.bytes[blank].allSatisfy({ $0 == 0x20 }) {
          range = blank.lowerBound..<range.upperBound
        }
      }
      edits.append(TextEdit(range: conversion.range(range), newText: texts[place]))
    }
  }
  return snapshot.edit(edits)
}

/// The mention of a thing by name at an offset.
private func renamableMention(_ found: Annotations, at offset: Int) -> Int? {
  guard let index = found.entity(at: offset), found.entities[index].chain != nil,
    found.entities[index].mention == .name
  else { return nil }
  return index
}

private func words(of text: String) -> [String] {
  text.split(whereSeparator: \.isWhitespace).map(String.init)
}

/// A form of a name once `old`, which is the name or a part of it, has become `new`; `nil` for a form
/// that has nothing of it, such as an abbreviation.
func renamed(_ form: [String], _ old: [String], _ new: [String]) -> [String]? {
  var result: [String]
  if let start = position(of: old, in: form) {
    result = form
    result.replaceSubrange(start..<start + old.count, with: new)
  } else if let start = position(of: form, in: old) {
    if new.count == old.count {
      result = Array(new[start..<start + form.count])
    } else if start + form.count == old.count {
      result = new.suffix(form.count)
    } else if start == 0 {
      result = Array(new.prefix(form.count))
    } else {
      return nil
    }
  } else {
    return nil
  }
  let isShouted = form.allSatisfy { $0 == $0.uppercased() && $0 != $0.lowercased() }
  let wasShouted = old.allSatisfy { $0 == $0.uppercased() }
  if isShouted, !wasShouted { result = result.map { $0.uppercased() } }
  return result
}

/// Where some words stand among others, in any case.
private func position(of words: [String], in others: [String]) -> Int? {
  guard words.count <= others.count else { return nil }
  return (0...others.count - words.count).first { start in
    zip(words, others[start...]).allSatisfy { $0.lowercased() == $1.lowercased() }
  }
}

/// As many texts as there are places for words: what is too much joins the last, and what is missing
/// leaves places empty.
private func aligned(_ words: [String], to count: Int) -> [String] {
  guard words.count > count else {
    return words + Array(repeating: "", count: count - words.count)
  }
  return words.prefix(count - 1) + [words[(count - 1)...].joined(separator: " ")]
}

extension Snapshot {
  /// The words of a stretch of visible text with their places, none of which holds markup.
  func words(of range: ByteRange) -> [(text: String, range: ByteRange)] {
    let article = analysis.article
    guard let index = article.passages.lastIndex(where: { $0.range.contains(range) }) else {
      return []
    }
    let (passage, text) = (article.passages[index], analysis.passages[index].text)
    var words: [Swift.Range<Int>] = []
    for token in text.tokens.indices {
      guard range.contains(passage.sourceRange(ofTokens: token..<token + 1, in: text)) else {
        continue
      }
      let own = text.tokens[token].range
      if let last = words.last, last.upperBound == own.lowerBound {
        words[words.count - 1] = last.lowerBound..<own.upperBound
      } else {
        words.append(own)
      }
    }
    return words.map { word in
      let place = passage.prose.sourceRange(word)
      let origin = passage.range.lowerBound
      return (
        String(decoding: passage.prose.bytes[word], as: UTF8.self),
        place.lowerBound + origin..<place.upperBound + origin
      )
    }
  }
}
