import Testing

@testable import HTMLTemplates

@Suite struct AssetAddressTests {
    @Test func `a page names its files by the addresses it was given, and by no other`() {
        let assets = AssetAddresses { "/assets/\($0)?v=1&x" }
        let page = PageLayout(.site, title: "Essai", script: .planning) { IconView(.home) }
        let html = String(decoding: render(page, assets: assets), as: UTF8.self)
        for address in ["portal.css?v=1&amp;x\"", "icons.svg?v=1&amp;x\"", "icons.svg?v=1&amp;x#home\"", "planning.js?v=1&amp;x\""] {
            #expect(html.contains("\"/assets/\(address)"))
        }
        #expect(html.split(separator: "/assets/").dropFirst().allSatisfy { $0.contains("?v=1&amp;x") })
    }
}
