/// A table with its caption and headings. Where it is too wide, it scrolls by itself and not the page.
struct DataTable<Rows: HTML>: HTML {
    private let caption: String
    private let columns: [Column]
    private let rows: Rows

    /// A column's heading.
    struct Column: ExpressibleByStringLiteral {
        let title: String
        let isNumber: Bool

        init(_ title: String, isNumber: Bool = false) {
            self.title = title
            self.isNumber = isNumber
        }

        init(stringLiteral title: String) {
            self.init(title)
        }

        static func number(_ title: String) -> Column { Column(title, isNumber: true) }
    }

    init(_ caption: String, columns: [Column], @HTMLBuilder rows: () -> Rows) {
        self.caption = caption
        self.columns = columns
        self.rows = rows()
    }

    var body: some HTML {
        div(.class("table"), .role(.region), .ariaLabel(caption), .tabindex(0)) {
            HTMLTemplates.table {
                HTMLTemplates.caption { caption }
                thead {
                    tr {
                        ForEach(columns) { column in
                            th(.scope(.column), .class(column.isNumber ? "number" : nil)) { column.title }
                        }
                    }
                }
                tbody { rows }
            }
        }
    }
}
