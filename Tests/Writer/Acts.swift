import Casework
import TestSupport
import Vault

/// The acts that writers keep: everything about one follows from its name, so that a reader knows
/// what it must look like without being told.
struct MadeUpAct {
  /// Such as `w3-17`: the writer and a number that rises.
  let name: String

  init(writer: String, number: Int) { name = "\(writer)-\(number)" }

  /// Reads the name off an entry; nil for an entry that is of no writer.
  init?(text: String) {
    guard text.hasPrefix("w"), let end = text.firstIndex(of: " ") else { return nil }
    name = String(text[..<end])
    guard number != nil else { return nil }
  }

  var number: Int? { name.split(separator: "-").last.flatMap { Int($0) } }

  /// Every third is about all children at once; a half of one would be missing somebody.
  func count(children: Int) -> Int { (number ?? 0) % 3 == 0 ? children : 1 }

  /// The name and then words, few or many, the same ones each time.
  var text: String {
    var dice = Dice(seed: UInt64(name.utf8.reduce(7) { $0 &* 31 &+ UInt64($1) }))
    let words = Int.random(in: 0...40, using: &dice) * ((number ?? 0) % 7 == 0 ? 10 : 1)
    return name + " "
      + (0..<words).map { _ in
        String(UInt32.random(in: 0...(.max), using: &dice), radix: 36)
      }.joined(separator: " ")
  }

  /// The act itself.
  func act(children: [ChildID], at moment: Moment) -> Act {
    var contact = ContactMade(kind: .visit, party: .child, text: text)
    if let number, number % 5 == 1 { contact.restricted = .privileged }
    let entry = NewEntry(occurredAt: moment, body: contact)
    let number = number ?? 0
    let about = count(children: children.count) > 1 ? children : [children[number % children.count]]
    return Act(parts: about.map { ActPart(child: $0, by: "guardian", entries: [entry]) })
  }
}

/// What a record holds of the made-up acts.
struct Found {
  /// Names, and the identities of the entries there are of each.
  var identities: [String: [String]] = [:]
  /// Entries whose words are not what their name says.
  var wrong: [String] = []

  init(_ record: OpenRecord) {
    for entry in record.entries(of: nil) {
      guard let text = (entry.body as? ContactMade)?.text, let act = MadeUpAct(text: text) else {
        continue
      }
      identities[act.name, default: []].append(entry.stamp.id.rawValue)
      if text != act.text { wrong.append(act.name) }
    }
  }

  /// Acts of which not every child's entry is there.
  func halves(children: Int) -> [String] {
    identities.filter { name, entries in
      MadeUpAct(text: name + " ").map { $0.count(children: children) != entries.count } ?? true
    }.keys.sorted()
  }
}
