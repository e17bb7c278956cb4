import Glibc

extension Files {
    /// Lets the file's group read and write it too (0660), for several accounts of one computer. Throws `.notRegular` for a
    /// link; the mode is on the disk when this returns.
    package static func shareWithGroup(_ path: String) throws(SystemError) {
        let location = try Location(path)
        let directory = try location.openDirectory()
        let file = try Descriptor(location.name, O_RDONLY | O_NOFOLLOW, in: directory.number)
        try file.requireRegular()
        try retrying { fchmod(file.number, 0o660) }
        try file.synchronize()
        try directory.synchronizeNames()
    }
}
