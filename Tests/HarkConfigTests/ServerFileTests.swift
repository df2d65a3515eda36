import HarkCore
import Testing

@Suite("hark.yaml") struct ServerFileTests {
    @Test func aMinimalFileGetsSensibleDefaults() throws {
        let folder = try Folder(["hark.yaml": "listen: 127.0.0.1:9000\n"])
        defer { folder.remove() }
        let read = try folder.load()
        #expect(read.host == "127.0.0.1")
        #expect(read.port == 9000)
        #expect(read.publicURL == "http://127.0.0.1:9000")
        #expect(read.database == "hark.sqlite")
        #expect(read.keywords == folder.path + "/keywords")
        #expect(read.mail == nil)
    }

    @Test func everyKeyIsRead() throws {
        let text = """
            listen: "[::1]:0"
            public_url: https://hark.example/
            database: /var/lib/hark/hark.sqlite
            keywords: /etc/hark/words
            mail: {host: smtp.example, security: tls, username: h, password: env:P, from: hark@example.com}
            """
        let read = try configuration(["hark.yaml": text], ["P": "s3cret"])
        #expect(read.host == "::1")
        #expect(read.port == 0)
        #expect(read.publicURL == "https://hark.example")
        #expect(read.keywords == "/etc/hark/words")
        #expect(read.mail?.port == 465)
        #expect(read.mail?.password?.reveal() == "s3cret")
    }

    @Test(arguments: [
        ("listen: 8425", "hark.yaml:1: “listen”: “8425” is no address"),
        ("listen: 127.0.0.1:70000", "port 0 to 65535"),
        ("listen: [1, 2]", "“listen” must be a single value, here is a list"),
        ("# a comment\npublic_url: hark.example", "hark.yaml:2: “public_url”"),
        ("public_url: https://hark.example/path", "nothing after it"),
        ("databse: x", "unknown key “databse”; did you mean “database”?"),
        ("mail: {host: h, from: nobody}", "“nobody” is no mail address"),
        (
            "mail:\n  host: h\n  from: a@b.example\n  port: 0",
            "hark.yaml:4: “port”: “0” is no whole number from 1 to 65535"
        ),
        ("mail: {host: h, from: a@b.example, security: ssl}", "“ssl” is not known; known here: tls, starttls, none"),
        ("mail: {from: a@b.example}", "“host” is missing"),
        ("mail: {host: h, from: a@b.example, username: u}", "“username” and “password” go together"),
    ])
    func aMistakeIsNamedWithItsLine(_ text: String, _ expected: String) throws {
        let found = try problems(["hark.yaml": text])
        #expect(found.count == 1 && found[0].contains(expected), "\(found)")
    }
}
