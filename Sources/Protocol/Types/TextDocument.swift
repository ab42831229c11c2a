/// Names a document.
public struct TextDocumentIdentifier: Codable, Hashable, Sendable {
  /// Its URI.
  public var uri: DocumentURI

  /// A name.
  public init(uri: DocumentURI) { self.uri = uri }
}

/// Names one version of a document.
public struct VersionedTextDocumentIdentifier: Codable, Hashable, Sendable {
  /// Its URI.
  public var uri: DocumentURI
  /// The version after the change that it comes with. The specification demands it since 3.16;
  /// clients older than that may send `null`.
  public var version: Int?

  /// A name.
  public init(uri: DocumentURI, version: Int?) {
    self.uri = uri
    self.version = version
  }
}

/// A document as the client opens it.
public struct TextDocumentItem: Codable, Hashable, Sendable {
  /// Its URI.
  public var uri: DocumentURI
  /// Its language, such as `markdown`; empty where the client named none.
  public var languageId: String
  /// Its version; 0 where the client gave none.
  public var version: Int
  /// Its whole text.
  public var text: String

  /// A document.
  public init(uri: DocumentURI, languageId: String, version: Int, text: String) {
    self.uri = uri
    self.languageId = languageId
    self.version = version
    self.text = text
  }

  /// Needs only the URI and the text.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    uri = try container.decode(DocumentURI.self, forKey: .uri)
    languageId = (try? container.decode(String.self, forKey: .languageId)) ?? ""
    version = (try? container.decode(Int.self, forKey: .version)) ?? 0
    text = try container.decode(String.self, forKey: .text)
  }
}
