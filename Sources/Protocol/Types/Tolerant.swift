/// A field that a client may send in any shape: `nil` where it is absent, `null`, or not what it
/// should be. For what is only a hint, such as a capability: one odd value in it must not cost the
/// session.
@propertyWrapper
public struct Tolerant<Value: Codable & Sendable>: Codable, Sendable {
  /// The value, if it could be read.
  public var wrappedValue: Value?

  /// Nothing.
  public init() { wrappedValue = nil }

  /// A value.
  public init(wrappedValue: Value?) { self.wrappedValue = wrappedValue }

  /// Never throws.
  public init(from decoder: any Decoder) { wrappedValue = try? Value(from: decoder) }

  /// Writes the bare value.
  public func encode(to encoder: any Encoder) throws { try wrappedValue.encode(to: encoder) }
}

extension Tolerant: Equatable where Value: Equatable {}

// Synthesised conformances call these in place of the standard methods, which is how an absent
// field becomes `nil` and `nil` an absent field.

extension KeyedDecodingContainer {
  func decode<Value>(_: Tolerant<Value>.Type, forKey key: Key) -> Tolerant<Value> {
    Tolerant(wrappedValue: (try? decodeIfPresent(Value.self, forKey: key)) ?? nil)
  }
}

extension KeyedEncodingContainer {
  mutating func encode<Value>(_ field: Tolerant<Value>, forKey key: Key) throws {
    try encodeIfPresent(field.wrappedValue, forKey: key)
  }
}
