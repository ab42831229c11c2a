import LanguageServerProtocol

/// The folders that are open in a session, with the index of their articles and the work under way
/// that fills it. What work brings is dropped where something newer is known.
struct Workspace {
  /// Reading of files, under way.
  struct Job {
    /// The work.
    var task: Task<Void, Never>?
    /// The folder that is read; `nil` for files alone.
    var folder: String?
    /// When it began.
    let begun = ContinuousClock.now
    /// How far it is: files looked at, and all.
    var done = 0
    var total: Int?
    /// What the client was told of it last, in percent; `nil` where it takes no reports.
    var reported: Int?
    /// Why it ends early.
    var reason: String?
  }

  /// What the user has set for each folder: which files are articles, and how they are read.
  var options: [String: Options] = [:]
  /// Whether the folders that were open at first are being read, or have been.
  var hasBegun = false
  /// The folders' paths.
  private(set) var folders: [String] = []
  /// The articles, as far as they have been read.
  private(set) var index = WorkspaceIndex()
  /// The work under way, by a number that is greater the later the work began.
  private(set) var jobs: [Int: Job] = [:]
  private var lastNumber = 0
  /// The last job or deletion of files about which there was news while work was under way.
  private var news: [String: Int] = [:]
  /// The keys of open documents, whose texts count in place of the files'.
  private var open: Set<String> = []

  /// The most bytes that an index takes, about: that of 30,000 articles of usual length.
  static let sizeLimit = 256 << 20
  /// Why a job ends that would make the index larger than that.
  static let tooLarge = "The workspace is larger than its index may be."
  /// The most files of a folder that are looked at.
  static let fileLimit = 50_000

  /// Whether no work is under way.
  var isSettled: Bool { jobs.isEmpty }

  /// Whether a file belongs to one of the folders.
  func contains(_ path: String) -> Bool {
    guard let folder = folder(of: path) else { return false }
    return (options[folder]?.files ?? ArticleFilter()).contains(path, below: folder)
  }

  /// The folder that a file lies in; of several the innermost, whose options hold for it.
  func folder(of path: String) -> String? {
    folders.filter { path == $0 || path.isBelow($0) }.max { $0.utf8.count < $1.utf8.count }
  }

  /// Begins work on files, or on a folder that is read anew, of which nothing older may be taken any
  /// more.
  mutating func begin(folder: String? = nil, anew: Bool = false, files: [String] = []) -> Int {
    lastNumber += 1
    for file in files { news[file] = lastNumber }
    if let folder, anew {
      news[folder] = lastNumber
      cancelJobs(on: folder, because: "Other options hold.")
    }
    jobs[lastNumber] = Job(folder: folder)
    return lastNumber
  }

  /// Changes what is known of a job that is still under way.
  mutating func update(_ number: Int, _ change: (inout Job) -> Void) {
    if jobs[number] != nil { change(&jobs[number]!) }
  }

  /// Takes what a job has read.
  mutating func take(_ files: [ReadFile], from number: Int) {
    guard jobs[number] != nil else { return }
    for file in files where !open.contains(file.path) && !hasNews(of: file.path, since: number) {
      if let article = file.article { index.insert(article) } else { index.remove(file.path) }
    }
    jobs[number]?.done += files.count
    if index.size > Workspace.sizeLimit {
      jobs[number]?.reason = Workspace.tooLarge
      jobs[number]?.task?.cancel()
    }
  }

  /// Whether something newer than a job is known of a file, or of a folder that it is in.
  private func hasNews(of path: String, since number: Int) -> Bool {
    guard !news.isEmpty else { return false }
    let isNew = { (path: String) in (news[path] ?? 0) > number }
    return isNew(path) || path.foldersAbove.contains(where: isNew)
  }

  /// Ends a job.
  ///
  /// - Parameter found: all articles of the folder, if it was walked to its end; others in the index
  ///   are there no more.
  mutating func end(_ number: Int, found: Set<String>? = nil) {
    guard let job = jobs.removeValue(forKey: number) else { return }
    if let folder = job.folder, let found {
      let before = self
      remove { key in
        before.folder(of: key) == folder && !found.contains(key) && !before.open.contains(key)
          && !before.hasNews(of: key, since: number)
      }
    }
    if jobs.isEmpty { news = [:] }
  }

  /// Opens a folder.
  mutating func add(folder: String) {
    if !folders.contains(folder) { folders.append(folder) }
  }

  /// Closes a folder, with its articles and the work on it.
  mutating func remove(folder: String) {
    folders.removeAll { $0 == folder }
    options[folder] = nil
    cancelJobs(on: folder, because: "The folder was closed.")
    let (folders, open) = (folders, open)
    remove { key in
      key.isBelow(folder) && !open.contains(key) && !folders.contains { key.isBelow($0) }
    }
  }

  private mutating func cancelJobs(on folder: String, because reason: String) {
    for (number, job) in jobs where job.folder == folder {
      job.task?.cancel()
      jobs[number]?.reason = reason
    }
  }

  /// Forgets files, and folders with all that was in them.
  mutating func forget(_ paths: [String]) {
    lastNumber += 1
    var folders: Set<String> = []
    for path in paths {
      news[path] = lastNumber
      if !index.contains(path) { folders.insert(path) }
      if !open.contains(path) { index.remove(path) }
    }
    guard !folders.isEmpty else { return }
    let open = open
    remove { key in !open.contains(key) && key.foldersAbove.contains(where: folders.contains) }
  }

  /// Lets an open document's text count.
  mutating func open(_ uri: DocumentURI) { open.insert(uri.key) }

  /// Puts in what an open document says now.
  mutating func take(open article: ArticleIndex) {
    if open.contains(article.uri.key) { index.insert(article) }
  }

  /// Lets the file count again that an open document was of.
  ///
  /// - Returns: The file to read, if it belongs to a folder.
  mutating func close(_ uri: DocumentURI) -> String? {
    open.remove(uri.key)
    if let path = uri.path, contains(path) { return path }
    index.remove(uri.key)
    return nil
  }

  private mutating func remove(where isGone: (String) -> Bool) {
    for key in index.keys.filter(isGone) { index.remove(key) }
  }
}

extension String {
  /// The folders that a path lies in, the innermost first.
  fileprivate var foldersAbove: some Sequence<String> {
    sequence(first: self[...]) { path in
      path.lastIndex(of: "/").map { path[..<$0] }
    }.dropFirst().lazy.map(String.init)
  }

  /// Whether a path lies in a folder, however deep.
  func isBelow(_ folder: String) -> Bool {
    hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
  }
}
