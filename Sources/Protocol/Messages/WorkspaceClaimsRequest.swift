/// `workspace/claims`: who says what, in all articles of the workspace. Not part of LSP.
public enum WorkspaceClaimsRequest: RequestType {
  /// The name on the wire.
  public static let method = "workspace/claims"
  /// Which claims.
  public typealias Params = WorkspaceClaimsParams
  /// The claims.
  public typealias Result = WorkspaceClaimsResult
}

/// Which claims are asked for: those that meet every condition.
public struct WorkspaceClaimsParams: Codable, Hashable, Sendable {
  /// Who makes them: a name, one of its variants, or a surname.
  public var source: String?
  /// Whom or what they are about, likewise.
  public var about: String?
  /// The first day of the articles: `2023-10-27`, or a month or year.
  public var since: String?
  /// The last day of the articles.
  public var until: String?
  /// The most claims to answer with.
  public var limit: Int?
  /// Under which to report how far the answer is.
  public var workDoneToken: ProgressToken?
  /// Under which to send parts of the answer.
  public var partialResultToken: ProgressToken?

  /// All claims that meet the conditions.
  public init(
    source: String? = nil, about: String? = nil, since: String? = nil, until: String? = nil,
    limit: Int? = nil, workDoneToken: ProgressToken? = nil, partialResultToken: ProgressToken? = nil
  ) {
    self.source = source
    self.about = about
    self.since = since
    self.until = until
    self.limit = limit
    self.workDoneToken = workDoneToken
    self.partialResultToken = partialResultToken
  }
}

/// Claims of many articles.
public struct WorkspaceClaimsResult: Codable, Hashable, Sendable {
  /// The claims: those of the newest article first, those of one article in text order.
  public var claims: [Claim]

  /// Claims.
  public init(claims: [Claim]) { self.claims = claims }
}

extension WorkspaceClaimsResult {
  /// A claim with the article that it stands in. On the wire its members stand beside those of the
  /// claim itself, whose ids are those of its article.
  public struct Claim: Hashable, Sendable {
    /// The claim.
    public var claim: AnnotationsResult.Claim
    /// Where it stands, from its first to its last part.
    public var location: Location
    /// The name of the chain that the source resolves to.
    public var sourceName: String?
    /// What a reader sees of its parts.
    public var text: Text
    /// The article.
    public var article: Article

    /// A claim in an article.
    public init(
      claim: AnnotationsResult.Claim, location: Location, sourceName: String?, text: Text,
      article: Article
    ) {
      self.claim = claim
      self.location = location
      self.sourceName = sourceName
      self.text = text
      self.article = article
    }
  }

  /// What a reader sees of a claim's parts, without markup; `…` stands where a part is cut.
  public struct Text: Codable, Hashable, Sendable {
    /// Who; empty where the text names nobody.
    public var source: String
    /// The words that report; empty where only quotation marks do.
    public var cue: String
    /// What.
    public var content: String

    /// The parts of a claim.
    public init(source: String, cue: String, content: String) {
      self.source = source
      self.cue = cue
      self.content = content
    }
  }

  /// What the head of an article tells.
  public struct Article: Codable, Hashable, Sendable {
    /// The title; empty where there is none.
    public var title: String
    /// Who published it.
    public var publisher: String?
    /// When, as its head has it.
    public var date: String?
    /// Its address.
    public var url: String?

    /// An article's head.
    public init(title: String, publisher: String?, date: String?, url: String?) {
      self.title = title
      self.publisher = publisher
      self.date = date
      self.url = url
    }
  }
}

extension WorkspaceClaimsResult.Claim: Codable {
  private enum CodingKeys: CodingKey { case location, sourceName, text, article }

  /// Reads the claim and what stands beside it.
  public init(from decoder: any Decoder) throws {
    claim = try AnnotationsResult.Claim(from: decoder)
    let container = try decoder.container(keyedBy: CodingKeys.self)
    location = try container.decode(Location.self, forKey: .location)
    sourceName = try container.decodeIfPresent(String.self, forKey: .sourceName)
    text = try container.decode(WorkspaceClaimsResult.Text.self, forKey: .text)
    article = try container.decode(WorkspaceClaimsResult.Article.self, forKey: .article)
  }

  /// Writes all of it into one object.
  public func encode(to encoder: any Encoder) throws {
    try claim.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(location, forKey: .location)
    try container.encodeIfPresent(sourceName, forKey: .sourceName)
    try container.encode(text, forKey: .text)
    try container.encode(article, forKey: .article)
  }
}
