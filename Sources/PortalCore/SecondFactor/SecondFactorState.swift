/// Whose second factor it is.
package enum FactorOwner: Hashable, Sendable {
    case account(Identifier<Account>)
    case staff(Identifier<StaffMember>)

    /// The two columns of a row that belongs to one or the other.
    var columns: (account: Identifier<Account>?, staff: Identifier<StaffMember>?) {
        switch self {
        case .account(let id): (id, nil)
        case .staff(let id): (nil, id)
        }
    }

    var actor: Actor {
        switch self {
        case .account(let id): .account(id)
        case .staff(let id): .staff(id)
        }
    }

    /// "compte 12": where its secret is sealed, and what its attempts count against.
    var name: String {
        switch self {
        case .account(let id): "compte \(id.rawValue)"
        case .staff(let id): "agent \(id.rawValue)"
        }
    }
}

/// Whether somebody signs in with a code besides the password.
package enum SecondFactorState: Hashable, Sendable {
    case off
    /// The key was shown, and waits for a first code.
    case pending(SecondFactorKey)
    case on(since: Instant, recoveryCodes: Int)
}

/// The secret that the portal and the authenticator app share.
package struct SecondFactorKey: Hashable, Sendable {
    let secret: [UInt8]
    private let account: String
    private let issuer: String

    init(secret: [UInt8], account: String, issuer: String) {
        self.secret = secret
        self.account = account
        self.issuer = issuer
    }

    /// "JBSW Y3DP ...", to type where no camera is.
    package var text: String { Base32.text(secret).inGroupsOfFour(separatedBy: " ") }

    /// What the app reads out of the QR code (Key Uri Format of Google Authenticator, which all others follow).
    package var address: String {
        let issuer = SecondFactorKey.escaped(issuer)
        return "otpauth://totp/\(issuer):\(SecondFactorKey.escaped(account))?secret=\(Base32.text(secret))&issuer=\(issuer)"
    }

    /// Everything but unreserved characters in percent notation (RFC 3986 section 2.3).
    private static func escaped(_ text: String) -> String {
        text.utf8.map { byte in
            let scalar = Unicode.Scalar(byte)
            let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "-._~".unicodeScalars.contains(scalar))
            return isPlain ? String(scalar) : "%" + [byte].hexadecimal.uppercased()
        }.joined()
    }
}

/// Whether the town's staff sign in with a code. The raw value is the word of a portal's definition.
package enum StaffSecondFactor: String, CaseIterable, Hashable, Sendable, DatabaseConvertible {
    case required = "obligatoire"
    case optional = "facultative"
}
