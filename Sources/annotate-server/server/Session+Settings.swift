import LanguageServerProtocol

// The settings of the client, and how the session hears of changes.

extension Session {
  /// Asks the client for its settings, if it lets itself be asked.
  func askForSettings() {
    guard phase == .running, client.hasSettings else { return }
    ask(
      ConfigurationRequest.self,
      ConfigurationParams(items: [ConfigurationItem(section: "annotate")]), .settings)
  }

  /// The client's settings have changed. Those that come along are those of other programs too, under
  /// the name of each; a client that can be asked is asked.
  func settingsHaveChanged(_ settings: JSONValue) {
    guard phase == .running else { return }
    if client.hasSettings { return askForSettings() }
    if case .array = settings { return }
    if let own = settings["annotate"] {
      takeSettings(own)
    } else if settings.members.isEmpty
      || settings.members.keys.contains(where: { name in optionTable.contains { $0.name == name } })
    {
      takeSettings(settings)
    }
  }

  /// Takes the settings that the client has for this server.
  func takeSettings(_ settings: JSONValue) {
    let checked = settings == .null ? CheckedOptions() : CheckedOptions(settings)
    if checked.problems != configuration.settings.problems { warn(of: checked.problems) }
    configuration.settings = checked
    reconsiderOptions()
  }

  /// Asks to hear of changed files and settings, if the client lets itself be asked; again when other
  /// files have become articles.
  func watchFiles() {
    guard phase == .running else { return }
    var registrations: [Registration] = []
    if client.watchesSettings, watched == nil {
      registrations.append(
        Registration(
          id: "settings", method: DidChangeConfigurationNotification.method,
          registerOptions: ["section": "annotate"]))
    }
    let extensions = workspace.folders.reduce(
      into: configuration.options(from: nil).files.extensions
    ) {
      $0.formUnion(workspace.options[$1]?.files.extensions ?? [])
    }
    if client.watchesFiles, watched != extensions {
      let files = extensions.sorted().joined(separator: ",")
      let watchers = ["**/*.{\(files)}", "**/.gitignore", "**/\(ConfigurationFile.name)"]
      if watched != nil {
        ask(
          UnregisterCapabilityRequest.self,
          UnregistrationParams(unregisterations: [
            Unregistration(
              id: "watched-files", method: DidChangeWatchedFilesNotification.method)
          ]), .watching)
      }
      registrations.insert(
        Registration(
          id: "watched-files", method: DidChangeWatchedFilesNotification.method,
          registerOptions: ["watchers": .array(watchers.map { ["globPattern": .string($0)] })]),
        at: 0)
    }
    watched = extensions
    guard !registrations.isEmpty else { return }
    ask(
      RegisterCapabilityRequest.self, RegistrationParams(registrations: registrations), .watching)
  }

  /// Looks at the files of options now and then: many clients tell of no changed files, and the others
  /// of none outside their folders.
  func lookAtConfigurationFiles() {
    guard phase == .running else { return }
    Task { [weak self] in
      while true {
        try? await Task.sleep(for: .seconds(1))
        guard await self?.lookOnce() ?? false else { return }
      }
    }
  }

  /// Takes what has changed in the files of options.
  ///
  /// - Returns: Whether the session goes on.
  private func lookOnce() -> Bool {
    guard phase == .running else { return false }
    for path in configuration.changedOnDisk()
    where !client.watchesFiles || workspace.folder(of: path) == nil {
      configurationFileHasChanged(path)
    }
    return true
  }
}
