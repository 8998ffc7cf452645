// swift-format-ignore-file: TypeNamesShouldBeCapitalized

/// The names of the elements, as HTML writes them.
enum Tags {
    enum html: HTMLTag { static var name: StaticString { "html" } }
    enum head: HTMLTag { static var name: StaticString { "head" } }
    enum title: HTMLTag { static var name: StaticString { "title" } }
    enum body: HTMLTag { static var name: StaticString { "body" } }
    enum header: HTMLTag { static var name: StaticString { "header" } }
    enum nav: HTMLTag { static var name: StaticString { "nav" } }
    enum main: HTMLTag { static var name: StaticString { "main" } }
    enum footer: HTMLTag { static var name: StaticString { "footer" } }
    enum section: HTMLTag { static var name: StaticString { "section" } }
    enum article: HTMLTag { static var name: StaticString { "article" } }
    enum aside: HTMLTag { static var name: StaticString { "aside" } }
    enum div: HTMLTag { static var name: StaticString { "div" } }
    enum h1: HTMLTag { static var name: StaticString { "h1" } }
    enum h2: HTMLTag { static var name: StaticString { "h2" } }
    enum h3: HTMLTag { static var name: StaticString { "h3" } }
    enum h4: HTMLTag { static var name: StaticString { "h4" } }
    enum p: HTMLTag { static var name: StaticString { "p" } }
    enum a: LinkingTag { static var name: StaticString { "a" } }
    enum span: HTMLTag { static var name: StaticString { "span" } }
    enum strong: HTMLTag { static var name: StaticString { "strong" } }
    enum b: HTMLTag { static var name: StaticString { "b" } }
    enum i: HTMLTag { static var name: StaticString { "i" } }
    enum em: HTMLTag { static var name: StaticString { "em" } }
    enum small: HTMLTag { static var name: StaticString { "small" } }
    enum abbr: HTMLTag { static var name: StaticString { "abbr" } }
    enum time: HTMLTag { static var name: StaticString { "time" } }
    enum mark: HTMLTag { static var name: StaticString { "mark" } }
    enum code: HTMLTag { static var name: StaticString { "code" } }
    enum ul: HTMLTag { static var name: StaticString { "ul" } }
    enum ol: HTMLTag { static var name: StaticString { "ol" } }
    enum li: HTMLTag { static var name: StaticString { "li" } }
    enum dl: HTMLTag { static var name: StaticString { "dl" } }
    enum dt: HTMLTag { static var name: StaticString { "dt" } }
    enum dd: HTMLTag { static var name: StaticString { "dd" } }
    enum table: HTMLTag { static var name: StaticString { "table" } }
    enum caption: HTMLTag { static var name: StaticString { "caption" } }
    enum thead: HTMLTag { static var name: StaticString { "thead" } }
    enum tbody: HTMLTag { static var name: StaticString { "tbody" } }
    enum tfoot: HTMLTag { static var name: StaticString { "tfoot" } }
    enum tr: HTMLTag { static var name: StaticString { "tr" } }
    enum th: CellTag { static var name: StaticString { "th" } }
    enum td: CellTag { static var name: StaticString { "td" } }
    enum form: HTMLTag { static var name: StaticString { "form" } }
    enum fieldset: FieldTag { static var name: StaticString { "fieldset" } }
    enum legend: HTMLTag { static var name: StaticString { "legend" } }
    enum label: HTMLTag { static var name: StaticString { "label" } }
    enum select: EntryTag { static var name: StaticString { "select" } }
    enum option: ValueTag { static var name: StaticString { "option" } }
    enum datalist: HTMLTag { static var name: StaticString { "datalist" } }
    enum optgroup: HTMLTag { static var name: StaticString { "optgroup" } }
    enum textarea: EntryTag { static var name: StaticString { "textarea" } }
    enum button: FieldTag, ValueTag { static var name: StaticString { "button" } }
    enum output: FieldTag { static var name: StaticString { "output" } }
    enum details: HTMLTag { static var name: StaticString { "details" } }
    enum summary: HTMLTag { static var name: StaticString { "summary" } }
    enum figure: HTMLTag { static var name: StaticString { "figure" } }
    enum figcaption: HTMLTag { static var name: StaticString { "figcaption" } }
    enum address: HTMLTag { static var name: StaticString { "address" } }
    enum meta: HTMLTag { static var name: StaticString { "meta" } }
    enum link: LinkingTag { static var name: StaticString { "link" } }
    enum img: HTMLTag { static var name: StaticString { "img" } }
    enum br: HTMLTag { static var name: StaticString { "br" } }
    enum hr: HTMLTag { static var name: StaticString { "hr" } }
    enum input: EntryTag, ValueTag { static var name: StaticString { "input" } }
}

/// Elements that point to an address.
protocol LinkingTag: HTMLTag {}
/// Elements that belong to a form.
protocol FieldTag: HTMLTag {}
/// Fields that a person fills in.
protocol EntryTag: FieldTag {}
/// Elements that carry a value.
protocol ValueTag: HTMLTag {}
/// Cells of a table.
protocol CellTag: HTMLTag {}
