import Annotator
import Dispatch
import Synchronization

/// A file that was checked.
struct LintedFile: Sendable {
  /// What was found, or is left when it was repaired.
  var findings: [LocatedFinding] = []
  /// What to print instead of findings: the difference, or the repaired standard input.
  var output = ""
  /// How many fixes were applied.
  var fixCount = 0
  /// Why it could not be read or written.
  var failure: InputError?
}

/// Checks files, several at once. The result is in the order of the files, however they are shared
/// out.
struct LintRun: Sendable {
  /// What to do with the files.
  enum Mode: Sendable {
    case report, fix, diff
  }

  /// The files; `-` is standard input.
  var files: [String]
  /// The rules.
  var options: LintOptions
  /// What to call standard input.
  var standardInput: String
  /// What to do.
  var mode: Mode
  /// How many files to check at once.
  var jobs: Int

  /// The files, each with what was found.
  func checked() -> [LintedFile] {
    let results = Mutex<[LintedFile?]>(Array(repeating: nil, count: files.count))
    let next = Mutex(0)
    let progress = Progress(count: files.count)
    DispatchQueue.concurrentPerform(iterations: min(jobs, files.count)) { _ in
      while true {
        let index = next.withLock { next in
          next += 1
          return next - 1
        }
        guard index < files.count else { return }
        let file = check(files[index])
        results.withLock { $0[index] = file }
        progress.advance()
      }
    }
    progress.finish()
    return results.withLock { $0.compactMap { $0 } }
  }

  private func check(_ path: String) -> LintedFile {
    let name = path == "-" ? standardInput : path
    var result = LintedFile()
    do throws(InputError) {
      let bytes = try Input.bytes(path)
      var file = lintWhole(file: bytes, options: options)
      if mode != .report, file.isWhole, file.findings.contains(where: { $0.fix != nil }) {
        let repaired = fixWhole(file.text, options: options)
        result.fixCount = repaired.count
        if mode == .diff {
          result.output = unifiedDiff(bytes, repaired.text.bytes, file: name)
        } else {
          if path != "-", repaired.count > 0 { try Input.replace(path, with: repaired.text.bytes) }
          file = lintWhole(file: repaired.text.bytes, options: options)
        }
      }
      if mode == .fix, path == "-" {
        result.output = String(decoding: file.isWhole ? file.text.bytes : bytes, as: UTF8.self)
      }
      result.findings = located(file.findings, in: file.text, file: name)
    } catch {
      result.failure = error
    }
    return result
  }
}

/// Checks a file outside any task, where nothing cancels.
private func lintWhole(file bytes: [UInt8], options: LintOptions) -> CheckedFile {
  do throws(CancellationError) {
    return try Annotator.lint(file: bytes, options: options)
  } catch {
    preconditionFailure("A command's check runs in no task that could be cancelled.")
  }
}

/// Repairs a text outside any task, where nothing cancels.
private func fixWhole(_ text: SourceText, options: LintOptions) -> FixedText {
  do throws(CancellationError) {
    return try fixed(text, options: options)
  } catch {
    preconditionFailure("A command's repair runs in no task that could be cancelled.")
  }
}

/// A line on a terminal that says how far a long run is.
private struct Progress: ~Copyable, Sendable {
  private let count: Int
  private let begun = ContinuousClock.now
  private let state = Mutex<(done: Int, shown: ContinuousClock.Instant?)>((0, nil))

  /// The progress of a run over so many files.
  init(count: Int) { self.count = count }

  /// Takes note of a file that is done. Nothing is shown of a run that ends within a second.
  func advance() {
    guard Output.showsProgress else { return }
    let now = ContinuousClock.now
    let done: Int? = state.withLock { state in
      state.done += 1
      let isDue = now - (state.shown ?? begun + .milliseconds(900)) > .milliseconds(100)
      guard isDue else { return nil }
      state.shown = now
      return state.done
    }
    if let done { Output.showProgress("\(done) of \(count) articles") }
  }

  /// Takes the line away.
  func finish() {
    if state.withLock({ $0.shown != nil }) { Output.showProgress(nil) }
  }
}
