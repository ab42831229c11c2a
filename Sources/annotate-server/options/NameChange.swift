import Annotator
import LanguageServerProtocol

/// A change of the names that a workspace knows, as an edit of its file of options.
enum NameChange: Sendable, Equatable {
  /// A text is a name of this type.
  case learn(String, EntityType)
  /// A text is no name.
  case ignore(String)

  /// The smallest edits of a file that make the change, in text order: everything else stays as the user
  /// has written it. `nil` where the file is no JSON object.
  func edits(of text: ConfigurationText) -> [Fix.Edit]? {
    guard text.bytes.contains(where: { $0 > 0x20 }) else {
      let file = "{\n  \(member(line: "\n  "))\n}\n"
      return [Fix.Edit(range: 0..<text.bytes.count, replacement: file)]
    }
    guard let root = text.root, case .object = root.content else { return nil }
    let editing = JSONEditing(bytes: text.bytes, root: root)
    let edits =
      switch self {
      case .learn(let name, let type): learning(name, type, editing)
      case .ignore(let name): ignoring(name, editing)
      }
    return edits.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private func learning(_ name: String, _ type: EntityType, _ editing: JSONEditing) -> [Fix.Edit] {
    var edits = editing.removal(of: name, from: editing.root["ignore"]?.node)
    let entries = editing.root["entities"]?.node.elements ?? []
    if let entry = entries.last(where: { $0.names.contains(name) }) {
      if entry["ignore"]?.node.value != true, let known = entry["type"]?.node {
        edits.append(Fix.Edit(range: known.range, replacement: json(type.rawValue)))
      } else {
        edits.append(Fix.Edit(range: entry.range, replacement: element))
      }
    } else {
      edits.append(editing.addition(of: element, to: "entities", member(line:)))
    }
    return edits
  }

  private func ignoring(_ name: String, _ editing: JSONEditing) -> [Fix.Edit] {
    let ignored = editing.root["ignore"]?.node.elements ?? []
    var edits: [Fix.Edit] = []
    if let entities = editing.root["entities"]?.node {
      for (index, entry) in entities.elements.enumerated() where entry.names.contains(name) {
        if entry["ignore"]?.node.value == true { return [] }
        if entry["name"]?.node.value == .string(name) {
          edits.append(editing.removal(ofElement: index, from: entities))
        } else {
          edits += editing.removal(of: name, from: entry["aliases"]?.node)
        }
      }
    }
    if !ignored.contains(where: { $0.value == .string(name) }) {
      edits.append(editing.addition(of: element, to: "ignore", member(line:)))
    }
    return edits
  }

  /// What is added to the array of such things.
  private var element: String {
    switch self {
    case .learn(let name, let type): "{\"name\": \(json(name)), \"type\": \(json(type.rawValue))}"
    case .ignore(let name): json(name)
    }
  }

  /// The member of the file with nothing else in it.
  ///
  /// - Parameter line: the line end and the blanks before the members of the file; `nil` where all are
  ///   in one line.
  private func member(line: String?) -> String {
    switch (self, line) {
    case (.ignore, _): "\"ignore\": [\(element)]"
    case (.learn, nil): "\"entities\": [\(element)]"
    case (.learn, let line?):
      "\"entities\": [\(line)\(line.drop(while: \.isNewline))\(element)\(line)]"
    }
  }
}

extension JSONNode {
  /// The names of an entry.
  fileprivate var names: [String] {
    let nodes = [self["name"]?.node].compactMap(\.self) + (self["aliases"]?.node.elements ?? [])
    return nodes.compactMap { if case .string(let name) = $0.value { name } else { nil } }
  }
}

/// Edits of a JSON text that keep how it is written.
private struct JSONEditing {
  let bytes: [UInt8]
  let root: JSONNode

  /// Puts an element at the end of an array that is a member of the root.
  ///
  /// - Parameter member: makes the member where there is none, by what stands before the others.
  func addition(
    of element: String, to name: String, _ member: (String?) -> String
  ) -> Fix.Edit {
    guard let known = root[name] else {
      guard let last = root.members.last else {
        return Fix.Edit(range: root.range, replacement: "{\n  \(member("\n  "))\n}")
      }
      let blanks = blanks(before: last.nameRange.lowerBound)
      let line = blanks.lastIndex(where: \.isNewline).map { String(blanks[$0...]) }
      let end = last.node.range.upperBound
      return Fix.Edit(range: end..<end, replacement: ",\(line ?? " ")\(member(line))")
    }
    guard case .array(let elements) = known.node.content else {
      return Fix.Edit(range: known.node.range, replacement: "[\(element)]")
    }
    guard let last = elements.last else {
      return Fix.Edit(range: known.node.range, replacement: "[\(element)]")
    }
    let blanks = blanks(before: last.range.lowerBound)
    let end = last.range.upperBound
    return Fix.Edit(
      range: end..<end,
      replacement: ",\(blanks.contains(where: \.isNewline) ? blanks : " ")\(element)")
  }

  /// Takes a string out of an array, wherever it stands there.
  func removal(of text: String, from array: JSONNode?) -> [Fix.Edit] {
    guard let array,
      let index = array.elements.firstIndex(where: { $0.value == .string(text) })
    else { return [] }
    return [removal(ofElement: index, from: array)]
  }

  /// Takes an element out of an array, with the comma that is one too many then.
  func removal(ofElement index: Int, from array: JSONNode) -> Fix.Edit {
    let elements = array.elements
    let range =
      if index + 1 < elements.count {
        elements[index].range.lowerBound..<elements[index + 1].range.lowerBound
      } else if index > 0 {
        elements[index - 1].range.upperBound..<elements[index].range.upperBound
      } else {
        array.range.lowerBound + 1..<array.range.upperBound - 1
      }
    return Fix.Edit(range: range, replacement: "")
  }

  /// The blanks before an offset.
  private func blanks(before offset: Int) -> String {
    let start = bytes[..<offset].lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? 0
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }
}

extension ConfigurationText {
  /// The text after edits, which are in text order.
  func applying(_ edits: [Fix.Edit]) -> ConfigurationText {
    var result: [UInt8] = []
    var end = 0
    for edit in edits {
      result += bytes[end..<edit.range.lowerBound]
      result += Array(edit.replacement.utf8)
      end = edit.range.upperBound
    }
    return ConfigurationText(result + bytes[end...])
  }
}
