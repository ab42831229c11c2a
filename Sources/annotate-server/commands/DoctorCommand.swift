import Annotator

/// `annotate-server doctor`: what a report of a bug needs.
let doctorCommand = Command(
  name: "doctor", operands: "[FOLDER]",
  summary: "Check the installation, and print what a report of a bug needs.",
  details: """
    Tells the version and how the program was built, whether the models that are built into it are
    sound, what it makes of a sentence, the configuration that counts in FOLDER (by default the
    current one), how many articles are there and how fast they are read, the editors on the PATH
    with their plugins, and the report of the last crash. Nothing is sent anywhere, and no text of an
    article is printed.

    Exit status: 0 when all is well, 1 when something is wrong: each problem is named with what to do.
    """,
  options: [
    .value("--format", "FORMAT", choices: ["text", "json"], "how to print (default: text)")
  ],
  run: examine)

private func examine(_ arguments: Arguments) async throws(UsageError) -> Int32 {
  guard arguments.operands.count <= 1 else {
    throw UsageError("doctor looks at one folder", "doctor")
  }
  var checkup = Checkup()
  checkup.addProgram()
  checkup.addModels()
  checkup.addSelfTest()
  let folder = arguments.operands.first ?? "."
  if Input.isFolder(folder) {
    checkup.addConfiguration(of: folder)
    checkup.addArticles(of: folder, areExpected: !arguments.operands.isEmpty)
  } else {
    checkup.complain("\(folder) is no folder.", "Name the folder in which the articles are.")
  }
  checkup.addTerminal()
  checkup.addEditors()
  checkup.addCrash()
  Output.put(
    arguments.value("--format") == "json" ? json(checkup, pretty: true) + "\n" : checkup.text)
  return checkup.problems.isEmpty ? 0 : 1
}

extension Checkup {
  fileprivate mutating func addModels() {
    begin("models")
    for file in embeddedFiles() {
      let state = file.isSound ? "loads" : "damaged"
      note(file.name, "\(file.count) bytes, CRC-32 \(file.checksum), \(state)")
      if !file.isSound {
        complain(
          "\(file.name), which is built into the program, is damaged.",
          "Install the program anew; if you built it, compare Sources/Annotator/Model.")
      }
    }
  }

  fileprivate mutating func addSelfTest() {
    begin("self-test")
    let text = SourceText(
      "Norway's prime minister, Kari Nordmann, said on Thursday that talks would go on.")
    let clock = ContinuousClock()
    for tier in [Tier.instant, .refined] {
      guard let stages = Pipeline.stages(of: tier) else { continue }
      _ = analyze(text, as: .plain, by: stages)
      var found = Annotations()
      let time = clock.measure { found = analyze(text, as: .plain, by: stages).annotations }
      let names = found.entities.count { $0.type == .person || $0.type == .geopolitical }
      note(
        "a sentence, \(tier.rawValue)",
        "names: \(names), claims: \(found.claims.count), time: \(time.inWords)")
      if names < 2 || found.claims.isEmpty {
        complain(
          "The program does not find the names and the claim of a plain sentence.",
          "Report this as a bug, with all that is printed here.")
      }
    }
  }

  fileprivate mutating func addConfiguration(of folder: String) {
    begin("configuration")
    guard let path = ConfigurationFile.nearest(from: Input.resolved(folder)) else {
      return note("file", "no \(ConfigurationFile.name) in or above \(Input.resolved(folder))")
    }
    note("file", path)
    do throws(InputError) {
      for problem in try ConfigurationFile(path).problems {
        complain(problem.words, "Mend it there; the other options count.")
      }
    } catch {
      complain(error.words, "Mend the file: until then none of its options counts.")
    }
  }

  fileprivate mutating func addArticles(of folder: String, areExpected: Bool) {
    begin("articles")
    let options = ConfigurationFile.nearest(from: Input.resolved(folder)).flatMap {
      try? ConfigurationFile($0).options
    }
    var failures: [InputError] = []
    let files = Input.articles([folder], by: options?.files ?? ArticleFilter(), &failures)
    note("folder", Input.resolved(folder))
    note("found", "\(files.count)")
    for failure in failures.prefix(3) {
      complain(failure.words, "Let the program read the folder, or leave it out with “exclude”.")
    }
    if files.isEmpty, areExpected {
      complain(
        "\(folder) has no articles.",
        "Articles are files that end in .md, .markdown or .txt, unless “fileExtensions” says otherwise."
      )
    }
    let begun = ContinuousClock.now
    var read = (files: 0, bytes: 0, failures: [InputError]())
    for file in files where read.files < 200 && ContinuousClock.now - begun < .seconds(2) {
      do throws(InputError) {
        let text = try Input.text(file)
        _ = analyze(text)
        read.files += 1
        read.bytes += text.count
      } catch {
        read.failures.append(error)
      }
    }
    let seconds = (ContinuousClock.now - begun) / .seconds(1)
    if read.files > 0 {
      let rates = [Double(read.files), Double(read.bytes) / 1000].map { rounded($0 / seconds) }
      note(
        "read", "\(read.files) of them on one core: \(rates[0]) a second, \(rates[1]) KB a second")
    }
    for failure in read.failures.prefix(3) {
      complain(failure.words, "It is left out until it can be read.")
    }
  }

  fileprivate mutating func addCrash() {
    begin("crashes")
    guard let time = CrashFile.time else { return note("last report", "none") }
    note("last report", "\(CrashFile.path), written \(age(of: time)) ago")
  }
}

extension InputError {
  /// The sentence without the program's name.
  fileprivate var words: String {
    let prefix = "annotate-server: "
    return String(
      description.hasPrefix(prefix) ? description.dropFirst(prefix.count) : description[...])
  }
}

/// A rate in tenths.
private func rounded(_ rate: Double) -> String {
  let tenths = Int((rate * 10).rounded())
  return "\(tenths / 10).\(tenths % 10)"
}
