import Casework
import Foundation
import TestSupport
import Testing

@Suite("What is stored stays readable")
struct StoredFormTests {
  @Test("every type reads an old entry and writes it the same", arguments: Samples.all)
  func roundTrip(_ sample: (type: String, json: String)) throws {
    let type = try #require(Entries.byType[sample.type])
    #expect(try rewritten(type, sample.json) == sample.json)
  }

  @Test("every type has a stored sample, and every sample a type")
  func samplesAreComplete() {
    #expect(Set(Samples.all.map(\.type)) == Set(Entries.byType.keys))
    #expect(Samples.all.count == Entries.all.count)
  }

  @Test("an old entry with only its essential fields still reads")
  func essentialFieldsOnly() throws {
    let contact = #"{"kind":"visit","party":"child","text":""}"#
    #expect(try rewritten(ContactMade.self, contact) == contact)
    for type in ["child-opened", "missing-started", "placed", "reopened", "safe-contact-agreed"] {
      #expect(try rewritten(try #require(Entries.byType[type]), "{}") == "{}")
    }
  }

  @Test("the folder of entries and the list of types are the same")
  func folderEqualsArray() throws {
    let folder = URL(filePath: #filePath)
      .appending(path: "../../../../Sources/Casework/Entries").standardized
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path())
    let types = try files.filter { file in
      try String(contentsOf: folder.appending(path: file), encoding: .utf8).contains(": Entry {")
    }
    .map { $0.replacing(".swift", with: "") }
    #expect(Set(types) == Set(Entries.all.map { "\($0)" }))
    for name in Entries.byType.keys {
      #expect(name.allSatisfy { $0.isLowercase || $0 == "-" }, "\(name) is not kebab-case")
    }
  }

  @Test("an amendment of a type of a newer version is kept as it was written")
  func newerBodyInsideAmendment() throws {
    let json =
      #"{"body":{"colour":"red","count":3,"list":[1,2.5,true,null]},"bodyType":"painted","#
      + #""of":"019a0000-0000-7000-8000-000000000001","why":"newer"}"#
    #expect(try rewritten(Amended.self, json) == json)
  }

  @Test("a field of the child that a newer version describes is kept")
  func newerField() throws {
    let json = #"{"field":"shoe-size","value":{"value":"38"}}"#
    #expect(try rewritten(ChildDescribed.self, json) == json)
  }

  @Test("unknown, not asked, declined and disputed are four different values")
  func fourKindsOfNotKnowing() throws {
    let states = ["unknown", "not-asked", "declined", "disputed"]
    for state in states {
      let json = #"{"field":"name","value":{"state":"\#(state)"}}"#
      #expect(try rewritten(ChildDescribed.self, json) == json)
    }
    #expect(Set(Unknown.allCases.map(\.rawValue)) == Set(states))
    #expect(Set(Unknown.allCases.map(\.words)).count == 4)
  }

  private func rewritten(_ type: any Entry.Type, _ json: String) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let entry: any Entry = try JSONDecoder().decode(type, from: Data(json.utf8))
    return String(decoding: try encoder.encode(entry), as: UTF8.self)
  }
}
