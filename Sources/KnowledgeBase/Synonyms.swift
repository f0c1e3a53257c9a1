/// Names of the same things: «ЛК» and «личный кабинет».
public struct Synonyms: Equatable, Sendable {
    /// Names that are searched for each other.
    public struct Group: Equatable, Sendable {
        /// The names for which others are searched.
        public let from: [String]
        /// The names that are searched beside them.
        public let to: [String]

        /// Makes a group; for names that all stand for each other both lists are the same.
        public init(from: [String], to: [String]) {
            self.from = from
            self.to = to
        }
    }

    /// The groups in the order of the file.
    public let groups: [Group]

    /// Makes synonyms; none by default.
    public init(groups: [Group] = []) {
        self.groups = groups
    }
}
