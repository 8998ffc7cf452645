// swift-format-ignore-file: TypeNamesShouldBeCapitalized

// The elements that pages are written with: `div(.class("tile")) { … }`.

typealias html<Content: HTML> = Element<Tags.html, Content>
typealias head<Content: HTML> = Element<Tags.head, Content>
typealias title<Content: HTML> = Element<Tags.title, Content>
typealias body<Content: HTML> = Element<Tags.body, Content>
typealias header<Content: HTML> = Element<Tags.header, Content>
typealias nav<Content: HTML> = Element<Tags.nav, Content>
typealias main<Content: HTML> = Element<Tags.main, Content>
typealias footer<Content: HTML> = Element<Tags.footer, Content>
typealias section<Content: HTML> = Element<Tags.section, Content>
typealias article<Content: HTML> = Element<Tags.article, Content>
typealias aside<Content: HTML> = Element<Tags.aside, Content>
typealias div<Content: HTML> = Element<Tags.div, Content>
typealias h1<Content: HTML> = Element<Tags.h1, Content>
typealias h2<Content: HTML> = Element<Tags.h2, Content>
typealias h3<Content: HTML> = Element<Tags.h3, Content>
typealias h4<Content: HTML> = Element<Tags.h4, Content>
typealias p<Content: HTML> = Element<Tags.p, Content>
typealias a<Content: HTML> = Element<Tags.a, Content>
typealias span<Content: HTML> = Element<Tags.span, Content>
typealias strong<Content: HTML> = Element<Tags.strong, Content>
typealias b<Content: HTML> = Element<Tags.b, Content>
typealias i<Content: HTML> = Element<Tags.i, Content>
typealias em<Content: HTML> = Element<Tags.em, Content>
typealias small<Content: HTML> = Element<Tags.small, Content>
typealias abbr<Content: HTML> = Element<Tags.abbr, Content>
typealias time<Content: HTML> = Element<Tags.time, Content>
typealias mark<Content: HTML> = Element<Tags.mark, Content>
typealias code<Content: HTML> = Element<Tags.code, Content>
typealias ul<Content: HTML> = Element<Tags.ul, Content>
typealias ol<Content: HTML> = Element<Tags.ol, Content>
typealias li<Content: HTML> = Element<Tags.li, Content>
typealias dl<Content: HTML> = Element<Tags.dl, Content>
typealias dt<Content: HTML> = Element<Tags.dt, Content>
typealias dd<Content: HTML> = Element<Tags.dd, Content>
typealias table<Content: HTML> = Element<Tags.table, Content>
typealias caption<Content: HTML> = Element<Tags.caption, Content>
typealias thead<Content: HTML> = Element<Tags.thead, Content>
typealias tbody<Content: HTML> = Element<Tags.tbody, Content>
typealias tfoot<Content: HTML> = Element<Tags.tfoot, Content>
typealias tr<Content: HTML> = Element<Tags.tr, Content>
typealias th<Content: HTML> = Element<Tags.th, Content>
typealias td<Content: HTML> = Element<Tags.td, Content>
typealias form<Content: HTML> = Element<Tags.form, Content>
typealias fieldset<Content: HTML> = Element<Tags.fieldset, Content>
typealias legend<Content: HTML> = Element<Tags.legend, Content>
typealias label<Content: HTML> = Element<Tags.label, Content>
typealias select<Content: HTML> = Element<Tags.select, Content>
typealias option<Content: HTML> = Element<Tags.option, Content>
typealias datalist<Content: HTML> = Element<Tags.datalist, Content>
typealias optgroup<Content: HTML> = Element<Tags.optgroup, Content>
typealias textarea<Content: HTML> = Element<Tags.textarea, Content>
typealias button<Content: HTML> = Element<Tags.button, Content>
typealias output<Content: HTML> = Element<Tags.output, Content>
typealias details<Content: HTML> = Element<Tags.details, Content>
typealias summary<Content: HTML> = Element<Tags.summary, Content>
typealias figure<Content: HTML> = Element<Tags.figure, Content>
typealias figcaption<Content: HTML> = Element<Tags.figcaption, Content>
typealias address<Content: HTML> = Element<Tags.address, Content>

// The elements without content: `input(.type(.checkbox))`.

typealias meta = VoidElement<Tags.meta>
typealias link = VoidElement<Tags.link>
typealias img = VoidElement<Tags.img>
typealias br = VoidElement<Tags.br>
typealias hr = VoidElement<Tags.hr>
typealias input = VoidElement<Tags.input>
