import Casework

extension Session {
  /// A key was pressed.
  public func press(_ key: Key) {
    guard ending == nil, deferred == nil else { return }
    defer { endPromptIfDone() }
    if key == .unknown { return }
    let page = underBar
    underBar = nil
    lastKey = context.now
    // At once, from everywhere, whatever is open.
    if context.access != nil, key == .function(12) || key == .control("x") {
      lock()
      return
    }
    if let message, message.kind != .news { self.message = nil }
    if let bare {
      if !bare.press(key) { self.bare = nil }
    } else if key == .function(2) || key == .control("o"), let words = bareWords, !words.isEmpty {
      bare = BareText(words)
    } else if let overlay {
      if overlay.isOnlyTyping(key) { underBar = page }
      pressInOverlay(key)
    } else if top.isTyping, let effects = top.press(key) {
      perform(effects)
    } else if let command = liveCommands.first(where: { $0.keys.contains(key) }) {
      run(command)
    } else if let effects = top.press(key) {
      perform(effects)
    } else if case .paste = key {
      say(Message("Not pasted: no field is open; n opens a note"))
    }
  }

  /// The commands of the screen on top, then those that work everywhere and whose key it left free.
  var liveCommands: [Command] {
    let own = type(of: top).commands
    guard context.access != nil else { return own }
    let taken = Set(own.flatMap(\.keys))
    return own
      + Everywhere.commands.map { command in
        var command = command
        command.keys.removeAll { taken.contains($0) }
        return command
      }
  }

  /// Why a command does nothing just now; nil when it does.
  func objection(to command: Command) -> String? {
    switch command.needs {
    case .nothing: break
    case .record: if context.access == nil { return "no record is open" }
    case .writer: if let why = context.readOnlyReason { return why }
    case .child: if top.pointed == nil { return "no child is chosen: move to a row first" }
    case .writerAndChild:
      if let why = context.readOnlyReason { return why }
      if top.child == nil { return "no child is chosen: move to a row first" }
    }
    if command.name == .undo, lastKept == nil { return "nothing was kept just now" }
    if command.name == .again, lastComposition == nil { return "no note was kept yet" }
    // A screen answers for its own commands: on an empty list q still leaves.
    guard type(of: top).commands.contains(where: { $0.name == command.name }) else { return nil }
    return top.objection(to: command.name)
  }

  /// Does what a command says, or says why not.
  func run(_ command: Command) {
    if let why = objection(to: command) {
      say(Message("\(command.label): \(why)"))
      return
    }
    if Everywhere.commands.contains(where: { $0.name == command.name }) {
      runEverywhere(command.name)
    } else {
      perform(top.perform(command.name))
    }
  }

  private func runEverywhere(_ name: CommandName) {
    switch name {
    case .note: compose(Composition(child: top.child))
    case .again:
      if let last = lastComposition {
        compose(Composition(child: top.child, text: last))
      }
    case .ringCard: if let child = top.pointed { perform([.open(.ringCard(child))]) }
    case .missing: missing()
    case .flag: compose(Composition(child: top.child, text: "!"))
    case .reminder: compose(Composition(child: top.child, text: ">"))
    case .promise: compose(Composition(child: top.child, text: ">>"))
    case .undo: undo()
    case .privacy:
      context.isPrivate.toggle()
      say(Message(context.isPrivate ? "Private: code names only · P shows names" : "Names show"))
      for screen in stack { screen.refresh(returning: false) }
    case .lock: lock()
    case .redraw: break
    case .go: overlay = .palette(Palette(self))
    case .help: perform([.open(.help)])
    case .back:
      // A filter or a search is left before the screen is.
      perform(top.press(.escape) ?? [.back])
    case .quit:
      perform([.quit])
    case .showToday: perform([.open(.today)])
    case .showTimeline: perform([.open(.timeline)])
    case .showFlags: perform([.open(.flags)])
    case .showAgenda: perform([.open(.agenda)])
    case .showSearch: perform([.open(.search(""))])
    case .showMessages: perform([.open(.messages)])
    default: break
    }
  }

  /// Runs effects in order: the session's own here, the others by the composition root.
  func perform(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .open(let destination): go(to: destination)
      case .back: back()
      case .enter(let access): opened(access)
      case .say(let message): say(message)
      case .compose(let composition): compose(composition)
      case .ask(let question): overlay = .question(QuestionBar(question))
      case .keep(let act, let words):
        saying = words
        pendingAct = act
        answer(effect)
      case .lock: lock()
      case .quit:
        if let composer = overlay?.composer { seal(composer) }
        ending = .quit
        answer(effect)
      case .unlock, .create, .openSample:
        // Said first, done at the next tick: a key derivation takes a second.
        deferred = effect
        message = Message("One moment: the keys are being worked out …")
      case .saveDraft, .discardDraft:
        answer(effect)
      }
    }
  }

  private func answer(_ effect: Effect) {
    if let event = run(effect) { receive(event) }
  }

  func back() {
    guard stack.count > 1 else { return }
    stack.removeLast()
    if message?.kind == .news { message = nil }
    top.refresh(returning: true)
  }

  /// Puts a screen on top; going to where one already is only goes back to it.
  func go(to destination: Destination) {
    guard context.access != nil else { return }
    overlay = nil
    if destination == .today {
      stack.removeSubrange(1...)
      top.refresh(returning: true)
      return
    }
    let screen: any Screen =
      switch destination {
      case .today: TodayScreen(context)
      case .child(let child): ChildScreen(context, child)
      case .entry(let entry, let child): ChildScreen(context, child, at: entry)
      case .ringCard(let child): RingCardScreen(context, child)
      case .versions(let entry, let child): VersionsScreen(context, entry, child)
      case .search(let words): SearchScreen(context, words)
      case .timeline: TimelineScreen(context)
      case .flags: FlagsScreen(context)
      case .agenda: AgendaScreen(context)
      case .help: HelpScreen(live: liveCommands, title: type(of: top).name)
      case .messages: MessagesScreen(context, messages)
      }
    // The list screens replace each other: 1 2 3 4 does not pile up things to step back through.
    if type(of: screen).isPlace {
      stack.removeSubrange(1...)
    } else if type(of: top) == type(of: screen), type(of: screen).name == HelpScreen.name {
      return
    }
    stack.append(screen)
  }

  /// Takes the last kept act back, visibly: the entries stay, each with a removal beside it.
  private func undo() {
    guard let last = lastKept else { return }
    guard context.now.minutes(since: last.at) < 10 else {
      lastKept = nil
      say(Message("More than 10 minutes ago: open the entry, x removes it with a reason."))
      return
    }
    let act = Undo.act(of: last.entries, at: context.now)
    lastKept = nil
    saying = "undone, both stay in the record"
    if let event = run(.keep(act, saying: saying)) {
      receive(event)
      if case .kept = event {
        lastKept = nil
        message = Message("Undone · the record shows that it was removed")
      } else {
        // Not on disk, so nothing was undone: u tries again.
        lastKept = last
      }
    }
  }
}
