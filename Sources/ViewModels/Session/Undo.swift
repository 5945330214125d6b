import Casework

/// What `u` keeps: a removal beside each entry of the last act, never a deletion.
enum Undo {
  static func act(of entries: [RecordedEntry], at moment: Moment) -> Act {
    var parts: [ActPart] = []
    for entry in entries {
      let removal = NewEntry(
        occurredAt: moment,
        body: Removed(of: entry.stamp.id, why: "undone at once")
      )
      if let index = parts.firstIndex(where: { $0.child == entry.stamp.child }) {
        parts[index].entries.append(removal)
      } else {
        parts.append(ActPart(child: entry.stamp.child, by: "guardian", entries: [removal]))
      }
    }
    return Act(parts: parts)
  }
}
