public import Casework

/// An open record, and what may be done with it.
///
/// Read-only is a type: a supervisor's access has no writer, and no method here makes one.
public struct Access {
  /// What every screen reads.
  public var reader: any RecordReader
  /// What keeps acts; nil for who may only read.
  public var writer: (any RecordWriter)?
  /// Where notes that are being typed are sealed; nil: they are lost on leaving.
  public var drafts: (any DraftStore)?
  /// Who is looking, such as `Rosa Okafor`.
  public var who: String
  /// As what, such as `guardian` or `supervisor`.
  public var role: String
  /// Where the record came from, when that matters: `sample caseload`, `opened from a bundle`.
  public var label: String?
  /// What this computer has to say besides the record, such as that it may write memory to the disk.
  public var notices: [String]

  /// Makes an access.
  public init(
    reader: any RecordReader,
    writer: (any RecordWriter)? = nil,
    drafts: (any DraftStore)? = nil,
    who: String,
    role: String = "guardian",
    label: String? = nil,
    notices: [String] = []
  ) {
    self.reader = reader
    self.writer = writer
    self.drafts = drafts
    self.who = who
    self.role = role
    self.label = label
    self.notices = notices
  }
}
