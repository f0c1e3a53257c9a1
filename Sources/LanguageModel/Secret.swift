import Foundation

/// A key: it can be used, and cannot be shown.
///
/// Its description, its debug description and its mirror say nothing of it.
public struct Secret: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The key, for a header of a request and nothing else.
    let value: String

    /// Takes a key.
    public init(_ value: String) { self.value = value }

    /// The same for every key.
    public var description: String { "<hidden>" }
    /// The same for every key.
    public var debugDescription: String { description }
    /// Without children.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// Where a key is to be found.
public enum SecretSource: Hashable, Sendable {
    /// No key: a server of one's own without any.
    case none
    /// A variable of the environment, by name.
    case environment(String)
    /// A file that holds the key alone, by path; spaces and line ends around it are not part of it.
    case file(String)

    /// The most bytes of a key.
    private static let longestByteCount = 1 << 16

    /// Fetches the key.
    ///
    /// - Throws: `.configuration` naming the variable or the file when there is none, or it is empty or has control characters.
    func secret(provider: String, environment: [String: String]) throws(ModelError) -> Secret? {
        switch self {
        case .none: return nil
        case .environment(let name):
            guard let secret = Self.checked(environment[name]) else {
                throw .configuration(provider: provider, setting: name)
            }
            return secret
        case .file(let path):
            guard let secret = Self.checked(Self.text(of: path)) else {
                throw .configuration(provider: provider, setting: path)
            }
            return secret
        }
    }

    private static func text(of path: String) -> String? {
        guard let handle = FileHandle(forReadingAtPath: path) else { return nil }
        do {
            let data = try handle.read(upToCount: longestByteCount + 1) ?? Data()
            try handle.close()
            return data.count > longestByteCount ? nil : String(data: data, encoding: .utf8)
        } catch {
            // A file that cannot be read has no key: the caller names it.
            return nil
        }
    }

    private static func checked(_ text: String?) -> Secret? {
        guard let value = text?.trimmingCharacters(in: .whitespacesAndNewlines), !value.isEmpty,
            value.isHeaderText
        else { return nil }
        return Secret(value)
    }
}

extension String {
    /// Whether it may stand in a header line or a URL: nothing that could end the line.
    var isHeaderText: Bool { utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F } }
}
