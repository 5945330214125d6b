import Testing

@testable import ViewModels

@Suite("Commands")
struct CommandTests {
  @Test("No key has two meanings on one screen")
  func keysAreApart() {
    for screen in Screens.all {
      var seen: [Key: CommandName] = [:]
      for command in screen.commands {
        for key in command.keys {
          #expect(seen[key] == nil, "\(screen.name): \(key.words) is \(command.name) twice")
          seen[key] = command.name
        }
      }
    }
    var seen: [Key: CommandName] = [:]
    for command in Commands.everywhere {
      for key in command.keys {
        #expect(seen[key] == nil, "\(key.words) is \(command.name.rawValue) twice")
        seen[key] = command.name
      }
    }
  }

  @Test("Every command has a name to type, a label and words for Help")
  func everyCommandHasWords() {
    for command in Commands.everywhere + Commands.byScreen.flatMap(\.commands) {
      let name = command.name.rawValue
      #expect(!name.isEmpty)
      #expect(name.allSatisfy { $0.isLowercase || $0 == "-" }, "\(name) is not kebab-case")
      #expect(!command.label.isEmpty, "\(name) has no label")
      #expect(command.words.hasSuffix("."), "\(name): Help speaks in sentences")
      #expect(Columns.of(command.label) <= 16, "\(name): too long for a footer")
    }
  }

  @Test("No two commands of one screen, or of all, have one name")
  func namesAreApart() {
    for commands in Commands.byScreen.map(\.commands) + [Commands.everywhere] {
      #expect(Set(commands.map(\.name)).count == commands.count)
    }
  }

  @Test("No command needs AltGr, and lock has keys that no screen takes")
  func lockIsReachable() throws {
    let lock = try #require(Commands.everywhere.first { $0.name == .lock })
    for screen in Screens.all {
      for command in screen.commands {
        #expect(command.keys.allSatisfy { !lock.keys.contains($0) })
      }
    }
    for command in Commands.everywhere + Commands.byScreen.flatMap(\.commands) {
      for case .character(let character) in command.keys {
        #expect(!"@#{}[]\\|~€".contains(character) || "[]".contains(character))
      }
    }
  }
}
