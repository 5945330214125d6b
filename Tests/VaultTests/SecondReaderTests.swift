internal import Casework
internal import Crypto
internal import Foundation
internal import TestSupport
internal import Testing

@testable import Vault

@Suite(
  "A second reader, written from the format document",
  .enabled(if: SecondReader.isThere),
  .serialized
)
struct SecondReaderTests {
  static let records = UInt64(
    ProcessInfo.processInfo.environment["MAINSTAY_RECORDS"].flatMap { Int($0) }
      ?? Amount.of(12, nightly: 50)
  )

  private func ours(_ made: RandomRecord, _ folder: String, _ key: SymmetricKey) -> Answer {
    Answer(
      of: folder,
      state: made.fixture.root + "/elsewhere",
      stretched: key,
      fixture: made.fixture
    )
  }

  @Test("It prints the same bytes of random records with everything in them")
  func same() throws {
    let reader = try SecondReader()
    var lines = 0
    var differing = 0
    for seed in 1...SecondReaderTests.records {
      let made = try RandomRecord(seed: seed, size: seed % 6 == 0 ? .many : .few)
      let mine = ours(made, made.places.folder, made.ownKey)
      let told = "seed \(seed): \(made.features.joined(separator: "; "))"
      #expect(["whole", "torn"].contains(mine.answer), "\(mine) \(told)")
      for key in [made.ownKey, made.recoveryKey].compactMap(\.self) {
        let theirs = try reader.answer(made.places.folder, stretched: key)
        #expect(theirs == mine, "\(told)")
        if theirs != mine { differing += 1 }
      }
      lines += mine.lines
      // Opened for writing, this program mends what it finds: then too both print the same.
      let record = try made.open(OpenOptions(olderCopy: .accept))
      let mended = Answer("whole", try record.exportLines())
      record.close()
      #expect(try reader.answer(made.places.folder, stretched: made.ownKey) == mended, "\(told)")
      #expect(mended.lines >= mine.lines)
    }
    print("records \(SecondReaderTests.records), entries \(lines), differing \(differing)")
  }

  @Test("It refuses what this program refuses, and prints what was good before it")
  func refuses() throws {
    let reader = try SecondReader()
    var disagreeing = 0
    var answers: [String: Int] = [:]
    let records = max(4, SecondReaderTests.records / 2)
    for seed in 1...records {
      let made = try RandomRecord(seed: 1000 + seed, size: .few)
      let other = try RandomRecord(seed: 2000 + seed, size: .few)
      let copy = try DamagedCopy(of: made)
      let others = [try DamagedCopy(of: other).whole, made.earlier]
      var dice = Dice(seed: seed)
      for _ in 0..<Amount.of(40, nightly: 100) {
        let damage = RecordDamage(copy.whole, others: others, dice: &dice)
        try copy.put(damage.files)
        let old = dice.pick(made.secrets).map { RandomRecord.stretched($0) } ?? Fixture.key
        let key =
          dice.chance(2)
          ? Fixture.key : dice.chance(10) ? old : dice.chance(20) ? made.recoveryKey : made.ownKey
        let mine = ours(made, copy.folder, key ?? made.ownKey)
        let theirs = try reader.answer(copy.folder, stretched: key ?? made.ownKey)
        #expect(theirs == mine, "seed \(1000 + seed): \(damage.name)")
        if theirs != mine { disagreeing += 1 }
        answers[mine.answer.split(separator: " ").first.map(String.init) ?? "", default: 0] += 1
      }
    }
    let count = answers.values.reduce(0, +)
    print("refusals \(count), disagreeing \(disagreeing): \(answers)")
    #expect(
      Set(["damaged", "header", "keys", "wrong", "torn", "whole"]).isSubset(of: answers.keys)
    )
  }

  @Test("A person reads it with either secret, and the built program exports the same bytes")
  func secrets() throws {
    for seed in 1...UInt64(Amount.of(1, nightly: 5)) {
      let made = try RandomRecord(seed: 3000 + seed, size: .few)
      let fixture = made.fixture
      let words = "mộc lan kettle orbit seven"
      let key = RecoveryKey(random: .system)
      let record = try made.open()
      // From here on with scrypt itself.
      try record.changePassphrase(to: Passphrase(words), renewing: false)
      try record.replaceRecoveryKey(with: key, renewing: record.header.epochsLeft > 0)
      let export = Data(Answer.export(try record.exportLines()))
      record.close()
      let secrets = [
        words, words.decomposedStringWithCanonicalMapping, key.shown, key.shown.lowercased(),
      ]
      for secret in secrets {
        let found = try SecondReader.read(made.places.folder, passphrase: secret, in: fixture)
        #expect(found.status == 0 && found.out == export, "seed \(3000 + seed)")
      }
      let wrong = try SecondReader.read(made.places.folder, passphrase: words + "s", in: fixture)
      #expect(wrong.status == 3 && wrong.out.isEmpty)
      let file = try SecondReader.written(words, in: fixture)
      guard let program = SecondReader.program else { continue }
      let ours = try SecondReader.run(
        program,
        ["export", "jsonl", "--vault", made.places.folder, "--passphrase-file", file],
        home: fixture.root + "/home"
      )
      #expect(ours.status == 0 && ours.out == export, "seed \(3000 + seed)")
    }
  }
}
