/// A map from the network under the streets of the page; without one the page needs no network.
public enum BaseMap: String, CaseIterable, Hashable, Sendable {
  /// The pale map of the Geospatial Information Authority of Japan.
  case gsi

  var tiles: String { "https://cyberjapandata.gsi.go.jp/xyz/pale/{z}/{x}/{y}.png" }

  /// What the page's security policy lets images come from.
  var origin: String { "https://cyberjapandata.gsi.go.jp" }

  var attribution: PageText {
    PageText("Map tiles: Geospatial Information Authority of Japan", "地図:国土地理院タイル(淡色地図)")
  }
}
