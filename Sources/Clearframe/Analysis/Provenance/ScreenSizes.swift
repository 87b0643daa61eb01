/// The sizes of device screens in pixels, as makers state them.
package enum ScreenSizes {
  /// Short and long side.
  private static let sizes: Set<PixelSize> = Set(
    [
      // Phones by Apple.
      (640, 960), (640, 1136), (750, 1334), (828, 1792), (1080, 1920), (1125, 2436), (1170, 2532),
      (1179, 2556), (1206, 2622), (1242, 2208), (1242, 2688), (1284, 2778), (1290, 2796),
      (1320, 2868),
      // Phones of other makers.
      (480, 800), (480, 854), (540, 960), (720, 1280), (720, 1440), (720, 1480), (720, 1520),
      (720, 1560), (720, 1600), (720, 1612), (1080, 2160), (1080, 2220), (1080, 2232), (1080, 2244),
      (1080, 2248), (1080, 2270), (1080, 2280), (1080, 2310), (1080, 2312), (1080, 2316),
      (1080, 2340), (1080, 2376), (1080, 2388), (1080, 2400), (1080, 2408), (1080, 2412),
      (1080, 2424), (1080, 2460), (1080, 2520), (1116, 2480), (1176, 2400), (1200, 2640),
      (1200, 2664), (1200, 2670), (1212, 2616), (1220, 2656), (1220, 2712), (1224, 2700),
      (1240, 2772), (1260, 2800), (1264, 2780), (1280, 2800), (1344, 2772), (1344, 2992),
      (1440, 2560), (1440, 2880), (1440, 2960), (1440, 3040), (1440, 3088), (1440, 3120),
      (1440, 3168), (1440, 3200), (1644, 3840),
      // Tablets.
      (768, 1024), (1536, 2048), (1488, 2266), (1620, 2160), (1640, 2360), (1668, 2224),
      (1668, 2388), (1668, 2420), (2048, 2732), (2064, 2752), (800, 1280), (1200, 1920),
      (1200, 2000), (1600, 2560), (1752, 2800), (1848, 2960), (1800, 2880), (1840, 2800),
      (2136, 3200),
      // Laptops and monitors.
      (600, 1024), (768, 1366), (768, 1360), (800, 1280), (900, 1440), (900, 1600), (864, 1536),
      (1050, 1680), (1024, 1280), (1200, 1600), (1080, 2560), (1440, 3440), (1600, 3840),
      (1440, 5120), (2160, 3840), (2160, 4096), (2880, 5120), (1600, 2560), (1664, 2560),
      (1800, 2880), (1864, 2880), (1964, 3024), (2234, 3456), (2160, 3240), (1824, 2736),
      (2000, 3000), (1504, 2256), (1920, 2880), (1280, 1920),
    ].map { PixelSize(width: $0.0, height: $0.1) })

  /// Whether a picture has exactly the size of a screen, upright or on its side.
  package static func contains(_ size: PixelSize) -> Bool {
    sizes.contains(
      PixelSize(width: min(size.width, size.height), height: max(size.width, size.height)))
  }

  /// Whether a picture has the shape of a camera's sensor, 4:3 or 3:2, in which screens are made as
  /// well: pictures scaled down to 1,600 x 1,200 or 2,048 x 1,536 have the size of screens.
  package static func hasSensorShape(_ size: PixelSize) -> Bool {
    let ratio = Double(size.longSide) / Double(max(1, min(size.width, size.height)))
    return abs(ratio * 3 / 4 - 1) < 0.01 || abs(ratio * 2 / 3 - 1) < 0.01
  }

  /// Whether a picture is as slim as phone screens are and camera pictures, at most 16:9, are not.
  package static func isSlim(_ size: PixelSize) -> Bool {
    let ratio = Double(size.longSide) / Double(max(1, min(size.width, size.height)))
    return (1.9...2.4).contains(ratio)
  }
}
