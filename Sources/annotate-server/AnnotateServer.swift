import Annotator
import LanguageServerProtocol

@main struct AnnotateServer {
  static func main() {
    if CommandLine.arguments.dropFirst().first == "batch" { BatchCommand.run() }
  }
}
