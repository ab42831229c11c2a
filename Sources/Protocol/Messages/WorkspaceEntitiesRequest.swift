/// `workspace/entities`: who and what is named in all articles of the workspace. Not part of LSP.
public enum WorkspaceEntitiesRequest: RequestType {
  /// The name on the wire.
  public static let method = "workspace/entities"
  /// Which entities.
  public typealias Params = WorkspaceEntitiesParams
  /// The entities.
  public typealias Result = WorkspaceEntitiesResult
}

/// Which entities are asked for: those that meet every condition.
public struct WorkspaceEntitiesParams: Codable, Hashable, Sendable {
  /// Texts with which words of the name begin; everything by default.
  public var query: String?
  /// The type, such as `PERSON`.
  public var type: String?
  /// The most entities to answer with.
  public var limit: Int?
  /// Under which to report how far the answer is.
  public var workDoneToken: ProgressToken?
  /// Under which to send parts of the answer.
  public var partialResultToken: ProgressToken?

  /// All entities that meet the conditions.
  public init(
    query: String? = nil, type: String? = nil, limit: Int? = nil,
    workDoneToken: ProgressToken? = nil, partialResultToken: ProgressToken? = nil
  ) {
    self.query = query
    self.type = type
    self.limit = limit
    self.workDoneToken = workDoneToken
    self.partialResultToken = partialResultToken
  }
}

/// Entities of many articles.
public struct WorkspaceEntitiesResult: Codable, Hashable, Sendable {
  /// The entities, the most frequent first.
  public var entities: [Entity]

  /// Entities.
  public init(entities: [Entity]) { self.entities = entities }

  /// Something that articles name.
  public struct Entity: Codable, Hashable, Sendable {
    /// Its fullest name.
    public var name: String
    /// What it is: an OntoNotes 5 name, such as `PERSON`.
    public var type: String
    /// How often it is mentioned.
    public var count: Int
    /// Where articles first mention it, the newest article first.
    public var locations: [Location]

    /// Something that articles name.
    public init(name: String, type: String, count: Int, locations: [Location]) {
      self.name = name
      self.type = type
      self.count = count
      self.locations = locations
    }
  }
}
