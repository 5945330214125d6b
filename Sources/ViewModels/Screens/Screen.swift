public import Casework

/// One screen: what it shows and what its keys do, without a terminal and without a disk.
public protocol Screen: AnyObject, SendableMetatype {
  /// What `:` and Help call it.
  static var name: String { get }

  /// Its commands, besides those that work everywhere.
  static var commands: [Command] { get }

  /// One of the screens that 1 to 9 go to: they take each other's place.
  static var isPlace: Bool { get }

  /// The child whose screen this is, or whose row the guardian moved to.
  var child: ChildID? { get }

  /// The child under the cursor, for what only reads; ``child`` is for what is written.
  var pointed: ChildID? { get }

  /// True where typed characters go into a field of the screen before they are commands.
  var isTyping: Bool { get }

  /// What is shown.
  ///
  /// - Parameters:
  ///   - size: Of the body: without header, footer and status line.
  ///   - now: The moment the page is about.
  /// - Returns: The page, without a layout of its own.
  func page(size: Size, now: Moment) -> Page

  /// A key that is no command; nil when it means nothing here.
  func press(_ key: Key) -> [Effect]?

  /// One of its commands.
  func perform(_ command: CommandName) -> [Effect]

  /// Why a command of its own does nothing just now; nil when it does.
  func objection(to command: CommandName) -> String?

  /// A question that it asked was answered.
  func answered(_ question: Question, _ text: String) -> [Effect]

  /// The record changed, or the screen is on top again.
  func refresh(returning: Bool)

  /// When it will look different without a key; nil: not before the minute is over.
  func nextChange(after now: Moment) -> Moment?
}

extension Screen {
  /// A step further in, not a place.
  public static var isPlace: Bool { false }
  /// No child.
  public var child: ChildID? { nil }
  /// The same.
  public var pointed: ChildID? { child }
  /// No field.
  public var isTyping: Bool { false }
  /// No other keys.
  public func press(_ key: Key) -> [Effect]? { nil }
  /// Nothing.
  public func perform(_ command: CommandName) -> [Effect] { [] }
  /// Nothing against it.
  public func objection(to command: CommandName) -> String? { nil }
  /// No questions.
  public func answered(_ question: Question, _ text: String) -> [Effect] { [] }
  /// Only keys change it.
  public func nextChange(after now: Moment) -> Moment? { nil }
  /// Reads the record at every page.
  public func refresh(returning: Bool) {}
}
