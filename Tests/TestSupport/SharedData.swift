public import Foundation

/// Material for tests that is not part of the repository: corpora, specifications and articles that
/// belong to others. A test that needs it is skipped, and says so, where it is absent.
public enum SharedData {
  /// The folder beside the checkout, or the one that `ANNOTATE_SHARED` names.
  public static let folder: URL? = {
    let beside = repository.deletingLastPathComponent().appending(path: "shared")
    let named = ProcessInfo.processInfo.environment["ANNOTATE_SHARED"].map {
      URL(filePath: $0)
    }
    let url = named ?? beside
    return FileManager.default.fileExists(atPath: url.path) ? url : nil
  }()

  /// The root of the checkout.
  public static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// An article by its file name, from the folder that `ANNOTATE_SEEDS` names or `seeds` in the
  /// shared one; `nil` where it is absent.
  public static func seed(_ name: String) -> URL? {
    guard let named = ProcessInfo.processInfo.environment["ANNOTATE_SEEDS"] else {
      return file("seeds/" + name)
    }
    let url = URL(filePath: named).appending(path: name)
    return FileManager.default.fileExists(atPath: url.path) ? url : nil
  }

  /// A file of the folder, or `nil` where it is absent.
  public static func file(_ path: String) -> URL? {
    guard let url = folder?.appending(path: path),
      FileManager.default.fileExists(atPath: url.path)
    else { return nil }
    return url
  }
}
