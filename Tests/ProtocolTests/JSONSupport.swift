import Foundation
import LanguageServerProtocol

/// The JSON text of a value, with the members of objects in order.
func text(of value: some Encodable) -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
  return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "no JSON"
}

/// A message body as a value.
func json(_ body: [UInt8]) throws -> JSONValue {
  try JSONDecoder().decode(JSONValue.self, from: Data(body))
}

/// A value of any type out of a JSON text.
func decode<Value: Decodable>(_ text: String, as type: Value.Type = Value.self) throws -> Value {
  try JSONDecoder().decode(Value.self, from: Data(text.utf8))
}
