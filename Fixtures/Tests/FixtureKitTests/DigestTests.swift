import FixtureKit
import Testing

@Suite struct DigestTests {
  // The examples of FIPS 180-4 and the million letters of its companion document.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      String(repeating: "a", count: 64),
      "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"
    ),
  ])
  func sha256(text: String, digest: String) {
    #expect(SHA256.hexadecimal(of: [UInt8](ascii: text)) == digest)
  }

  // The check value that catalogues of CRC parameters give for these nine digits.
  @Test func crc32() {
    #expect(CRC32.checksum([UInt8](ascii: "123456789")) == 0xCBF4_3926)
    #expect(CRC32.checksum([UInt8](ascii: "IEND")) == 0xAE42_6082)
  }

  @Test func splitMix64() {
    // The first values of seed 1234567 in the reference implementation.
    var random = SplitMix64(seed: 1_234_567)
    #expect(random.next() == 6_457_827_717_110_365_317)
    #expect(random.next() == 3_203_168_211_198_807_973)
  }
}
