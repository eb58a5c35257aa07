public import Foundation

/// The page's own files, kept within the executable so that it needs no others.
///
/// A target of their own: they take longer to compile than the code that uses them.
public enum PageFiles {
  public static let template = Data(PackageResources.report_html)
  public static let style = Data(PackageResources.report_css)
  public static let script = Data(PackageResources.report_js)
  /// Every text of the page in both languages, by key.
  public static let words = Data(PackageResources.words_json)
}
