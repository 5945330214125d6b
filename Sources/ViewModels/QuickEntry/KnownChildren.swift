import Casework

extension Context {
  /// The caseload as the parser knows it; in privacy mode it shows refs and still finds names.
  var knownChildren: [KnownChild] { knownChildren(withLastContactOf: []) }

  /// The same, with what of the last contact may be the same again for some of them.
  func knownChildren(withLastContactOf children: Set<ChildID>) -> [KnownChild] {
    (access?.reader.caseload() ?? []).map { file in
      let timeline =
        children.contains(file.id)
        ? access.map { Timeline($0.reader.entries(of: file.id)) } : nil
      return KnownChild(
        id: file.id,
        ref: file.ref,
        names: file.allNames + file.otherNumbers,
        knownAs: isPrivate ? "" : file.callName,
        missingSince: file.openEpisode?.since,
        isAnyoneTold: file.openEpisode.map { !$0.steps.isEmpty } ?? false,
        context: NoteContext(file, timeline: timeline)
      )
    }
  }
}
