import Casework

/// What the bar shows: its line, what it was understood as, and its keys.
extension Composer {
  var keys: [Line] {
    if isChoosing {
      return Overlay.keys(
        NoteTemplate.allCases.map { (String($0.rawValue), $0.label) }
      )
    }
    let canKeep = context.readOnlyReason == nil
    let enter = isLong ? "Ctrl-S" : "Enter"
    var keys = canKeep ? [(enter, unsaved == nil ? "keep" : "try again")] : []
    if unsaved != nil || draftProblem != nil {
      keys.append(("F2", "copy the words"))
      if !isDraftSafe { return Overlay.keys(keys + [("Ctrl-U Esc", "leave them")]) }
    } else if offered != nil {
      keys = [("Tab", "take the draft")]
    } else if let completion = completions.first {
      keys.append(("Tab", context.isPrivate ? "complete" : completion.label))
    } else if let near = note.problems.lazy.compactMap(\.near.first).first {
      keys.append(("Tab", near.label))
    } else if nextOffer != nil {
      keys.append(("Tab", "take it"))
    }
    if note.mayBeAlone { keys.append(("F3", "alone")) }
    if !kept.isEmpty { keys.append(("Shift-Tab", "give back")) }
    if catchUp != nil {
      keys += [("Ctrl-N", "put aside"), ("Ctrl-Y", "keep what is clear")]
    } else if editor.text.isEmpty || note.kind == nil {
      keys.append(("Ctrl-T", "template"))
    }
    if isLong {
      keys.append(("Esc", "one line"))
    } else if catchUp != nil {
      keys.append(("Esc", "leave the rest"))
    } else if consequence != nil {
      keys.append(("Esc", "leave it where it was"))
    } else {
      keys.append(("Esc", editor.text.isEmpty ? "close" : "keep as draft"))
    }
    // Last, for it is what a narrow screen may lose.
    if !isLong { keys.append(("Ctrl-E", "long form")) }
    return Overlay.keys(keys)
  }

  /// What stands above the line whatever happens to its rows: that the note is not in the record.
  var alarm: Unsaved? {
    guard let unsaved else { return draftProblem.map { Unsaved(.noDraft, $0) } }
    if unsaved.kind == .perhapsSaved { return Unsaved(.unknown, unsaved.words) }
    let isSealed = draftID != nil && isDraftSafe && context.access?.drafts != nil
    return Unsaved(isSealed ? .draft : .nowhere, unsaved.words)
  }

  var parts: [Part] {
    var parts: [Part] = [
      .input(
        Input(
          prompt: Line(catchUp.map { "\($0.number) of \($0.count) > " } ?? "> ", .key),
          lines: ComposerPreview.coloured(note, text: editor.text),
          cursor: (editor.cursorLine, editor.cursorColumns),
          placeholder: placeholder
        )
      )
    ]
    if let offered {
      let day = DateWords.relative(context.zone.day(of: offered.savedAt), today: context.today)
      let time = DateWords.time(offered.savedAt, context.zone)
      parts.append(
        .prose(
          Line("draft of \(day) \(time): ", .late)
            + Line("“\(context.shown(offered.text))”", .quiet)
            + Line("  Tab takes it", .key),
          indent: 2
        )
      )
    }
    if !editor.text.trimmed.isEmpty {
      let isNext = offered == nil && completions.isEmpty && note.problems.allSatisfy(\.near.isEmpty)
      parts += ComposerPreview.parts(
        note,
        taken: kept,
        next: isNext ? nextOffer : nil,
        context: context
      )
      for old in outlived {
        let words =
          "“\(context.shown(old.text))” had been taken to be kept with it, and is not offered now."
        parts.append(.prose(Line(words, .unverified), indent: 2, hanging: 2))
      }
      if catchUp != nil, isUndated {
        let time = DateWords.time(note.at, context.zone)
        parts.append(.prose(Line("No time is said: kept as \(time), now.", .unverified), indent: 2))
      }
      if let consequence {
        parts.append(.prose(Line("with it: " + consequence.words, .late), indent: 2, hanging: 2))
      }
    }
    if isLong { return parts + LongForm.parts(note) }
    // The bar does not jump while a line grows: it has room for what most lines become.
    return parts + Array(repeating: .blank, count: max(0, 4 - parts.count))
  }

  private var placeholder: String {
    guard let child, let file = context.access?.reader.caseFile(child) else {
      return "whom, how, when, what: thanh call 14:20 10m “…” !flag >act fri >>promise thu"
    }
    return "\(context.label(file)): how, when, what: visit 14:20 45m alone “…” !flag >>promise thu"
  }
}
