import CAllocationCounter
import EvaluationHarness

/// Times and heap allocations of queries that are run several times in one thread.
struct QueryBenchmark {
    /// The best time of each query in microseconds; infinite before its first measured run.
    private(set) var bestMicroseconds: [Double]
    /// Heap allocations of the latest run of each query.
    private(set) var allocations: [UInt64]

    private let clock = ContinuousClock()

    init(queryCount: Int) {
        bestMicroseconds = Array(repeating: .infinity, count: queryCount)
        allocations = Array(repeating: 0, count: queryCount)
    }

    /// Whether ``allocations`` means anything on this system.
    static var countsAllocations: Bool { sf_allocation_counter_is_available() }

    /// Runs each query once; the times of a warm-up are not kept.
    mutating func runRound(isWarmUp: Bool, _ query: (_ index: Int) throws -> Void) rethrows {
        for index in bestMicroseconds.indices {
            let allocationsBefore = sf_allocation_count()
            let start = clock.now
            try query(index)
            let microseconds = (clock.now - start).microseconds
            allocations[index] = sf_allocation_count() - allocationsBefore
            if !isWarmUp { bestMicroseconds[index] = min(bestMicroseconds[index], microseconds) }
        }
    }
}
