/// An entry of every type as an old record holds it: written once, never changed after release.
///
/// A new type adds its line here.
public enum Samples {
  /// Every type.
  public static let all: [(type: String, json: String)] =
    child + watching + dates + missing + record

  static let child: [(type: String, json: String)] = [
    (
      "child-opened",
      #"""
      {"knownAs":"Thanh","name":"Nguyễn Thị Thanh","ownScript":"阮氏青","source":"caller"}
      """#
    ),
    (
      "child-described",
      #"""
      {"basis":"own-account","field":"birth","value":{"source":"child","value":"2009-06-27"}}
      """#
    ),
    (
      "referred",
      #"""
      {"caller":"Khan","known":{"site":"Luton"},"number":"07700 900123","role":"sw","text":"17 maybe?? unsure","unknown":["language"]}
      """#
    ),
    (
      "allocated",
      #"""
      {"conflict":{"state":"not-asked"},"note":"to be asked"}
      """#
    ),
    (
      "closed",
      #"""
      {"childsView":"sad to say goodbye","heldBy":"the council","why":"handed on"}
      """#
    ),
    (
      "reopened",
      #"""
      {"why":"came back"}
      """#
    ),
    (
      "placed",
      #"""
      {"carers":"Mr Bell","code":"U6","endsAlready":"2026-11-21T14:20:00.000+00:00","kind":"B&B","place":"12 Station Road","suitable":{"source":"guardian","value":false},"why":"first","whyNot":"nobody there at night"}
      """#
    ),
    (
      "placement-ended",
      #"""
      {"why":"moved"}
      """#
    ),
    (
      "liberty-changed",
      #"""
      {"byWhom":"police","change":"custody","ended":false,"note":"as an adult","place":"Luton"}
      """#
    ),
    (
      "watch-set",
      #"""
      {"until":"2026-11-21T14:20:00.000+00:00","why":"a car waits"}
      """#
    ),
    (
      "watch-ended",
      #"""
      {"why":"calm again"}
      """#
    ),
    (
      "rhythm-agreed",
      #"""
      {"counter":"seen-alone","everyDays":7,"reason":"new","reviewBy":"2026-12-01","with":"the child"}
      """#
    ),
    (
      "safe-contact-agreed",
      #"""
      {"codeWord":"market","heldBy":"carer","hours":"10 to 21","how":"text first","noVoicemail":true,"number":"07700 900100","sayToAnother":"the library"}
      """#
    ),
    (
      "person-added",
      #"""
      {"identifiers":[{"confidence":"sure","source":"child","value":"AB12 CDE","what":"number plate"}],"name":"man with a grey car","note":"waits outside","numbers":[{"checked":"2026-11-01","hours":"day","number":"07700 900200"}],"organisation":"none","role":"other","safeToContact":{"state":"unknown"},"standing":"unknown-adult"}
      """#
    ),
    (
      "contact-made",
      #"""
      {"alone":true,"count":3,"heardFrom":true,"interpreter":{"concern":"late","id":"LL4471","kind":"independent","language":"vi","mode":"phone"},"kind":"visit","medium":"teams","minutes":45,"opinion":"tired","party":"child","partyName":"Ms Ali","partyRole":"sw","place":"college","question":["did the solicitor ring"],"raw":"thanh visit 14:20","restricted":"health","seen":true,"tags":["gp"],"text":"settled “I like it” asked","times":["2026-11-21T14:20:00.000+00:00"],"with":["Sara,SW"],"words":[{"by":"child","text":"I like it","through":"interpreter"}]}
      """#
    ),
    (
      "amended",
      #"""
      {"body":{"kind":"visit","party":"child","seen":true,"text":"settled"},"bodyType":"contact-made","happenedAt":"2026-11-21T14:20:00.000+00:00","of":"019a0000-0000-7000-8000-000000000001","why":"wrong day"}
      """#
    ),
    (
      "removed",
      #"""
      {"of":"019a0000-0000-7000-8000-000000000001","why":"about another child"}
      """#
    ),
  ]

  static let watching: [(type: String, json: String)] = [
    (
      "flag-raised",
      #"""
      {"concern":"somebody pays for it","from":"019a0000-0000-7000-8000-000000000001","kind":"risk","nature":"person-of-concern","observation":"a second phone","restricted":"allegation","reviewBy":"2026-12-01","seenBy":"carer","toldChild":false,"topic":"second-phone","urgent":true,"whyNotTold":"not alone"}
      """#
    ),
    (
      "flag-responded",
      #"""
      {"due":"2026-11-27","of":"019a0000-0000-7000-8000-000000000001","owedBy":"sw","what":"told the social worker"}
      """#
    ),
    (
      "flag-reviewed",
      #"""
      {"closedBecause":"phone is her brother's","of":"019a0000-0000-7000-8000-000000000001","reviewBy":"2026-12-08","stillValid":false}
      """#
    ),
    (
      "shared",
      #"""
      {"basis":"safeguarding","of":"019a0000-0000-7000-8000-000000000001","role":"sw","to":"Ms Ali","toldChild":true,"what":"second phone","why":"carer may see it"}
      """#
    ),
    (
      "plan-made",
      #"""
      {"kind":"safety","reviewBy":"2026-12-01","stepDown":"phone in the evening","text":"no walks alone","version":2}
      """#
    ),
  ]

  static let dates: [(type: String, json: String)] = [
    (
      "reminder-set",
      #"""
      {"due":"2026-11-21T14:20:00.000+00:00","from":"019a0000-0000-7000-8000-000000000001","leadDays":2,"repeats":"every week","repeatsNote":true,"text":"ring the solicitor"}
      """#
    ),
    (
      "reminder-done",
      #"""
      {"note":"rang","of":"019a0000-0000-7000-8000-000000000001"}
      """#
    ),
    (
      "reminder-snoozed",
      #"""
      {"of":"019a0000-0000-7000-8000-000000000001","until":"2026-11-27","why":"office closed"}
      """#
    ),
    (
      "reminder-cancelled",
      #"""
      {"of":"019a0000-0000-7000-8000-000000000001","why":"done by another"}
      """#
    ),
    (
      "asked-of",
      #"""
      {"due":"2026-11-27","from":"019a0000-0000-7000-8000-000000000001","name":"Ms Ali","owedBy":"sw","text":"chase PEP"}
      """#
    ),
    (
      "asked-chased",
      #"""
      {"how":"email","of":"019a0000-0000-7000-8000-000000000001","whom":"team manager"}
      """#
    ),
    (
      "asked-answered",
      #"""
      {"answer":"held on Friday","evidence":"019a0000-0000-7000-8000-000000000001","of":"019a0000-0000-7000-8000-000000000001"}
      """#
    ),
    (
      "promise-made",
      #"""
      {"due":"2026-11-27","from":"019a0000-0000-7000-8000-000000000001","text":"bring the bus pass"}
      """#
    ),
    (
      "promise-kept",
      #"""
      {"note":"brought it","of":"019a0000-0000-7000-8000-000000000001"}
      """#
    ),
    (
      "promise-not-kept",
      #"""
      {"of":"019a0000-0000-7000-8000-000000000001","toldWhy":"not issued yet"}
      """#
    ),
    (
      "promise-released",
      #"""
      {"of":"019a0000-0000-7000-8000-000000000001","said":"I have one"}
      """#
    ),
    (
      "appointment-set",
      #"""
      {"at":"2026-11-21T14:20:00.000+00:00","from":"019a0000-0000-7000-8000-000000000001","kind":"visit","place":"college","what":"visit","with":"Linh","withChild":true}
      """#
    ),
    (
      "appointment-kept",
      #"""
      {"note":"on time","of":"019a0000-0000-7000-8000-000000000001"}
      """#
    ),
    (
      "appointment-missed",
      #"""
      {"of":"019a0000-0000-7000-8000-000000000001","why":"ill"}
      """#
    ),
    (
      "decision-recorded",
      #"""
      {"answerBy":"2026-11-25","note":"by post","notice":"2026-11-11","outcome":"refused","owedBy":"lawyer","received":"2026-11-13","restricted":"privileged","title":"asylum appeal","what":"asylum"}
      """#
    ),
    (
      "decision-answered",
      #"""
      {"by":"lawyer","of":"019a0000-0000-7000-8000-000000000001","reference":"PA/1234","what":"appeal lodged"}
      """#
    ),
  ]

  static let missing: [(type: String, json: String)] = [
    (
      "missing-started",
      #"""
      {"clothing":"green coat","councilCategory":"missing","lastSeenAt":"2026-11-21T14:20:00.000+00:00","lastSeenBy":"carer","lastSeenPlace":"the bus stop","noticedBy":"carer","policeCategory":"medium","text":"not back from college"}
      """#
    ),
    (
      "missing-step",
      #"""
      {"acknowledged":true,"channel":"101","from":"019a0000-0000-7000-8000-000000000001","nextDue":"2026-11-21T14:20:00.000+00:00","reference":"4471","role":"police","step":"t2","text":"form read out","whom":"control room"}
      """#
    ),
    (
      "next-act-agreed",
      #"""
      {"due":"2026-11-21T14:20:00.000+00:00","owedBy":"la","what":"strategy meeting"}
      """#
    ),
    (
      "heard-from",
      #"""
      {"role":"friend","text":"she is well","through":"Linh"}
      """#
    ),
    (
      "located",
      #"""
      {"byWhom":"a bus driver","certain":false,"place":"the station","text":"green coat"}
      """#
    ),
    (
      "returned",
      #"""
      {"condition":"tired, no injuries said","place":"the placement","policeTold":true,"seenBy":"police","text":"brought by car"}
      """#
    ),
    (
      "interpreter-concern",
      #"""
      {"from":"019a0000-0000-7000-8000-000000000001","notAgain":true,"restricted":"third-party","what":"he knows my uncle","who":"LL2210"}
      """#
    ),
    (
      "interview",
      #"""
      {"by":"NSPCC worker","fields":{"before":"afraid"},"independent":true,"place":"library","restricted":"child-asked","state":"done"}
      """#
    ),
    (
      "episode-closed",
      #"""
      {"byWhom":"council","why":"meeting held"}
      """#
    ),
  ]

  static let record: [(type: String, json: String)] = [
    (
      "exported",
      #"""
      {"to":"police","what":"police-sheet","why":"missing"}
      """#
    ),
    (
      "opened",
      #"""
      {"page":"exceptions","who":"supervisor"}
      """#
    ),
    (
      "settings-changed",
      #"""
      {"zone":"Europe/London"}
      """#
    ),
    (
      "store-changed",
      #"""
      {"file":"keys","generation":3,"sha256":"00ff"}
      """#
    ),
    (
      "draft-discarded",
      #"""
      {"draft":"019a0000-0000-7000-8000-000000000001","form":"quick-entry","reason":"expired","savedAt":"2026-11-21T14:20:00.000+00:00"}
      """#
    ),
    (
      "restored-from",
      #"""
      {"head":"00ff","seenHead":"ff00","seenSeq":12,"seq":10}
      """#
    ),
  ]
}
