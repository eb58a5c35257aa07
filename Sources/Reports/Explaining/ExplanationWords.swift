import Dispatching
import Mobility
import ScenarioModel
import Simulator
import Studies

/// How an explanation says what it says.
struct ExplanationWords {
  let request: RequestID
  let scenario: Scenario
  let language: Language

  /// To the whole second.
  func clock(_ time: Instant) -> String {
    let second = Int32(1000)
    let rest = ((time.milliseconds % second) + second) % second
    return Instant(milliseconds: time.milliseconds - rest).description
  }

  func vehicle(_ vehicle: VehicleID) -> String {
    vehicle.index < scenario.vehicleNames.count
      ? scenario.vehicleNames[vehicle] : language.choose("the additional van", "増車した車両")
  }

  func place(_ place: PlaceID) -> String {
    let named = scenario.places[place]
    return language.choose(named.latinName ?? named.name, named.name)
  }

  /// In minutes to a tenth, rounded up: what is missing is never nothing.
  private func minutes(_ span: TimeSpan) -> String {
    let tenths = (Int(span.milliseconds) + 5999) / 6000
    return language.choose(
      "\(tenths / 10).\(tenths % 10) min", "\(tenths / 10).\(tenths % 10)分")
  }

  private func cost(_ cost: Cost) -> String {
    let seconds = (Double(cost) / 1_000_000).rounded()
    return language.choose("cost \(Int(seconds)) s", "費用\(Int(seconds))秒")
  }

  func reason(_ refusal: Refusal) -> String { language.choose(refusal.words) }

  func answer(_ explanation: Explanation) -> String {
    let time = clock(explanation.answer.time)
    switch explanation.answer.outcome {
    case .refused(let refusal):
      return language.choose(
        "Refused at \(time): \(reason(refusal).lowercasedFirst).", "\(time) 不成立:\(reason(refusal))。"
      )
    case .accepted(let van, let promise):
      let (name, boarding) = (vehicle(van), clock(promise.boarding))
      let moved = explanation.servedBy.flatMap { $0 == van ? nil : vehicle($0) }
      return language.choose(
        "Accepted at \(time) by \(name), promised \(boarding)"
          + (moved.map { "; later given to \($0), which served it." } ?? ", which served it."),
        "\(time) 受付:\(name)、乗車予定\(boarding)。" + (moved.map { "のちに\($0)へ変更して運行。" } ?? ""))
    }
  }

  /// What one vehicle could have done.
  func plan(_ option: VehicleOption) -> String {
    guard let plan = option.plan else {
      return language.choose("takes no more stops", "新たな乗降は受けられない")
    }
    let way = language.choose(
      "board \(clock(plan.boarding)) at \(place(plan.pickup)), "
        + "arrive \(clock(plan.arrival)) at \(place(plan.dropoff))",
      "\(place(plan.pickup))で\(clock(plan.boarding))乗車、\(place(plan.dropoff))に\(clock(plan.arrival))到着"
    )
    return plan.isFeasible ? way + language.choose(", ", "、") + cost(plan.cost) : way
  }

  /// The limits in the way of one vehicle; `nil` where there are none.
  func limits(_ option: VehicleOption) -> String? {
    guard let plan = option.plan, !plan.isFeasible else { return nil }
    let limits = plan.breaches.map { breach($0) }.joined(separator: language.choose(", ", "、"))
    return language.choose("but \(limits)", "ただし\(limits)")
  }

  private func breach(_ breach: Breach) -> String {
    switch breach {
    case .boarding(request, let late):
      language.choose("the party would board \(minutes(late)) too late", "本人の乗車が\(minutes(late))遅い")
    case .boarding(let other, let late):
      language.choose(
        "request \(other.index) would board \(minutes(late)) later than promised",
        "予約\(other.index)の乗車が約束より\(minutes(late))遅れる")
    case .arrival(request, let late):
      language.choose(
        "the party would arrive \(minutes(late)) too late", "本人の到着が\(minutes(late))遅い")
    case .arrival(let other, let late):
      language.choose(
        "request \(other.index) would arrive \(minutes(late)) too late",
        "予約\(other.index)の到着が\(minutes(late))遅れる")
    case .ride(request, let over):
      language.choose(
        "the party would ride \(minutes(over)) too long", "本人の乗車時間が\(minutes(over))長い")
    case .ride(let other, let over):
      language.choose(
        "request \(other.index) would ride \(minutes(over)) too long",
        "予約\(other.index)の乗車時間が\(minutes(over))長い")
    case .seats(let missing):
      language.choose(
        missing == 1 ? "1 seat is missing" : "\(missing) seats are missing", "座席が\(missing)席足りない")
    case .shiftEnd(let late):
      language.choose("the shift would end \(minutes(late)) too late", "勤務終了が\(minutes(late))遅れる")
    }
  }

  /// What has to be said besides, so that nobody reads more into the list than it says.
  func remarks(on explanation: Explanation) -> [String] {
    let feasible = explanation.options.filter { $0.plan?.isFeasible == true }
    var remarks: [String] = []
    if explanation.othersOpen > 0 {
      remarks.append(
        language.choose(
          "It was answered together with \(explanation.othersOpen) other request"
            + (explanation.othersOpen == 1 ? "." : "s."),
          "同時に他の予約\(explanation.othersOpen)件とあわせて判断した。"))
    }
    switch explanation.answer.outcome {
    case .refused where !feasible.isEmpty:
      remarks.append(
        language.choose(
          "An insertion existed; \(explanation.strategy) did not choose it.",
          "挿入は可能だったが、\(explanation.strategy) は選ばなかった。"))
    case .accepted(let van, _):
      let cheapest = feasible.min { a, b in
        (a.plan?.cost ?? .max, a.vehicle) < (b.plan?.cost ?? .max, b.vehicle)
      }
      guard let cheapest, cheapest.vehicle != van else { break }
      remarks.append(
        language.choose(
          "The cheapest insertion was that of \(vehicle(cheapest.vehicle)); "
            + "\(explanation.strategy) planned otherwise.",
          "最も費用の小さい挿入は\(vehicle(cheapest.vehicle))だったが、\(explanation.strategy) は別の計画を選んだ。"))
    default: break
    }
    return remarks
  }
}

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
