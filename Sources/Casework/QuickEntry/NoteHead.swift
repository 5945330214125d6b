/// What the head of a line says, before it is weighed.
struct NoteHead {
  var children: [Int] = []
  /// Words typed as children that are none, or several: with the near ones.
  var childProblems: [NoteProblem] = []
  var kind: ContactKind?
  /// The second word of a pair: `sol call`.
  var pairedKind: ContactKind?
  var role: Role?
  var roleWord: String?
  /// Whose name follows the role.
  var name: String?
  var isAbout = false
  var whens: [(found: WhenFound, range: Range<Int>)] = []
  var minutes: Int?
  var count: Int?
  var medium: String?
  var saysSeen = false
  var saysUnseen = false
  var saysAlone = false
  var saysNotAlone = false
  /// `recd 23/11`.
  var isReceived = false
  /// `back`, `returned` or `found` after a child.
  var returned: String?
  /// The item at which prose begins.
  var end = 0
  /// The byte at which prose begins.
  var endByte = 0
  /// The last word of the head stands directly before prose and may belong to it.
  var doubtful: NoteWord?
  var tokens: [NoteToken] = []
}
