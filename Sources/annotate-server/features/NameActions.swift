import Annotator
import LanguageServerProtocol

extension CodeActionKind {
  /// Changes what the workspace knows of names.
  static let names = CodeActionKind(rawValue: "refactor.annotate")
}

/// What can be said of the name at a place, or of the text that is selected: that the workspace knows it
/// as one of a type, or that it is none.
func nameActions(_ snapshot: Snapshot, in range: ByteRange) -> [CodeAction] {
  guard snapshot.uri.path != nil, let text = namedText(snapshot, in: range) else { return [] }
  let dictionary = snapshot.client.options.dictionary
  let known = dictionary.entries.last { ([$0.name] + $0.aliases).contains(text.name) }?.type
  var types = usualTypes
  if let type = text.type {
    types = [type] + types.filter { $0 != type }
  }
  let uri = JSONValue.string(snapshot.uri.rawValue)
  func action(_ title: String, _ command: String, _ arguments: [JSONValue]) -> CodeAction {
    CodeAction(
      title: title, kind: .names,
      command: LanguageServerProtocol.Command(
        title: title, command: command, arguments: [uri] + arguments))
  }
  var actions = types.filter { $0 != known }.map { type in
    action(
      "Add “\(text.name)” to the workspace’s names as \(type.rawValue)", learnNameCommand,
      [.string(text.name), .string(type.rawValue)])
  }
  if text.type != nil || known != nil {
    actions.append(
      action("“\(text.name)” is not a name", ignoreNameCommand, [.string(text.name)]))
  }
  return actions
}

/// The types that are offered; others are written by hand.
private let usualTypes: [EntityType] = [
  .person, .organization, .geopolitical, .location, .facility, .product, .event,
]

/// The name that a range means: that of the mention at a cursor, or the words that are selected.
private func namedText(
  _ snapshot: Snapshot, in range: ByteRange
) -> (name: String, type: EntityType?)? {
  let found = snapshot.annotations
  func isName(_ entity: Entity) -> Bool {
    entity.mention == .name && NameDictionary.types.contains(entity.type)
  }
  guard !range.isEmpty else {
    return found.entity(at: range.lowerBound).map { found.entities[$0] }.flatMap { entity in
      isName(entity) ? (snapshot.analysis.visibleText(entity.range), entity.type) : nil
    }
  }
  let name = snapshot.analysis.visibleText(range)
  let isSensible = name.count <= 100 && name.contains(where: \.isLetter)
  guard isSensible, !snapshot.text.bytes[range].contains(0x0A) else { return nil }
  let entity = found.entities.first { $0.range == range && isName($0) }
  return (name, entity?.type)
}
