/// A piece of a line that a sigil, a field's name or a quotation mark sets apart.
struct NoteMark {
  enum Sort {
    /// `"…"`, or `sw:"…"` with who said it.
    case quote(speaker: String?, inner: Range<Int>, isClosed: Bool)
    case opinion(Range<Int>)
    case flag(topic: Range<Int>, isUrgent: Bool)
    case act(ActMark)
    /// `int:vi`, `at:college`, `with:Sara,SW`, `to:sw`, `from:child`.
    case field(String, value: Range<Int>)
    /// `int!:"…"`.
    case concern(Range<Int>)
    case told(ToldMark)
    case tag(Range<Int>)
    case restricted(Range<Int>)
  }

  /// `>sw: chase PEP fri`, `>>bring the bus pass thu`.
  struct ActMark {
    var isPromise: Bool
    /// What stands before the colon, in lower case.
    var who: String?
    var text: Range<Int>
    var when: WhenFound?
    var whenRange: Range<Int>?
  }

  /// `told:edt 2230 ref:4471`.
  struct ToldMark {
    var whom: [String]
    var name: Range<Int>?
    var when: WhenFound?
    var whenRange: Range<Int>?
    var reference: Range<Int>?
  }

  var range: Range<Int>
  var sort: Sort

  /// Quotations and opinions are prose: they stay in the text, and no bare word counts after them.
  var isProse: Bool {
    switch sort {
    case .quote, .opinion: true
    default: false
    }
  }
}

/// A line in order: words, and marks with their arguments.
enum NoteItem {
  case word(NoteWord)
  case mark(NoteMark)

  var range: Range<Int> {
    switch self {
    case .word(let word): word.full
    case .mark(let mark): mark.range
    }
  }
}
