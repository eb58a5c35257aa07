extension Event {
  /// What kind of thing happened.
  public enum Kind: Int, CaseIterable, Sendable {
    case onDuty, booked, refused, accepted, reassigned, replanned, repositioned
    case halted, departed, diverted, arrived, boarded, alighted, offDuty
  }

  /// What can be said of an event.
  enum Field {
    case vehicle, request, from, to, place, driven, reason, promise, stops
  }

  /// How a kind is written and where it stands.
  struct Form {
    let name: StaticString
    /// Of the events of one instant, those of lower rank come first.
    let rank: Int
    /// In the order in which they are written.
    let fields: [Field]
  }

  /// By kind.
  static let forms = Kind.allCases.map(\.described)
}

extension Event.Kind {
  /// The word for it in traces.
  public var name: String { "\(form.name)" }
  /// Of the events of one instant, those of lower rank come first.
  public var rank: Int { form.rank }

  var form: Event.Form { Event.forms[rawValue] }

  init?(name: Substring.UTF8View) {
    let kind = Self.allCases.first { kind in
      kind.form.name.withUTF8Buffer { name.elementsEqual($0) }
    }
    guard let kind else { return nil }
    self = kind
  }

  fileprivate var described: Event.Form {
    switch self {
    case .onDuty: Event.Form(name: "on_duty", rank: 0, fields: [.vehicle, .place])
    case .arrived: Event.Form(name: "arrived", rank: 1, fields: [.vehicle, .place, .driven])
    case .alighted: Event.Form(name: "alighted", rank: 1, fields: [.request, .vehicle, .place])
    case .booked: Event.Form(name: "booked", rank: 2, fields: [.request])
    case .refused: Event.Form(name: "refused", rank: 3, fields: [.request, .reason])
    case .accepted: Event.Form(name: "accepted", rank: 3, fields: [.request, .vehicle, .promise])
    case .reassigned: Event.Form(name: "reassigned", rank: 3, fields: [.request, .vehicle])
    case .replanned: Event.Form(name: "replanned", rank: 3, fields: [.vehicle, .stops])
    case .diverted: Event.Form(name: "diverted", rank: 3, fields: [.vehicle, .from, .to])
    case .halted: Event.Form(name: "halted", rank: 4, fields: [.vehicle, .place])
    case .repositioned: Event.Form(name: "repositioned", rank: 4, fields: [.vehicle, .place])
    case .boarded: Event.Form(name: "boarded", rank: 4, fields: [.request, .vehicle, .place])
    case .departed: Event.Form(name: "departed", rank: 5, fields: [.vehicle, .from, .to])
    case .offDuty: Event.Form(name: "off_duty", rank: 6, fields: [.vehicle, .place])
    }
  }
}
