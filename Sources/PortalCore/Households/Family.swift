/// A household with everybody who belongs to it, as one read gives it.
package struct Family: Hashable, Sendable {
    package let household: Household
    /// In the town's order: the representative first.
    package let adults: [Adult]
    /// The oldest first.
    package let children: [Child]
    private let custodies: [Identifier<Child>: Custody]

    package init(household: Household, adults: [Adult], children: [(child: Child, custody: Custody)]) {
        self.household = household
        self.adults = adults
        self.children = children.map(\.child)
        custodies = Dictionary(children.map { ($0.child.id, $0.custody) }, uniquingKeysWith: { first, _ in first })
    }

    /// How a child lives in this household; nil for a child of somebody else.
    package func custody(of child: Identifier<Child>) -> Custody? { custodies[child] }

    /// This family as somebody sees it from whom some of its children are kept.
    func keeping(_ isKept: (Identifier<Child>) -> Bool) -> Family {
        let kept = children.compactMap { child in custodies[child.id].map { (child: child, custody: $0) } }.filter { isKept($0.child.id) }
        return Family(household: household, adults: adults, children: kept)
    }

    /// The other adults, whom one of them sees as co-représentants.
    package func adults(besides adult: Identifier<Adult>) -> [Adult] { adults.filter { $0.id != adult } }
}
