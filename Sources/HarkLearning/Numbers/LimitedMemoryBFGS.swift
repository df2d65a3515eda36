/// Finds the lowest point of a smooth convex function: limited-memory BFGS with a backtracking line search (Nocedal and
/// Wright, Numerical Optimization, algorithm 7.5). One thread, one order of additions: the same result every time.
struct LimitedMemoryBFGS {
    /// How many steps are remembered.
    var memory = 8
    /// How many steps are made at most.
    var steps = 60
    /// Stops when a step wins less than this share of the value.
    var tolerance = 1e-6

    private struct Pair {
        var step: [Double]
        var change: [Double]
        var curvature: Double
    }

    /// The lowest point found from a start; `evaluate` writes the gradient and returns the value.
    func minimum(from start: [Double], _ evaluate: ([Double], inout [Double]) -> Double) -> [Double] {
        var point = start
        var gradient = [Double](repeating: 0, count: start.count)
        var value = evaluate(point, &gradient)
        var pairs: [Pair] = []
        for _ in 0..<steps {
            let direction = direction(gradient, pairs)
            let slope = dot(direction, gradient)
            guard slope < 0 else { break }
            var length = pairs.isEmpty ? 1 / max(1, dot(gradient, gradient).squareRoot()) : 1
            var next = point
            var nextGradient = gradient
            var nextValue = value
            var tries = 0
            repeat {
                for index in next.indices { next[index] = point[index] + length * direction[index] }
                nextValue = evaluate(next, &nextGradient)
                length /= 2
                tries += 1
            } while nextValue > value + 1e-4 * length * 2 * slope && tries < 20
            guard nextValue < value else { break }
            remember(&pairs, point, next, gradient, nextGradient)
            let gain = value - nextValue
            point = next
            gradient = nextGradient
            value = nextValue
            if gain < tolerance * max(abs(value), 1e-12) { break }
        }
        return point
    }

    private func remember(
        _ pairs: inout [Pair],
        _ point: [Double],
        _ next: [Double],
        _ gradient: [Double],
        _ nextGradient: [Double]
    ) {
        var step = point
        var change = gradient
        for index in step.indices {
            step[index] = next[index] - point[index]
            change[index] = nextGradient[index] - gradient[index]
        }
        let curvature = dot(step, change)
        guard curvature > 1e-12 else { return }
        if pairs.count == memory { pairs.removeFirst() }
        pairs.append(Pair(step: step, change: change, curvature: curvature))
    }

    private func direction(_ gradient: [Double], _ pairs: [Pair]) -> [Double] {
        var q = gradient
        var alphas: [Double] = []
        for pair in pairs.reversed() {
            let alpha = dot(pair.step, q) / pair.curvature
            alphas.append(alpha)
            add(&q, -alpha, pair.change)
        }
        if let last = pairs.last {
            let scale = last.curvature / dot(last.change, last.change)
            for index in q.indices { q[index] *= scale }
        }
        for (pair, alpha) in zip(pairs, alphas.reversed()) {
            let beta = dot(pair.change, q) / pair.curvature
            add(&q, alpha - beta, pair.step)
        }
        for index in q.indices { q[index] = -q[index] }
        return q
    }

    private func add(_ target: inout [Double], _ factor: Double, _ other: [Double]) {
        for index in target.indices { target[index] += factor * other[index] }
    }

    private func dot(_ left: [Double], _ right: [Double]) -> Double {
        var sum = 0.0
        for index in left.indices { sum += left[index] * right[index] }
        return sum
    }
}
