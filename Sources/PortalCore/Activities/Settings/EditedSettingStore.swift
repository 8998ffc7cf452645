/// A part of an activity that both its definition and the admin pages say. The raw value is what its row holds.
enum ActivitySetting: String, CaseIterable, Hashable, Sendable {
    case rules = "délais datés"
    case horizons = "ouverture"
    case windows = "fenêtres"
    case extraDays = "jours ajoutés"
    case times = "heures demandées aux familles"
}

extension ActivityChange {
    /// The part of a definition that it changes; nil for what no definition holds.
    var setting: ActivitySetting? {
        switch self {
        case .extraDays, .extraDayRemoval: .extraDays
        case .horizon, .horizonRemoval: .horizons
        case .window, .windowRemoval: .windows
        case .times: .times
        case .places: nil
        }
    }
}

/// What the admin pages have changed since the last import, so that a file that knows nothing of it does not undo it in silence.
struct EditedSettingStore {
    private let transaction: any Transaction

    init(_ transaction: any Transaction) {
        self.transaction = transaction
    }

    func note(_ setting: ActivitySetting, of activity: Identifier<Activity>, by member: Identifier<StaffMember>, at now: Instant) throws {
        try transaction.execute(
            """
            INSERT INTO edited_settings (activity_id, setting, edited_at, edited_by) VALUES ($1, $2, $3, $4)
            ON CONFLICT (activity_id, setting) DO UPDATE SET edited_at = excluded.edited_at, edited_by = excluded.edited_by
            """,
            activity,
            setting.rawValue,
            now,
            member
        )
    }

    /// The settings that a definition would undo, in words: "les fenêtres de « Mercredis » (Nadia Benali, le 3 novembre 2026)".
    func undone(by definition: PortalDefinition, over current: PortalDefinition) throws -> [String] {
        let edited = try transaction.query(
            """
            SELECT a.code, a.name, e.setting, e.edited_at, m.first_name || ' ' || m.last_name
            FROM edited_settings e JOIN activities a ON a.id = e.activity_id JOIN staff_members m ON m.id = e.edited_by
            ORDER BY a.position, e.setting
            """
        ) { try (code: $0[0] as String, name: $0[1] as String, setting: $0[2] as String, at: $0[3] as Instant, by: $0[4] as String) }
        return edited.compactMap { edit in
            guard let setting = ActivitySetting(rawValue: edit.setting),
                let activity = definition.activities.first(where: { $0.code == edit.code }),
                let now = current.activities.first(where: { $0.code == edit.code }), !setting.isSame(in: activity, and: now)
            else { return nil }
            return "\(quoted(setting.rawValue)) de \(quoted(edit.name)) (\(edit.by), le \(ParisTime.date(edit.at).frenchWithoutWeekday))"
        }
    }

    /// An import has had its say.
    func forget() throws { try transaction.execute("DELETE FROM edited_settings") }

    /// The activity goes.
    func forget(_ activity: Identifier<Activity>) throws {
        try transaction.execute("DELETE FROM edited_settings WHERE activity_id = $1", activity)
    }
}

extension ActivityDefinition {
    /// By unit; those that ask for nothing are left out.
    fileprivate var askedTimes: [String: AskedTimes] {
        Dictionary(units.filter { $0.askedTimes != .none }.map { ($0.code, $0.askedTimes) }, uniquingKeysWith: { first, _ in first })
    }
}

extension ActivitySetting {
    fileprivate func isSame(in one: ActivityDefinition, and other: ActivityDefinition) -> Bool {
        switch self {
        case .rules: one.datedRules == other.datedRules
        case .horizons: one.terms.horizon == other.terms.horizon && one.terms.datedHorizons == other.terms.datedHorizons
        case .windows: one.terms.windows == other.terms.windows
        case .extraDays: one.extraDays == other.extraDays
        case .times: one.askedTimes == other.askedTimes
        }
    }
}
