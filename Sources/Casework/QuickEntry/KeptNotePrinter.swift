/// A contact that is in the record, written out as a line that would keep it again.
///
/// For contacts that no line was typed for: imported ones, and those of other programs.
public struct KeptNotePrinter {
  private let zone: Zone

  /// Makes a printer.
  ///
  /// - Parameter zone: The zone of the record's days.
  public init(zone: Zone) { self.zone = zone }

  /// The line.
  ///
  /// - Parameters:
  ///   - contact: What was kept.
  ///   - ref: Whom the line is to be about.
  ///   - moment: When it happened.
  ///   - companions: What came with it; see ``isPrintable(_:)``.
  /// - Returns: One line, or several where the words are.
  public func line(
    _ contact: ContactMade,
    about ref: String,
    at moment: Moment,
    with companions: [any Entry]
  ) -> String {
    var parts = contact.party == .about && contact.partyRole == nil ? ["about", ref] : [ref]
    parts.append(contact.kind.rawValue)
    if contact.party == .about, let role = contact.partyRole {
      parts += [role.rawValue] + [contact.partyName].compactMap { $0 }
    } else if contact.party == .child, contact.kind.partyByDefault == .about {
      parts.append(contact.seen == true ? "seen" : "from:child")
    }
    parts.append(iso(moment))
    if let minutes = contact.minutes { parts.append("\(minutes)m") }
    if contact.kind.meansSeen, contact.seen == false { parts.append("unseen") }
    if contact.alone == true { parts.append("alone") }
    parts += fields(contact) + companions.compactMap(mark)
    let words = spoken(contact) + (contact.text.isEmpty ? [] : [contact.text])
    guard !words.isEmpty else { return parts.joined(separator: " ") }
    // An act without a date goes on until a semicolon.
    let end = companions.contains { !($0 is FlagRaised) } ? " ; " : " - "
    return parts.joined(separator: " ") + end + words.joined(separator: " ")
  }

  /// True of what ``line(_:about:at:with:)`` has words for.
  public static func isPrintable(_ entry: any Entry) -> Bool {
    // A flag of more than its topic would lose the rest.
    if let flag = entry as? FlagRaised {
      let plain = FlagRaised(
        topic: flag.topic,
        urgent: flag.urgent,
        from: flag.from,
        restricted: flag.restricted
      )
      return flag == plain
    }
    return entry is PromiseMade || entry is AskedOf || entry is ReminderSet
  }

  private func fields(_ contact: ContactMade) -> [String] {
    var parts: [String] = []
    if let interpreter = contact.interpreter, interpreter.kind != .unknown {
      parts.append("int:" + Languages.typed(interpreter))
    }
    if let place = contact.place { parts.append("at:" + quoted(place)) }
    if let company = contact.with, !company.isEmpty {
      parts.append("with:" + quoted(company.joined(separator: ",")))
    }
    parts += (contact.question ?? []).map { "q:" + quoted($0, always: true) }
    parts += (contact.tags ?? []).map { "#" + $0 }
    if let restricted = contact.restricted { parts.append("=" + sigil(restricted)) }
    return parts
  }

  /// Quotations and opinions that do not stand in the text.
  private func spoken(_ contact: ContactMade) -> [String] {
    let quotes = (contact.words ?? []).filter { !contact.text.contains($0.text) }.map { quote in
      (quote.by == "child" ? "" : quote.by + ":") + quoted(quote.text, always: true)
    }
    guard let opinion = contact.opinion, !contact.text.contains(opinion) else { return quotes }
    return quotes + ["~\(opinion)~"]
  }

  private func mark(_ entry: any Entry) -> String? {
    switch entry {
    case let flag as FlagRaised: (flag.urgent == true ? "!!" : "!") + flag.topic
    case let promise as PromiseMade: ">>" + act(promise.text, promise.due)
    case let ask as AskedOf: ">\(ask.owedBy.rawValue): " + act(ask.text, ask.due)
    case let reminder as ReminderSet: ">" + act(reminder.text, reminder.due)
    default: nil
    }
  }

  private func act(_ text: String, _ due: DueDate?) -> String {
    switch due {
    case .day(let day): text + " " + day.iso
    case .at(let moment): text + " " + iso(moment)
    case nil: text + " ;"
    }
  }

  private func iso(_ moment: Moment) -> String {
    zone.day(of: moment).iso + "T" + DateWords(now: moment, zone: zone).time(moment)
  }

  private func quoted(_ text: String, always: Bool = false) -> String {
    // Quotation marks within would end it.
    let plain =
      text.unicodeScalars.contains(where: \.isQuote)
      ? String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.isQuote })) : text
    let isWord = plain.utf8.allSatisfy { Fold.isASCIIWord($0) || $0 == 0x2C || $0 == 0x2D }
    return isWord && !always ? plain : "\"\(plain)\""
  }

  private func sigil(_ restriction: Restriction) -> String {
    switch restriction {
    case .privileged: "priv"
    case .police: "police"
    case .thirdParty: "third"
    case .health: "health"
    case .childAsked: "asked"
    case .allegation: "allegation"
    }
  }
}
