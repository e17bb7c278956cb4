import Glibc

extension Files {
    /// Lets the file's group read and write it too (0660), for several accounts of one computer. Throws `.notRegular` for a
    /// link; the mode is on the disk when this returns.
    package static func shareWithGroup(_ path: String) throws(SystemError) {
        let file = try Descriptor(path, O_RDONLY | O_NOFOLLOW)
        try file.requireRegular()
        try retrying { fchmod(file.number, 0o660) }
        try file.synchronize()
    }
}
