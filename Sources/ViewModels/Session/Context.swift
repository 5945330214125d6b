public import Casework

/// What every screen of a session is given: the record, the clock, and whether names may show.
public final class Context {
  /// The open record; nil while locked.
  public internal(set) var access: Access? {
    didSet {
      stories = [:]
      recordChanged()
    }
  }
  /// Privacy mode: code names instead of names, everywhere.
  public internal(set) var isPrivate = false
  /// Rows of the body when no bar is open.
  var bodyRows = 0
  /// The one child whom the open bar is about: beside the list, that child's card shows.
  var noted: ChildID?
  private let clock: () -> Moment
  private var names: [(name: CodeName, ref: String)]?
  private var stories: [ChildID?: (edition: Edition?, all: [Story])] = [:]

  /// Makes a context.
  public init(access: Access?, clock: @escaping () -> Moment) {
    self.access = access
    self.clock = clock
  }

  /// The moment, from the clock that was passed in.
  public var now: Moment { clock() }

  /// The record's zone.
  public var zone: Zone { access?.reader.zone ?? .london }

  /// Today in the record's zone.
  public var today: Day { zone.day(of: now) }

  /// True when acts can be kept.
  public var mayWrite: Bool {
    guard let access else { return false }
    return access.writer != nil && access.reader.state.readOnly == nil
  }

  /// Why nothing can be kept; nil when it can.
  public var readOnlyReason: String? {
    guard let access else { return "no record is open" }
    if let why = access.reader.state.readOnly { return why }
    return access.writer == nil ? "read-only view" : nil
  }
}

extension Context {
  /// What to call a child: known-as, or the code name in privacy mode.
  func name(_ file: CaseFile) -> String { isPrivate ? file.ref : file.callName }

  /// Name and code, as messages and offers say it; the code alone in privacy mode.
  func label(_ file: CaseFile) -> String {
    isPrivate || file.callName == file.ref ? file.ref : file.callName + " " + file.ref
  }

  /// Free text with every child's names put as code names, in privacy mode.
  ///
  /// Names of one letter are left, and other people's names are not known to be names: privacy mode
  /// is for a glance over the shoulder, not for showing the record to somebody.
  func shown(_ text: String) -> String {
    guard isPrivate, !text.isEmpty else { return text }
    let folded = Fold.fold(text)
    var out = text
    for (name, ref) in codeNames() where folded.contains(name.folded) {
      out = out.replacing(name.written, with: ref)
      if name.lower != name.written { out = out.replacing(name.lower, with: ref) }
    }
    return out
  }

  private func codeNames() -> [(name: CodeName, ref: String)] {
    if let names { return names }
    var found: [(CodeName, String)] = []
    for file in access?.reader.caseload() ?? [] {
      var written = Set<String>()
      for whole in file.allNames + [file.callName] {
        written.insert(whole)
        for part in whole.split(separator: " ") { written.insert(String(part)) }
      }
      for name in written where name.count > 1 && name != file.ref {
        found.append(
          (CodeName(written: name, lower: name.lowercased(), folded: Fold.fold(name)), file.ref)
        )
      }
    }
    // Whole names before their parts.
    found.sort { $0.0.written.count > $1.0.written.count }
    names = found
    return found
  }

  /// Everything of one child, or everybody's where nil, newest first.
  ///
  /// Read once until the record changes; of one child, until that child's file does.
  func stories(of child: ChildID?) -> [Story] {
    let edition = child.flatMap { access?.reader.caseFile($0)?.edition }
    if let known = stories[child], child == nil || edition != nil && known.edition === edition {
      return known.all
    }
    let all = Story.all(access?.reader.entries(of: child) ?? [])
    if stories.count >= 64 { stories = [:] }
    stories[child] = (edition, all)
    return all
  }

  /// What was read of the record is to be read again.
  func recordChanged() {
    names = nil
    stories[nil] = nil
  }
}

struct CodeName {
  var written: String
  var lower: String
  var folded: String
}
