#if FaceDetection
  import Synchronization

  /// OpenCV's cascades for frontal faces and eyes, loaded from the files that Debian's
  /// `opencv-data` installs.
  ///
  /// Loading takes about 20 ms, and a loaded detector serves one thread at a time; so detectors
  /// that are not in use wait here for the next picture. There are never more of them than
  /// pictures were judged at once.
  package final class CascadeFaceModel: FaceModel {
    /// Where Debian's `opencv-data` puts the cascades.
    package static let systemFolder = "/usr/share/opencv4/haarcascades"
    /// The cascade for faces: of those for frontal faces the fastest to load and with the fewest
    /// false finds in the portraits measured.
    package static let frontalFile = "haarcascade_frontalface_alt2.xml"
    /// The cascade for eyes; it was trained with glasses as well.
    package static let eyeFile = "haarcascade_eye_tree_eyeglasses.xml"

    private let folder: String
    private let idle = Mutex<[CascadeDetector]>([])

    package init(folder: String = systemFolder) {
      self.folder = folder
    }

    package func candidates(
      for part: FacePart, in plane: LumaPlane, sides: ClosedRange<Int>
    ) throws(FaceModelError) -> [FaceCandidate] {
      let detector: CascadeDetector
      if let waiting = idle.withLock({ $0.popLast() }) {
        detector = waiting
      } else {
        detector = try CascadeDetector(
          frontalPath: "\(folder)/\(Self.frontalFile)", eyePath: "\(folder)/\(Self.eyeFile)")
      }
      let found = try detector.candidates(for: part, in: plane, sides: sides)
      idle.withLock { $0.append(detector) }
      return found
    }
  }
#endif
