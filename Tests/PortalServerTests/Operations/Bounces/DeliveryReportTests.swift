import PortalCore
import Testing

@testable import PortalServer

@Suite struct DeliveryReportTests {
    /// As Postfix writes them.
    private func notice(action: String = "failed", status: String = "5.1.1", quoted: String = "text/rfc822-headers") -> String {
        """
        Return-Path: <>
        From: MAILER-DAEMON@relais.exemple (Mail Delivery System)
        Subject: Undelivered Mail Returned to Sender
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status;
        \tboundary="4F2A1.1793703605/relais.exemple"

        --4F2A1.1793703605/relais.exemple
        Content-Description: Notification
        Content-Type: text/plain; charset=us-ascii

        I'm sorry to have to inform you that your message could not be delivered.
        Message-ID: <faux.1.2.3@ville.exemple>

        --4F2A1.1793703605/relais.exemple
        Content-Description: Delivery report
        Content-Type: message/delivery-status

        Reporting-MTA: dns; relais.exemple
        X-Postfix-Queue-ID: 4F2A1
        Arrival-Date: Tue,  3 Nov 2026 12:00:05 +0100 (CET)

        Final-Recipient: rfc822; marie@exemple.fr
        Original-Recipient: rfc822;marie@exemple.fr
        Action: \(action)
        Status: \(status)
        Remote-MTA: dns; mx.exemple.fr
        Diagnostic-Code: smtp; 550 \(status) <marie@exemple.fr>: Recipient address
            rejected: User unknown

        --4F2A1.1793703605/relais.exemple
        Content-Description: Undelivered Message Headers
        Content-Type: \(quoted)

        Date: Tue, 3 Nov 2026 12:00:05 +0100
        To: <marie@exemple.fr>
        Message-ID:
         <bondoufle.12.1793703605.hT3f@ville.exemple>

        --4F2A1.1793703605/relais.exemple--
        """
    }

    @Test(arguments: ["\n", "\r\n"]) func `a notice says which mail, to whom and why`(_ lineEnd: String) throws {
        let text = notice().split(separator: "\n", omittingEmptySubsequences: false).joined(separator: lineEnd)
        let report = try #require(DeliveryReport.reports(in: text).first)
        #expect(report.reference == "bondoufle.12.1793703605.hT3f")
        #expect(report.recipient?.text == "marie@exemple.fr")
        #expect(report.hasFailed && report.status?.meansUnknownAddress == true)
        #expect(report.answer == "550 5.1.1 <marie@exemple.fr>: Recipient address rejected: User unknown")
    }

    @Test func `a delay is no failure, and a full box no unknown address`() throws {
        #expect(DeliveryReport.reports(in: notice(action: "delayed", status: "4.4.1")).map(\.hasFailed) == [false])
        #expect(DeliveryReport.reports(in: notice(status: "5.2.2")).first?.status?.meansUnknownAddress == false)
    }

    @Test func `a notice gives the mail back whole or its fields only`() {
        for type in ["message/rfc822", "message/global-headers", "TEXT/RFC822-Headers; charset=utf-8"] {
            #expect(DeliveryReport.reports(in: notice(quoted: type)).count == 1, "\(type)")
        }
    }

    @Test func `any other message is no report`() {
        let odd = [
            "", "\n", "Bonjour", "Content-Type: multipart/report\n\nx", "Content-Type: multipart/report; boundary=a\n\n--a\n--a--",
            notice(quoted: "text/plain"), String(notice().prefix(900)), "Content-Type: multipart/mixed; boundary=\"\n\n--\n",
            "\u{0}\u{FFFD}:\r\n\r\n",
        ]
        for text in odd { #expect(DeliveryReport.reports(in: text).isEmpty, "\(text.prefix(60))") }
    }
}
