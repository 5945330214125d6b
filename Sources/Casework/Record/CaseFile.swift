/// One child's record, folded from its entries: what the rules and the screens read.
public struct CaseFile: Sendable {
  /// The child.
  public let id: ChildID
  /// The code by which the child is known outside: `K12`.
  public var ref: String

  /// An empty case file.
  public init(id: ChildID, ref: String) {
    self.id = id
    self.ref = ref
  }
}
