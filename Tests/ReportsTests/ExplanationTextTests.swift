import Foundation
import Mobility
import PageResources
import Reports
import ScenarioModel
import Simulator
import Studies
import Testing

@Suite("An explanation as planners read it")
struct ExplanationTextTests {
  private static let noon = Instant(hour: 9, minute: 12)
  private static let terms = SmallRun.rules.terms(
    for: SmallRun.man.request, from: SmallRun.man.request.pickups[0],
    to: SmallRun.man.request.dropoffs[0], direct: .minutes(2))

  private static func promise(_ minute: Int32) -> Promise {
    SmallRun.rules.promise(
      of: terms, boarding: Instant(hour: 9, minute: minute, second: 30),
      arrival: Instant(hour: 9, minute: minute + 3))
  }

  /// Vans 1 to 3 of which one can do nothing, with every limit and every change.
  private static let scenario: Scenario = {
    var scenario = SmallRun.scenario
    let van = scenario.vehicles[SmallRun.van]
    scenario.vehicles = Column(
      (0..<3).map {
        Vehicle(
          id: VehicleID($0), start: van.start, end: nil, cabin: Cabin(seats: 3), shift: van.shift)
      })
    scenario.vehicleNames = Column(["van 1", "van 2", "van 3"])
    return scenario
  }()

  private static func plan(_ breaches: [Breach], cost: Cost = 300_400_000) -> VehicleOption.Plan {
    VehicleOption.Plan(
      cost: cost, pickup: SmallRun.shop, dropoff: SmallRun.clinic,
      boarding: noon + .minutes(33), arrival: noon + TimeSpan(milliseconds: 2_345_678),
      breaches: breaches)
  }

  private static let refused = Explanation(
    strategy: "greedy", day: 1, request: SmallRun.man.request,
    answer: Answer(time: Instant(hour: 9), outcome: .refused(.noVehicleInTime)), servedBy: nil,
    othersOpen: 1,
    options: [
      VehicleOption(
        vehicle: VehicleID(0),
        plan: plan([
          .boarding(RequestID(1), late: .seconds(180)), .boarding(RequestID(0), late: .seconds(1)),
          .arrival(RequestID(1), late: .seconds(12)), .arrival(RequestID(0), late: .seconds(66)),
          .ride(RequestID(1), over: .seconds(6)), .ride(RequestID(0), over: .minutes(10)),
          .seats(missing: 2), .shiftEnd(late: .hours(1)),
        ])),
      VehicleOption(vehicle: VehicleID(1), plan: nil),
      VehicleOption(vehicle: VehicleID(2), plan: plan([])),
    ],
    counterfactuals: [
      Counterfactual(
        change: .wait(minutes: 3), vehicle: VehicleID(0), promise: promise(45),
        reasonBefore: .noVehicleInTime),
      Counterfactual(
        change: .walk(minutes: 4, farther: Meters(226)), vehicle: VehicleID(0),
        promise: promise(20), reasonBefore: .noVehicleInTime),
      Counterfactual(
        change: .book(minutes: 12), vehicle: VehicleID(2), promise: promise(21),
        reasonBefore: .seats),
      Counterfactual(
        change: .van(fromHour: 9), vehicle: VehicleID(3), promise: promise(22),
        reasonBefore: .noVehicleInTime),
    ])

  private static let accepted = Explanation(
    strategy: "batch", day: 1, request: SmallRun.man.request,
    answer: Answer(
      time: Instant(hour: 9), outcome: .accepted(by: VehicleID(0), promise(20))),
    servedBy: VehicleID(2), othersOpen: 0,
    options: [
      VehicleOption(vehicle: VehicleID(0), plan: plan([], cost: 250_000_000)),
      VehicleOption(vehicle: VehicleID(1), plan: plan([], cost: 240_000_000)),
      VehicleOption(vehicle: VehicleID(2), plan: plan([.seats(missing: 1)])),
    ], counterfactuals: [])

  private static func text(_ explanations: [Explanation], _ language: Language) -> String {
    ExplanationText(explanations, of: SmallRun.man, in: scenario, language: language).text
  }

