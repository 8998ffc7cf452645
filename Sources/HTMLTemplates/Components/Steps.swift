/// Where one is in an act of several pages.
struct Steps: HTML {
    private let titles: [String]
    private let current: Int

    /// - Parameter current: the index of the step shown now.
    init(_ titles: [String], current: Int) {
        self.titles = titles
        self.current = current
    }

    var body: some HTML {
        ol(.class("steps"), .ariaLabel("Étapes")) {
            ForEach(titles.indices) { index in
                li(.class(index < current ? "done" : nil), .ariaCurrent(index == current ? .step : nil)) {
                    span(.class("step-mark"), .ariaHidden()) {
                        if index < current { IconView(.check) } else { index + 1 }
                    }
                    span {
                        titles[index]
                        if index < current { span(.class("v")) { " (fait)" } }
                    }
                }
            }
        }
    }
}
