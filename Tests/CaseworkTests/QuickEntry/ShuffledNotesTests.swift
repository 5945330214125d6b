import TestSupport
import Testing

@testable import Casework

/// Random heads, each part of which is known, before shuffled prose full of words that mean something
/// in a head: what a note claims is held against the parts, not against the parser.
@Suite("A random note claims only what its head and its marks say")
struct ShuffledNotesTests {
  /// A kind as typed, and whether it means by itself that the child was seen or heard from.
  private static let kinds: [(typed: String, seen: Bool, heard: Bool)] = [
    ("visit", true, true), ("v", true, true), ("office", true, true), ("call", false, true),
    ("tc", false, true), ("video", false, true), ("travel", false, false),
    ("attempt", false, false), ("letter", false, false), ("court", false, false),
    ("lac review", false, false), ("strategy mtg", false, false), ("school", false, false),
    ("police", false, false), ("sol call", false, false), ("supervision", false, false),
  ]
  private static let times = ["", "", "14:20", "1420", "10am", "yest 10am", "mon", "14:20-15:05"]
  private static let lengths = ["", "", "45m", "1h", "20 min"]
  private static let sight = ["", "", "", "alone", "seen", "unseen", "not alone", "seen alone"]
  private static let glue = [": ", ". ", " - ", "\n", " quietly ", "; ", ", calm, ", " ( ", " … "]

  /// Sentences of a guardian's day in which every word of the head occurs, said by or of others.
  private static let sentences = [
    "she feels alone in the evenings", "has not been seen by the GP", "the carer saw him alone",
    "he was seen, alone, at the station", "seen alone on CCTV by the police at 14:20",
    "I promised nothing", "mum promised to ring mon", "the school will visit on fri",
    "I will ask", "we spoke alone for 45m", "visited the doctor yesterday at 10am",
    "told the social worker", "told edt 10.05", "from child to carer", "to do: nothing",
    "he wrote a>b and b>>c on the wall", "wow!great!!alone", "x>alone y>>seen z!!police",
    "50>45 and !! and > and >> and ~20 min", "a = b, room #3, +44 7700", "mail > reply >> forward",
    "alone", "seen", "unseen", "not alone", "SEEN ALONE", "Alone.", "“", "visit", "call",
    "returned to school", "found it back", "new shoes", "about him", "re contact", "with me",
    "child seen by the IRO", "seen: yes; alone: yes", "S/A yes", "[x] seen alone",
    "interview alone",
    "Yusuf was there", "by thu", "x3", "attempted", "no one saw me alone with her",
  ]

  /// What a line says beside its prose.
  private struct Said {
    var others = 0
    var acts = 0
    var asked = 0
    var promises = 0
    var flags = 0
  }

  private static func mark(_ dice: inout Dice, _ said: inout Said) -> String {
    switch Int.random(in: 0..<7, using: &dice) {
    case 0:
      said.others += 1
      return "sw:\"I saw her alone, I promise\""
    case 1:
      said.others += 1
      return "carer: \u{201C}she said she will ring >sw fri\u{201D}"
    case 2:
      said.acts += 1
      return ">see the school alone fri"
    case 3:
      said.asked += 1
      return ">sw: see him alone mon"
    case 4:
      said.promises += 1
      return ">>visit you alone thu"
    case 5:
      said.flags += 1
      return "!seen-alone-in-town"
    default: return "~I think he was seen, alone~"
    }
  }

