import Testing

@testable import PortalServer

@Suite struct FormFieldsTests {
    @Test func `a form is read in the order of its page`() throws {
        let form = try FormFields(urlEncoded: Array("jour=2026-11-04&jour=2026-11-18&nom=L%C3%A9a+Dupont&vide=&seul".utf8))
        #expect(form.all("jour") == ["2026-11-04", "2026-11-18"])
        #expect(form["nom"] == "Léa Dupont")
        #expect(form["vide"] == "" && form["seul"] == "" && form["absent"] == nil)
        #expect(form.names == ["jour", "nom", "vide", "seul"])
    }

    @Test func `what is not well encoded is refused, not repaired`() {
        for text in ["a=%", "a=%4", "a=%zz", "a=%C3", "%ff=1", "a=%C0%AF", "a=%00"] {
            #expect(throws: FormError.malformed) { try FormFields(urlEncoded: Array(text.utf8)) }
        }
    }

    @Test func `a form has limits`() {
        let limits = FormLimits(fieldCount: 2, nameBytes: 4, valueBytes: 4)
        #expect(throws: FormError.tooManyFields) { try FormFields(urlEncoded: Array("a=1&b=2&c=3".utf8), limits: limits) }
        #expect(throws: FormError.fieldTooLong) { try FormFields(urlEncoded: Array("abcde=1".utf8), limits: limits) }
        #expect(throws: FormError.fieldTooLong) { try FormFields(urlEncoded: Array("a=12345".utf8), limits: limits) }
    }

    @Test func `only the form content type is a form`() throws {
        let types = [
            "application/x-www-form-urlencoded", "Application/X-WWW-Form-Urlencoded; charset=UTF-8",
            "application/x-www-form-urlencoded ;charset=utf-8",
        ]
        for type in types {
            let request = try HTTPRequest(.post, "/", headers: ["content-type": type], body: Array("a=1".utf8))
            #expect(try request.form == ["a": "1"])
        }
        for headers: HTTPHeaders in [[:], ["Content-Type": "text/plain"]] {
            let request = try HTTPRequest(.post, "/", headers: headers, body: Array("a=1".utf8))
            #expect(throws: FormError.notAForm) { try request.form }
        }
    }
}
