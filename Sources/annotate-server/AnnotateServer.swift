import LanguageServerProtocol
import Annotator
@main struct AnnotateServer { static func main() {} }
