public import Mobility

/// Things of one kind on the ground with what is known of them, for a planner's own map tools.
public struct MapLayer: Hashable, Sendable {
  public enum Shape: Hashable, Sendable {
    case point
    /// A line of two points or more.
    case line
  }

  public enum FieldType: Hashable, Sendable { case text, whole, number, flag }

  public struct Field: Hashable, Sendable {
    public let name: String
    public let type: FieldType
  }

  public enum Value: Hashable, Sendable {
    case text(String)
    case whole(Int)
    case number(Double)
    case flag(Bool)
    case none
  }

  public struct Feature: Hashable, Sendable {
    public let points: [Coordinate]
    /// By field.
    public let values: [Value]
  }

  /// How features are drawn unless the planner says otherwise.
  public struct Style: Hashable, Sendable {
    public struct Look: Hashable, Sendable {
      /// Of the field; `nil` for all features.
      public let value: String?
      /// As `#rrggbb`.
      public let colour: String
      /// The width of a line or of a point, in millimetres.
      public let size: Double
    }

    /// The field whose values look different.
    public let field: String?
    public let looks: [Look]

    init(colour: String, size: Double) {
      field = nil
      looks = [Look(value: nil, colour: colour, size: size)]
    }

    init(by field: String, _ looks: [(value: String, colour: String, size: Double)]) {
      self.field = field
      self.looks = looks.map { Look(value: $0.value, colour: $0.colour, size: $0.size) }
    }
  }

  /// As tables and files are named.
  public let name: String
  public let description: PageText
  public let shape: Shape
  public let fields: [Field]
  public internal(set) var features: [Feature] = []
  public let style: Style

  init(
    _ name: String, _ description: PageText, shape: Shape,
    fields: [(name: String, type: FieldType)], style: Style
  ) {
    self.name = name
    self.description = description
    self.shape = shape
    self.fields = fields.map { Field(name: $0.name, type: $0.type) }
    self.style = style
  }

  /// A line that never leaves its point still has two ends.
  mutating func append(_ points: [Coordinate], _ values: [Value]) {
    precondition(values.count == fields.count, "a value for each field")
    let isShort = shape == .line && points.count == 1
    features.append(Feature(points: isShort ? points + points : points, values: values))
  }
}

extension MapLayer.Value {
  init(_ text: String?) { self = text.map { .text($0) } ?? .none }
  init(_ number: Double?) { self = number.map { .number($0) } ?? .none }
  init(_ time: Instant?) { self.init(time?.description) }
}
