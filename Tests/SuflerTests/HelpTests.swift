import Testing

struct HelpTests {
    @Test func `the help lists the commands and the exit codes`() throws {
        let help = try CommandLineTool.run(["--help"])
        #expect(help.status == 0)
        for word in [
            "index", "search", "suggest", "serve", "verify", "analyze", "eval", "EXIT CODES",
            "65  the input is malformed",
        ] {
            #expect(help.standardOutput.contains(word), "\(word)")
        }
    }

    @Test(arguments: ["index", "search", "suggest", "serve", "verify", "analyze", "eval"])
    func `every command explains itself`(command: String) throws {
        let help = try CommandLineTool.run([command, "--help"])
        #expect(help.status == 0)
        #expect(help.standardOutput.contains("OVERVIEW:"))
        #expect(help.standardOutput.contains("USAGE: sufler \(command)"))
    }

    @Test func `the help of index names every option`() throws {
        let expected = """
            PLACEHOLDER
            """
        #expect(try CommandLineTool.run(["index", "--help"], environment: ["COLUMNS": "80"]).standardOutput == expected + "\n")
    }

    @Test func `the version is printed`() throws {
        #expect(try CommandLineTool.run(["--version"]).standardOutput == "0.1.0\n")
    }
}
