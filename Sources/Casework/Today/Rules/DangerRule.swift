/// An urgent observation, self-harm, or contact by a person of concern, with no response.
///
/// It leaves by a response or by being closed with a reason, never by time.
enum DangerRule: TodayRule {
  static func reasons(_ facts: Facts) -> [Reason] {
    facts.flags.filter { $0.isDanger && $0.responses.isEmpty }.map { flag in
      Reason(
        .danger,
        "\(flag.lead): \(flag.topic.spaced), \(facts.words.moment(flag.raised.at))",
        "no response recorded",
        flag.isShared ? nil : "kept here only: nobody has been told",
        owedBy: .guardian,
        order: [-flag.raised.at.milliseconds]
      )
    }
  }
}

extension RaisedFlag {
  /// True of what rank 2 is for.
  var isDanger: Bool {
    self.urgent == true || self.nature == .selfHarm || self.nature == .personOfConcern
  }

  /// What a reason calls it.
  var lead: String {
    switch self.nature {
    case .selfHarm, .personOfConcern: self.nature?.words ?? "flag"
    default: self.urgent == true ? "urgent flag" : "flag"
    }
  }
}
