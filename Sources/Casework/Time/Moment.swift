/// An instant, in whole milliseconds since 1970-01-01T00:00Z, that remembers the offset of the
/// place it was written in.
///
/// Two moments are equal when they are the same instant; the offset is only how it was shown.
/// Stored as ISO 8601 with milliseconds and offset: `2026-11-21T14:20:00.000+00:00`.
public struct Moment: Sendable, Hashable, Comparable {
  /// Milliseconds since the Unix epoch, UTC.
  public var milliseconds: Int64
  /// Minutes east of UTC when it was written; 0 to show it in UTC.
  public var offsetMinutes: Int

  /// Makes a moment from its parts.
  public init(milliseconds: Int64, offsetMinutes: Int = 0) {
    self.milliseconds = milliseconds
    self.offsetMinutes = offsetMinutes
  }

  /// True for the same instant, whatever the offset.
  public static func == (a: Moment, b: Moment) -> Bool { a.milliseconds == b.milliseconds }

  /// True when `a` is earlier.
  public static func < (a: Moment, b: Moment) -> Bool { a.milliseconds < b.milliseconds }

  /// Hashes the instant only, as `==` does.
  public func hash(into hasher: inout Hasher) { hasher.combine(milliseconds) }

  /// The moment `minutes` later (earlier when negative); elapsed time, not wall-clock time.
  public func adding(minutes: Int) -> Moment {
    Moment(milliseconds: milliseconds + Int64(minutes) * 60_000, offsetMinutes: offsetMinutes)
  }

  /// The moment `hours` later (earlier when negative); elapsed time, not wall-clock time.
  public func adding(hours: Int) -> Moment { adding(minutes: hours * 60) }

  /// Whole minutes from `earlier` to here, rounded towards zero; negative when `earlier` is later.
  public func minutes(since earlier: Moment) -> Int {
    Int((milliseconds - earlier.milliseconds) / 60_000)
  }
}

extension Moment: Codable, CustomStringConvertible {
  /// ISO 8601 with milliseconds and offset, as stored: `2026-11-21T14:20:00.000+00:00`.
  public var iso: String { text(milliseconds: true) }

  /// ISO 8601 with seconds and offset, as the JSON of the command line shows it.
  public var isoSeconds: String { text(milliseconds: false) }

  /// The same as ``iso``.
  public var description: String { iso }

  private func text(milliseconds showMilliseconds: Bool) -> String {
    let local = milliseconds + Int64(offsetMinutes) * 60_000
    let days = Int((Double(local) / 86_400_000).rounded(.down))
    let rest = Int(local - Int64(days) * 86_400_000)
    let seconds = rest / 1000
    var out = Day(daysSince1970: days).iso
    out += "T" + two(seconds / 3600) + ":" + two(seconds / 60 % 60) + ":" + two(seconds % 60)
    if showMilliseconds { out += "." + three(rest % 1000) }
    let east = abs(offsetMinutes)
    return out + (offsetMinutes < 0 ? "-" : "+") + two(east / 60) + ":" + two(east % 60)
  }

  /// Reads ISO 8601 with an offset or `Z`; seconds and fractions may be missing.
  ///
  /// - Parameter iso: For example `2026-11-21T14:20:00.000+00:00` or `2026-11-21T14:20Z`.
  public init?(iso: String) {
    let bytes = Array(iso.utf8)
    guard bytes.count >= 17, bytes[10] == UInt8(ascii: "T") else { return nil }
    func number(_ from: Int, _ count: Int) -> Int? {
      guard from + count <= bytes.count else { return nil }
      var value = 0
      for byte in bytes[from..<from + count] {
        guard byte >= 48, byte <= 57 else { return nil }
        value = value * 10 + Int(byte) - 48
      }
      return value
    }
    guard let day = Day(iso: String(iso.prefix(10))), let hour = number(11, 2), hour < 24,
      bytes[13] == UInt8(ascii: ":"), let minute = number(14, 2), minute < 60
    else { return nil }
    var at = 16
    var second = 0
    var fraction = 0
    if at < bytes.count, bytes[at] == UInt8(ascii: ":") {
      guard let value = number(at + 1, 2), value < 60 else { return nil }
      second = value
      at += 3
      if at < bytes.count, bytes[at] == UInt8(ascii: ".") {
        guard let value = number(at + 1, 3) else { return nil }
        fraction = value
        at += 4
      }
    }
    var offset = 0
    guard at < bytes.count else { return nil }
    if bytes[at] == UInt8(ascii: "Z") {
      at += 1
    } else {
      let sign = bytes[at]
      guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
        let hours = number(at + 1, 2), hours < 24, at + 3 < bytes.count,
        bytes[at + 3] == UInt8(ascii: ":"), let minutes = number(at + 4, 2), minutes < 60
      else { return nil }
      offset = (hours * 60 + minutes) * (sign == UInt8(ascii: "-") ? -1 : 1)
      at += 6
    }
    guard at == bytes.count else { return nil }
    let seconds = day.daysSince1970 * 86_400 + hour * 3600 + minute * 60 + second
    self.init(
      milliseconds: Int64(seconds) * 1000 + Int64(fraction) - Int64(offset) * 60_000,
      offsetMinutes: offset
    )
  }

  /// Reads the stored form.
  ///
  /// - Throws: `DecodingError` when the text is not an ISO 8601 instant.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let moment = Moment(iso: try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an instant")
    }
    self = moment
  }

  /// Writes the stored form.
  ///
  /// - Throws: Whatever the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(iso)
  }
}

func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
func three(_ n: Int) -> String { n < 10 ? "00\(n)" : n < 100 ? "0\(n)" : "\(n)" }
