import Foundation
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
            OVERVIEW: Check the articles and bring the index up to date.

            Every problem is printed with file, line and remedy. Articles with errors are
            left out and the exit code is 1; --strict then builds nothing. An index of the
            same version is updated: only new and changed articles are indexed again. It is
            built anew when it is damaged or more than half of its articles change. Readers
            of the old generation are not disturbed. With --watch edits are indexed as soon
            as files are saved; an article that has become invalid stays as it was. With
            --corpus a file of plain documents is indexed instead: JSON lines with _id,
            title and text, plain or gzip-compressed.

            USAGE: sufler index [--knowledge <knowledge>] [--index <index>] [--today <today>] [--corpus <corpus>] [--layers <layers>] [--threads <threads>] [--strict] [--rebuild] [--watch] [--json]

            OPTIONS:
              --knowledge <knowledge> Folder of articles. Default: $SUFLER_KNOWLEDGE, else
                                      knowledge.
              --index <index>         Folder of the index. Default: $SUFLER_INDEX, else
                                      index.
              --today <today>         The day on which articles must be in force,
                                      YYYY-MM-DD. Default: today.
              --corpus <corpus>       Index this file of plain documents instead of
                                      articles.
              --layers <layers>       With --corpus: only these layers of the schema, such
                                      as stem,root. Default: all.
              --threads <threads>     With --corpus: index so many parts of the file at the
                                      same time. The index is the same. (default: 1)
              --strict                Build nothing if any article has an error.
              --rebuild               Build the index from scratch.
              --watch                 Go on and index edits as they are saved, until
                                      SIGTERM or Ctrl+C.
              --json                  Print JSON; with --watch a line for each update.
              --version               Show the version.
              -h, --help              Show help information.
            """
        let help = try CommandLineTool.run(["index", "--help"], environment: ["COLUMNS": "80"])
        #expect(help.standardOutput.trimmingCharacters(in: .newlines) == expected)
    }

    @Test func `the version is printed`() throws {
        #expect(try CommandLineTool.run(["--version"]).standardOutput == "0.1.0\n")
    }
}
