/// Letters that are read or typed for digits: `О` for 0, `З` for 3, `l` for 1, `б` for 6.
enum LetterDigit {
    /// The digit that a letter looks like, or `nil`.
    ///
    /// Both scripts, large and small. - Source: our own list, after confusions of text recognition.
    static func value(of scalar: UInt32) -> UInt8? {
        switch scalar {
        case 0x4F, 0x6F, 0x41E, 0x43E: 0
        case 0x49, 0x6C: 1
        case 0x417, 0x437: 3
        case 0x431: 6
        default: nil
        }
    }
}
