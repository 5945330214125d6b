/// Words that the parser points out; data, with where they come from.
enum Wording {
  /// Prose that begins so says that nobody was met or reached.
  private static let denials: [[String]] = [
    ["not", "seen"], ["did", "not", "see"], ["didn't", "see"], ["didnt", "see"], ["no", "answer"],
    ["no", "ans"], ["no", "reply"], ["no", "response"], ["not", "in"], ["not", "there"],
    ["not", "home"], ["nobody", "in"], ["nobody", "home"], ["no", "show"], ["dna"], ["cancelled"],
    ["unable", "to", "see"], ["could", "not", "see"], ["couldn't", "see"],
    ["refused", "to", "see"],
    ["wasn't", "there"], ["was", "not", "there"], ["wasn't", "in"], ["was", "not", "in"],
    ["voicemail"], ["left", "voicemail"], ["left", "message"], ["left", "a", "message"],
    ["unanswered"], ["rang", "out"], ["did", "not", "answer"], ["didn't", "answer"],
    ["no", "access"], ["went", "to", "voicemail"], ["phone", "off"], ["did", "not", "attend"],
    ["didn't", "attend"], ["absent"], ["had", "gone"], ["already", "gone"], ["missed"], ["planned"],
    ["booked"],
    ["arranged"], ["rearranged"], ["scheduled"], ["postponed"], ["moved", "to"], ["to", "be"],
    ["due"], ["agreed", "for"], ["wasted"], ["aborted"],
  ]

  private static let openers: Set<String> = [
    "but", "she", "he", "they", "child", "was", "i", "and", "there",
  ]

  /// The words that say nobody was met, at the beginning of prose; nil when it does not say so.
  static func denial(_ words: [String]) -> String? {
    var start = 0
    while start < 2, start < words.count, openers.contains(words[start]) {
      if let found = denial(words, at: start) { return found }
      start += 1
    }
    return denial(words, at: start)
  }

  private static func denial(_ words: [String], at start: Int) -> String? {
    denials.first { words[min(start, words.count)...].starts(with: $0) }?.joined(separator: " ")
  }

  /// Promises of what a guardian cannot decide.
  private static let notGiven: Set<String> = [
    "safe", "safety", "visa", "papers", "asylum", "status", "leave", "passport", "deported", "stay",
  ]

  /// The word of a promise that is not in the guardian's gift.
  static func notInYourGift(_ text: String) -> String? {
    text.lowercased().split(whereSeparator: { !$0.isLetter }).map(String.init).first {
      notGiven.contains($0)
    }
  }

  /// Words that blame the child → what to write instead.
  ///
  /// Source: Children's Society and NAPAC language guide (2024), as summarised by Norfolk.
  static let blaming: [(words: [String], instead: String)] = [
    (["absconded"], "went missing"), (["absconding"], "going missing"),
    (["prostitute"], "is being exploited"), (["prostitution"], "exploitation"),
    (["putting", "herself", "at", "risk"], "may be harmed by"),
    (["putting", "himself", "at", "risk"], "may be harmed by"),
    (["putting", "themselves", "at", "risk"], "may be harmed by"),
    (["lifestyle", "choice"], "is being exploited"),
    (["refuses", "to", "engage"], "has not yet felt able to"),
    (["refused", "to", "engage"], "has not yet felt able to"),
    (["refusing", "to", "engage"], "has not yet felt able to"),
    (["boyfriend"], "the adult who …, where he is older or exploits"),
    (["drug", "runner"], "is being exploited"), (["illegal"], "without leave, as far as is known"),
    (["promiscuous"], "is being exploited"), (["streetwise"], "what the child did or said"),
    (["non", "compliant"], "has not yet felt able to"),
    (["noncompliant"], "has not yet felt able to"),
  ]

  static let blamingStarts = Set(blaming.compactMap(\.words.first))
}

extension Wording {
  /// Kept as told; no rule reads it.
  static let nationalities: Set<String> = [
    "afghan", "albanian", "bangladeshi", "british", "chadian", "chinese", "congolese", "egyptian",
    "eritrean", "ethiopian", "gambian", "ghanaian", "indian", "iranian", "iraqi", "ivorian",
    "kurdish", "kuwaiti", "moroccan", "nigerian", "pakistani", "polish", "romanian", "somali",
    "sudanese", "syrian", "turkish", "ukrainian", "vietnamese", "yemeni",
  ]
}
