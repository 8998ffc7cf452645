/// One numbered, append-only step of the schema, written once for both engines.
///
/// Tokens stand for what the dialects spell differently: `{id}` an assigned integer key, `{int}` a 64-bit integer, `{text}` text that sorts
/// by byte, `{blob}` bytes, `{strict}` and `{clustered}` the table options (`clustered`: rows kept in the order of their primary key), and `{school year}` the year in which the
/// current school year began.
/// A statement `{append_only} TABLE` stands for the triggers that refuse to change or delete the table's rows.
package struct Migration: Sendable {
    package let number: Int
    package let name: String
    package let statements: [String]
}

extension Migration {
    /// Every migration, in order. A released one is never edited.
    package static let all: [Migration] = [
        .portalSkeleton,
        .passwords,
        .familyTies,
        .accountSafety,
        .staff,
        .catalogueVersion,
        .waysIn,
        .changes,
        .custody,
        .secondFactors,
        .leaving,
        .childSheets,
        .outboxAnswers,
        .lastWrites,
        .sharedCounters,
        .bookingTerms,
        .openings,
        .waitingList,
        .desk,
        .rollCall,
        .absences,
        .calendarFeeds,
        .datedRules,
        .keyCampaigns,
        .familyChecks,
        .onceOnly,
        .identities,
        .officialQuotients,
        .supportingDocuments,
        .arrears,
        .documentOccasions,
        .keysByChild,
        .retention,
        .declaredClosures,
        .nursery,
        .unreachableAddresses,
        .datedMarks,
        .waitingOrders,
        .buses,
        .absenceAmounts,
        .activitySettings,
        .outings,
        .schooling,
        .checkReminders,
        .changeAssignments,
        .scannedCertificates,
        .publishedDocumentTypes,
        .expectedTimes,
        .askedBusStops,
        .keptCharges,
        .careAbsences,
        .careRollCall,
    ]

    /// Kept with the migration once it is applied, so that a schema made from other words is not mistaken for this one.
    var digest: String { Sodium.urlSafeText(Sodium.digest(Array(statements.joined(separator: ";\n").utf8), key: [])) }

    /// Refuses a schema that knows more than this program, or that was made by other words under the same number.
    ///
    /// - Parameter applied: the digest of each migration that the schema has had, by its number.
    static func check(_ applied: [Int: String], within known: [Migration]) throws(DatabaseError) {
        if let newest = applied.keys.max(), newest > known.map(\.number).max() ?? 0 { throw .newerSchema(newest) }
        for migration in known {
            if let digest = applied[migration.number], digest != migration.digest { throw .otherSchema(migration.number) }
        }
    }
}
