import HTMLTemplates
import PortalCore

enum ReportHandler {
    /// A list as a page, or as a file; by default the week of the first activity where the member works.
    static func show(_ context: StaffContext, _ asked: AttendanceReport?, _ format: ReportFormat?) async throws -> HTTPResponse {
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
        if report.kind == .emergency, format == nil { return try await emergency(context, report, activities) }
        guard let table = try await ReportService(context.site.portal, context.catalogue).table(report, for: context.member) else {
            throw PageFailure.notFound
        }
        let name = "\(report.kind.rawValue)-\(report.activity)-\(report.date.iso)"
        if let format { return file(table, name, format, madeAt: context.now) }
        return context.page(ReportPage(frame: context.frame, report: report, activities: activities, table: table), capacity: 65_536)
    }

    private static func emergency(_ context: StaffContext, _ report: AttendanceReport, _ activities: [Activity]) async throws -> HTTPResponse {
        let service = EmergencySheetService(context.site.portal, context.catalogue)
        guard let sheet = try await service.read(report, by: context.member) else { throw PageFailure.notFound }
        let page = EmergencySheetPage(frame: context.frame, report: report, activities: activities, sheet: sheet)
        return context.page(page, capacity: 65_536)
    }

    /// A list as a file that the browser keeps.
    ///
    /// - Parameter name: the file's, without its suffix.
    static func file(_ table: ReportTable, _ name: String, _ format: ReportFormat, madeAt: Instant) -> HTTPResponse {
        let (bytes, type) =
            switch format {
            case .csv: (Array(CSVText.text(of: table.flat.map { $0.map(\.plain) }).utf8), "text/csv; charset=utf-8")
            case .xlsx: (XLSXWorkbook.bytes(of: table, madeAt: madeAt), XLSXWorkbook.contentType)
            case .ods: (ODSSpreadsheet.bytes(of: table, madeAt: madeAt), ODSSpreadsheet.contentType)
            }
        let headers: HTTPHeaders = ["Content-Type": type, "Content-Disposition": "attachment; filename=\"\(name).\(format.rawValue)\""]
        return HTTPResponse(.ok, headers: headers, body: bytes)
    }
}
