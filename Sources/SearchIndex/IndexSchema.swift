public import TextAnalysis

/// What an index holds: the fields of a document and the layers they are indexed in.
public struct IndexSchema: Equatable, Sendable {
    /// Names of the fields, in the order in which documents give their texts.
    public let fields: [String]
    /// The layers, in the order in which their scores are summed.
    public let layers: [LayerSchema]

    /// Checks and makes a schema.
    ///
    /// - Throws: `.invalidSchema` when there are no fields or not 1 to 255 layers, a layer does not weigh every field
    ///   or all its weights are 0, or a parameter is out of its range.
    public init(fields: [String], layers: [LayerSchema]) throws(IndexError) {
        guard !fields.isEmpty, !layers.isEmpty, layers.count < 256 else {
            throw .invalidSchema(reason: "an index needs fields and 1 to 255 layers")
        }
        for layer in layers {
            guard layer.fieldWeights.count == fields.count, layer.fieldWeights.contains(where: { $0 > 0 }) else {
                throw .invalidSchema(reason: "the layer \(layer.name) must weigh each of the \(fields.count) fields")
            }
            guard layer.k1 >= 0, layer.k1.isFinite, (0...1).contains(layer.b), layer.weight > 0, layer.weight.isFinite
            else {
                throw .invalidSchema(
                    reason: "the layer \(layer.name) needs a finite k1 ≥ 0, 0 ≤ b ≤ 1 and a weight above 0")
            }
        }
        self.fields = fields
        self.layers = layers
    }
}

/// One layer: an analysis of some fields with its own terms, statistics and BM25F parameters.
public struct LayerSchema: Equatable, Sendable {
    /// A name for explanations, such as `stem`.
    public let name: String
    /// How words become terms.
    public let analysis: AnalysisLayer
    /// For each field how often one occurrence counts; 0 leaves the field out.
    public let fieldWeights: [UInt8]
    /// BM25F's saturation of frequencies.
    public let k1: Float
    /// BM25F's length normalisation, from 0 to 1.
    public let b: Float
    /// The factor of this layer's score in the sum over the layers.
    public let weight: Float

    /// Makes a layer; ``IndexSchema`` checks it.
    public init(name: String, analysis: AnalysisLayer, fieldWeights: [UInt8], k1: Float, b: Float, weight: Float) {
        self.name = name
        self.analysis = analysis
        self.fieldWeights = fieldWeights
        self.k1 = k1
        self.b = b
        self.weight = weight
    }
}
