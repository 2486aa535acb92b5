// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// Extended attributes of files: access control lists, labels, users' own.
///
/// Swift's module of the C library leaves their header out, so the functions are looked up by name. Where the library
/// has none, files have no such attributes that we could see.
enum ExtendedAttributes {
    private typealias List = @convention(c) (Int32, UnsafeMutablePointer<CChar>?, Int) -> Int
    private typealias Get = @convention(c) (Int32, UnsafePointer<CChar>, UnsafeMutableRawPointer?, Int) -> Int
    private typealias Set = @convention(c) (Int32, UnsafePointer<CChar>, UnsafeRawPointer?, Int, Int32) -> Int32

    /// Gives `target` all of `source`'s attributes. A security label that may not be set is left to the system's
    /// policy, which has given the new file its own.
    static func copy(from source: Int32, to target: Int32) throws(SystemError) {
        guard let list: List = function("flistxattr"), let get: Get = function("fgetxattr"),
            let set: Set = function("fsetxattr")
        else { return }
        var names = [CChar](repeating: 0, count: 64 * 1024)
        let length = list(source, &names, names.count)
        guard length >= 0 else {
            if errno == ENOTSUP { return }
            throw SystemError()
        }
        for name in names[..<length].split(separator: 0) {
            let name = Array(name) + [0]
            var value = [UInt8](repeating: 0, count: 64 * 1024)
            let size = get(source, name, &value, value.count)
            guard size >= 0 else { throw SystemError() }
            guard set(target, name, value, size, 0) == 0 else {
                let isLabel = String(decoding: name.map { UInt8(bitPattern: $0) }, as: UTF8.self).hasPrefix("security.")
                if isLabel, errno == EPERM || errno == ENOTSUP { continue }
                throw SystemError()
            }
        }
    }

    private static func function<Function>(_ name: String) -> Function? {
        guard let address = dlsym(nil, name) else { return nil }
        return unsafeBitCast(address, to: Function.self)
    }
}
