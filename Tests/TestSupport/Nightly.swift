import Foundation

/// Whether the long tests run too: `make test-nightly` sets `SUFLER_NIGHTLY=1`.
public enum Nightly {
    /// Whether the variable is set.
    public static let isOn = ProcessInfo.processInfo.environment["SUFLER_NIGHTLY"] == "1"
}
