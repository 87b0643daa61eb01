package protocol BandConsumer: ~Copyable { mutating func consume(_ band: PlanarBand) }
