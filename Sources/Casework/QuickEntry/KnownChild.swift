/// What the note parser knows of a child: by which names it is called, and whether it is missing.
public struct KnownChild: Sendable, Hashable {
  /// The child.
  public var id: ChildID
  /// The code: `K12`.
  public var ref: String
  /// Every name: given, in the child's own script, known-as, aliases and other systems' numbers.
  public var names: [String]
  /// The name by which the child is called.
  public var knownAs: String
  /// Since when the child is missing; nil when the child is not.
  public var missingSince: Moment?
  /// An act of telling somebody is already recorded for the running episode.
  public var isAnyoneTold: Bool
  /// What else the record says that a line may need.
  public var context: NoteContext

  /// Makes a known child.
  public init(
    id: ChildID,
    ref: String,
    names: [String],
    knownAs: String,
    missingSince: Moment? = nil,
    isAnyoneTold: Bool = false,
    context: NoteContext = NoteContext()
  ) {
    self.id = id
    self.ref = ref
    self.names = names
    self.knownAs = knownAs
    self.missingSince = missingSince
    self.isAnyoneTold = isAnyoneTold
    self.context = context
  }

  /// `Thanh K12`, as the preview and offers show it.
  public var label: String { knownAs.isEmpty ? ref : knownAs + " " + ref }
}

extension KnownChild {
  /// A child by every name and number, and nothing else: what `in:` needs.
  ///
  /// - Parameters:
  ///   - file: The child's.
  ///   - isPrivate: The label is the ref alone; every name still finds the child.
  public init(named file: CaseFile, isPrivate: Bool = false) {
    self.init(
      id: file.id,
      ref: file.ref,
      names: file.allNames + file.otherNumbers,
      knownAs: isPrivate ? "" : file.callName
    )
  }
}
