/// The town's access to API Particulier (DINUM, v3), as the operator wrote it down.
package struct ParticulierAccess: Hashable, Sendable {
    /// "https://particulier.api.gouv.fr".
    package let address: WebAddress
    /// Valid for 18 months; it says what the town may ask for.
    package let token: String
    /// The SIRET of the town, 14 digits: for whom the question is.
    package let recipient: String

    package init(address: WebAddress, token: String, recipient: String) {
        self.address = address
        self.token = token
        self.recipient = recipient
    }
}

/// A quotient familial as the CAF or the MSA gives it.
package struct OfficialQuotient: Hashable, Sendable {
    package let value: Cents
    package let provider: BenefitsProvider
    package let month: Month

    package init(value: Cents, provider: BenefitsProvider, month: Month) {
        self.value = value
        self.provider = provider
        self.month = month
    }
}

/// Who computes quotients.
package enum BenefitsProvider: String, CaseIterable, Hashable, Sendable {
    case cnaf = "CNAF"
    case msa = "MSA"

    /// As people call it.
    package var french: String {
        switch self {
        case .cnaf: "CAF"
        case .msa: "MSA"
        }
    }
}

/// Asks API Particulier for quotients. What it answers besides (names, children, address) is not kept, and not even read.
package struct ParticulierClient: Sendable {
    private let access: ParticulierAccess
    private let exchange: any RemoteExchange

    package init(_ access: ParticulierAccess, _ exchange: any RemoteExchange) {
        self.access = access
        self.exchange = exchange
    }

    func quotient(of person: AllocataireIdentity) async throws(QuotientRefusal) -> OfficialQuotient {
        guard let address = WebAddress(access.address.text + "/v3/dss/quotient_familial/identite") else { throw .misconfigured(0) }
        // The token goes in a header: addresses end up in logs.
        let headers = [
            RemoteRequest.Header(name: "Authorization", value: "Bearer \(access.token)"), .init(name: "Accept", value: "application/json"),
        ]
        let query = [RemoteRequest.Field("recipient", access.recipient)] + person.query
        let answer: RemoteAnswer
        do {
            answer = try await exchange.answer(to: RemoteRequest(address.with(query), headers: headers, patience: 20))
        } catch {
            throw .unavailable(0)
        }
        guard answer.status == 200 else { throw QuotientRefusal(status: answer.status) }
        guard let found = (try? JSONValue(json: answer.body))?["data"]?["quotient_familial"], let value = found["valeur"]?.whole,
            let provider = found["fournisseur"]?.text.flatMap(BenefitsProvider.init(rawValue:)), let year = found["annee"]?.whole,
            let number = found["mois"]?.whole, let firstDay = CivilDate(year: Int(clamping: year), month: Int(clamping: number), day: 1),
            (0...1_000_000).contains(value)
        else { throw .withoutQuotient }
        return OfficialQuotient(value: Cents(value * 100), provider: provider, month: Month(containing: firstDay))
    }
}

extension AllocataireIdentity {
    /// The parameters of the question.
    fileprivate var query: [RemoteRequest.Field] {
        var query: [RemoteRequest.Field] = [.init("nomNaissance", birthName)]
        if let usedName { query.append(.init("nomUsage", usedName)) }
        query += firstNames.map { .init("prenoms[]", $0) }
        query.append(.init("anneeDateNaissance", String(birthYear)))
        if let birthMonth { query.append(.init("moisDateNaissance", String(birthMonth))) }
        if let birthDay { query.append(.init("jourDateNaissance", String(birthDay))) }
        query.append(.init("sexeEtatCivil", title == .madame ? "F" : "M"))
        switch birthPlace {
        case .commune(let code):
            query += [.init("codeCogInseePaysNaissance", AllocataireIdentity.france), .init("codeCogInseeCommuneNaissance", code)]
        case .named(let commune, let department):
            query += [
                .init("codeCogInseePaysNaissance", AllocataireIdentity.france), .init("nomCommuneNaissance", commune),
                .init("codeCogInseeDepartementNaissance", department),
            ]
        case .abroad(let country): query.append(.init("codeCogInseePaysNaissance", country))
        }
        return query
    }
}
