/// What else keeps a child out of *Seen as agreed*; said where nothing above is.
enum NotKnownRule: TodayRule {
  static func reasons(_ facts: Facts) -> [Reason] {
    var texts: [String] = []
    if facts.nextContact == nil { texts.append("next contact not set") }
    if facts.placement?.kind == nil {
      texts.append("accommodation not known")
    } else {
      switch facts.placement?.suitable?.agreed {
      case true: break
      case false: texts.append("accommodation unsuitable")
      default: texts.append("suitability of the accommodation not known")
      }
    }
    if facts.plans[.safety] == nil { texts.append("no plan recorded") }
    if !facts.languageIsKnown { texts.append("language not known") }
    if !facts.reachIsKnown { texts.append("how to reach the child not agreed") }
    return texts.enumerated().map { index, text in
      let order: [Int64] = [3, Int64(index)]
      return Reason(.waiting, text, owedBy: .guardian, order: order, isCatchAll: true)
    }
  }
}
