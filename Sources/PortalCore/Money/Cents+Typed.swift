extension Cents {
    /// An amount as people type it: "84,50", "1 084.5", "84 €"; nil for anything else.
    package init?(typed text: some StringProtocol) {
        self.init(euros: String(text.filter { !$0.isWhitespace && $0 != "€" }))
    }
}
