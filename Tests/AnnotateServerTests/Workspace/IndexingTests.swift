import Foundation
import LanguageServerProtocol
import Testing

/// How a client that shows progress follows the reading of a folder, and stops it.
@Suite(.serialized)
struct IndexingTests {
  /// A folder that takes a while to be read.
  private func withManyArticles(_ body: (URL) async throws -> Void) async throws {
    let text = String(repeating: "Dmitry Peskov said Oslo was wrong.\n\n", count: 12)
    let files = (0..<100).map { ("\($0 % 7)/\($0).md", "# Article \($0)\n\n\(text)") }
    try await withFolder(Dictionary(uniqueKeysWithValues: files), body)
  }

  private let capabilities: JSONValue = ["window": ["workDoneProgress": true]]

  private func count(_ answer: JSONValue) -> Int {
    elements(answer["result"]?["claims"] ?? .null).count
  }

  @Test func progressIsReported() async throws {
    try await withManyArticles { folder in
      let client = await TestClient.started(capabilities: capabilities, folders: [folder.path])
      let request = await client.receive { $0["method"] == "window/workDoneProgress/create" }
      await client.respond(to: request)
      var percentages: [Int] = []
      while true {
        let progress = await client.notification("$/progress")
        #expect(progress["token"] == request["params"]?["token"])
        if case .integer(let percentage)? = progress["value"]?["percentage"] {
          percentages.append(percentage)
        }
        if progress["value"]?["kind"] == "end" { break }
        #expect(progress["value"]?["kind"] == (percentages.count == 1 ? "begin" : "report"))
      }
      #expect(percentages.first == 0 && percentages.last == 100)
      #expect(zip(percentages, percentages.dropFirst()).allSatisfy { $0 < $1 })
      #expect(count(await client.request("workspace/claims", [:])) == 1200)
    }
  }

  @Test func theUserCanCancel() async throws {
    try await withManyArticles { folder in
      let client = await TestClient.started(capabilities: capabilities, folders: [folder.path])
      let request = await client.receive { $0["method"] == "window/workDoneProgress/create" }
      await client.respond(to: request)
      let begin = await client.notification("$/progress")
      #expect(begin["value"]?["kind"] == "begin")
      #expect(begin["value"]?["cancellable"] == true)
      await client.notify(
        "window/workDoneProgress/cancel", ["token": request["params"]?["token"] ?? .null])
      let end = await client.notification("$/progress") { $0["value"]?["kind"] == "end" }
      #expect(end["value"]?["message"] == "Cancelled.")
      // What has been read by then is there.
      let answer = await client.request("workspace/claims", [:])
      #expect(answer["result"] != nil)
      #expect(count(answer) < 1200)
    }
  }

  @Test func aClientThatRefusesProgressHearsNone() async throws {
    try await withManyArticles { folder in
      let client = await TestClient.started(capabilities: capabilities, folders: [folder.path])
      let request = await client.receive { $0["method"] == "window/workDoneProgress/create" }
      await client.send(
        #"{"jsonrpc":"2.0","id":\#("\(request["id"] ?? .null)".filter(\.isNumber)),"error":{"code":-1,"message":"no"}}"#
      )
      let id = await client.post("workspace/claims", ["limit": 1])
      #expect(await client.receive { _ in true }["id"] == .integer(id))
    }
  }

  /// A request that waits for the index is answered when it is cancelled, not when the index is done.
  @Test func aWaitingRequestIsCancelled() async throws {
    try await withManyArticles { folder in
      let client = await TestClient.started(folders: [folder.path])
      let slow = await client.post("workspace/claims", ["limit": 1])
      let id = await client.post("workspace/claims", [:])
      await client.notify("$/cancelRequest", ["id": .integer(id)])
      let answer = await client.receive { $0["id"] != nil }
      #expect(answer["id"] == .integer(id))
      #expect(answer["error"]?["code"] == -32800)
      #expect(await client.receive { $0["id"] != nil }["id"] == .integer(slow))
    }
  }

  @Test func theSessionGoesOnWhileItReads() async throws {
    try await withManyArticles { folder in
      let client = await TestClient.started(folders: [folder.path])
      let slow = await client.post("workspace/claims", ["limit": 1])
      await client.open("# Title\n\nDmitry Peskov said Oslo was wrong.\n", uri: "untitled:a")
      let id = await client.post(
        "textDocument/annotations", ["textDocument": document("untitled:a")])
      #expect(await client.receive { $0["id"] != nil }["id"] == .integer(id))
      await client.notify(
        "workspace/didChangeWorkspaceFolders",
        ["event": ["added": [], "removed": [workspaceFolder(folder.path)]]])
      #expect(await client.receive { $0["id"] != nil }["id"] == .integer(slow))
      #expect(count(await client.request("workspace/claims", [:])) == 1)
    }
  }

  @Test func goodbyeEndsTheWork() async throws {
    try await withManyArticles { folder in
      let client = await TestClient.started(folders: [folder.path])
      let slow = await client.post("workspace/claims", [:])
      let end = await client.post("shutdown", .null)
      #expect(await client.receive { $0["id"] != nil }["id"] == .integer(end))
      #expect(await client.receive { $0["id"] != nil }["id"] == .integer(slow))
    }
  }
}
