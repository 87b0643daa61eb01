import Clearframe
import ClearframeTestSupport
import Testing

@Suite struct PhotoshopResourcesTests {
  private func dataSet(_ record: UInt8, _ number: UInt8, _ text: String) -> [UInt8] {
    let value = Array(text.utf8)
    return [0x1C, record, number, UInt8(value.count >> 8), UInt8(value.count & 0xFF)] + value
  }

  private func resource(_ number: Int, name: String = "", _ data: [UInt8]) -> [UInt8] {
    var bytes = Array("8BIM".utf8) + [UInt8(number >> 8), UInt8(number & 0xFF)]
    bytes += [UInt8(name.utf8.count)] + Array(name.utf8)
    if name.utf8.count % 2 == 0 { bytes.append(0) }
    bytes += [0, 0, UInt8(data.count >> 8), UInt8(data.count & 0xFF)] + data
    if data.count % 2 == 1 { bytes.append(0) }
    return bytes
  }

  private func program(_ bytes: [UInt8]) -> String? {
    bytes.withUnsafeBytes { PhotoshopResources($0).originatingProgram }
  }

  private var sample: [UInt8] {
    resource(0x03ED, name: "abc", [1, 2, 3])
      + resource(
        0x0404, dataSet(1, 90, "u") + dataSet(2, 65, "Adobe Photoshop") + dataSet(2, 70, "25"))
  }

  @Test func findsTheProgramBehindOtherResources() {
    #expect(program(sample) == "Adobe Photoshop")
  }

  @Test func readsItFromAFile() {
    let identifier = Array("Photoshop 3.0\0".utf8)
    let bytes = JPEGBuilder.flat(applicationSegments: [(0xED, identifier + sample)]).bytes
    let header = ImageHeader(reading: bytes)
    #expect(header.jpeg?.iptcOriginatingProgram == "Adobe Photoshop")
  }

  /// Every cut, and every byte raised to its greatest value.
  @Test func staysInsideWhatIsThere() {
    for count in 0..<sample.count { _ = program(Array(sample[..<count])) }
    for index in sample.indices {
      var bytes = sample
      bytes[index] = 0xFF
      _ = program(bytes)
    }
    #expect(program(Array(sample[..<60])) == nil)
  }

  @Test func passesOverOtherDataSets() {
    #expect(program(resource(0x0404, dataSet(1, 65, "GIMP") + dataSet(2, 5, "GIMP"))) == nil)
    #expect(program(resource(0x0405, dataSet(2, 65, "GIMP"))) == nil)
  }
}
