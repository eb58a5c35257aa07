import Mobility
import Studies

// What would have served a request.
extension ExplanationWords {
  var changesHeading: String {
    language.choose(
      "It would have been served with any one of these, shown by running the day again;\n"
        + "  with one step less (a minute, an hour of the van's shift) it is refused:",
      "次のどれか一つで乗れた(その日を初めから再計算して確認。一段階(1分、増車は1時間)少ないと不成立):")
  }

  var nothingHelps: String {
    let (wait, book) = (Change.Kind.wait.mostMinutes, Change.Kind.book.mostMinutes)
    return language.choose(
      "Nothing would have served it alone: up to \(wait) min longer wait, walks of up to 2 km, "
        + "booking up to \(book) min earlier, or one more van.",
      "待ち時間\(wait)分まで、徒歩2kmまで、\(book)分早い申込、1台の増車のどれか一つでは乗れなかった。")
  }

  /// What was not looked at to the end.
  func searchesCut(_ kinds: [Change.Kind]) -> String {
    let names = kinds.map { kind in
      switch kind {
      case .wait: language.choose("a longer wait", "待ち時間の延長")
      case .walk: language.choose("a longer walk", "徒歩の延長")
      case .book: language.choose("an earlier booking", "早い申込")
      case .van: language.choose("one more van", "増車")
      }
    }
    return language.choose(
      "Whether this would have served it was not tried to the end, for the work that takes: "
        + names.joined(separator: ", ") + ".",
      "計算量の上限のため最後まで試していないもの: " + names.joined(separator: "、") + "。")
  }

  func change(_ change: Change) -> String {
    switch change {
    case .wait(let minutes):
      language.choose("wait up to \(minutes) min longer", "待ち時間の上限を\(minutes)分延ばす")
    case .walk(let minutes, let farther):
      language.choose(
        "walk up to \(farther.count) m (\(minutes) min) farther",
        "最大\(farther.count)m(\(minutes)分)遠くまで歩く")
    case .book(let minutes):
      language.choose("book \(minutes) min earlier", "\(minutes)分早く申し込む")
    case .van(let hour):
      language.choose("one more van from \(hour):00", "\(hour)時から1台増車")
    }
  }

  /// How the request is served then.
  func service(_ found: Counterfactual) -> String {
    let boarding = clock(found.promise.boarding)
    let (pickup, dropoff) = (found.promise.terms.pickup, found.promise.terms.dropoff)
    return language.choose(
      "\(vehicle(found.vehicle)) at \(boarding), \(place(pickup)) to \(place(dropoff))",
      "\(vehicle(found.vehicle))、\(boarding)乗車、\(place(pickup))から\(place(dropoff))")
  }
}
