/// Languages by their ISO 639 code, and what `int:` says.
public enum Languages {
  /// Code → English name, as the preview says it.
  public static let names: [String: String] = [
    "am": "Amharic", "ar": "Arabic", "az": "Azerbaijani", "bg": "Bulgarian", "bn": "Bengali",
    "bs": "Bosnian", "ckb": "Sorani Kurdish", "cs": "Czech", "de": "German", "el": "Greek",
    "es": "Spanish", "fa": "Farsi", "ff": "Fula", "fr": "French", "ha": "Hausa", "hi": "Hindi",
    "hu": "Hungarian", "id": "Indonesian", "ig": "Igbo", "it": "Italian", "ka": "Georgian",
    "km": "Khmer", "kmr": "Kurmanji", "ku": "Kurdish", "lt": "Lithuanian", "ln": "Lingala",
    "mn": "Mongolian", "ne": "Nepali", "om": "Oromo", "pa": "Punjabi", "pl": "Polish",
    "prs": "Dari", "ps": "Pashto", "pt": "Portuguese", "ro": "Romanian", "rom": "Romani",
    "ru": "Russian", "si": "Sinhala", "sk": "Slovak", "so": "Somali", "sq": "Albanian",
    "sr": "Serbian", "sw": "Swahili", "ta": "Tamil", "th": "Thai", "ti": "Tigrinya",
    "tig": "Tigre", "tl": "Tagalog", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu",
    "uz": "Uzbek", "vi": "Vietnamese", "wo": "Wolof", "yo": "Yoruba", "yue": "Cantonese",
    "zh": "Mandarin", "bsl": "British Sign Language",
  ]

  private static let codes: [String: String] = {
    var codes = Dictionary(uniqueKeysWithValues: names.map { (Fold.fold($1), $0) })
    for (name, code) in [("sorani", "ckb"), ("persian", "fa"), ("chinese", "zh"), ("bangla", "bn")]
    {
      codes[name] = code
    }
    return codes
  }()

  /// The code of a language by its name or code; nil for one that is not in the list.
  static func code(_ language: String) -> String? {
    let key = Fold.fold(language)
    return names[key] == nil ? codes[key] : key
  }

  private static let notIndependent: [String: Interpreter.Independence] = [
    "none": .none, "carer": .carer, "friend": .friend, "app": .app,
  ]

  private static let modes: [String: Interpreter.Mode] = [
    "phone": .phone, "tel": .phone, "video": .video, "person": .inPerson, "inperson": .inPerson,
    "in-person": .inPerson, "f2f": .inPerson,
  ]

  /// An interpreter as `int:` says it: `vi/phone/LL4471`.
  static func typed(_ interpreter: Interpreter) -> String {
    var parts: [String] = []
    if let language = interpreter.language { parts.append(language) }
    if interpreter.kind != .independent && interpreter.kind != .unknown {
      parts.append(interpreter.kind.rawValue)
    }
    if let mode = interpreter.mode { parts.append(mode == .inPerson ? "person" : mode.rawValue) }
    if let id = interpreter.id { parts.append(id) }
    return parts.joined(separator: "/")
  }

  /// `vi`, `vietnamese/phone/LL4471`, `none`, `carer`, `vi/app`.
  static func interpreter(_ typed: String) -> Interpreter {
    var interpreter = Interpreter()
    for (index, part) in typed.split(separator: "/").enumerated() {
      let lower = part.lowercased()
      if let kind = notIndependent[lower] {
        interpreter.kind = kind
      } else if let mode = modes[lower] {
        interpreter.mode = mode
      } else if index == 0 {
        interpreter.language = codes[Fold.fold(lower)] ?? lower
      } else if interpreter.id == nil {
        interpreter.id = String(part)
      }
    }
    return interpreter
  }
}
