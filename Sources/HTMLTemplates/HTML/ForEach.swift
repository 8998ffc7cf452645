/// One piece for each value, made while the page is written: nothing is kept in between.
struct ForEach<Values: Sequence, Content: HTML>: HTML {
    typealias Body = Nothing

    private let values: Values
    private let content: (Values.Element) -> Content

    init(_ values: Values, @HTMLBuilder content: @escaping (Values.Element) -> Content) {
        self.values = values
        self.content = content
    }

    static func render(_ html: ForEach, into buffer: inout HTMLBuffer) {
        for value in html.values { Content.render(html.content(value), into: &buffer) }
    }
}
