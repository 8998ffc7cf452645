import HTMLTemplates
import PortalCore

extension StaffContext {
    /// How many things wait in each queue that the member may work through.
    func waiting(in queues: [DeskQueue]) throws -> [DeskQueue: Int] {
        var counts: [DeskQueue: Int] = [:]
        for queue in queues where member.role.has(queue.right) { counts[queue] = try count(queue) }
        return counts
    }

    private func count(_ queue: DeskQueue) throws -> Int {
        switch queue {
        case .leaves: try nurseryDesk.askedCount()
        case .absences: try absences.inbox(.toJudge, for: member).count
        case .documents: try documentDesk.waitingCounts(for: member).values.reduce(0, +)
        case .askedBookings: try askedBookings.waiting().count
        case .recognitions: try recognitions.waitingCount()
        case .changes: try ChangeService(site.portal).waitingCount(for: member.id) + custodyWishes.waiting().count
        case .incomes: try FamilyCheckService(site.portal).unverified().count
        case .removals: try householdDesk.askedRemovals().count
        case .erasures: try ErasureService(site.portal).waitingCount()
        case .addresses: try UnreachableAddressService(site.portal).count()
        }
    }
}
