public import Foundation
internal import GRDB
internal import GRDBSQLite
public import Reports

/// Layers as a GeoPackage: one file of SQLite that QGIS and other map tools open.
///
/// The same layers are the same bytes, with the same version of SQLite: nothing in it tells when it
/// was written.
/// - SeeAlso: "OGC GeoPackage Encoding Standard", version 1.3.1, OGC 12-128r18.
public enum GeoPackage {
  public static func data(_ layers: [MapLayer]) throws -> Data {
    let queue = try DatabaseQueue()
    return try queue.inDatabase { database in
      try database.execute(sql: GeoPackageSchema.header)
      try database.inTransaction {
        try database.execute(sql: GeoPackageSchema.tables)
        for layer in layers { try write(layer, to: database) }
        try writeStyles(of: layers, to: database)
        return .commit
      }
      return try bytes(of: database)
    }
  }

  private static func write(_ layer: MapLayer, to database: Database) throws {
    try database.execute(sql: GeoPackageSchema.table(of: layer))
    let extent = Extent(of: layer.features.lazy.flatMap(\.points))
    try database.execute(
      sql: """
        INSERT INTO gpkg_contents VALUES (?, 'features', ?, ?, ?, ?, ?, ?, ?, 4326)
        """,
      arguments: [
        layer.name, layer.name, "\(layer.description.en) / \(layer.description.ja)",
        GeoPackageSchema.lastChange, extent?.west, extent?.south, extent?.east, extent?.north,
      ])
    try database.execute(
      sql: "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, 4326, 0, 0)",
      arguments: [layer.name, GeoPackageSchema.geometryType(of: layer)])
    let marks = Array(repeating: "?", count: layer.fields.count + 2).joined(separator: ", ")
    let insert = try database.makeStatement(
      sql: "INSERT INTO \(GeoPackageSchema.quoted(layer.name)) VALUES (\(marks))")
    for (position, feature) in layer.features.enumerated() {
      let geometry = GeoPackageGeometry.data(of: feature.points, shape: layer.shape)
      let values: [DatabaseValue] =
        [(position + 1).databaseValue, geometry.databaseValue]
        + feature.values.map(\.databaseValue)
      insert.setUncheckedArguments(StatementArguments(values))
      try insert.execute()
    }
  }

  /// What QGIS draws a layer as when it opens it.
  private static func writeStyles(of layers: [MapLayer], to database: Database) throws {
    for layer in layers {
      try database.execute(
        sql: """
          INSERT INTO layer_styles (
            f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML,
            styleSLD, useAsDefault, description, owner, ui, update_time
          ) VALUES ('', '', ?, 'geom', ?, ?, '', 1, '', '', NULL, ?)
          """,
        arguments: [
          layer.name, layer.name, QGISStyle.text(of: layer), GeoPackageSchema.lastChange,
        ])
    }
  }

  private static func bytes(of database: Database) throws -> Data {
    var count: Int64 = 0
    guard let bytes = sqlite3_serialize(database.sqliteConnection, "main", &count, 0) else {
      throw DatabaseError(resultCode: .SQLITE_NOMEM)
    }
    defer { sqlite3_free(bytes) }
    return Data(bytes: bytes, count: Int(count))
  }
}

extension MapLayer.Value {
  fileprivate var databaseValue: DatabaseValue {
    switch self {
    case .text(let text): text.databaseValue
    case .whole(let number): number.databaseValue
    case .number(let number): number.databaseValue
    case .flag(let isSet): isSet.databaseValue
    case .none: .null
    }
  }
}
