import PortalCore

@testable import PortalServer

/// What a page answers to somebody, as the matrix declares it.
enum AccessAnswer: Hashable {
    /// The page itself, or the file.
    case shown
    /// Another page of the same area follows.
    case leadsOn
    /// The parents' or the staff's sign-in page follows.
    case signIn
    /// Signed in, but without the right.
    case forbidden
    /// As unknown as what does not exist.
    case unknown
    /// The empty form comes back, or is refused as unreadable.
    case refused
    /// Not for this method.
    case noSuchMethod

    init(_ response: HTTPResponse) {
        let location = response.headers["Location"] ?? ""
        switch response.status.code {
        case 200: self = .shown
        case 303: self = location.contains("/connexion") ? .signIn : .leadsOn
        case 403: self = .forbidden
        case 404: self = .unknown
        case 405: self = .noSuchMethod
        default: self = .refused
        }
    }
}

/// Who asks.
enum AccessVisitor: Hashable, CustomStringConvertible {
    case anonymous
    /// Of the household whose objects are asked for as its own.
    case parent
    /// Of the same household, who sees its children and decides nothing.
    case watcher
    /// Of the same household, whom a court has barred from all its children.
    case barred
    /// Of another household.
    case stranger
    case staff(StaffRole)
    /// An administrator of another town, with that town's session under this town's cookie.
    case staffOfAnotherTown
    /// A parent of another town, in the same way.
    case parentOfAnotherTown

    static let all: [AccessVisitor] =
        [.anonymous, .parent, .watcher, .barred, .stranger] + StaffRole.allCases.map { .staff($0) } + [.staffOfAnotherTown, .parentOfAnotherTown]

    var description: String {
        switch self {
        case .anonymous: "anonymous"
        case .parent: "parent"
        case .watcher: "watcher"
        case .barred: "barred"
        case .stranger: "stranger"
        case .staff(let role): role.rawValue
        case .staffOfAnotherTown: "staff of another town"
        case .parentOfAnotherTown: "parent of another town"
        }
    }
}

/// Whose thing is asked for, seen from the parent.
enum AccessObject: CaseIterable, Hashable {
    /// The parent's.
    case own
    /// The stranger's.
    case foreign
    /// Nobody's.
    case missing
}
