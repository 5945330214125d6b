import Casework
import Testing

@Suite("A key of its own says alone, in front of the words")
struct AloneKeyTests {
  private static func pressed(_ line: String) -> String? {
    guard let change = NoteCaseload.parser().alone(in: line) else { return nil }
    var bytes = Array(line.utf8)
    bytes.replaceSubrange(change.from..<change.to, with: Array(change.text.utf8))
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(
    "It stands behind the head's last word, and nothing else means anything else",
    arguments: [
      ("selam visit 1420 45m", "selam visit 1420 45m alone, "),
      ("selam visit 1420 45m ", "selam visit 1420 45m alone, "),
      ("selam visit 1420 calm, ate", "selam visit 1420 alone, calm, ate"),
      ("selam visit: calm, ate", "selam visit alone: calm, ate"),
      ("selam visit 1420 - calm", "selam visit 1420 alone - calm"),
      ("selam visit, calm", "selam visit alone, calm"),
      ("selam visit int:ti !debt", "selam visit int:ti !debt alone, "),
      ("selam visit !debt calm", "selam visit alone !debt calm"),
      ("selam visit \"i am here\" calm", "selam visit alone \"i am here\" calm"),
      ("SELAM VISIT CALM", "SELAM VISIT ALONE, CALM"),
      ("sélam visit mẹ đến", "sélam visit alone, mẹ đến"),
    ]
  )
  func said(_ line: String, _ becomes: String) throws {
    let after = try #require(Self.pressed(line))
    #expect(after == becomes)
    let (note, then) = (NoteCaseload.parse(line), NoteCaseload.parse(after))
    #expect(note.alone == nil && then.alone == true)
    #expect(then.text == note.text && then.kind == note.kind && then.at == note.at)
  }

  @Test(
    "Pressed again it is away, where it was typed by hand as well",
    arguments: [
      ("selam visit 1420 alone calm and fed", "selam visit 1420 alone, calm and fed"),
      ("selam visit 1420 alone, calm", "selam visit 1420 calm"),
      ("selam visit alone 1420 calm", "selam visit 1420 calm"),
      ("selam visit 1420 45m alone, ", "selam visit 1420 45m "),
      ("selam alone visit", "selam visit"), ("alone visit selam", "visit selam"),
      ("selam visit 1420 45m alone ", "selam visit 1420 45m "),
    ]
  )
  func takenBack(_ line: String, _ becomes: String) {
    #expect(Self.pressed(line) == becomes)
  }

  @Test(
    "Where it could not count, nothing is put in",
    arguments: [
      "", "selam visit not alone 1420 calm", "new Ardita, in police station",
      "selam call phone off",
      "selam video phone off", "selam call no answer", "selam attempt", "selam visit with:carer",
      "selam+saba visit", "selam visit unseen", "selam school mtg", "thanh back 0320",
    ]
  )
  func refused(_ line: String) {
    #expect(Self.pressed(line) == nil)
  }

  @Test("A phone that was off was not heard from, whatever stands between")
  func unreached() {
    for line in ["selam call phone alone, off", "selam call phone alone off"] {
      let note = NoteCaseload.parse(line)
      #expect(note.heardFrom == nil && note.alone == nil, "\(line)")
    }
  }

  @Test("The key is named where it would count, and nowhere else")
  func named() {
    for line in ["selam visit", "selam call 10am", "selam office calm", "selam school seen"] {
      #expect(NoteCaseload.parse(line).mayBeAlone, "\(line)")
    }
    let others = [
      "selam", "selam visit alone", "selam attempt", "selam call sw", "selam+saba visit",
      "selam visit unseen", "selam visit with:carer", "selam school", "selam text",
      "selam call no answer", "selam video phone off",
    ]
    for line in others { #expect(!NoteCaseload.parse(line).mayBeAlone, "\(line)") }
  }
}
