extension JSONWriter {
  /// Writes one report in the shape that `ReportSchema` describes.
  package mutating func value(_ report: Report) {
    beginObject()
    member("schema", Report.schemaVersion)
    member("path", report.path)
    member("profile", report.profile)
    member("verdict", report.verdict.rawValue)
    key("file")
    if let file = report.file { value(file) } else { null() }
    key("document")
    if let document = report.document { value(document) } else { null() }
    key("checks")
    beginArray()
    for check in report.checks { value(check) }
    end()
    if !report.notes.isEmpty {
      key("notes")
      beginArray()
      for note in report.notes { string(note) }
      end()
    }
    if let error = report.error { member("error", error) }
    end()
  }

  /// Writes the counts of a run.
  package mutating func value(_ summary: BatchSummary) {
    beginObject()
    member("files", summary.files)
    member("pass", summary.passed)
    member("fail", summary.failed)
    member("undecided", summary.undecided)
    member("unreadable", summary.unreadable)
    member("passWithWarnings", summary.passedWithWarnings)
    key("skipped")
    beginObject()
    member("hidden", summary.skipped.hidden)
    member("nonImages", summary.skipped.nonImages)
    member("specialFiles", summary.skipped.specialFiles)
    member("repeatedFolders", summary.skipped.repeatedFolders)
    end()
    member("complete", summary.isComplete)
    end()
  }

  private mutating func value(_ file: FileSummary) {
    beginObject()
    member("bytes", file.bytes)
    member("format", file.format)
    member("width", file.width)
    member("height", file.height)
    member("orientation", file.orientation)
    if let camera = file.camera {
      key("camera")
      beginObject()
      if let make = camera.make { member("make", make) }
      if let model = camera.model { member("model", model) }
      if let software = camera.software { member("software", software) }
      if let captured = camera.captured { member("captured", captured) }
      end()
    }
    end()
  }

  private mutating func value(_ document: DocumentSummary) {
    beginObject()
    key("corners")
    beginArray()
    for corner in document.outline.corners {
      beginArray()
      number(corner.x)
      number(corner.y)
      end()
    }
    end()
    member("confidence", document.confidence)
    end()
  }

  private mutating func value(_ check: Check) {
    beginObject()
    member("rule", check.rule)
    member("outcome", check.outcome.rawValue)
    member("severity", check.severity.rawValue)
    member("value", check.value)
    member("limit", check.limit)
    member("unit", check.unit)
    key("regions")
    beginArray()
    for region in check.regions {
      beginObject()
      member("x", region.x)
      member("y", region.y)
      member("width", region.width)
      member("height", region.height)
      end()
    }
    end()
    member("message", check.message)
    end()
  }
}
