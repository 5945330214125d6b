public import Casework

/// The pages of an open record outside a session: for the command line, `--plain` and the manual.
///
/// ``PlainText`` prints them; they are the pages that the screens show, whole.
public enum Pages {
  /// *Today*, as of a moment.
  public static func today(_ access: Access, now: Moment) -> Page {
    // Narrower than the card needs beside the list: a page of text is about all children.
    page(TodayScreen(context(access, now)), now, columns: 96)
  }

  /// One child: what is open, the card, the lanes and what happened.
  public static func child(_ child: ChildID, _ access: Access, now: Moment) -> Page {
    page(ChildScreen(context(access, now), child), now)
  }

  /// Every child's entries, newest first.
  public static func timeline(_ access: Access, now: Moment) -> Page {
    page(TimelineScreen(context(access, now)), now)
  }

  /// Open flags of all children.
  public static func flags(_ access: Access, now: Moment) -> Page {
    page(FlagsScreen(context(access, now)), now)
  }

  /// What is due, by day.
  public static func agenda(_ access: Access, now: Moment) -> Page {
    page(AgendaScreen(context(access, now)), now)
  }

  /// The ring card of a child.
  public static func ringCard(_ child: ChildID, _ access: Access, now: Moment) -> Page {
    page(RingCardScreen(context(access, now), child), now)
  }

  private static func context(_ access: Access, _ now: Moment) -> Context {
    Context(access: access, clock: { now })
  }

  /// Wide enough for the card beside the list, and long enough for everything.
  private static func page(_ screen: any Screen, _ now: Moment, columns: Int = 240) -> Page {
    screen.page(size: Size(columns: columns, rows: 100_000), now: now)
  }
}
