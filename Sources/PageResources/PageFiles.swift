public import Foundation

/// The page's own files, kept within the executable so that it needs no others.
///
/// A target of their own: they take longer to compile than the code that uses them.
public enum PageFiles {
  public static let template = Data(PackageResources.report_html)
  public static let style = Data(PackageResources.report_css)
  public static let script = Data(PackageResources.report_js)
  /// The copyright and licence of the library that draws charts, as a comment.
  public static let chartLicence = Data(PackageResources.chart_licence_js)
  /// The same of the library that draws maps.
  public static let mapLicence = Data(PackageResources.map_licence_js)
  /// Every text of the page in both languages, by key.
  public static let words = Data(PackageResources.words_json)
}
