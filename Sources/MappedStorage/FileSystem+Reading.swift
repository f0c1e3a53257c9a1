import Glibc

extension FileSystem {
    /// The names in a folder, sorted; without `.` and `..`.
    ///
    /// - Throws: `.notFound` or `.system`.
    public static func names(in path: String) throws(StorageError) -> [String] {
        guard let directory = unsafe opendir(path) else {
            throw errno == ENOENT ? .notFound(file: path) : .system(operation: "list", file: path, code: errno)
        }
        defer { unsafe closedir(directory) }
        var names: [String] = []
        while let entry = unsafe readdir(directory) {
            let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// Whether something exists at the path.
    public static func exists(_ path: String) -> Bool {
        unsafe access(path, F_OK) == 0
    }

    /// The folder of a path; `.` for a bare name.
    static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
