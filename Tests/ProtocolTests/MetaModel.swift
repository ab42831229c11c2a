import Foundation
import LanguageServerProtocol
import TestSupport

/// The machine-readable model of the specification, which says what JSON each message may hold.
struct MetaModel {
  /// The published file, where it is at hand.
  static let published: MetaModel? = {
    guard let file = SharedData.file("data/specs/lsp-3.18-metaModel.json"),
      let data = try? Data(contentsOf: file),
      let model = try? JSONDecoder().decode(JSONValue.self, from: data)
    else { return nil }
    return MetaModel(model)
  }()

  private var messages: [String: JSONValue] = [:]
  private var structures: [String: JSONValue] = [:]
  private var enumerations: [String: JSONValue] = [:]
  private var aliases: [String: JSONValue] = [:]

  private init(_ model: JSONValue) {
    for section in ["requests", "notifications"] {
      for message in elements(model[section]) { messages[string(message["method"])] = message }
    }
    for item in elements(model["structures"]) { structures[string(item["name"])] = item }
    for item in elements(model["enumerations"]) { enumerations[string(item["name"])] = item }
    for item in elements(model["typeAliases"]) { aliases[string(item["name"])] = item }
  }

  /// The model's entry for a method.
  func message(_ method: String) -> JSONValue? { messages[method] }

  /// Everything in a value that the type does not allow, with its path.
  func errors(in value: JSONValue, as type: JSONValue, at path: String) -> [String] {
    switch string(type["kind"]) {
    case "base":
      return isBase(value, string(type["name"])) ? [] : ["\(path) is no \(string(type["name"]))"]
    case "stringLiteral":
      return value == type["value"] ? [] : ["\(path) is not \(text(of: type["value"]))"]
    case "reference":
      return errors(in: value, named: string(type["name"]), at: path)
    case "literal":
      return errors(in: value, properties: elements(type["value"]?["properties"]), at: path)
    case "array":
      guard case .array(let values) = value, let element = type["element"] else {
        return ["\(path) is no array"]
      }
      return values.indices.flatMap { errors(in: values[$0], as: element, at: "\(path)[\($0)]") }
    case "map":
      guard case .object(let members) = value, let element = type["value"] else {
        return ["\(path) is no map"]
      }
      return members.flatMap { errors(in: $1, as: element, at: "\(path).\($0)") }
    case "or":
      return elements(type["items"]).map { errors(in: value, as: $0, at: path) }
        .min { $0.count < $1.count } ?? []
    default:
      return ["\(path) has a type that this check does not know: \(text(of: type))"]
    }
  }

  /// Everything in a value that a named type does not allow.
  func errors(in value: JSONValue, named name: String, at path: String) -> [String] {
    if name == "LSPAny" { return [] }
    if let structure = structures[name] {
      return errors(in: value, properties: properties(of: structure), at: path)
    }
    if let enumeration = enumerations[name] {
      let known = elements(enumeration["values"]).contains { $0["value"] == value }
      let isOpen = enumeration["supportsCustomValues"] == true
      return known || isOpen ? [] : ["\(path) is no \(name)"]
    }
    if let type = aliases[name]?["type"] { return errors(in: value, as: type, at: path) }
    return ["\(path): the model has no \(name)"]
  }

  private func properties(of structure: JSONValue) -> [JSONValue] {
    let parents = elements(structure["extends"]) + elements(structure["mixins"])
    return elements(structure["properties"])
      + parents.flatMap { parent in
        structures[string(parent["name"])].map(properties(of:)) ?? []
      }
  }

  private func errors(
    in value: JSONValue, properties: [JSONValue], at path: String
  ) -> [String] {
    guard case .object(let members) = value else { return ["\(path) is no object"] }
    var errors: [String] = []
    var unknown = Set(members.keys)
    for property in properties {
      let name = string(property["name"])
      unknown.remove(name)
      if let member = members[name], let type = property["type"] {
        errors += self.errors(in: member, as: type, at: "\(path).\(name)")
      } else if property["optional"] != true {
        errors.append("\(path).\(name) is missing")
      }
    }
    return errors + unknown.sorted().map { "\(path).\($0) is not in the model" }
  }

  private func isBase(_ value: JSONValue, _ name: String) -> Bool {
    switch (name, value) {
    case ("null", .null), ("boolean", .bool), ("decimal", .number), ("decimal", .integer): true
    case ("string", .string), ("URI", .string), ("DocumentUri", .string): true
    case ("integer", .integer(let value)): Int(Int32.min)...Int(Int32.max) ~= value
    case ("uinteger", .integer(let value)): 0...Int(Int32.max) ~= value
    default: false
    }
  }
}

private func elements(_ value: JSONValue?) -> [JSONValue] {
  if case .array(let elements) = value { elements } else { [] }
}

private func string(_ value: JSONValue?) -> String {
  if case .string(let string) = value { string } else { "" }
}
