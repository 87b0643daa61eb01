/// The JSON Schema (draft 2020-12) of one report: a line of `jsonl`, an element of `json`'s results.
public enum ReportSchema {
  /// The schema as an indented JSON text.
  ///
  /// Objects are open: a later version may add members under the same `schema` number, and a
  /// reader ignores those it does not know.
  public static var text: String {
    report.document(
      title: "Clearframe report, version \(Report.schemaVersion)",
      summary: "What Clearframe answers about one file. Positions and sizes are in pixels.")
  }

  private static var report: JSONSchema {
    .object(
      [
        .init("schema", .constant(Report.schemaVersion), summary: "The version of this shape."),
        .init(
          "path", .string,
          summary: "The path as given, or - for standard input; U+FFFD stands for bytes that are "
            + "not UTF-8."),
        .init("profile", .string, summary: "The name of the profile that judged."),
        .init(
          "verdict", .oneOf(Verdict.allCases.map(\.rawValue)),
          summary: "The answer for the whole picture."),
        .init(
          "file", .nullable(file), summary: "Facts about the file; null where it is unreadable."),
        .init(
          "document", .nullable(document),
          summary: "Where the document lies; null where none was found."),
        .init(
          "checks", .array(of: check),
          summary: "One answer for every rule of the profile that is not off."),
        .init(
          "notes", .array(of: .string), isRequired: false,
          summary: "Facts worth knowing that are no defect."),
        .init(
          "error", .string, isRequired: false, summary: "Why the file could not be read."),
      ], .open)
  }

  private static var file: JSONSchema {
    .object(
      [
        .init("bytes", .integer(minimum: 0), summary: "The size of the file."),
        .init(
          "format", .oneOf(FileFormat.allCases.map(\.rawValue)),
          summary: "What the bytes show, whatever the name says."),
        .init(
          "width", .nullable(.integer(minimum: 0)),
          summary: "The stored width, before orientation; null where the header does not tell."),
        .init(
          "height", .nullable(.integer(minimum: 0)),
          summary: "The stored height, before orientation; null where the header does not tell."),
        .init(
          "orientation", .integer(minimum: 1, maximum: 8),
          summary: "The EXIF orientation; 1 where the file has none."),
        .init(
          "camera", camera, isRequired: false, summary: "What the metadata says about the camera."),
      ], .open)
  }

  private static var camera: JSONSchema {
    .object(
      [
        .init("make", .string, isRequired: false, summary: "EXIF tag 0x010F."),
        .init("model", .string, isRequired: false, summary: "EXIF tag 0x0110."),
        .init(
          "software", .string, isRequired: false, summary: "EXIF tag 0x0131 or a PNG text chunk."),
        .init("captured", .string, isRequired: false, summary: "EXIF tag 0x9003."),
      ], .open)
  }

  private static var document: JSONSchema {
    .object(
      [
        .init(
          "corners", .array(of: .array(of: .number(), count: 2), count: 4),
          summary: "Clockwise from the document's top left in the upright picture; may lie "
            + "outside the frame."),
        .init(
          "confidence", .number(0...1), summary: "How likely the outline is to be right."),
      ], .open)
  }

  private static var check: JSONSchema {
    .object(
      [
        .init("rule", .string, summary: "The rule's stable name."),
        .init(
          "outcome", .oneOf(Outcome.allCases.map(\.rawValue)), summary: "The rule's answer."),
        .init(
          "severity", .oneOf([Severity.error, .warning].map(\.rawValue)),
          summary: "How much a failure counts."),
        .init("value", .nullable(.number()), summary: "What was measured."),
        .init("limit", .nullable(.number()), summary: "What the profile allows."),
        .init("unit", .nullable(.string), summary: "The unit of value and limit."),
        .init(
          "regions", .array(of: region), summary: "Where the defect is in the upright picture."),
        .init("message", .string, summary: "What is wrong and what to do next."),
      ], .open)
  }

  private static var region: JSONSchema {
    .object(
      [
        .init("x", .integer(), summary: "The first column."),
        .init("y", .integer(), summary: "The first row."),
        .init("width", .integer(minimum: 0), summary: "The number of columns."),
        .init("height", .integer(minimum: 0), summary: "The number of rows."),
      ], .open)
  }
}
