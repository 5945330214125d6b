/// The JSON document of `note` and `note --dry-run` (interface.md §5).
///
/// Lists are always there; absent values are left out. `from` and `to` are UTF-8 offsets into `raw`;
/// `token` of a problem, offer or hint is that part of the line as typed.
public struct NoteDocument: Encodable, Sendable {
  /// Where a kept entry stands.
  public struct Kept: Encodable, Sendable {
    /// The child's ref.
    public var ref: String
    /// The entry's identity.
    public var id: String
    /// The number of its frame.
    public var seq: UInt64

    /// Makes one.
    public init(ref: String, id: String, seq: UInt64) {
      self.ref = ref
      self.id = id
      self.seq = seq
    }
  }

  struct Child: Encodable {
    var ref: String
    var name: String

    init(_ child: KnownChild) {
      ref = child.ref
      name = child.knownAs
    }
  }

  struct Who: Encodable {
    var role: String?
    var name: String?
  }

  struct Interpreting: Encodable {
    var language: String?
    var kind: String
    var mode: String?
    var id: String?
    var concern: String?
  }

  struct Words: Encodable {
    var ref: String?
    var by: String
    var text: String
    var through: String?
  }

  struct Flag: Encodable {
    var ref: String
    var topic: String
    var urgent: Bool
    var observation: String?
  }

  struct Action: Encodable {
    var ref: String
    var text: String
    var due: String?
    var owedBy: String
    var promise: Bool
  }

  struct Step: Encodable {
    var step: String
    var whom: String
    var name: String?
    var at: String
    var ref: String?
  }

  struct Referral: Encodable {
    var text: String
    var name: String
    var known: [String: String]
    var unknown: [String]
  }

  struct Token: Encodable {
    var from: Int
    var to: Int
    var meaning: String
    var value: String
    var problem: String?
  }

  struct Problem: Encodable {
    var code: String
    var message: String
    var token: String?
    var from: Int?
    var to: Int?
    var near: [Child]
  }

  struct Offer: Encodable {
    var code: String
    var text: String
    var at: String?
    var token: String?
    var from: Int?
    var to: Int?
    /// The whole line with the offer taken, where it is taken by typing.
    var line: String?
  }

  struct Hint: Encodable {
    var code: String
    var message: String
    var token: String?
    var from: Int?
    var to: Int?
  }

  struct Form: Encodable {
    var name: String
    var at: String?
    var text: String
    var by: String?
    var interviewBy: String?
    var watchUntil: String?
  }

  var raw: String
  var children: [Child]
  var party: String?
  var partyWho: Who?
  var kind: String?
  var at: String?
  var times: [String]
  var count: Int?
  var medium: String?
  var minutes: Int?
  var seen: Bool?
  var alone: Bool?
  var heardFrom: Bool?
  var interpreter: Interpreting?
  var with: [String]
  var place: String?
  var text: String
  var words: [Words]
  var question: [String]
  var opinion: String?
  var flags: [Flag]
  var actions: [Action]
  var steps: [Step]
  var tags: [String]
  var restricted: String?
  var referral: Referral?
  var form: Form?
  var tokens: [Token]
  var problems: [Problem]
  var offers: [Offer]
  var hints: [Hint]
  /// What was kept; absent for a dry run.
  public var kept: [Kept]?
}
