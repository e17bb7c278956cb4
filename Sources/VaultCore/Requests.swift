import VaultFormat
import VaultStore
import VaultSystem

extension Session {
    /// `member requests`: who asks to become a member, oldest first; nothing is appended. With `file` the request in that file is put into
    /// the vault first. Throws ``Fault``: no request of this group, too many.
    package func requests(adding file: String?, dryRun: Bool = false) throws -> [RequestListing] {
        if let file {
            try require(.memberAccepted)
            let bytes: [UInt8]
            do throws(SystemError) { bytes = try Files.read(file, limit: VaultFile.largestRequest) } catch {
                throw error == .tooLarge ? Fault.requestRefused : Fault(error)
            }
            try OpenRequest.put(bytes, into: vault, of: groupID, dryRun: dryRun)
        }
        return try OpenRequest.all(in: vault, of: groupID).map { RequestListing(number: $0.number, time: $0.text.time) }
    }

    /// `member requests --drop`: takes a request out of the vault. Throws ``Fault/noSuchRequest(_:)``.
    package func drop(request number: Int, dryRun: Bool) throws {
        try require(.memberAccepted)
        let dropped = try OpenRequest.all(in: vault, of: groupID).filter { $0.number == number }
        guard !dropped.isEmpty else { throw Fault.noSuchRequest(number) }
        if dryRun { return }
        for request in dropped { try Fault.ofVault { () throws(StoreError) in try vault.dropRequest(request.name) } }
    }
}
