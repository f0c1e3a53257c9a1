import Foundation

/// The hashes of the terms of a layer, each with the class of its document frequency, in four bytes a slot.
///
/// A term that is not in it is taken for one with a chance of about 10⁻⁷: whoever acts on a find asks the index itself.
struct TermSet: Sendable {
    /// ⌊8·log₂ n⌋ + 1 for a document frequency n, at most 255; 0 is no term.
    typealias FrequencyClass = UInt8

    /// Open addressing with linear probing: 24 bits of the hash, then the class; 0 is free.
    private let slots: [UInt32]
    private let shift: UInt64

    /// The classes between a document frequency and twice as many.
    static let classesOfDoubling = 8

    /// Makes the set of so many terms; of equal hashes the last counts.
    init(_ terms: [(hash: UInt64, frequencyClass: FrequencyClass)]) {
        var bits: UInt64 = 4
        // At most half full: a probe reads two slots on average.
        while 1 << bits < terms.count * 2 { bits += 1 }
        shift = 64 - bits
        var slots = [UInt32](repeating: 0, count: 1 << bits)
        let mask = slots.count - 1
        for term in terms {
            let mixed = Self.mix(term.hash)
            let fingerprint = UInt32(truncatingIfNeeded: mixed) & 0xFFFF_FF00
            var slot = Int(mixed >> shift)
            while slots[slot] != 0, slots[slot] & 0xFFFF_FF00 != fingerprint { slot = (slot + 1) & mask }
            slots[slot] = fingerprint | UInt32(term.frequencyClass)
        }
        self.slots = slots
    }

    /// The class of a term; 0 when it is not in the set.
    func frequencyClass(of hash: UInt64) -> FrequencyClass {
        let mixed = Self.mix(hash)
        let fingerprint = UInt32(truncatingIfNeeded: mixed) & 0xFFFF_FF00
        var slot = Int(mixed >> shift)
        while true {
            let found = slots[slot]
            if found == 0 { return 0 }
            if found & 0xFFFF_FF00 == fingerprint { return FrequencyClass(truncatingIfNeeded: found) }
            slot = (slot + 1) & (slots.count - 1)
        }
    }

    func contains(_ hash: UInt64) -> Bool { frequencyClass(of: hash) != 0 }

    /// The class of a document frequency ≥ 1.
    static func frequencyClass(of documentFrequency: Int) -> FrequencyClass {
        // Most terms are in one document: no logarithm for them.
        documentFrequency <= 1
            ? 1
            : FrequencyClass(min(254, Int(Double(classesOfDoubling) * log2(Double(max(1, documentFrequency))))) + 1)
    }

    /// ln of the least document frequency of a class.
    static func logFrequency(_ frequencyClass: FrequencyClass) -> Float {
        Float(frequencyClass - 1) / Float(classesOfDoubling) * 0.693_147_2
    }

    /// Spreads a polynomial hash over all bits.
    /// - Source: the finaliser of MurmurHash3, A. Appleby.
    static func mix(_ hash: UInt64) -> UInt64 {
        var mixed = hash
        mixed = (mixed ^ (mixed >> 33)) &* 0xFF51_AFD7_ED55_8CCD
        mixed = (mixed ^ (mixed >> 33)) &* 0xC4CE_B9FE_1A85_EC53
        return mixed ^ (mixed >> 33)
    }
}
