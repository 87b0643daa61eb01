import Foundation

/// The height of the normal curve at `x`, against 1 in its middle.
func gaussian(_ x: Double) -> Double { exp(-x * x / 2) }

/// The direction `degrees` from the x axis towards the y axis.
func unitVector(_ degrees: Double) -> (x: Double, y: Double) {
  (cos(degrees * .pi / 180), sin(degrees * .pi / 180))
}
