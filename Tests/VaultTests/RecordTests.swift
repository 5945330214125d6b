internal import Casework
internal import Crypto
internal import Foundation
internal import Testing

@testable import Vault

@Suite("A record is kept and read again")
struct RecordTests {
  @Test("What was kept is there after closing and opening, in order")
  func roundTrip() throws {
    let fixture = Fixture()
    let record = try fixture.create()
    let child = try record.openChild("K07", note: "Đức said he likes the garden")
    for number in 1...5 { try record.note("note number \(number)", child) }
    let written = record.entries(of: child).compactMap { ($0.body as? ContactMade)?.text }
    #expect(written.count == 6)
    let state = record.state
    record.close()

    let again = try fixture.open()
    #expect(again.readOnlyReason == nil)
    #expect(again.state.seq == state.seq)
    #expect(again.state.head == state.head)
    #expect(again.entries(of: child).compactMap { ($0.body as? ContactMade)?.text } == written)
    #expect(again.caseload().map(\.ref) == ["K07"])
    #expect(again.child(ref: "k07") == child)
    #expect(again.nextRef() == "K08")
    #expect(again.search(SearchQuery(text: "duc")).count == 1)
    #expect(again.search(SearchQuery(text: "numb* 3")).count == 1)
    #expect(again.search(SearchQuery(text: "\"number 3\"")).count == 1)
    #expect(again.search(SearchQuery(text: "\"3 number\"")).count == 0)
    #expect(again.zone.identifier == "Europe/London")
    #expect(again.state.notices == [])
  }
}

@Suite("Who may open a record")
struct UnlockTests {
  @Test("A wrong passphrase is refused after one derivation, and nothing has changed")
  func wrongPassphrase() throws {
    let fixture = Fixture(disk: SimulatedDisk(), root: "/v")
    try fixture.disk.makeFolder("/v")
    _ = try fixture.createFast()
    let disk = try #require(fixture.disk as? SimulatedDisk)
    let before = disk.count
    var derivations = 0
    #expect(throws: VaultError.wrongPassphrase) {
      try OpenRecord.open(
        fixture.places,
        options: OpenOptions(),
        surroundings: fixture.surroundings()
      ) { _ in
        derivations += 1
        return SymmetricKey(data: [UInt8](repeating: 1, count: 32))
      }
    }
    #expect(derivations == 1)
    #expect(disk.count == before)
  }

  @Test("The recovery key opens the record, however it is typed")
  func recovery() throws {
    let fixture = Fixture()
    let key = RecoveryKey(random: .system)
    let record = try fixture.create(recovery: key)
    try record.openChild("K01", note: "one")
    record.close()
    #expect(key.shown.count == 34)
    let typed = key.shown.lowercased().replacing("-", with: " ").replacing("0", with: "o")
    let again = try OpenRecord.open(
      fixture.places,
      passphrase: Passphrase(typed),
      surroundings: fixture.surroundings()
    )
    #expect(again.caseload().count == 1)
    #expect(again.verify().ok)
  }

  @Test("A recovery key with one wrong character is noticed before anything is tried")
  func recoveryCheck() throws {
    var misread = 0
    for number in 0..<200 {
      let key = RecoveryKey(random: .system)
      var characters = Array(key.shown.replacing("-", with: ""))
      let at = number % 26
      characters[at] = characters[at] == "7" ? "6" : "7"
      if RecoveryKey(typed: String(characters)) != nil { misread += 1 }
      #expect(RecoveryKey(typed: key.shown) == key)
    }
    // Ten bits of check: one in a thousand passes.
    #expect(misread <= 4)
  }

  @Test(
    "A passphrase must be long; nothing else is asked of it",
    arguments: [
      ("", PassphraseFault.empty), ("   \t          \n    ", .empty), ("fourteen chars", .tooShort),
      ("aaaaaaaaaaaaaaaaaaaa", .common), ("abcabcabcabcabcabc", .common),
      ("123456789012345", .common), ("Correct Horse Battery Staple", .common),
      ("passwordpassword1", .common),
    ]
  )
  func weak(text: String, fault: PassphraseFault) throws {
    #expect(Passphrase(text).fault == fault)
    let fixture = Fixture()
    #expect(throws: VaultError.weakPassphrase(fault)) {
      try OpenRecord.create(
        fixture.places,
        passphrase: Passphrase(text),
        options: CreateOptions(zone: .london, logN: 15),
        surroundings: fixture.surroundings()
      )
    }
    #expect(!fixture.disk.isThere(fixture.places.folder))
  }

  @Test(
    "Long passphrases in any script are taken",
    arguments: ["fifteen letters", "đi chợ với bà ngoại"]
  )
  func strong(text: String) {
    #expect(Passphrase(text).fault == nil)
    #expect("\(Passphrase(text))" == "[hidden]")
    #expect(!String(reflecting: Passphrase(text)).contains("letters"))
  }

  @Test("The same passphrase typed with composed or separate marks opens the record")
  func normalised() {
    #expect(
      Passphrase("caf\u{E9} au lait le matin").secret
        == Passphrase("cafe\u{301} au lait le matin").secret
    )
  }

  @Test("Five offered words are worth what the list says, each word once and easy to spell")
  func words() {
    #expect(WordList.all.count >= 2048)
    #expect(Set(WordList.all).count == WordList.all.count)
    #expect(WordList.all.allSatisfy { (3...10).contains($0.count) && $0.allSatisfy(\.isLetter) })
    #expect(abs(WordList.bits() - 5 * log2(Double(WordList.all.count))) < 0.001)
    let offered = WordList.passphrase(entropy: .system)
    #expect(offered.split(separator: " ").count == 5)
    #expect(Passphrase(offered).fault == nil)
  }

  @Test(
    "Costs that a hostile header asks for are refused before anything is computed",
    arguments: [(58, 8, 1), (21, 8, 1), (14, 8, 1), (15, 32, 1), (15, 8, 4), (0, 0, 0)]
  )
  func hostileCosts(logN: UInt8, r: UInt8, p: UInt8) {
    #expect(Stretch(logN: logN, r: r, p: p) == nil)
  }

  @Test("The cost is chosen by the clock: about a second, and never below 2^17")
  func calibration() {
    for (milliseconds, expected) in [(5000, 17), (700, 17), (500, 18), (290, 19), (10, 20)] {
      let chosen = Stretch.calibrated { body in
        _ = body
        return .milliseconds(milliseconds)
      }
      #expect(chosen == UInt8(expected))
    }
  }

  @Test("A folder that is there is never written over; an empty place is no record")
  func places() throws {
    let fixture = Fixture()
    #expect(throws: VaultError.noRecord) { try fixture.openFast() }
    _ = try fixture.createFast()
    #expect(throws: VaultError.alreadyExists) { try fixture.createFast() }
  }
}
