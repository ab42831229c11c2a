import Annotator

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

struct BatchCommand {
  static func run() {
    struct Line: Decodable {
      var id: String; var text: String; var markup: TextKind?; var date: String?
    }
    while let line = readLine() {
      guard let l = try? JSONDecoder().decode(Line.self, from: Data(line.utf8)) else { continue }
      let analysis = try! Pipeline.standard.annotate(SourceText(l.text), as: l.markup ?? .article)
      let data = try! JSONEncoder().encode(AnnotationDocument(analysis, id: l.id))
      print(String(decoding: data, as: UTF8.self))
    }
  }
}
