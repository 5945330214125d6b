import TestSupport
import Testing

@testable import Casework

@Suite("Nothing is recorded that the line does not say")
struct NothingUnsaidTests {
  /// A head, and what it alone says.
  static let heads = [
    "selam visit 14:20", "selam call 10m", "k03 visit yesterday 10am 45m alone int:ti",
    "selam text", "selam meeting school", "selam attempt", "selam letter", "selam court 10am",
    "selam travel unseen", "selam call sw Ms Ali", "selam review seen 11am", "selam video 20m",
    "thanh upd", "thanh police 10am", "selam email", "selam office 10am", "nour+saba visit 10am",
    "nour+saba text 1530", "selam interview ho 10am", "selam sol call 10am", "selam health gp",
    "about selam, call carer", "selam travel 10am", "selam strategy mtg 45m", "selam supervision",
    "selam message to:child", "selam attempt x2 10:05 10:40", "layla carer call",
  ]

  /// Words that mean something in a head, or that speak of what a guardian does.
  static let words = [
    "alone", "seen", "unseen", "not", "seen alone", "not alone", "visit", "call", "promised", "I",
    "will", "ring", "told", "edt", "police", "sw", "carer", "back", "returned", "found", "safe",
    "she", "said", "he", "saw", "her", "with", "me", "I promise", "I will ring mon", "told police",
    "told edt 10.05", "met her alone", "we spoke alone", "alone.", "(seen)", "seen,", "Alone",
    "SEEN", "alone:", "spoke to him", "from child", "child", "she asked", "promise", "by fri", ">",
    "to do", "action", "flag", "urgent", "x3", "45m", "14:20", "yesterday", "sat", "thanh",
  ]

  /// Marks that do say something, with what they say.
  static let marks: [(typed: String, says: Says)] = [
    ("sw:\"I saw her alone\"", .init(others: 1)),
    ("carer:\"seen alone, I promise\"", .init(others: 1)),
    ("mum: \"he will ring\"", .init(others: 1)),
    ("police:\u{201C}seen alone\u{201D}", .init(others: 1)),
    (">ring the college fri", .init(acts: 1)), (">sw: see her alone fri", .init(asked: 1)),
    (">>see you alone fri", .init(promises: 1)), ("told:edt 1005", .init(steps: 1)),
    ("!seen-alone", .init(flags: 1)), ("#alone", .init()), ("~seen alone, I think~", .init()),
    ("q:\"were you alone\"", .init()), ("\\>>promise", .init()), ("\\\"no quote\\\"", .init()),
    ("at:alone", .init()),
  ]

  struct Says: Sendable {
    var others = 0
    var acts = 0
    var asked = 0
    var promises = 0
    var steps = 0
    var flags = 0
  }

  @Test("Shuffled prose, with the guardian's own table in it")
  func shuffled() {
    var dice = Dice(seed: 2)
    let sentences = NoteRows.all.map { NoteCaseload.parse($0.line, now: $0.now) }
      .map { $0.text.filter { !"\"\u{201C}\u{201D}~!>#=\\".contains($0) } }
    let rounds = 2500 + (FuzzedLinesTests.lines ?? 0) / 5
    for round in 0..<rounds {
      let head = Self.heads[round % Self.heads.count]
      var said = Says()
      var prose: [String] = []
      for _ in 0..<Int.random(in: 1...10, using: &dice) {
        switch Int.random(in: 0..<10, using: &dice) {
        case 0, 1:
          guard let mark = dice.pick(Self.marks) else { continue }
          // An undated quotation ends an act; a full stop keeps them apart here.
          prose.append(mark.typed + " ;")
          said.others += mark.says.others
          said.acts += mark.says.acts
          said.asked += mark.says.asked
          said.promises += mark.says.promises
          said.steps += mark.says.steps
          said.flags += mark.says.flags
        case 2, 3:
          let words = (dice.pick(sentences) ?? "").split(separator: " ").map(String.init)
          prose += words.shuffled(using: &dice)
        default: prose.append(dice.pick(Self.words) ?? "")
        }
      }
      // Colons glued to a word before a quotation would say whose words follow.
      prose = prose.map { $0.hasSuffix(":") ? String($0.dropLast()) : $0 }
      let glue = [": ", " - ", ". she ", " quietly ", "\n"][Int.random(in: 0..<5, using: &dice)]
      check(head, glue + prose.joined(separator: " "), said)
    }
  }