  @Test("in English")
  func english() {
    #expect(
      Self.text([Self.refused, Self.accepted], .english) == """
        Request 1 of day 1 (north -> south)
        1 rider, booked at 09:00:00 to leave at 09:12:00

        greedy
          Refused at 09:00:00: no vehicle in time.
          What each van could do then:
            van 1  board 09:45:00 at shop, arrive 09:51:05 at clinic
                   but the party would board 3.0 min too late, request 0 would board 0.1 min later than promised, the party would arrive 0.2 min too late, request 0 would arrive 1.1 min too late, the party would ride 0.1 min too long, request 0 would ride 10.0 min too long, 2 seats are missing, the shift would end 60.0 min too late
            van 2  takes no more stops
            van 3  board 09:45:00 at shop, arrive 09:51:05 at clinic, cost 300 s
          It was answered together with 1 other request.
          An insertion existed; greedy did not choose it.
          It would have been served with any one of these, shown by running the day again;
          with one step less (a minute, an hour of the van's shift) it is refused:
            wait up to 3 min longer           van 1 at 09:45:30, shop to clinic
            walk up to 226 m (4 min) farther  van 1 at 09:20:30, shop to clinic
            book 12 min earlier               van 3 at 09:21:30, shop to clinic
            one more van from 9:00            the additional van at 09:22:30, shop to clinic

        batch
          Accepted at 09:00:00 by van 1, promised 09:20:30; later given to van 3, which served it.
          What each van could do then:
            van 1  board 09:45:00 at shop, arrive 09:51:05 at clinic, cost 250 s
            van 2  board 09:45:00 at shop, arrive 09:51:05 at clinic, cost 240 s
            van 3  board 09:45:00 at shop, arrive 09:51:05 at clinic
                   but 1 seat is missing
          The cheapest insertion was that of van 2; batch planned otherwise.
        """)
  }

  @Test("in Japanese")
  func japanese() {
    #expect(
      Self.text([Self.refused, Self.accepted], .japanese) == """
        1日目の予約1 (north -> south)
        1人、申込09:00:00、希望出発09:12:00

        greedy
          09:00:00 不成立:間に合う車両なし。
          その時点で各車両にできたこと:
            van 1  shopで09:45:00乗車、clinicに09:51:05到着
                   ただし本人の乗車が3.0分遅い、予約0の乗車が約束より0.1分遅れる、本人の到着が0.2分遅い、予約0の到着が1.1分遅れる、本人の乗車時間が0.1分長い、予約0の乗車時間が10.0分長い、座席が2席足りない、勤務終了が60.0分遅れる
            van 2  新たな乗降は受けられない
            van 3  shopで09:45:00乗車、clinicに09:51:05到着、費用300秒
          同時に他の予約1件とあわせて判断した。
          挿入は可能だったが、greedy は選ばなかった。
          次のどれか一つで乗れた(その日を初めから再計算して確認。一段階(1分、増車は1時間)少ないと不成立):
            待ち時間の上限を3分延ばす  van 1、09:45:30乗車、shopからclinic
            最大226m(4分)遠くまで歩く  van 1、09:20:30乗車、shopからclinic
            12分早く申し込む           van 3、09:21:30乗車、shopからclinic
            9時から1台増車             増車した車両、09:22:30乗車、shopからclinic

        batch
          09:00:00 受付:van 1、乗車予定09:20:30。のちにvan 3へ変更して運行。
          その時点で各車両にできたこと:
            van 1  shopで09:45:00乗車、clinicに09:51:05到着、費用250秒
            van 2  shopで09:45:00乗車、clinicに09:51:05到着、費用240秒
            van 3  shopで09:45:00乗車、clinicに09:51:05到着
                   ただし座席が1席足りない
          最も費用の小さい挿入はvan 2だったが、batch は別の計画を選んだ。
        """)
  }

  @Test("nothing that helps is said to be so, with how far was looked")
  func nothing() {
    let explanation = Explanation(
      strategy: "greedy", day: 1, request: SmallRun.man.request,
      answer: Answer(time: Instant(hour: 9), outcome: .refused(.outsideHours)), servedBy: nil,
      othersOpen: 0, options: [], counterfactuals: [])
    let english = Self.text([explanation], .english)
    #expect(english.contains("Refused at 09:00:00: outside the service hours."))
    #expect(english.contains("Nothing would have served it alone: up to 60 min longer wait"))
    #expect(!english.contains("each van"))
    #expect(Self.text([explanation], .japanese).contains("待ち時間60分まで"))
  }

  @Test("what was not tried to the end is named instead")
  func cut() {
    let explanation = Explanation(
      strategy: "greedy", day: 1, request: SmallRun.man.request,
      answer: Answer(time: Instant(hour: 9), outcome: .refused(.noVehicleInTime)), servedBy: nil,
      othersOpen: 0, options: [], counterfactuals: [], cut: [.book, .van])
    let english = Self.text([explanation], .english)
    #expect(!english.contains("Nothing would have served it"))
    #expect(english.contains("for the work that takes: an earlier booking, one more van."))
    #expect(Self.text([explanation], .japanese).contains("試していないもの: 早い申込、増車。"))
  }

  @Test("of a large fleet the vans that came nearest are listed, in order")
  func largeFleet() {
    let explanation = Explanation(
      strategy: "greedy", day: 1, request: SmallRun.man.request,
      answer: Answer(time: Instant(hour: 9), outcome: .refused(.noVehicleInTime)), servedBy: nil,
      othersOpen: 0,
      options: (0..<40).map { van in
        VehicleOption(
          vehicle: VehicleID(van),
          plan: Self.plan([.boarding(RequestID(1), late: .minutes(Int32(50 - van)))]))
      }, counterfactuals: [])
    var scenario = SmallRun.scenario
    scenario.vehicleNames = Column((0..<40).map { "van \($0)" })
    let text = ExplanationText(
      [explanation], of: SmallRun.man, in: scenario, language: .english
    ).text
    let listed = text.split(separator: "\n").compactMap {
      $0.hasPrefix("    van ") ? $0.split(separator: " ")[1] : nil
    }
    #expect(listed == (28..<40).map { "\($0)" })
    #expect(text.contains("and 28 vans farther from it"))
  }

  @Test("programs read the same, with units in the keys")
  func record() throws {
    let record = ExplanationRecord(
      [Self.refused, Self.accepted], of: SmallRun.man, in: Self.scenario)
    let json = try #require(
      JSONSerialization.jsonObject(with: record.json()) as? [String: Any])
    #expect(json["request"] as? Int == 1 && json["day"] as? Int == 1)
    let strategies = try #require(json["strategies"] as? [[String: Any]])
    #expect(strategies[0]["reason"] as? String == "no_vehicle_in_time")
    #expect(strategies[1]["accepted_by"] as? String == "van 1")
    #expect(strategies[1]["served_by"] as? String == "van 3")
    let vehicles = try #require(strategies[0]["vehicles"] as? [[String: Any]])
    #expect(vehicles[0]["cost_seconds"] as? Double == 300.4)
    #expect(vehicles[1]["limits"] == nil && (vehicles[2]["limits"] as? [Any])?.isEmpty == true)
    let limits = try #require(vehicles[0]["limits"] as? [[String: Any]])
    #expect(
      limits.map { $0["limit"] as? String } == [
        "boarding", "boarding", "arrival", "arrival", "ride_time", "ride_time", "seats",
        "shift_end",
      ])
    #expect(limits[1]["request"] as? Int == 0 && limits[1]["excess_seconds"] as? Double == 1)
    let changes = try #require(strategies[0]["changes"] as? [[String: Any]])
    #expect(
      changes.map { $0["change"] as? String } == ["wait", "walk", "book_earlier", "van"])
    #expect(changes[1]["walk_meters"] as? Int == 226 && changes[3]["van_from_hour"] as? Int == 9)
    #expect(changes[3]["vehicle"] as? String == "additional")
    #expect(changes[2]["reason_one_step_before"] as? String == "seats")
  }

  @Test("a reason has the same words here as on the page")
  func reasons() throws {
    let words = try #require(
      JSONSerialization.jsonObject(with: PageFiles.words) as? [String: [String: String]])
    for refusal in Refusal.allCases {
      let page = try #require(words["reason.\(refusal.rawValue)"])
      #expect(refusal.words == Text(english: page["en"] ?? "", japanese: page["ja"] ?? ""))
    }
  }
}
