extension NurseryDesk {
    /// The hours of a nursery's contracts in a month.
    package func months(in activity: Activity, _ month: Month) throws -> [(contract: CareContract, month: CareMonth)] {
        try files(in: activity, month.firstDay...month.lastDay).map { ($0.contract, $0.month(month, in: catalogue.calendar)) }
    }

    func files(in activity: Activity, _ days: ClosedRange<CivilDate>) throws -> [CareFile] {
        try portal.database.read { try CareFileStore($0, catalogue).files(at: activity, days) }
    }
}
