import Casework
import TestSupport

/// The row of a story's child on *Today*.
func row(_ story: Story, _ now: String = "2026-11-22 14:05") -> TodayRow? {
  Today.page(caseload: [story.file()], now: moment(now), zone: .london).rows.first
}

extension TodayRow {
  /// What its first reason says.
  var first: String { reasons.first?.text ?? "" }
  /// What all its reasons say.
  var texts: [String] { reasons.map(\.text) }
}
