extension Profile {
  /// Whether a rule of the profile that is not off needs full-resolution squares of the picture.
  package var needsPatches: Bool {
    activeRules.contains { RuleRegistry.rule(named: $0.rule)?.requirement == .patches }
  }
}
