import HTMLTemplates
import PortalCore

enum ReportHandler {
    /// A list as a page, or as a file; by default the week of the first activity where the member works.
    static func show(_ context: StaffContext, _ asked: AttendanceReport?, _ format: ReportFormat?) throws -> HTTPResponse {
        let activities = context.activities
        guard let code = asked.map({ $0.activity.isEmpty ? activities.first?.code ?? "" : $0.activity }) ?? activities.first?.code else {
            throw PageFailure.notFound
        }
        let report = AttendanceReport(
            asked?.kind ?? .week,
            grouping: asked?.grouping ?? .group,
            activity: code,
            date: asked?.date ?? context.today
        )
        guard let table = try ReportService(context.site.portal, context.catalogue).table(report, for: context.member) else {
            throw PageFailure.notFound
        }
        let name = "\(report.kind.rawValue)-\(report.activity)-\(report.date.iso)"
        if let format { return file(table, name, format, madeAt: context.now) }
        return context.page(ReportPage(frame: context.frame, report: report, activities: activities, table: table), capacity: 65_536)
    }

    /// A list as a file that the browser keeps.
    ///
    /// - Parameter name: the file's, without its suffix.
    static func file(_ table: ReportTable, _ name: String, _ format: ReportFormat, madeAt: Instant) -> HTTPResponse {
        switch format {
        case .csv: file(Array(CSVText.text(of: table.flat.map { $0.map(\.text) }).utf8), "text/csv; charset=utf-8", "\(name).csv")
        case .xlsx: file(XLSXWorkbook.bytes(of: table, madeAt: madeAt), XLSXWorkbook.contentType, "\(name).xlsx")
        }
    }

    private static func file(_ bytes: [UInt8], _ type: String, _ name: String) -> HTTPResponse {
        HTTPResponse(.ok, headers: ["Content-Type": type, "Content-Disposition": "attachment; filename=\"\(name)\""], body: bytes)
    }
}
