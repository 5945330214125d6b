/// What a line of the search field asks for: words and filters that must all hold.
///
/// ``SearchReader`` makes one of what is typed; ``SearchBook`` says which entries hold it.
public struct SearchFilter: Sendable, Hashable {
  /// One filter; what stands between commas is either of them.
  public enum Clause: Sendable, Hashable {
    /// About one of these children.
    case children([KnownChild])
    /// Of one of these kinds.
    case kinds([SearchKind])
    /// Happened in these days, both included; nil: from the beginning, until the end.
    case days(from: Day?, to: Day?)
    /// One of these people was there, said it, owes it or was told.
    case people([SearchTerm])
    /// Tagged so.
    case tags([SearchTerm])
    /// A flag of one of these topics, or the contact it was raised with.
    case topics([SearchTerm], urgentOnly: Bool)
    /// In the chronology: see ``Significance``.
    case significant
  }

  /// The words to find.
  public var terms: [SearchTerm]
  /// The filters, as typed one after another.
  public var clauses: [Clause]
  /// Filters that could not be understood: nothing may be said to be found while there are any.
  public var problems: [SearchProblem]

  /// Makes a filter.
  public init(
    terms: [SearchTerm] = [],
    clauses: [Clause] = [],
    problems: [SearchProblem] = []
  ) {
    self.terms = terms
    self.clauses = clauses
    self.problems = problems
  }

  /// The significant events, and nothing else asked.
  public static let significant = SearchFilter(clauses: [.significant])

  /// True where there is neither a word nor a filter: then nothing is looked for.
  public var isEmpty: Bool { terms.isEmpty && clauses.isEmpty }
}

/// A filter that could not be understood, and what was perhaps meant.
public struct SearchProblem: Sendable, Hashable {
  /// What may have been meant.
  public struct Near: Sendable, Hashable {
    /// To be typed instead.
    public var value: String
    /// As a person reads it: `Thanh K12` for `K12`.
    public var label: String
  }

  /// `no-value`, `no-such-kind`, `no-such-child`, `ambiguous-child`, `no-such-day`, `no-such-date`,
  /// `days-crossed` or `no-such-is`.
  public var code: String
  /// What was typed.
  public var token: String
  /// What is wrong with it, in a sentence without a full stop.
  public var message: String
  /// What is written much like it, nearest first.
  public var near: [Near]
  /// It is the end of the line: perhaps not all of it is typed yet.
  public var isAtEnd: Bool

  /// The message and what is near: `kind:vist is no kind; near: visit`.
  public var words: String {
    near.isEmpty ? message : message + "; near: " + near.map(\.label).joined(separator: ", ")
  }
}

extension SearchFilter {
  /// As one reads it: `visit or call since Mon 2 Nov with sara #college “my room”`.
  ///
  /// - Parameters:
  ///   - now: For saying days.
  ///   - zone: The record's.
  /// - Returns: Empty where nothing is asked.
  public func words(now: Moment, zone: Zone) -> String {
    let dates = DateWords(now: now, zone: zone)
    var parts = clauses.map { clause in
      switch clause {
      case .children(let children):
        return "of " + children.map(\.label).joined(separator: " or ")
      case .kinds(let kinds): return kinds.map(\.name).joined(separator: " or ")
      case .days(let from?, let to?) where from == to: return "on " + dates.date(from)
      case .days(let from?, let to?): return "from \(dates.date(from)) to \(dates.date(to))"
      case .days(let from?, nil): return "since " + dates.date(from)
      case .days(nil, let to?): return "until " + dates.date(to)
      case .days(nil, nil): return "on any day"
      case .people(let terms): return "with " + terms.map(\.typed).joined(separator: " or ")
      case .tags(let terms): return terms.map { "#" + $0.typed }.joined(separator: " or ")
      case .topics(let terms, let urgentOnly):
        let topics = terms.map { $0.typed.spaced }.joined(separator: " or ")
        return (urgentOnly ? "urgent flag " : "flag ") + topics
      case .significant: return "significant events"
      }
    }
    parts += terms.map { "“\($0.typed)”" }
    return parts.joined(separator: " ")
  }
}
