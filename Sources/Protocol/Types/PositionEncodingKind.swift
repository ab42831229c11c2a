/// The code units in which `Position.character` counts. Open: a client may offer others.
public struct PositionEncodingKind: RawRepresentable, Codable, Hashable, Sendable {
  /// The name on the wire.
  public var rawValue: String

  /// An encoding by its name.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Bytes.
  public static let utf8 = PositionEncodingKind(rawValue: "utf-8")
  /// UTF-16 code units, which count where nothing was agreed.
  public static let utf16 = PositionEncodingKind(rawValue: "utf-16")
  /// Code points.
  public static let utf32 = PositionEncodingKind(rawValue: "utf-32")
}
