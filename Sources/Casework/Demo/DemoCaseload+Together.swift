extension DemoCaseload {
  /// Notes about two children at once: one act with a part for each.
  static func together(_ lives: [DemoLife], clock: DemoClock, random: DemoRandom) -> [TimedAct] {
    var random = random
    var acts: [TimedAct] = []
    func keep(_ refs: [String], _ ago: Int, _ time: String, _ contact: ContactMade) {
      let at = clock.at(ago, time)
      let recorded = at.adding(minutes: (contact.minutes ?? 0) + 40)
      let parts = refs.compactMap { ref in lives.first { $0.ref == ref } }
        .map { life in
          let id = EntryID(rawValue: UUIDv7.make(at: recorded, random: &random))
          let entry = NewEntry(id: id, occurredAt: at, body: contact)
          return ActPart(child: life.child, by: "guardian", entries: [entry])
        }
      acts.append(TimedAct(recordedAt: recorded, act: Act(parts: parts)))
    }
    keep(["K14", "K08"], 10, "15:00", library)
    keep(["K05", "K13"], 30, "11:00", race)
    return acts
  }

  private static var library: ContactMade {
    var contact = ContactMade(
      kind: .travel,
      party: .child,
      text: """
        Took two of them to the big library. One wanted everything by the woman who wrote about \
        lighthouses, the other the floor where people draw. They found each other at closing time \
        by themselves.
        """
    )
    contact.minutes = 110
    contact.seen = true
    contact.place = "central library"
    return contact
  }

  private static var race: ContactMade {
    var contact = ContactMade(
      kind: .travel,
      party: .child,
      text: """
        Drove both runners to the club's open morning. The older one showed the younger where to \
        leave his shoes so that they are still there afterwards.
        """
    )
    contact.minutes = 150
    contact.seen = true
    contact.place = "the track on the hill"
    return contact
  }
}
