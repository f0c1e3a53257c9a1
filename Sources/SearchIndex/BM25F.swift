import Glibc

/// The scoring formula of one layer.
///
/// ```
/// score(q, d) = w · Σ over terms t of q   qtf(t) · idf(t) · f(t, d) · (k1 + 1) / (f(t, d) + K(d))
/// idf(t)      = ln(1 + (N − n(t) + 0.5) / (n(t) + 0.5))
/// f(t, d)     = Σ over fields c   weight(c) · occurrences of t in c
/// K(d)        = k1 · (1 − b + b · length(d) / average length)
/// length(d)   = Σ over fields c   weight(c) · tokens of c in this layer
/// ```
/// w: the layer's weight; qtf(t): the weight of t in the query; N: documents in the index; n(t): documents with t; k1,
/// b: parameters of the layer. A document's score is the sum over the layers, each saturated for itself.
///
/// Frequencies of all fields are summed *before* saturation, and one length of the whole document is normalised, as in
/// BM25F; unlike the paper's variant with a normalisation per field, which collapses where some documents have no
/// title. Lengths are those that ``LengthNorms`` can represent (relative error ≤ 1/16).
/// - Source: S. Robertson, H. Zaragoza, M. Taylor, Simple BM25 extension to multiple weighted fields, CIKM 2004; idf as
///   in Lucene's `BM25Similarity`, never negative.
public struct BM25F: Sendable {
    /// Documents in the index.
    public let documentCount: Int
    /// The mean weighted length of a document in this layer; at least 1.
    public let averageLength: Float
    /// The layer's parameters.
    public let layer: LayerSchema

    /// The formula for one layer of one index.
    public init(layer: LayerSchema, documentCount: Int, totalLength: UInt64) {
        self.layer = layer
        self.documentCount = documentCount
        averageLength = documentCount == 0 ? 1 : max(1, Float(Double(totalLength) / Double(documentCount)))
    }

    /// Inverse document frequency; > 0.
    public func idf(documentFrequency: Int) -> Float {
        let n = Double(documentFrequency)
        return Float(log(1 + (Double(documentCount) - n + 0.5) / (n + 0.5)))
    }

    /// K(d) for a document's length.
    public func saturation(length: Float) -> Float {
        layer.k1 * (1 - layer.b + layer.b * length / averageLength)
    }

    /// What does not depend on the document, in units of ``Score``: w · qtf · idf · (k1 + 1), at most ``Score/maxTermUnits``.
    public func termWeight(documentFrequency: Int, queryWeight: Float) -> Float {
        let weight = layer.weight * queryWeight * idf(documentFrequency: documentFrequency) * (layer.k1 + 1)
        return min(weight * Score.unitsPerPoint, Score.maxTermUnits)
    }

    /// The score of one term in one document, in units of ``Score``; at least 1.
    @inline(__always)
    static func units(termWeight: Float, frequency: Float, saturation: Float) -> UInt32 {
        UInt32(termWeight * (frequency / (frequency + saturation))) + 1
    }

    /// f / (f + K), the part of the score that depends on the document, in 65,535ths and never too low.
    static func impact(frequency: Float, saturation: Float) -> UInt16 {
        // One step up outweighs every rounding of the floats; the impact 65,535 stands for 1, which no quotient exceeds.
        UInt16(min(65_535, (frequency / (frequency + saturation) * 65_535).rounded(.up) + 1))
    }

    /// The most that ``units(termWeight:frequency:saturation:)`` gives to postings of at most this impact.
    static func bound(termWeight: Float, impact: UInt16) -> UInt32 {
        UInt32(termWeight * (Float(impact) / 65_535)) + 1
    }
}
