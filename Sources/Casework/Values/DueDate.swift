/// When something is due: a day, or a moment of it.
///
/// Stored as `2026-11-27` or as an instant, `2026-11-27T16:00:00.000+00:00`.
public enum DueDate: Sendable, Hashable {
  /// Some time that day.
  case day(Day)
  /// At that moment.
  case at(Moment)

  /// The day it falls on.
  public func day(in zone: Zone) -> Day {
    switch self {
    case .day(let day): day
    case .at(let moment): zone.day(of: moment)
    }
  }

  /// The last moment at which it is not yet past: the moment itself, or the end of the day.
  public func deadline(in zone: Zone) -> Moment {
    switch self {
    case .day(let day): zone.moment(day.adding(days: 1))
    case .at(let moment): moment
    }
  }

  /// True once it is past: the day is over, or the moment has gone by.
  public func isPast(_ now: Moment, zone: Zone) -> Bool {
    switch self {
    case .day(let day): day < zone.day(of: now)
    case .at(let moment): moment < now
    }
  }

  /// True from the morning of the day on.
  public func isTodayOrPast(_ now: Moment, zone: Zone) -> Bool {
    day(in: zone) <= zone.day(of: now)
  }

  /// The moment, where one was given.
  public var moment: Moment? { if case .at(let moment) = self { moment } else { nil } }
}

extension DueDate: Codable, CustomStringConvertible {
  /// The stored form.
  public var iso: String {
    switch self {
    case .day(let day): day.iso
    case .at(let moment): moment.iso
    }
  }

  /// The form of the command line's JSON: a day, or an instant with seconds.
  public var isoSeconds: String { moment?.isoSeconds ?? iso }

  /// The same as ``iso``.
  public var description: String { iso }

  /// Reads either form; nil for anything else.
  public init?(iso: String) {
    if let day = Day(iso: iso) {
      self = .day(day)
    } else if let moment = Moment(iso: iso) {
      self = .at(moment)
    } else {
      return nil
    }
  }

  /// Reads the stored form.
  ///
  /// - Throws: `DecodingError` when it is neither a day nor an instant.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let due = DueDate(iso: try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a date")
    }
    self = due
  }

  /// Writes the stored form.
  ///
  /// - Throws: Whatever the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(iso)
  }
}
