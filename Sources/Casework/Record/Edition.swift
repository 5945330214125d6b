/// One folding of a case file: copies share it, and a file that was folded anew has another.
///
/// What was worked out from a file of the same edition need not be worked out again. A file that is
/// changed by hand after its folding keeps its edition; nothing outside the folding does that.
public final class Edition: Sendable {
  init() {}
}
