import Reports

/// The tables that every GeoPackage has, and those of its layers.
///
/// - SeeAlso: OGC 12-128r18, annexes C and F.
enum GeoPackageSchema {
  /// The moment that every table bears: a file that is the same again cannot tell its own.
  static let lastChange = "2000-01-01T00:00:00.000Z"

  /// "GPKG" and version 1.3.0.
  static let header = "PRAGMA application_id = 1196444487; PRAGMA user_version = 10300;"

  static let tables = """
    CREATE TABLE gpkg_spatial_ref_sys (
      srs_name TEXT NOT NULL,
      srs_id INTEGER NOT NULL PRIMARY KEY,
      organization TEXT NOT NULL,
      organization_coordsys_id INTEGER NOT NULL,
      definition TEXT NOT NULL,
      description TEXT
    );
    CREATE TABLE gpkg_contents (
      table_name TEXT NOT NULL PRIMARY KEY,
      data_type TEXT NOT NULL,
      identifier TEXT UNIQUE,
      description TEXT DEFAULT '',
      last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
      min_x DOUBLE,
      min_y DOUBLE,
      max_x DOUBLE,
      max_y DOUBLE,
      srs_id INTEGER,
      CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id)
    );
    CREATE TABLE gpkg_geometry_columns (
      table_name TEXT NOT NULL,
      column_name TEXT NOT NULL,
      geometry_type_name TEXT NOT NULL,
      srs_id INTEGER NOT NULL,
      z TINYINT NOT NULL,
      m TINYINT NOT NULL,
      CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
      CONSTRAINT uk_gc_table_name UNIQUE (table_name),
      CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
      CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id)
    );
    CREATE TABLE layer_styles (
      id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
      f_table_catalog TEXT,
      f_table_schema TEXT,
      f_table_name TEXT,
      f_geometry_column TEXT,
      styleName TEXT,
      styleQML TEXT,
      styleSLD TEXT,
      useAsDefault BOOLEAN,
      description TEXT,
      owner TEXT,
      ui TEXT,
      update_time DATETIME
    );
    INSERT INTO gpkg_spatial_ref_sys VALUES
      ('Undefined cartesian SRS', -1, 'NONE', -1, 'undefined',
        'undefined cartesian coordinate reference system'),
      ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined',
        'undefined geographic coordinate reference system'),
      ('WGS 84 geodetic', 4326, 'EPSG', 4326, 'GEOGCS["WGS 84",DATUM["WGS_1984",\
    SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],\
    PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],\
    UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]',
        'longitude and latitude in degrees on the WGS 84 spheroid');
    INSERT INTO gpkg_contents VALUES
      ('layer_styles', 'attributes', 'layer_styles', '', '\(lastChange)',
        NULL, NULL, NULL, NULL, NULL);
    """

  static func table(of layer: MapLayer) -> String {
    let columns = layer.fields.map { "\(quoted($0.name)) \(type(of: $0))" }
    let all =
      ["fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL", "geom \(geometryType(of: layer))"]
      + columns
    return "CREATE TABLE \(quoted(layer.name)) (\(all.joined(separator: ", ")))"
  }

  static func geometryType(of layer: MapLayer) -> String {
    switch layer.shape {
    case .point: "POINT"
    case .line: "LINESTRING"
    }
  }

  /// An SQL name, whatever it holds.
  static func quoted(_ name: String) -> String {
    "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }

  private static func type(of field: MapLayer.Field) -> String {
    switch field.type {
    case .text: "TEXT"
    case .whole: "INTEGER"
    case .number: "DOUBLE"
    case .flag: "BOOLEAN"
    }
  }
}
