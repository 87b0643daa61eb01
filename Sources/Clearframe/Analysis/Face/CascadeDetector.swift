#if FaceDetection
  import CFaceDetector

  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Darwin)
    import Darwin
  #endif

  /// Owns one loaded pair of cascades.
  ///
  /// It is handed from task to task, but only one has it at a time, which makes it safe to send.
  final class CascadeDetector: @unchecked Sendable {
    /// More candidates than this are no portrait; the best supported ones are kept.
    private static let capacity = 32

    private let handle: OpaquePointer

    init(frontalPath: String, eyePath: String) throws(FaceModelError) {
      for path in [frontalPath, eyePath] where access(path, R_OK) != 0 {
        throw FaceModelError(
          "the face model \(DisplayText.plain(path, limit: 300)) cannot be read; Debian's package "
            + "opencv-data holds it")
      }
      var message = [CChar](repeating: 0, count: Int(FACE_MESSAGE_SIZE))
      guard let handle = face_detector_open(frontalPath, eyePath, &message) else {
        throw FaceModelError("the face model cannot be loaded: \(Self.text(message))")
      }
      self.handle = handle
    }

    deinit {
      face_detector_close(handle)
    }

    func candidates(
      for part: FacePart, in plane: LumaPlane, sides: ClosedRange<Int>
    ) throws(FaceModelError) -> [FaceCandidate] {
      var boxes = [face_box](repeating: face_box(), count: Self.capacity)
      var message = [CChar](repeating: 0, count: Int(FACE_MESSAGE_SIZE))
      let count = plane.samples.withUnsafeBufferPointer { samples in
        var view = face_plane(
          samples: samples.baseAddress, width: Int32(clamping: plane.width),
          height: Int32(clamping: plane.height), stride: plane.width)
        return face_detector_find(
          handle, part == .eye ? FACE_EYE : FACE_FRONTAL, &view, Int32(clamping: sides.lowerBound),
          Int32(clamping: sides.upperBound), &boxes, Int32(Self.capacity), &message)
      }
      guard count >= 0 else {
        throw FaceModelError("the face model failed: \(Self.text(message))")
      }
      return boxes.prefix(Int(count)).map { box in
        FaceCandidate(
          x: Int(box.x), y: Int(box.y), width: Int(box.width), height: Int(box.height),
          support: Int(box.support))
      }
    }

    private static func text(_ message: [CChar]) -> String {
      let bytes = message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      return DisplayText.plain(String(decoding: bytes, as: UTF8.self), limit: 200)
    }
  }
#endif
