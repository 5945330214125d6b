import Casework

/// The cards beside the list, laid out once until something that they show has changed.
///
/// A note about one child leaves the other's card as it was: that of the row under the cursor, to
/// which the page goes back when the note is kept.
struct LaidCards {
  /// What a card is laid out by, beside its child and its reasons.
  struct Likeness: Equatable {
    /// Between the margins.
    var columns: Int
    /// How many of the latest entries it shows.
    var stories: Int
    /// Cards count in minutes.
    var minute: Int64
    var zone: Zone
  }

  private var like: Likeness?
  private var known: [ChildID: (edition: Edition, reasons: [String], card: Block)] = [:]

  /// A child's card.
  ///
  /// - Parameters:
  ///   - file: The child.
  ///   - like: What it is laid out by.
  ///   - reasons: Why the child is where they are on *Today*.
  ///   - context: What every screen is given.
  ///   - now: The moment.
  /// - Returns: The card as one block.
  mutating func card(
    of file: CaseFile,
    like: Likeness,
    reasons: [String],
    context: Context,
    now: Moment
  ) -> Block {
    if like != self.like { known = [:] }
    self.like = like
    // Privacy masks the names of all children, who may have become more.
    if let card = known[file.id], card.edition === file.edition, card.reasons == reasons,
      !context.isPrivate
    {
      return card.card
    }
    var card = Card(file: file, context: context, now: now)
    card.reasons = reasons
    var parts = card.head + [.blank, .fields(card.fields(withRingCard: true))]
    let stories = like.stories > 0 ? context.stories(of: file.id).prefix(like.stories) : []
    if !stories.isEmpty {
      let view = StoryView(context)
      parts += [.blank, .heading(Line("LATEST", .quiet))]
      for story in stories { parts += view.parts(story, brief: true) }
    }
    let block = Block(parts).laid(like.columns)
    if known.count >= 8 { known = [:] }
    if !context.isPrivate { known[file.id] = (file.edition, reasons, block) }
    return block
  }
}
