/// What the demo's families send.
enum DemoFile {
    /// A page without content: a PDF that every reader opens.
    static let pdf = Array(
        """
        %PDF-1.4
        1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
        2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 298 420]>>endobj
        trailer<</Root 1 0 R>>
        %%EOF

        """.utf8
    )
}
