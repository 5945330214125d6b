extension NoteParser {
  /// A line that is kept, written out in full: refs for names, dates for days, one order.
  ///
  /// Read again at the same moment it is the same act; written out again it is the same line. Prose,
  /// quotations and opinions stay as they were typed, in their places.
  ///
  /// - Parameter raw: The line as typed.
  /// - Returns: The canonical line; nil while the line asks for something.
  public func canonical(_ raw: String) -> String? {
    var reading = NoteReading(raw, parser: self)
    reading.read()
    return reading.canonical()
  }

  /// A line that was kept, for another day and another child: every time is written out.
  ///
  /// - Parameters:
  ///   - raw: The line as typed; this parser reads it as of when it was kept.
  ///   - other: The child whom it is about now; it is about nobody else then.
  ///   - text: The words it has now.
  /// - Returns: The line; nil where it asks for something, such as a child who has another name now.
  public func canonical(_ raw: String, about other: KnownChild, saying text: String) -> String? {
    var reading = NoteReading(raw, parser: self)
    reading.read()
    reading.retelling = other
    let isAmended = text != reading.note.text
    return reading.canonical(saying: isAmended ? text : nil)
  }
}

/// Writes a line out again from what was understood.
extension NoteReading {
  func canonical(saying text: String? = nil) -> String? {
    guard note.problems.isEmpty else { return nil }
    if let referral = note.referral { return "new " + referral.text }
    var parts: [String] = []
    if head.isAbout { parts.append("about") }
    let children = retelling.map { [$0] } ?? note.children
    parts.append(children.map(\.ref).joined(separator: "+"))
    parts += kindAndWhom() + whenAndHow() + company()
    let tail = text ?? prose()
    var endsInAct = false
    // In their places; before the words where these were written anew, which hold the quotations.
    for case .mark(let mark) in items
    where text == nil ? mark.range.lowerBound < proseBegins : !mark.isProse {
      parts.append(canonical(mark))
      endsInAct = mark.isAct
    }
    guard !tail.isEmpty else { return parts.joined(separator: " ") }
    // An act goes on until its date or a semicolon; anything else ends at a dash.
    return (parts + [endsInAct ? ";" : "-", tail]).joined(separator: " ")
  }

  private var proseBegins: Int { head.doubtful?.range.lowerBound ?? head.endByte }

  private func kindAndWhom() -> [String] {
    var parts: [String] = []
    if let kind = note.kind { parts.append(kind.rawValue) }
    let name = head.name.flatMap { note.partyName == $0 ? $0 : nil }
    // "lawyer Mr Bright call": without a role of its own, the name is that of the kind's.
    if head.role == nil, let name { parts.append(name) }
    if let paired = head.pairedKind { parts.append(paired.rawValue) }
    // After "seen" the role is company, which is printed as such.
    if let role = head.role, note.partyRole != nil {
      parts.append(role.rawValue)
      if let name { parts.append(name) }
    }
    if let medium = head.medium { parts.append(medium) }
    return parts
  }

  /// The role of a contact at which the child was seen: somebody else who was there.
  private func company() -> [String] {
    guard let word = head.roleWord, note.partyRole == nil, note.party == .child else { return [] }
    let who = [word, head.name].compactMap { $0 }.joined(separator: " ")
    return [who.contains(" ") ? "with:\"\(who)\"" : "with:" + who]
  }

  private func whenAndHow() -> [String] {
    var parts: [String] = []
    if let count = note.count { parts.append("x\(count)") }
    parts += whens()
    if let minutes = note.minutes { parts.append(length(minutes)) }
    if head.saysSeen { parts.append("seen") }
    if head.saysUnseen { parts.append("unseen") }
    let isDoubtful = head.doubtful?.lower == "alone"
    if head.saysAlone, !isDoubtful { parts.append("alone") }
    if head.saysNotAlone { parts.append("not alone") }
    return parts
  }

  private func whens() -> [String] {
    guard note.saysWhen, let first = head.whens.first else {
      return retelling == nil ? [] : [iso(note.at)]
    }
    let lead = head.isReceived ? ["recd"] : []
    let times = note.times.isEmpty ? [note.at] : note.times
    let minutes = times.map { clock($0) }
    if retelling != nil, note.saysTime, let first = times.first {
      return lead + [iso(first)] + minutes.dropFirst()
    }
    // Bare times find their days again; times of a day that was named need it.
    if first.found.date == nil, times.count > 1 { return lead + minutes }
    guard let start = times.first else { return lead }
    return lead + [said(first.found, start, hasTime: note.saysTime)] + minutes.dropFirst()
  }

  private func said(_ found: WhenFound, _ moment: Moment, hasTime: Bool) -> String {
    if hasTime { return iso(moment) }
    if moment == when.now, retelling == nil { return "today" }
    // "last night", "this am": a time was meant, though none was said.
    if case .part = found.date { return iso(moment) }
    return parser.zone.day(of: moment).iso
  }

  private func clock(_ moment: Moment) -> String {
    DateWords(now: note.now, zone: note.zone).time(moment)
  }

  private func length(_ minutes: Int) -> String {
    if minutes < 1000 { return "\(minutes)m" }
    return "\(minutes / 60)h" + (minutes % 60 > 0 ? "\(minutes % 60)" : "")
  }

  /// What follows the head, as typed; marks in it written out.
  private func prose() -> String {
    var out: [UInt8] = []
    var from = proseBegins
    for case .mark(let mark) in items
    where !mark.isProse && mark.range.lowerBound >= proseBegins {
      out += line.bytes[from..<max(from, mark.range.lowerBound)]
      out += Array(canonical(mark).utf8)
      from = mark.range.upperBound
    }
    out += line.bytes[min(from, line.count)...]
    let text = String(decoding: out, as: UTF8.self).trimmed
    return String(text.drop { $0 == ";" || $0 == "," || $0.isWhitespace })
  }

  private func canonical(_ mark: NoteMark) -> String {
    switch mark.sort {
    case .act(let act): return canonical(act, mark)
    case .told(let told): return canonical(told, mark)
    default: return line.text(mark.range)
    }
  }

  private func canonical(_ act: NoteMark.ActMark, _ mark: NoteMark) -> String {
    guard let found = act.when, let place = act.whenRange,
      case .success(let due) = when.resolve(found, .forward)
    else { return line.text(mark.range) }
    let sigil = (act.isPromise ? ">>" : ">") + (act.who.map { $0 + ": " } ?? "")
    let text = line.text(act.text).trimmed
    let day = due.hasTime ? iso(due.moment) : due.day.iso
    // A date that stood first stays first, so that it alone is the date.
    return place.lowerBound < act.text.lowerBound
      ? sigil + day + " " + text : sigil + text + " " + day
  }

  private func canonical(_ told: NoteMark.ToldMark, _ mark: NoteMark) -> String {
    guard let found = told.when, case .success(let at) = when.resolve(found, .back) else {
      return line.text(mark.range)
    }
    var parts = ["told:" + told.whom.joined(separator: ",")]
    if let name = told.name { parts.append(line.text(name)) }
    parts.append(said(found, at.moment, hasTime: at.hasTime))
    if let reference = told.reference { parts.append("ref:" + line.text(reference)) }
    return parts.joined(separator: " ")
  }

  private func iso(_ moment: Moment) -> String {
    parser.zone.day(of: moment).iso + "T" + clock(moment)
  }
}

extension NoteMark {
  fileprivate var isAct: Bool { if case .act = sort { true } else { false } }
}
