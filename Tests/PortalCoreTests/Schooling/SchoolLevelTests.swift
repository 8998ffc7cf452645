import Testing

@testable import PortalCore

@Suite struct SchoolLevelTests {
    @Test func `a class as towns write it, and the next one`() {
        let cases: [(String, SchoolLevel?, String?)] = [
            ("PS", .ps, "MS"), ("ms", .ms, "GS"), ("Grande section", .gs, "CP"), ("CP", .cp, "CE1"), ("CE1 B", .ce1, "CE2"),
            ("CE2 (classe de Mme Aubry)", .ce2, "CM1"), ("CM2", .cm2, nil), ("6ème", .sixth, "5e"), ("3e", .third, nil), ("TPS", .tps, "PS"),
            ("CE1-CE2", nil, nil), ("ULIS", nil, nil), ("", nil, nil),
        ]
        for (text, level, next) in cases {
            #expect(SchoolLevel(schoolClass: text) == level, "\(text)")
            #expect(SchoolLevel(schoolClass: text)?.next?.name == next, "\(text)")
        }
    }

    @Test func `what the rule says of a child`() {
        let successions = ["École maternelle Mermoz": "École élémentaire Mermoz"]
        let cases: [(String, String, PassageStep)] = [
            ("École maternelle Mermoz", "PS", .moves(school: "École maternelle Mermoz", schoolClass: "MS")),
            ("École maternelle Mermoz", "GS", .moves(school: "École élémentaire Mermoz", schoolClass: "CP")),
            ("École maternelle du Parc", "GS", .unclear), ("École Jules-Ferry", "GS", .moves(school: "École Jules-Ferry", schoolClass: "CP")),
            ("École élémentaire Mermoz", "CM2", .leaves), ("École élémentaire Mermoz", "CE1-CE2", .unclear),
        ]
        for (school, schoolClass, step) in cases {
            #expect(PassageStep(school: school, schoolClass: schoolClass, successions: successions) == step, "\(school) \(schoolClass)")
        }
    }

    @Test func `a school year's name`() {
        #expect(SchoolYear(name: "2026-2027") == SchoolYear(startYear: 2026))
        for wrong in ["", "2026", "2026-2028", "2026-2027-2028", "26-27", "-2026-2027"] { #expect(SchoolYear(name: wrong) == nil, "\(wrong)") }
    }
}
