// SPDX-License-Identifier: Apache-2.0
import CofferTesting
import Testing

@testable import CofferBase

@Suite("The least recently used goes first")
struct LRUCacheTests {
    @Test("it does what a plain list would do", arguments: [1, 2, 5])
    func model(capacity: Int) {
        var random = SeededRandom(seed: 4)
        var cache = LRUCache<Int, Int>(capacity: capacity)
        var model: [(key: Int, value: Int)] = []
        for step in 0..<20_000 {
            let key = Int.random(in: 0..<12, using: &random)
            let found = model.firstIndex { $0.key == key }
            switch Int.random(in: 0..<20, using: &random) {
            case 0..<9:
                #expect(cache.value(for: key) == found.map { model[$0].value })
                if let found { model.append(model.remove(at: found)) }
            case 9..<17:
                let old = cache.insert(step, for: key)
                if let found {
                    #expect(old == model.remove(at: found).value)
                } else {
                    #expect(old == (model.count == capacity ? model.removeFirst().value : nil))
                }
                model.append((key, step))
            case 17..<19:
                #expect(cache.remove(key) == found.map { model.remove(at: $0).value })
            default:
                let gone = cache.removeAll { $0 % 3 == key % 3 }
                #expect(gone.count == model.count { $0.key % 3 == key % 3 })
                model.removeAll { $0.key % 3 == key % 3 }
            }
            #expect(cache.count == model.count)
        }
    }

    @Test("at least one entry is kept")
    func none() {
        var cache = LRUCache<String, Int>(capacity: 0)
        cache.insert(1, for: "a")
        #expect(cache.insert(2, for: "b") == 1)
        #expect(cache.value(for: "b") == 2 && cache.count == 1)
    }
}
