/// How the child can be reached without harm.
public struct SafeContactAgreed: Entry {
  /// The stored name.
  public static let type = "safe-contact-agreed"

  /// The number.
  public var number: String?
  /// How: "text first".
  public var how: String?
  /// Who else holds the phone.
  public var heldBy: String?
  /// At which hours.
  public var hours: String?
  /// True when nothing may be left on it.
  public var noVoicemail: Bool?
  /// What to say when somebody else answers.
  public var sayToAnother: String?
  /// The code word.
  public var codeWord: String?

  /// Makes the entry.
  public init(
    number: String? = nil,
    how: String? = nil,
    heldBy: String? = nil,
    hours: String? = nil,
    noVoicemail: Bool? = nil,
    sayToAnother: String? = nil,
    codeWord: String? = nil
  ) {
    self.number = number
    self.how = how
    self.heldBy = heldBy
    self.hours = hours
    self.noVoicemail = noVoicemail
    self.sayToAnother = sayToAnother
    self.codeWord = codeWord
  }

  /// The line that the timeline shows.
  public var timelineTitle: String { "safe contact agreed" }

  /// What the timeline shows below the line.
  public var timelineText: String {
    lines(
      how,
      hours,
      heldBy.map { "held also by \($0)" },
      noVoicemail == true ? "no voicemail" : nil
    )
  }

  /// The words that search finds it by.
  public var searchText: String { timelineText }

  /// Adds it to the case file.
  public func fold(into file: inout CaseFile, stamp: Stamp) {
    file.safeContact = Dated(self, stamp)
  }
}