  @Test("Ten thousand parts of heads before shuffled prose")
  func claims() {
    var dice = Dice(seed: FuzzedLinesTests.seed ?? 11)
    let rounds = 2000 + (FuzzedLinesTests.lines ?? 0) / 10
    var claimed = (seen: 0, alone: 0, heard: 0, quotes: 0, acts: 0)
    for _ in 0..<rounds {
      guard let kind = dice.pick(Self.kinds) else { return }
      let sight = dice.pick(Self.sight) ?? ""
      let isInterpreted = Bool.random(using: &dice)
      var head = [
        kind.typed, dice.pick(Self.times) ?? "", dice.pick(Self.lengths) ?? "", sight,
        isInterpreted ? "int:ti" : "",
      ].filter { !$0.isEmpty }
      // A range says how long by itself.
      if head.contains("14:20-15:05") { head.removeAll { Self.lengths.contains($0) } }
      head.shuffle(using: &dice)
      var said = Said()
      var prose: [String] = []
      for _ in 0..<Int.random(in: 2...9, using: &dice) {
        if Int.random(in: 0..<5, using: &dice) == 0 {
          prose.append(Self.mark(&dice, &said) + " ;")
        } else {
          let words = (dice.pick(Self.sentences) ?? "").split(separator: " ").map(String.init)
          prose += Bool.random(using: &dice) ? words.shuffled(using: &dice) : words
        }
      }
      // A lone quotation mark, or a colon before one, would say whose words follow; a word that is a
      // mark by itself is counted above.
      prose = prose.filter { $0 != "“" && !($0.hasPrefix("~2")) && !Self.isMark($0) }
        .map { $0.hasSuffix(":") ? String($0.dropLast()) : $0 }
      let glue = dice.pick(Self.glue) ?? ": "
      let line = "selam " + head.joined(separator: " ") + glue + prose.joined(separator: " ")
      let note = NoteCaseload.parse(line)
      let shown = Comment(rawValue: line.debugDescription)

      // `seen` and `alone` as the head's last word before a letter are asked: then nothing is said.
      let maySee =
        (kind.seen && sight != "unseen") || sight.hasPrefix("seen")
        || (sight == "alone" && kind.typed == "travel")
      let mayBeAlone = sight == "alone" || sight == "seen alone"
      #expect(note.seen != true || maySee, shown)
      #expect(note.alone != true || mayBeAlone, shown)
      #expect(note.heardFrom != true || kind.heard || maySee, shown)
      #expect(!note.words.contains { $0.quote.by == "child" }, shown)
      #expect(note.words.count == said.others, shown)
      #expect(note.flags.count == said.flags && note.steps.isEmpty, shown)
      let own = note.actions.filter { !$0.isPromise && $0.owedBy == .guardian }
      #expect(own.count == said.acts, shown)
      #expect(note.actions.count(where: \.isPromise) == said.promises, shown)
      #expect(note.actions.count == said.acts + said.asked + said.promises, shown)
      #expect(note.children.map(\.ref) == ["K03"] && note.form == nil, shown)
      for entry in note.act(newID: { EntryID(rawValue: "x") })?.parts.flatMap(\.entries) ?? [] {
        guard let contact = entry.body as? ContactMade else { continue }
        let fact = NoteCaseload.counted(contact, at: note.at)
        #expect(!fact.seen || maySee, shown)
        #expect(!(fact.seenAlone || fact.spokeAlone) || mayBeAlone, shown)
      }
      claimed.seen += note.seen == true ? 1 : 0
      claimed.alone += note.alone == true ? 1 : 0
      claimed.heard += note.heardFrom == true ? 1 : 0
      claimed.quotes += note.words.count
      claimed.acts += note.actions.count
    }
    // It proves nothing unless what may be claimed is claimed, often.
    #expect(claimed.seen > rounds / 10 && claimed.alone > rounds / 20, "\(claimed)")
    #expect(claimed.heard > rounds / 10 && claimed.quotes > rounds / 5, "\(claimed)")
    #expect(claimed.acts > rounds / 4, "\(claimed)")
  }

  /// A word that a shuffle put where it is a mark: `>sw`, `!!police`.
  private static func isMark(_ word: String) -> Bool {
    let rest = word.drop { ">!#=~".contains($0) }
    return rest.count < word.count && rest.first.map { $0.isLetter || $0.isNumber } == true
      && !word.contains(" ")
  }
}
