extension Migration {
    /// The buses of which families have to say the stops before they book.
    static let askedBusStops = Migration(
        number: 59,
        name: "asked bus stops",
        statements: ["ALTER TABLE bus_networks ADD COLUMN is_required {int} NOT NULL DEFAULT 0"]
    )
}
