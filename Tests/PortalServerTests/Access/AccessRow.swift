import HTMLTemplates
import PortalCore

/// What one page answers: the row of the matrix. Every page has one: the switches below do not compile without it.
struct AccessRow {
    enum Audience: Hashable {
        case everybody
        /// Signed-in parents; with a thing, only those whose thing it is.
        case parents
        /// Signed-in staff of these roles.
        case staff(Set<StaffRole>)
    }

    /// How the page is about something that not everybody may know of.
    enum Thing: Hashable {
        case none
        /// A household's: a parent of another one does not learn whether it exists, the staff may see everybody's.
        case households
        /// Of a place: who works elsewhere does not see it. The own one is at the facility leader's place.
        case places
    }

    /// What an adult of the household must be to the child, or to the household's children, besides seeing them.
    enum Authority: Hashable {
        case none
        /// To change something; everybody of the household reads it.
        case toChange
        case toRead
        /// It is one adult's own.
        case own
    }

    let audience: Audience
    var thing = Thing.none
    /// nil where the method is not answered.
    let get: AccessAnswer?
    /// What an empty form brings, with its proof.
    var post: AccessAnswer?
    /// Where it differs: a signed-in parent is led on.
    var getOfParents: AccessAnswer?
    var authority = Authority.none
    /// Whether somebody without a household is led to the page that says so.
    var needsHousehold = false
    /// What somebody without a household gets, where it differs.
    var withoutHousehold: (get: AccessAnswer, post: AccessAnswer)?
    /// Whether the method is looked at before the visitor.
    var methodsFirst = false
    /// Whether the form is read before the thing is looked for.
    var formFirst = false
    /// The staff who may send the form, where others only read; nil: all who read.
    var postRoles: Set<StaffRole>?
}

extension AccessRow {
    init(_ page: BookingDeskPage) {
        let desk: Set<StaffRole> = [.administrator, .serviceDesk]
        switch page {
        case .lines, .closures: self.init(audience: .staff(desk), get: .shown)
        case .closureReview, .closureDeclaration: self.init(audience: .staff(desk), get: .leadsOn, post: .refused)
        // None was declared.
        case .closure: self.init(audience: .staff(desk), get: .unknown, post: .unknown)
        // An empty form names nobody.
        case .line, .asked: self.init(audience: .staff(desk), get: .shown, post: .refused)
        // The form is always about an activity.
        case .places(let activity, _): self.init(audience: .staff(desk), get: .shown, post: activity == nil ? .unknown : .refused)
        }
    }
}

extension AccessRow {
    init(_ page: NurseryPage) {
        switch page {
        // The family has one contract.
        case .contracts: self.init(audience: .parents, get: .leadsOn)
        case .contract: self.init(audience: .parents, thing: .households, get: .shown)
        case .leave: self.init(audience: .parents, thing: .households, get: .shown, post: .refused, authority: .toChange)
        // The empty form has no key.
        case .announcement: self.init(audience: .parents, thing: .households, get: .leadsOn, post: .refused, formFirst: true)
        // There is no such leave.
        case .withdrawal: self.init(audience: .parents, get: .leadsOn, post: .unknown)
        }
    }

    init(_ page: NurseryDeskPage) {
        let callers: Set<StaffRole> = [.administrator, .serviceDesk, .facilityLeader]
        let desk: Set<StaffRole> = [.administrator, .serviceDesk]
        switch page {
        case .contracts(let nursery), .leaves(let nursery, _), .hours(let nursery, _, _):
            self.init(audience: .staff(callers), thing: nursery == nil ? .none : .places, get: .shown)
        case .signing: self.init(audience: .staff(desk), thing: .households, get: .shown, post: .refused)
        case .contract: self.init(audience: .staff(callers), thing: .places, get: .shown, post: .refused)
        case .judgement: self.init(audience: .staff(desk), get: .leadsOn, post: .refused)
        }
    }

    init(_ page: KeyCampaignPage) {
        let desk: Set<StaffRole> = [.administrator, .serviceDesk]
        switch page {
        case .list: self.init(audience: .staff(desk), get: .shown, post: .refused)
        case .campaign: self.init(audience: .staff(desk), thing: .households, get: .shown, post: .refused)
        // There are no letters to print.
        case .letters: self.init(audience: .staff(desk), get: .leadsOn, post: .unknown)
        }
    }

    init(_ page: ActivityDeskPage) {
        switch page {
        case .list, .settings: self.init(audience: .staff([.administrator]), get: .shown)
        case .review, .change: self.init(audience: .staff([.administrator]), get: .leadsOn, post: .refused)
        }
    }

    init(_ page: RuleDeskPage) {
        switch page {
        case .list, .bench: self.init(audience: .staff([.administrator]), get: .shown)
        case .publication, .withdrawal: self.init(audience: .staff([.administrator]), get: .leadsOn, post: .refused)
        }
    }
}

extension AccessRow {
    /// What a visitor gets.
    func answer(to visitor: AccessVisitor, _ method: HTTPMethodKind, about object: AccessObject) -> AccessAnswer {
        let answer = method == .get ? get : method == .post ? post : nil
        if methodsFirst, answer == nil { return .noSuchMethod }
        if let refusal = refusal(of: visitor) { return refusal }
        if visitor == .barred, needsHousehold { return .leadsOn }
        if visitor == .barred, let withoutHousehold, [.get, .post].contains(method) {
            return method == .get ? withoutHousehold.get : withoutHousehold.post
        }
        guard let answer else { return .noSuchMethod }
        if method == .get, let getOfParents, [.parent, .watcher, .barred, .stranger].contains(visitor) { return getOfParents }
        if method == .post, let postRoles, case .staff(let role) = visitor, !postRoles.contains(role) { return .forbidden }
        if formFirst, method == .post { return answer }
        if visitor == .watcher, object == .own, answer != .leadsOn || method == .post, let refusal = refusalOfWatcher(method) { return refusal }
        return knows(visitor, object) || answer == .leadsOn && method == .get ? answer : .unknown
    }

    private func refusalOfWatcher(_ method: HTTPMethodKind) -> AccessAnswer? {
        switch authority {
        case .none: nil
        case .toChange: method == .post ? .forbidden : nil
        case .toRead: .forbidden
        case .own: .unknown
        }
    }

    private func refusal(of visitor: AccessVisitor) -> AccessAnswer? {
        switch (audience, visitor) {
        case (.everybody, _), (.parents, .parent), (.parents, .watcher), (.parents, .barred), (.parents, .stranger): nil
        case (.staff(let roles), .staff(let role)): roles.contains(role) ? nil : .forbidden
        case (.parents, _), (.staff, _): .signIn
        }
    }

    private func knows(_ visitor: AccessVisitor, _ object: AccessObject) -> Bool {
        switch (thing, object, visitor) {
        case (.none, _, _): true
        case (_, .missing, _): false
        case (.households, .own, .stranger), (.households, .foreign, .parent), (.households, .foreign, .watcher),
            (.places, .foreign, .staff(.facilityLeader)):
            false
        default: true
        }
    }

    /// The methods that a browser or an attacker sends.
    enum HTTPMethodKind: CaseIterable {
        case get, post, other
    }
}
