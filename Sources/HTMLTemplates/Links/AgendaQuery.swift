package import PortalCore

/// Which part of an agenda is shown.
package struct AgendaQuery: Hashable, Sendable {
    /// A month in whole weeks, or one week.
    package let isMonth: Bool
    /// A day of it; nil is today.
    package let day: CivilDate?
    /// nil: the whole family.
    package let child: Identifier<Child>?

    package init(isMonth: Bool = false, day: CivilDate? = nil, child: Identifier<Child>? = nil) {
        self.isMonth = isMonth
        self.day = day
        self.child = child
    }

    /// nil when a part cannot be read.
    init?(_ address: PageAddress) {
        let view = address["vue"] ?? "semaine"
        guard ["semaine", "mois"].contains(view) else { return nil }
        let day = address["jour"].map { CivilDate(iso: $0) }
        let child = address["enfant"].map { Identifier<Child>(text: $0) }
        if case .some(nil) = day { return nil }
        if case .some(nil) = child { return nil }
        self.init(isMonth: view == "mois", day: day ?? nil, child: child ?? nil)
    }

    var items: [QueryItem] {
        [
            isMonth ? QueryItem("vue", "mois") : nil, day.map { QueryItem("jour", $0.iso) },
            child.map { QueryItem("enfant", String($0.rawValue)) },
        ].compactMap(\.self)
    }
}
