package import PortalCore

/// Somebody's data as a page of its own, to be read without the portal: it stands in the downloaded archive.
package struct PersonalDataDocument: HTML {
    private let data: PersonalData

    package init(data: PersonalData) {
        self.data = data
    }

    package var body: some HTML {
        Markup("<!DOCTYPE html>")
        html(.lang("fr")) {
            head {
                Markup(
                    #"<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><style>body{max-width:70rem;margin:2rem auto;padding:0 1rem;font:16px/1.5 system-ui,sans-serif}table{width:100%;border-collapse:collapse}th,td{padding:.3rem .6rem;border:1px solid #999;text-align:left;vertical-align:top;white-space:pre-line}</style>"#
                )
                HTMLTemplates.title { "Données de \(data.owner)" }
            }
            HTMLTemplates.body {
                main {
                    h1 { "Données de \(data.owner)" }
                    p { "Tout ce que le portail garde à votre sujet, le \(data.madeAt.french)." }
                    ForEach(data.sections) { section in DataSectionView(section: section) }
                }
            }
        }
    }
}

private struct DataSectionView: HTML {
    let section: DataSection

    var body: some HTML {
        h2 { section.title }
        if section.rows.isEmpty {
            p { "Rien." }
        } else {
            table {
                thead { tr { ForEach(section.columns) { column in th(.scope(.column)) { column } } } }
                tbody { ForEach(section.rows) { row in tr { ForEach(row) { cell in td { cell } } } } }
            }
        }
    }
}
