import CSystem
import Glibc

/// An open directory in which nobody else can put anything, for a socket.
package struct SocketFolder: ~Copyable {
    let directory: Descriptor

    /// Opens it. Throws `.notFound` where there is none, `.notRegular` for a link, `.permissionDenied` where somebody else owns it or may
    /// write in it.
    package static func open(_ path: String) throws(SystemError) -> SocketFolder {
        guard !path.utf8.contains(0) else { throw .notFound }
        guard try stat.of(path).isDirectory else { throw .notRegular }
        let directory = try Descriptor(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
        guard try directory.status().isMineToWrite else { throw .permissionDenied }
        return SocketFolder(directory)
    }

    init(_ directory: consuming Descriptor) { self.directory = directory }

    /// Which socket stands under that name; nil where nothing does. Throws `.notRegular` for anything but a socket, `.permissionDenied` for
    /// one that is somebody else's or open to others.
    package func socket(_ name: String) throws(SystemError) -> FileIdentity? {
        let status: stat
        do throws(SystemError) { status = try stat.of(name, in: directory.number) } catch {
            if error == .notFound { return nil }
            throw error
        }
        guard status.st_mode & S_IFMT == S_IFSOCK else { throw .notRegular }
        guard status.st_uid == geteuid(), status.st_mode & 0o077 == 0 else { throw .permissionDenied }
        return FileIdentity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
    }

    /// Connects to the socket of that name; nil where nothing stands there, or nobody listens any more. Throws what ``socket(_:)`` does,
    /// and `.permissionDenied` where somebody else listens.
    package func connect(_ name: String) throws(SystemError) -> LocalConnection? {
        guard try socket(name) != nil else { return nil }
        let number: Int32
        do throws(SystemError) { number = try retrying { unsafe kluis_connect_socket(directory.number, name) } } catch {
            if error == .closed || error == .notFound { return nil }
            throw error
        }
        let connection = LocalConnection(Descriptor(owning: number))
        guard try connection.peer().isMine else { throw .permissionDenied }
        return connection
    }

    /// Makes a socket of that name, 0600, to which nobody can connect yet. Throws `.alreadyExists` where something stands there.
    package func bind(_ name: String) throws(SystemError) -> LocalListener {
        LocalListener(Descriptor(owning: try retrying { unsafe kluis_bind_socket(directory.number, name) }))
    }

    /// Removes a socket that is of no use any more; nothing happens where none stands. Throws what ``socket(_:)`` does.
    package func remove(_ name: String) throws(SystemError) {
        guard try socket(name) != nil else { return }
        do throws(SystemError) { try retrying { unsafe unlinkat(directory.number, name, 0) } } catch {
            if error != .notFound { throw error }
        }
    }
}

/// A socket that others connect to.
package struct LocalListener: ~Copyable {
    let file: Descriptor

    init(_ file: consuming Descriptor) { self.file = file }

    /// From now on others can connect, and see this process at the other end.
    package func listen() throws(SystemError) {
        try retrying { kluis_listen(file.number) }
    }

    /// The next connection of this same person; nil where there is none, or it was somebody else's.
    package func accept() throws(SystemError) -> LocalConnection? {
        let number: Int32
        do throws(SystemError) { number = try retrying { kluis_accept(file.number) } } catch {
            if error == .busy || error == .closed { return nil }
            throw error
        }
        let connection = LocalConnection(Descriptor(owning: number))
        guard try connection.peer().isMine else { return nil }
        return connection
    }

    /// Waits for a connection, or for one of the signals; no longer than that.
    package func wait(_ signals: borrowing EndingSignals, within patience: Duration) throws(SystemError) -> Woken {
        let ready = try LocalConnection.isReady([file.number, signals.file.number], within: patience)
        return Woken(hasConnection: ready[0], isToEnd: ready[1])
    }

    /// Why a wait is over; both false when it was long enough.
    package struct Woken: Equatable, Sendable {
        /// Somebody connects.
        package let hasConnection: Bool
        /// A signal asks to end.
        package let isToEnd: Bool
    }
}

/// The signals that ask a process to end (hang-up, Ctrl-C, Ctrl-\, the plain request), held back for good, so that it can put away first
/// what it has.
package struct EndingSignals: ~Copyable {
    let file: Descriptor

    /// Begins to hold them back.
    package init() throws(SystemError) {
        self.file = Descriptor(owning: try retrying { kluis_ending_signals() })
    }
}
