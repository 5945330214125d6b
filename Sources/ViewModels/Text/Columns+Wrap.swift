extension Columns {
  /// Prose broken into lines of at most so many columns, at spaces where there are any.
  ///
  /// `\n` starts a new line, an empty line stays one, spaces at a break are left out. A word wider than
  /// a line is cut between clusters, the first piece beginning on a line of its own; a cluster wider
  /// than the line becomes `?`. Chinese and Japanese, written without spaces, break between clusters.
  ///
  /// - Parameters:
  ///   - prose: Safe text (``DisplayText/prose``).
  ///   - columns: Columns of a line; below 1 counts as 1.
  ///   - indent: Spaces before each line but the first of a paragraph.
  /// - Returns: At least one line.
  public static func wrapped(_ prose: String, to columns: Int, indent: Int = 0) -> [String] {
    let width = max(1, columns)
    let hanging = min(max(0, indent), width - 1)
    var lines: [String] = []
    for paragraph in prose.split(separator: "\n", omittingEmptySubsequences: false) {
      var filler = LineFiller(width: width, hanging: hanging)
      for word in words(paragraph) { filler.add(word) }
      lines += filler.finished()
    }
    return lines
  }

  /// One thing that stays together on a line, and whether a space stands before it.
  private struct Word {
    var text: String
    var columns: Int
    var follows: Int  // spaces before it
  }

  private static func words(_ paragraph: Substring) -> [Word] {
    var words: [Word] = []
    var current = Word(text: "", columns: 0, follows: 0)
    func end() {
      if !current.text.isEmpty { words.append(current) }
      current = Word(text: "", columns: 0, follows: 0)
    }
    for cluster in paragraph {
      if cluster == " " || cluster == "\t" {
        let spaces = current.text.isEmpty ? current.follows : 0
        end()
        current.follows = spaces + 1
        continue
      }
      let width = of(cluster)
      // Between two wide clusters a line may end, but not before closing punctuation.
      if width == 2, !current.text.isEmpty, !isClosing(cluster) { end() }
      current.text.append(cluster)
      current.columns += width
      if width == 2, isIdeographic(cluster) {
        words.append(current)
        current = Word(text: "", columns: 0, follows: 0)
      }
    }
    end()
    return joinClosing(words)
  }

  /// Puts `。` and its like back on the character before them.
  private static func joinClosing(_ words: [Word]) -> [Word] {
    var joined: [Word] = []
    for word in words {
      if word.follows == 0, let first = word.text.first, isClosing(first), !joined.isEmpty {
        joined[joined.count - 1].text += word.text
        joined[joined.count - 1].columns += word.columns
      } else {
        joined.append(word)
      }
    }
    return joined
  }

  private static func isClosing(_ cluster: Character) -> Bool {
    "、。，．！？：；）」』】》〉”’".contains(cluster)
  }

  /// Ideographs and kana break anywhere; Hangul is written with spaces.
  private static func isIdeographic(_ cluster: Character) -> Bool {
    guard let value = cluster.unicodeScalars.first?.value else { return false }
    return (0x2E80...0xA4CF).contains(value) || (0xF900...0xFAFF).contains(value)
      || (0xFF00...0xFF60).contains(value) || (0x20000...0x3FFFD).contains(value)
  }

  /// Fills lines with words from left to right.
  private struct LineFiller {
    let width: Int
    let hanging: Int
    private var lines: [String] = []
    private var line = ""
    private var used = 0

    init(width: Int, hanging: Int) {
      self.width = width
      self.hanging = hanging
    }

    private var isFresh: Bool { used == (lines.isEmpty ? 0 : hanging) }

    mutating func add(_ word: Word) {
      let gap = isFresh && !lines.isEmpty ? 0 : word.follows
      if used + gap + word.columns <= width {
        line += Columns.spaces(gap) + word.text
        used += gap + word.columns
      } else {
        if !isFresh { breakLine() }
        place(word.text, columns: word.columns)
      }
    }

    /// Puts a word on a fresh line, cutting it where it is wider than one.
    private mutating func place(_ text: String, columns: Int) {
      if used + columns <= width {
        line += text
        used += columns
        return
      }
      for cluster in text {
        var piece = String(cluster)
        var wide = Columns.of(cluster)
        if wide > width - hanging {
          piece = "?"
          wide = 1
        }
        if used + wide > width { breakLine() }
        line += piece
        used += wide
      }
    }

    private mutating func breakLine() {
      lines.append(line)
      line = Columns.spaces(hanging)
      used = hanging
    }

    mutating func finished() -> [String] { lines + [line] }
  }
}
