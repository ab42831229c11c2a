import Annotator
import LanguageServerProtocol

/// One version of a document with everything known of it: an immutable value that answers are made
/// of.
struct Snapshot: Sendable {
  /// The document, as the client names it.
  var uri: DocumentURI
  /// The client's version of the text.
  var version: Int
  /// What is known of the text.
  var checked: CheckedText
  /// What the client can do and wants.
  var client: Client

  /// What was found in the text.
  var analysis: Analysis { checked.analysis }
  /// The text.
  var text: SourceText { analysis.text }
  /// What was found, as far as the client wants to see it.
  var annotations: Annotations {
    analysis.annotations.keeping(confidence: client.options.minConfidence)
  }
  /// A converter between this text's byte offsets and the client's positions.
  var conversion: Conversion { Conversion(text, unit: client.unit) }

  /// The byte range of a client's range.
  func bytes(_ range: LanguageServerProtocol.Range) -> ByteRange { conversion.byteRange(range) }
  /// The byte range of a client's range, if there is one.
  func bytes(_ range: LanguageServerProtocol.Range?) -> ByteRange? {
    range.map { conversion.byteRange($0) }
  }
}

/// What a client can do and wants, settled when the session begins.
struct Client: Sendable {
  /// The unit of its columns.
  var unit: ColumnUnit = .utf16
  /// The names that its semantic tokens bear.
  var tokenNames: TokenNames = .standard
  /// Whether it wants annotations pushed to it.
  var wantsAnnotations = false
  /// Whether it shows a hierarchy of symbols.
  var showsSymbolTree = false
  /// Whether its hovers show Markdown.
  var showsMarkdown = false
  /// Whether it asks for the tooltips of hints later.
  var completesHints = false
  /// The most folds that it takes from a document; `nil` for any number.
  var foldLimit: Int?
  /// Whether it takes edits of versions of documents.
  var versionsEdits = false
  /// Whether it asks beforehand what can be renamed.
  var preparesRename = false
  /// Whether it asks for diagnostics, so that they need not be pushed.
  var pullsDiagnostics = false
  /// Whether it shows how far the server's own work is.
  var showsProgress = false
  /// Whether it can be asked to tell of changed files.
  var watchesFiles = false
  /// Whether it takes actions that carry their edits.
  var takesCodeActions = false
  /// Whether it shows which action is the obvious one.
  var knowsPreferredActions = false
  /// Whether it can be asked for its settings.
  var hasSettings = false
  /// Whether it can be asked to tell when its settings change.
  var watchesSettings = false
  /// Whether it makes changes that the server asks for.
  var appliesEdits = false
  /// Of what it can be told that its answers of before hold no more.
  var refreshes = Refreshes()
  /// What the user set.
  var options = Options()

  /// What a client can be told to ask for anew.
  struct Refreshes: Sendable {
    var tokens = false
    var hints = false
    var lenses = false
    var diagnostics = false
  }

  /// A client that said nothing of itself.
  init() {}

  /// A client by what it said of itself.
  ///
  /// - Parameters:
  ///   - options: what the user set, as far as it is known when the session begins.
  ///   - forced: the unit of columns that the command line demands.
  init(_ params: InitializeParams, options: Options, forced: ColumnUnit?) {
    self.options = options
    let offered = (params.capabilities.general?.positionEncodings ?? []).compactMap(ColumnUnit.init)
    unit = forced ?? options.positionEncoding ?? ColumnUnit.preferred(among: offered)
    let document = params.capabilities.textDocument
    let known = Set(document?.semanticTokens?.tokenTypes ?? [])
    tokenNames =
      options.tokenNames ?? (known.isSuperset(of: TokenNames.own.types) ? .own : .standard)
    wantsAnnotations = params.capabilities.experimental?["publishAnnotations"] == true
    showsSymbolTree = document?.documentSymbol?.hierarchicalDocumentSymbolSupport ?? false
    showsProgress = params.capabilities.window?.workDoneProgress ?? false
    watchesFiles =
      params.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false
    showsMarkdown = document?.hover?.contentFormat?.contains(.markdown) ?? false
    completesHints =
      document?.inlayHint?.resolveSupport?.properties?.contains("tooltip") ?? false
    takesCodeActions = document?.codeAction?.codeActionLiteralSupport != nil
    knowsPreferredActions = document?.codeAction?.isPreferredSupport ?? false
    foldLimit = document?.foldingRange?.rangeLimit
    preparesRename = document?.rename?.prepareSupport ?? false
    versionsEdits = params.capabilities.workspace?.workspaceEdit?.documentChanges ?? false
    pullsDiagnostics = document?.diagnostic != nil
    let workspace = params.capabilities.workspace
    hasSettings = workspace?.configuration ?? false
    watchesSettings = workspace?.didChangeConfiguration?.dynamicRegistration ?? false
    appliesEdits = workspace?.applyEdit ?? false
    refreshes = Refreshes(
      tokens: workspace?.semanticTokens?.refreshSupport ?? false,
      hints: workspace?.inlayHint?.refreshSupport ?? false,
      lenses: workspace?.codeLens?.refreshSupport ?? false,
      diagnostics: workspace?.diagnostics?.refreshSupport ?? false)
  }

  /// The same client with the options that hold for a document.
  func with(_ options: Options) -> Client {
    var client = self
    client.options = options
    return client
  }
}

extension ColumnUnit {
  /// The unit that a position encoding counts in, if it is one that the server knows.
  init?(_ kind: PositionEncodingKind) {
    switch kind {
    case .utf8: self = .utf8
    case .utf16: self = .utf16
    case .utf32: self = .utf32
    default: return nil
    }
  }

  /// The name on the wire.
  var kind: PositionEncodingKind {
    switch self {
    case .utf8: .utf8
    case .utf16: .utf16
    case .utf32: .utf32
    }
  }

  /// The unit to use with a client that offers these: UTF-8, which costs nothing, if it is among
  /// them, else the client's first choice, else UTF-16 as the specification demands.
  static func preferred(among offered: [ColumnUnit]) -> ColumnUnit {
    offered.contains(.utf8) ? .utf8 : offered.first ?? .utf16
  }
}
