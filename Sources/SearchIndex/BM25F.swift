import Glibc

/// The scoring formula of one layer.
///
/// ```
/// score(q, d) = w · Σ over terms t of q   qtf(t) · idf(t) · (k1 + 1) · impact(t, d)
/// impact(t, d) = f(t, d) / (f(t, d) + K(d)), rounded to 255ths, at least 1/255
/// idf(t)      = ln(1 + (N − n(t) + 0.5) / (n(t) + 0.5))
/// f(t, d)     = Σ over fields c   weight(c) · occurrences of t in c
/// K(d)        = k1 · (1 − b + b · length(d) / pivot)
/// length(d)   = Σ over fields c   weight(c) · tokens of c in this layer
/// ```
/// w: the layer's weight; qtf(t): the weight of t in the query; N: documents in the index; n(t): documents with t; k1, b: parameters of the
/// layer; pivot: the average length when the index was built. A document's score is the sum over the layers, each saturated for itself.
///
/// Frequencies of all fields are summed *before* saturation, and one length of the whole document is normalised, as in BM25F; unlike the
/// paper's variant with a normalisation per field, which collapses where some documents have no title. Lengths are those that ``LengthNorms`` can
/// represent (relative error ≤ 1/16). Impacts are computed when the index is written: the search multiplies and adds whole numbers.
/// - Source: S. Robertson, H. Zaragoza, M. Taylor, Simple BM25 extension to multiple weighted fields, CIKM 2004; idf as in Lucene's
///   `BM25Similarity`, never negative.
public struct BM25F: Sendable {
    /// The layer's parameters.
    public let layer: LayerSchema

    /// The formula for one layer.
    public init(layer: LayerSchema) {
        self.layer = layer
    }

    /// Inverse document frequency; > 0.
    public static func idf(documentFrequency: Int, documentCount: Int) -> Float {
        let n = Double(documentFrequency)
        return Float(log(1 + (Double(documentCount) - n + 0.5) / (n + 0.5)))
    }

    /// K(d) for a document's length; `pivot` ≥ 1.
    public func saturation(length: Float, pivot: Float) -> Float {
        layer.k1 * (1 - layer.b + layer.b * length / pivot)
    }

    /// What does not depend on the document, in points: w · qtf · idf · (k1 + 1).
    public func weight(idf: Float, queryWeight: Float) -> Float {
        layer.weight * queryWeight * idf * (layer.k1 + 1)
    }

    /// The pivot for so many documents whose lengths add up to `totalLength`: their average, at least 1.
    static func pivot(totalLength: UInt64, documentCount: Int) -> Float {
        documentCount == 0 ? 1 : max(1, Float(Double(totalLength) / Double(documentCount)))
    }
}
