import Annotator
import LanguageServerProtocol

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The program: a language server, unless its first argument names a command.
@main
struct AnnotateServer {
  static func main() async {
    let arguments = CommandLine.arguments.dropFirst()
    CrashFile.install()
    do throws(UsageError) {
      exit(try await run(arguments))
    } catch {
      Output.complain("annotate-server: \(error.message)")
      // The server's own options belong to a command without a name.
      let words = ["annotate-server", error.command ?? "", "--help"].filter { !$0.isEmpty }
      Output.complain("Try `\(words.joined(separator: " "))`.")
      exit(2)
    }
  }

  private static func run(_ arguments: ArraySlice<String>) async throws(UsageError) -> Int32 {
    guard let first = arguments.first, !first.hasPrefix("-") || isQuestion(first) else {
      return try await serve(arguments)
    }
    if first == "--version" {
      print("annotate-server \(Version.current)")
      return 0
    }
    if isQuestion(first) {
      guard first == "help", let name = arguments.dropFirst().first else {
        print(Help.overview(commands), terminator: "")
        return 0
      }
      print(Help.page(try command(name)), terminator: "")
      return 0
    }
    let command = try command(first)
    let rest = arguments.dropFirst()
    if rest.prefix(while: { $0 != "--" }).contains(where: { $0 == "--help" || $0 == "-h" }) {
      print(Help.page(command), terminator: "")
      return 0
    }
    let work = CrashFile.begin("the command \(command.name)")
    defer { CrashFile.end(work) }
    return try await command.run(Arguments(rest, for: command))
  }

  private static func isQuestion(_ argument: String) -> Bool {
    ["--help", "-h", "help", "--version"].contains(argument)
  }

  private static func command(_ name: String) throws(UsageError) -> Command {
    if let command = commands.first(where: { $0.name == name }) { return command }
    let near = nearest(to: name, in: commands.map(\.name)).map { "; did you mean “\($0)”?" }
    throw UsageError("there is no command “\(name)”\(near ?? "")")
  }
}
