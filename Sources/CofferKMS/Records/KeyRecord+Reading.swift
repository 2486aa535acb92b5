// SPDX-License-Identifier: Apache-2.0
internal import CofferBase

extension KeyRecord {
    /// Reads the document by hand. Foundation's decoder takes ten times as long, which is most of what a call costs with a
    /// key that was not used lately. Nil for whatever isn't as `JSONEncoder` writes it: that decoder has the last word.
    public static func read(_ document: [UInt8]) -> KeyRecord? {
        guard let json = try? JSONValue(parsing: document), let id = json["id"]?.string,
            let createdAt = json["createdAt"]?.integer, let description = json["description"]?.string,
            let state = (json["state"]?.string).flatMap({ KeyState(rawValue: $0) }), let spec = json["spec"]?.string,
            let usage = json["usage"]?.string, let origin = json["origin"]?.string,
            let manager = (json["manager"]?.string).flatMap({ Manager(rawValue: $0) }),
            let isMultiRegion = json["isMultiRegion"]?.bool, let policy = json["policy"]?.string,
            let tags = tags(json["tags"]), let aliases = texts(json["aliases"]),
            let materials = json["materials"]?.array?.compactMap({ KeyMaterial($0) }),
            materials.count == json["materials"]?.array?.count
        else { return nil }
        var record = KeyRecord(
            id: id, createdAt: createdAt, description: description, state: state, spec: spec, usage: usage, origin: origin,
            manager: manager, isMultiRegion: isMultiRegion, policy: policy, tags: tags, aliases: aliases,
            materials: materials, currentMaterial: json["currentMaterial"]?.string)
        record.publicKey = json["publicKey"]?.string
        record.deletionDate = json["deletionDate"]?.integer
        record.pendingWindowInDays = (json["pendingWindowInDays"]?.integer).flatMap { Int(exactly: $0) }
        if let rotation = json["rotation"] {
            guard let period = (rotation["periodInDays"]?.integer).flatMap({ Int(exactly: $0) }),
                let next = rotation["nextAt"]?.integer
            else { return nil }
            record.rotation = Rotation(periodInDays: period, nextAt: next)
        }
        if let regions = json["multiRegion"] {
            guard let primary = regions["primary"]?.string, let replicas = texts(regions["replicas"]) else { return nil }
            record.multiRegion = MultiRegion(primary: primary, replicas: replicas)
        }
        if let transition = json["transition"] {
            guard let state = (transition["state"]?.string).flatMap({ KeyState(rawValue: $0) }),
                let until = transition["until"]?.integer
            else { return nil }
            record.transition = Transition(state: state, until: until)
        }
        return record
    }

    /// Names and values in turns.
    private static func tags(_ json: JSONValue?) -> [ExactString: String]? {
        guard let list = texts(json), list.count.isMultiple(of: 2) else { return nil }
        var tags: [ExactString: String] = [:]
        for index in stride(from: 0, to: list.count, by: 2) { tags[ExactString(list[index])] = list[index + 1] }
        return tags
    }

    private static func texts(_ json: JSONValue?) -> [String]? {
        guard let list = json?.array else { return nil }
        let texts = list.compactMap(\.string)
        return texts.count == list.count ? texts : nil
    }
}

extension KeyMaterial {
    fileprivate init?(_ json: JSONValue) {
        guard let id = json["id"]?.string, let createdAt = json["createdAt"]?.integer else { return nil }
        let rotation = (json["rotation"]?.string).map { Rotation(rawValue: $0) }
        let pending = (json["pending"]?.string).map { Pending(rawValue: $0) }
        // A value that isn't known must not be overlooked.
        if case .some(.none) = rotation { return nil }
        if case .some(.none) = pending { return nil }
        self.init(
            id: id, createdAt: createdAt, rotation: rotation ?? nil, wrapped: json["wrapped"]?.string,
            expiresAt: json["expiresAt"]?.integer, description: json["description"]?.string, pending: pending ?? nil)
    }
}