  private func check(_ head: String, _ rest: String, _ said: Says) {
    let bare = NoteCaseload.parse(head)
    let note = NoteCaseload.parse(head + rest)
    let line = Comment(rawValue: note.raw.debugDescription)
    #expect(note.seen == bare.seen || note.seen == nil, line)
    #expect(note.alone == bare.alone || note.alone == nil, line)
    #expect(note.heardFrom == bare.heardFrom || note.heardFrom == nil, line)
    #expect(note.children == bare.children && note.kind == bare.kind, line)
    #expect(!note.words.contains { $0.quote.by == "child" }, line)
    #expect(note.words.count == said.others, line)
    #expect(note.actions.count(where: \.isPromise) == said.promises, line)
    let own = note.actions.filter { !$0.isPromise && $0.owedBy == .guardian }
    #expect(own.count == said.acts, line)
    #expect(note.actions.count == said.promises + said.acts + said.asked, line)
    #expect(note.steps.count == said.steps && note.flags.count == said.flags, line)
    #expect(note.form == nil && note.referral == nil, line)
    keptAsSaid(note, bare, said, line)
  }

  /// The same of what is kept, by the rules of what counts.
  private func keptAsSaid(_ note: ParsedNote, _ bare: ParsedNote, _ said: Says, _ line: Comment) {
    for part in note.act(newID: { EntryID(rawValue: "x") })?.parts ?? [] {
      let bodies = part.entries.map(\.body)
      #expect(bodies.count(where: { $0 is PromiseMade }) == said.promises, line)
      #expect(bodies.count(where: { $0 is ReminderSet }) == said.acts, line)
      #expect(bodies.count(where: { $0 is AskedOf }) == said.asked, line)
      #expect(bodies.count(where: { $0 is MissingStep }) == said.steps, line)
      let others = bodies.filter {
        !($0 is ContactMade || $0 is PromiseMade || $0 is ReminderSet || $0 is AskedOf
          || $0 is MissingStep || $0 is FlagRaised)
      }
      #expect(others.isEmpty, line)
      guard let contact = bodies.first as? ContactMade else {
        Issue.record(line)
        continue
      }
      let fact = NoteCaseload.counted(contact, at: note.at)
      #expect(!fact.seen || bare.seen == true || bare.alone == true, line)
      #expect(!fact.seenAlone && !fact.spokeAlone || bare.alone == true, line)
      #expect(!fact.heardFrom || bare.heardFrom == true || fact.seen, line)
    }
  }

  @Test(
    "Words behind somebody's name and a colon are never taken for the child's",
    arguments: [
      ("Tariq: \"I will ring\"", nil), ("Tariq:\"I will ring\"", nil),
      ("uncle: \"he will ring\"", nil), ("(sw: \"I saw her alone\")", "sw"),
      ("(carer:\"he ate\")", "carer"), ("Mr Bright: \"adjourned\"", nil),
      ("she said: \"no\"", "child"), ("wishes: \"to stay\"", "child"),
      ("(selam: \"to stay\")", "child"), ("at 14:20: \"to stay\"", "child"),
    ] as [(String, String?)]
  )
  func named(_ prose: String, _ by: String?) {
    let note = NoteCaseload.parse("selam visit 10am calm " + prose + " and left")
    #expect(note.words.map(\.quote.by) == [by ?? "unknown"])
    #expect(note.problems.map(\.code) == (by == nil ? ["whose-words"] : []))
  }

  @Test("The child's words are the child's only where the line says so")
  func words() {
    var dice = Dice(seed: 3)
    for round in 0..<600 {
      let head = Self.heads[round % Self.heads.count]
      let bare = NoteCaseload.parse(head)
      let quote = "\"" + (dice.pick(Self.words) ?? "x") + " x\""
      let note = NoteCaseload.parse(head + ": she said " + quote + " and left")
      let line = Comment(rawValue: note.raw)
      let by = note.words.map(\.quote.by)
      let isAsked = note.problems.contains { $0.code == "whose-words" }
      // With one child, on a contact with the child: the child's. Otherwise another's, or asked.
      let isChilds =
        bare.party == .child && bare.children.count == 1 && bare.kind != .attempt
        && !head.contains("to:child")
      #expect(by == (isChilds ? ["child"] : [bare.partyRole?.rawValue ?? "unknown"]), line)
      #expect(isAsked == (by == ["unknown"]), line)
      #expect(note.seen == bare.seen || note.seen == nil, line)
    }
  }
}
