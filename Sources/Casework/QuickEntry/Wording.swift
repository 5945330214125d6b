/// Words that the parser points out; data, with where they come from.
enum Wording {
  /// Prose that begins so says that nobody was met or reached.
  private static let denials: [[String]] = [
    ["not", "seen"], ["did", "not", "see"], ["didn't", "see"], ["didnt", "see"], ["no", "answer"],
    ["no", "ans"], ["no", "reply"], ["no", "response"], ["not", "in"], ["not", "there"],
    ["not", "home"], ["not", "at", "home"], ["nobody", "in"], ["nobody", "home"],
    ["nobody", "there"], ["nobody", "answered"], ["no", "one", "in"], ["no", "one", "home"],
    ["no", "one", "there"], ["no", "one", "answered"], ["no-one", "answered"], ["no", "show"],
    ["dna"], ["cancelled"], ["unable", "to", "see"], ["could", "not", "see"], ["couldn't", "see"],
    ["refused", "to", "see"], ["would", "not", "see"], ["wouldn't", "see"], ["wasn't", "there"],
    ["was", "not", "there"], ["wasn't", "in"], ["was", "not", "in"], ["wasn't", "home"],
    ["was", "not", "home"], ["left", "message"], ["left", "a", "message"], ["unanswered"],
    ["did", "not", "answer"], ["didn't", "answer"], ["didnt", "answer"], ["no", "access"],
    ["not", "let", "in"], ["did", "not", "attend"], ["didn't", "attend"],
    ["did", "not", "turn", "up"], ["didn't", "turn", "up"], ["absent"], ["had", "gone"],
    ["already", "gone"], ["missed"], ["planned"], ["booked"], ["arranged"], ["rearranged"],
    ["scheduled"], ["postponed"], ["moved", "to"], ["to", "be"], ["due"], ["agreed", "for"],
    ["wasted"], ["aborted"], ["left", "a", "card"], ["left", "card"],
  ]

  /// Of a call they say it too; on a visit they are about something else.
  private static let callDenials: [[String]] = [
    ["not", "reached"], ["unable", "to", "reach"], ["could", "not", "reach"],
    ["couldn't", "reach"], ["unreachable"], ["not", "reachable"], ["unavailable"],
    ["not", "available"], ["voicemail"], ["vm"], ["left", "voicemail"], ["not", "answered"],
    ["not", "answering"], ["rang", "out"], ["rang", "no"], ["did", "not", "pick", "up"],
    ["didn't", "pick", "up"], ["not", "picking", "up"], ["no", "pick", "up"],
    ["straight", "to", "voicemail"], ["through", "to", "voicemail"], ["went", "to", "voicemail"],
    ["phone", "off"], ["phone", "is", "off"], ["phone", "was", "off"],
    ["phone", "switched", "off"], ["switched", "off"], ["wrong", "number"], ["tried", "twice"],
    ["tried", "calling"], ["tried", "ringing"], ["tried", "to", "call"], ["tried", "to", "ring"],
    ["tried", "to", "reach"],
  ]

  /// Behind "phone" they say that nobody was reached.
  static let deadLines: Set<String> = ["off", "dead"]

  private static let openers: Set<String> = [
    "alone", "seen", "but", "she", "he", "they", "child", "was", "i", "and", "there",
  ]

  /// These say it also at the beginning of a later clause: "knocked twice, no answer".
  private static let strongDenials: [[String]] = [
    ["no", "answer"], ["no", "ans"], ["no", "reply"], ["nobody", "in"], ["nobody", "home"],
    ["nobody", "answered"], ["no", "one", "in"], ["no", "one", "home"], ["no", "one", "answered"],
    ["not", "home"], ["not", "in"], ["no", "show"], ["dna"], ["did", "not", "see"],
    ["didn't", "see"], ["no", "access"], ["left", "a", "card"], ["left", "card"],
  ]

  /// Of a call these too: "rang twice, not reached".
  private static let strongCallDenials: [[String]] = [
    ["not", "reached"], ["voicemail", "full"], ["straight", "to", "voicemail"],
    ["went", "to", "voicemail"], ["rang", "out"], ["no", "pick", "up"], ["phone", "off"],
    ["phone", "switched", "off"],
  ]

  /// The words that say nobody was met, at the beginning of prose; nil when it does not say so.
  ///
  /// - Parameters:
  ///   - words: The first words of the prose, in lower case.
  ///   - clauses: Places among them at which a later clause of the first sentence begins.
  ///   - isCall: Of a call, a text or their like.
  /// - Returns: Places among the words.
  static func denial(_ words: [String], clauses: [Int] = [], ofCall isCall: Bool) -> Range<Int>? {
    let first = isCall ? denials + callDenials : denials
    let later = isCall ? strongDenials + strongCallDenials : strongDenials
    var start = 0
    while start < 2, start < words.count, openers.contains(words[start]) {
      if let found = denial(words, at: start, of: first) { return found }
      start += 1
    }
    if let found = denial(words, at: start, of: first) { return found }
    for clause in clauses {
      var start = clause
      while start < clause + 2, start < words.count, openers.contains(words[start]) { start += 1 }
      if let found = denial(words, at: start, of: later) { return found }
    }
    return nil
  }

  private static func denial(_ words: [String], at start: Int, of list: [[String]]) -> Range<Int>? {
    guard start < words.count else { return nil }
    return list.first { words[start...].starts(with: $0) }.map { start..<start + $0.count }
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
