/// A list as each of the files that it comes as.
struct FormatLinks: HTML {
    private let link: (ReportFormat) -> Link

    init(_ link: @escaping (ReportFormat) -> Link) {
        self.link = link
    }

    var body: some HTML {
        ForEach(ReportFormat.allCases) { format in LinkButton(format.french, to: link(format), icon: .file) }
    }
}

extension ReportFormat {
    fileprivate var french: String {
        switch self {
        case .ods: "Tableur (ODS)"
        case .xlsx: "Excel (XLSX)"
        case .csv: "CSV"
        }
    }
}
