/// Lays letters out: the address where a DL window envelope shows it (on the right, 45 mm from the top), the key large and alone, the way to the
/// portal in words and as a QR code.
struct KeyLetterSheet {
    private static let (left, width) = (20.0, 170.0)
    private static let (addressLeft, addressTop, addressWidth) = (110.0, 48.0, 80.0)

    private let settings: PortalSettings
    private let expiry: Instant
    private let link: String
    private let day: CivilDate
    private let code: QRCode?
    private let document: PDFDocument

    init(settings: PortalSettings, expiry: Instant, link: String, day: CivilDate) throws(PDFFailure) {
        self.settings = settings
        self.expiry = expiry
        self.link = link
        self.day = day
        code = QRCode(link)
        document = try PDFDocument(title: "Clés enfance, \(settings.shortName)")
    }

    func finish() throws(PDFFailure) -> [UInt8] { try document.finish() }

    func draw(_ letter: KeyLetter) {
        let (left, width) = (Self.left, Self.width)
        let sender = document.write(settings.name, atX: left, y: 18, width: 80, size: 12, isBold: true)
        document.write(contact, atX: left, y: 19 + sender, width: 80, size: 9)
        let address = "\(letter.recipient)\n\(letter.address.street)\n\(letter.address.postalCode.digits) \(letter.address.city.uppercased())"
        document.write(address, atX: Self.addressLeft, y: Self.addressTop, width: Self.addressWidth, size: 11)
        document.write("Le \(day.frenchWithoutWeekday)", atX: Self.addressLeft, y: 84, width: Self.addressWidth, size: 10)

        var y = 100.0
        let title = isByChild ? "Vos clés pour \(settings.portalName)" : "Votre clé pour \(settings.portalName)"
        y += document.write(title, atX: left, y: y, width: width, size: 15, isBold: true) + 6
        y += document.write(opening, atX: left, y: y, width: width, size: 11) + 8
        y += frame(letter.keys, at: y) + 8
        let steps = document.write(steps, atX: left, y: y, width: code == nil ? width : width - 48, size: 11)
        if let code { document.draw(code, atX: left + width - 38, y: y, side: 38) }
        y += max(steps, 42) + 6
        document.write(closing, atX: left, y: y, width: width, size: 10)
        document.endPage()
    }

    /// One key large and alone, or one on a line for each child; how high the frame is.
    private func frame(_ keys: [KeyLine], at y: Double) -> Double {
        let (left, width) = (Self.left, Self.width)
        let line = keys.count > 1 ? 9.0 : 13.0
        let height = 11 + line * Double(keys.count)
        document.frame(x: left, y: y, width: width, height: height)
        document.write(isByChild ? "Une clé par enfant" : "Votre clé enfance", atX: left + 6, y: y + 3, width: width - 12, size: 9)
        for (index, key) in keys.enumerated() {
            let top = y + 9 + line * Double(index)
            let size = keys.count > 1 ? 16.0 : 24.0
            if let name = key.childName { document.write(name, atX: left + 6, y: top + 1, width: 50, size: 12) }
            let indent = key.childName == nil ? 6.0 : 60
            document.write(key.key, atX: left + indent, y: top, width: width - indent - 6, size: size, isBold: true)
        }
        return height
    }

    private var isByChild: Bool { settings.keyScope == .child }

    private var contact: String {
        let lines = settings.contacts.prefix(1).flatMap { [$0.name, $0.address, $0.phone, $0.email].compactMap(\.self) }
        return lines.joined(separator: "\n")
    }

    private var opening: String {
        "Madame, Monsieur,\n\n\(settings.name) vous ouvre son portail\u{A0}: réservations, absences, documents et demandes, de chez vous. "
            + (isByChild
                ? "Chaque clé ci-dessous rattache un enfant à votre compte."
                : "La clé ci-dessous rattache votre compte au dossier de votre famille.")
    }

    private var steps: String {
        "1. Ouvrez cette adresse, ou photographiez le carré\u{A0}:\n\(link)\n\n2. Recopiez \(isByChild ? "la première clé" : "votre clé"), avec ou sans les "
            + "tirets.\n\n3. Choisissez votre identifiant et votre mot de passe.\(isByChild ? " Puis saisissez les autres clés." : "")"
    }

    private var closing: String {
        "\(isByChild ? "Chaque clé" : "Cette clé") sert une seule fois, jusqu'au \(ParisTime.date(expiry).french). Ne la donnez à personne\u{A0}: une fois inscrit, vous pourrez "
            + "inviter l'autre parent depuis votre espace. Vous n'avez pas internet, ou besoin d'aide\u{A0}? Appelez-nous ou venez nous voir."
    }
}
