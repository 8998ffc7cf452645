import PortalCore

/// What each month costs before and after, and the difference.
struct CostChange: HTML {
    let costs: [MonthCost]
    let difference: Cents

    var body: some HTML {
        section(.class("card cost")) {
            h2(.class("card-title")) {
                IconView(.euro)
                "Ce que cela change"
            }
            dl(.class("facts")) {
                ForEach(costs) { cost in
                    div {
                        dt { "\(cost.month.french.prefix(1).uppercased())\(cost.month.french.dropFirst())" }
                        dd {
                            Price(cost.before)
                            span(.ariaHidden()) { " → " }
                            span(.class("v")) { " avant, " }
                            Price(cost.after)
                            span(.class("v")) { " après" }
                        }
                    }
                }
            }
            CostDifference(difference)
        }
    }
}

/// What the changes cost, or give back.
struct CostDifference: HTML {
    private let amount: Cents

    init(_ amount: Cents) {
        self.amount = amount
    }

    var body: some HTML {
        p(.class("sum")) {
            span { "Différence sur les prochaines factures" }
            " "
            Price(difference: amount)
        }
    }
}
