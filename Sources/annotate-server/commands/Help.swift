/// The help texts, made from the table of commands.
enum Help {
  /// The help of the whole program.
  static func overview(_ commands: [Command]) -> String {
    let width = commands.map(\.name.count).max() ?? 0
    let rows = commands.map { command in
      "  \(command.name.padding(width))  \(command.summary)"
    }
    return """
      annotate-server \(Version.current)
      Entity and claim annotations of news articles: who is named, and who said what.

      Usage: annotate-server [--stdio]              serve an editor over stdin and stdout (LSP)
             annotate-server COMMAND [OPTION…] …    run one command

      Commands:
      \(rows.joined(separator: "\n"))

      Options of the server:
        --stdio                     the default, and the only transport
        --position-encoding UNIT    count columns in utf-8, utf-16 or utf-32, whatever the client says
        --log-level LEVEL           off, error, info or debug: log to stderr and to the client
                                    (by default, info to the client and nothing to stderr)
        --help, --version

      Try:
        annotate-server annotate seeds/*.md         read articles with their annotations
        annotate-server lint article.md             check an article's markup
        annotate-server COMMAND --help              see a command's options and examples

      """
  }

  /// The help of one command.
  static func page(_ command: Command) -> String {
    var text = "Usage: annotate-server \(command.name)"
    if !command.options.isEmpty { text += " [OPTION…]" }
    text += " \(command.operands)\n\n\(command.summary)\n"
    let rows = command.options.map { option in
      let choices = option.choices.isEmpty ? option.value : option.choices.joined(separator: "|")
      return (choices.map { "\(option.name) \($0)" } ?? option.name, option.help)
    }
    if !rows.isEmpty {
      let width = rows.map(\.0.count).max() ?? 0
      text += "\nOptions:\n"
      for (name, help) in rows {
        text +=
          width > 30 && name.count > 30
          ? "  \(name)\n      \(help)\n" : "  \(name.padding(min(width, 30)))  \(help)\n"
      }
    }
    return text + "\n" + command.details + "\n"
  }
}
