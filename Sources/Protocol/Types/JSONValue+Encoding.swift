#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension JSONValue {
  /// What a value is as JSON, for answers whose type is left open: the value is written and read
  /// again.
  ///
  /// - Throws: what the encoder throws; values of this module's types give it no reason.
  public init(encoding value: some Encodable) throws {
    self = try JSONDecoder().decode(JSONValue.self, from: JSONEncoder().encode(value))
  }
}
