import Glibc
import PortalCore

/// Keeps letters as .eml files, which every mail program opens: for demos and portals without a mail server.
struct MailFolder: MailTransport {
    let path: String

    func deliver(_ letter: MailLetter) throws(MailRefusal) {
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw failure("mkdir \(path)") }
        // Written aside and renamed: whoever reads the folder sees whole letters only.
        let final = "\(path)/\(letter.name).eml"
        let aside = "\(path)/.\(letter.name).tmp"
        try write(letter.text, to: aside)
        guard rename(aside, final) == 0 else { throw failure("rename \(final)") }
    }

    private func write(_ text: String, to path: String) throws(MailRefusal) {
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw failure("open \(path)") }
        defer { close(file) }
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let written = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if written < 0 && errno == EINTR { continue }
            guard written > 0 else { throw failure("write \(path)") }
            bytes = bytes.dropFirst(written)
        }
    }

    private func failure(_ call: String) -> MailRefusal {
        MailRefusal(isPermanent: false, answer: "\(call): \(String(cString: strerror(errno)))")
    }
}
