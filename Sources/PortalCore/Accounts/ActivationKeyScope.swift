/// What a clé enfance opens, as the town chooses.
package enum ActivationKeyScope: String, CaseIterable, Hashable, Sendable, DatabaseConvertible {
    /// The whole household.
    case household = "foyer"
    /// One child of a household: the others stay hidden until their own keys are typed.
    case child = "enfant"
}
