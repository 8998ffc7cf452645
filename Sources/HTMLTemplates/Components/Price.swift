import PortalCore

/// An amount of money, in figures of one width.
struct Price: HTML {
    private let text: String

    init(_ amount: Cents) {
        text = amount.french
    }

    /// What is added or taken away: "+ 4,20 €", "− 4,20 €".
    init(difference amount: Cents) {
        text = amount > .zero ? "+\u{A0}\(amount.french)" : amount < .zero ? "−\u{A0}\((Cents.zero - amount).french)" : amount.french
    }

    var body: some HTML {
        span(.class("price")) { text }
    }
}
