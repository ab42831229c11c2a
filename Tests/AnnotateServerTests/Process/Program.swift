import Foundation
import Synchronization
import TestSupport
import Testing

/// The built program, run as a user runs it.
enum Program {
  /// What is left of a run.
  struct Outcome: Sendable {
    /// The exit status; less than 0 where a signal ended the run.
    var status: Int32
    /// What stood on standard output.
    var output: String
    /// What stood on standard error.
    var errors: String
  }

  /// The program to test: the one that was built with the tests, or the one that `ANNOTATE_SERVER`
  /// names.
  static let url: URL = {
    if let named = ProcessInfo.processInfo.environment["ANNOTATE_SERVER"] {
      return URL(filePath: named)
    }
    let tests = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
    let folder =
      tests?.deletingLastPathComponent()
      ?? URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    return folder.appending(path: "annotate-server")
  }()

  /// Runs the program to its end, or kills it when it takes too long, which is an error.
  static func run(
    _ arguments: [String], input: some Sequence<UInt8> = [], at url: URL = Program.url,
    in folder: URL? = nil, environment: [String: String] = [:], seconds: Double = 120,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> Outcome {
    let program = try RunningProgram(arguments, at: url, in: folder, environment: environment)
    program.write(input)
    program.closeInput()
    let status = await program.end(seconds: seconds)
    if status == nil { program.kill() }
    #expect(status != nil, "the program ends by itself", sourceLocation: sourceLocation)
    return Outcome(
      status: status ?? -9, output: String(decoding: program.output, as: UTF8.self),
      errors: String(decoding: program.errors, as: UTF8.self))
  }

  /// Runs the program on a text as standard input.
  static func run(
    _ arguments: [String], input: String, in folder: URL? = nil, seconds: Double = 120,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> Outcome {
    try await run(
      arguments, input: input.utf8, in: folder, seconds: seconds, sourceLocation: sourceLocation)
  }
}

/// The built program while it runs, at the other end of real pipes.
final class RunningProgram: Sendable {
  private let process = Process()
  private let pipes = (input: Pipe(), output: Pipe(), errors: Pipe())
  private let readers = (output: PipeReader(), errors: PipeReader())
  /// Writing waits for the program to read, and the test must not.
  private let writing = DispatchQueue(label: "input of a program")
  private let unwritten = Atomic(0)

  /// Starts the program.
  ///
  /// - Parameters:
  ///   - environment: variables that are set otherwise than here.
  ///   - isReading: whether to read its standard output from the beginning.
  init(
    _ arguments: [String] = [], at url: URL = Program.url, in folder: URL? = nil,
    environment: [String: String] = [:], isReading: Bool = true
  ) throws {
    // A program that has ended must not end the tests that write to it.
    signal(SIGPIPE, SIG_IGN)
    process.executableURL = url
    process.arguments = arguments
    process.currentDirectoryURL = folder
    if !environment.isEmpty {
      process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    }
    process.standardInput = pipes.input
    process.standardOutput = pipes.output
    process.standardError = pipes.errors
    try process.run()
    readers.errors.start(pipes.errors)
    if isReading { startReading() }
  }

  /// The program's process id.
  var identifier: Int32 { process.processIdentifier }
  /// What stood on standard output so far.
  var output: [UInt8] { readers.output.bytes }
  /// What stood on standard error so far.
  var errors: [UInt8] { readers.errors.bytes }
  /// Whether the program has taken all that was written.
  var hasTakenInput: Bool { unwritten.load(ordering: .acquiring) == 0 }

  /// Begins to read standard output.
  func startReading() { readers.output.start(pipes.output) }

  /// Writes bytes to standard input, as soon as the program takes them.
  func write(_ bytes: some Sequence<UInt8>) {
    let data = Data(bytes)
    unwritten.add(1, ordering: .releasing)
    writing.async { [self] in
      try? pipes.input.fileHandleForWriting.write(contentsOf: data)
      unwritten.subtract(1, ordering: .releasing)
    }
  }

  /// Ends standard input behind what was written.
  func closeInput() {
    writing.async { [self] in try? pipes.input.fileHandleForWriting.close() }
  }

  /// Waits for the program to end and for the rest of its output.
  ///
  /// - Returns: Its exit status, less than 0 where a signal ended it; `nil` when it has not ended in
  ///   time.
  func end(seconds: Double = 60) async -> Int32? {
    let hasEnded = await wait(seconds: seconds) {
      !process.isRunning && readers.output.isAtEnd && readers.errors.isAtEnd
    }
    guard hasEnded else { return nil }
    let status = process.terminationStatus
    return process.terminationReason == .exit ? status : -status
  }

  /// Ends the program at once.
  func kill() { Foundation.kill(identifier, SIGKILL) }
}

/// Reads a pipe in a thread of its own, so that whoever writes to it never waits for the test.
private final class PipeReader: Sendable {
  private let received = Mutex<(bytes: [UInt8], isAtEnd: Bool)>(([], false))

  /// What has come so far.
  var bytes: [UInt8] { received.withLock { $0.bytes } }
  /// Whether nothing more will come.
  var isAtEnd: Bool { received.withLock { $0.isAtEnd } }

  func start(_ pipe: Pipe) {
    Thread.detachNewThread { [self] in
      // The handle is held until the end, since it closes its descriptor when it goes.
      let handle = pipe.fileHandleForReading
      while let bytes = readSome(handle.fileDescriptor) { received.withLock { $0.bytes += bytes } }
      received.withLock { $0.isAtEnd = true }
    }
  }

  /// Waits for some bytes; `nil` at the end.
  private func readSome(_ descriptor: Int32) -> [UInt8]? {
    let size = 1 << 16
    while true {
      var result = 0
      let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        result = read(descriptor, buffer.baseAddress, size)
        count = max(0, result)
      }
      if result < 0, errno == EINTR { continue }
      return bytes.isEmpty ? nil : bytes
    }
  }
}

/// Waits for a condition, and tells whether it came true in time.
func wait(seconds: Double, for condition: () -> Bool) async -> Bool {
  let end = ContinuousClock.now + .seconds(seconds)
  while !condition() {
    guard ContinuousClock.now < end, !Task.isCancelled else { return false }
    try? await Task.sleep(for: .milliseconds(5))
  }
  return true
}

/// Gives a test a folder of its own with files in it, which goes with the test.
func withFolder(
  _ files: [String: String] = [:], _ body: (URL) async throws -> Void
) async throws {
  let folder = FileManager.default.temporaryDirectory
    .appending(path: "annotate \(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  for (name, text) in files {
    let url = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }
  try await body(folder)
}

/// The articles of the folder `seeds`, by name without extension.
let seeds: [String: String] = {
  let folder = SharedData.repository.appending(path: "seeds")
  let files = try? FileManager.default.contentsOfDirectory(
    at: folder, includingPropertiesForKeys: nil)
  var seeds: [String: String] = [:]
  for file in files ?? [] where file.pathExtension == "md" {
    let name = file.deletingPathExtension().lastPathComponent
    // The articles are named by their day; the folder also has a page about them.
    guard name.first?.isNumber == true else { continue }
    seeds[name] = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) }
  }
  return seeds
}()
