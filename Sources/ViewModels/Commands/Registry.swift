/// Every command there is: what Help, the footer, the palette, the manual and the tests read.
public enum Commands {
  /// Those that work on every screen of an open record.
  public static var everywhere: [Command] { Everywhere.commands }

  /// Every screen's name and its own commands.
  public static var byScreen: [(screen: String, commands: [Command])] {
    Screens.all.map { ($0.name, $0.commands) }
  }
}

/// Every screen there is.
public enum Screens {
  /// One line a screen; a test holds their keys apart.
  public static let all: [any Screen.Type] = [
    UnlockScreen.self,
    OlderCopyScreen.self,
    FirstRunScreen.self,
    TodayScreen.self,
    ChildScreen.self,
    RingCardScreen.self,
    VersionsScreen.self,
    SearchScreen.self,
    TimelineScreen.self,
    FlagsScreen.self,
    AgendaScreen.self,
    HelpScreen.self,
    MessagesScreen.self,
  ]
}
