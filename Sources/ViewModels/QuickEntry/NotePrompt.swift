public import Casework

/// Nothing but the bar: `mainstay note` on a terminal.
///
/// Behind it is no caseload: whoever stands beside a guardian who types one note in a corridor reads
/// no names but those that are typed.
final class NotePromptScreen: Screen {
  static let name = "note"
  static let commands: [Command] = []

  func page(size: Size, now: Moment) -> Page {
    let lines = [
      "Who, what and when first, then your own words. Below the line stands what it will become:",
      "nothing is kept that is not shown there.",
    ]
    return Page(
      title: Line("Note", .text, strong: true),
      body: .pane(
        Pane(
          parts: [.blank, .prose(Line(lines.joined(separator: " "), .quiet), indent: 1)]
        )
      )
    )
  }
}

extension Session {
  /// What became of the one note of a prompt.
  public struct PromptOutcome: Sendable {
    /// All of it was kept.
    public let isKept: Bool
    /// What the status line said last: the screen is gone by the time it is read.
    public let words: String
  }

  /// A session of one note, or of one pasted list; it ends when the bar closes.
  ///
  /// - Parameters:
  ///   - access: The record.
  ///   - settings: What the guardian set.
  ///   - clock: The moment, now.
  ///   - unsaved: Says why something is not on disk.
  /// - Returns: The session, with the bar open.
  public static func prompt(
    access: Access,
    settings: Settings,
    clock: @escaping () -> Moment,
    unsaved: @escaping DirectRunner.Unsaved
  ) -> Session {
    let session = Session(access: access, settings: settings, clock: clock, unsaved: unsaved)
    session.isPrompt = true
    session.stack = [NotePromptScreen()]
    // Nothing of the record is shown but what is typed; there is no page whose drafts could be offered.
    session.forgetMessages()
    session.compose(Composition(child: nil))
    session.endPromptIfDone()
    return session
  }

  /// The bar is closed: so is the program.
  func endPromptIfDone() {
    guard isPrompt, overlay == nil, ending == nil else { return }
    let words = message?.words.replacing(" · u undoes", with: "") ?? ""
    promptOutcome = PromptOutcome(
      isKept: lastKept != nil && lastList?.isWhole != false,
      words: words.replacing(" · n offers it again, here", with: "")
    )
    ending = .quit
  }
}
