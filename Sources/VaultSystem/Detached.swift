import CSystem
import Glibc

extension ChildProgram {
    /// Starts the program to go on when this process has ended: without standard streams, with what it needs of this process on descriptors
    /// 3 to 5. Returns the other end of its connection on 3. Throws what the system does.
    package func detach(
        _ arguments: [String], listener: borrowing LocalListener, folder: borrowing SocketFolder
    ) throws(SystemError) -> LocalConnection {
        var ends: (mine: Int32, its: Int32) = (-1, -1)
        try retrying { unsafe kluis_socket_pair(&ends.mine, &ends.its) }
        let mine = LocalConnection(Descriptor(owning: ends.mine)), its = Descriptor(owning: ends.its)
        let nothing = try Descriptor("/dev/null", O_RDWR)
        // Copies above all numbers that the child will use.
        let raised = try Raised([nothing.number, its.number, listener.file.number, folder.directory.number])
        let (null, cradle, socket, directory) = (raised.numbers[0], raised.numbers[1], raised.numbers[2], raised.numbers[3])
        _ = try spawn(arguments, [null, null, null, cradle, socket, directory])
        return mine
    }
}

/// Copies of descriptors above all numbers that a child uses, closed when the value goes out of scope, and on exec.
struct Raised: ~Copyable {
    private(set) var numbers: [Int32] = []

    init(_ descriptors: [Int32]) throws(SystemError) {
        for number in descriptors { numbers.append(try retrying { fcntl(number, F_DUPFD_CLOEXEC, 16) }) }
    }

    deinit { for number in numbers { _ = close(number) } }
}

/// What a program finds that was started with ``ChildProgram/detach(_:listener:folder:)``.
package struct Inheritance: ~Copyable {
    /// To whoever started it.
    package let cradle: LocalConnection
    /// The socket that it is to listen on.
    package let listener: LocalListener
    /// Where that stands.
    package let folder: SocketFolder

    /// Takes over the descriptors, once in the life of a process, and lets go of terminal and working directory. Throws `.closed` where
    /// they are not what they have to be: somebody started the program in another way.
    package static func take() throws(SystemError) -> Inheritance {
        for (number, kind) in [(3, S_IFSOCK), (4, S_IFSOCK), (5, S_IFDIR)] as [(Int32, mode_t)] {
            var status = stat()
            guard unsafe fstat(number, &status) == 0, status.st_mode & S_IFMT == kind, fcntl(number, F_SETFD, FD_CLOEXEC) == 0 else {
                throw .closed
            }
        }
        let inheritance = Inheritance(
            cradle: LocalConnection(Descriptor(owning: 3)), listener: LocalListener(Descriptor(owning: 4)),
            folder: SocketFolder(Descriptor(owning: 5)))
        guard try inheritance.cradle.peer().isMine else { throw .closed }
        _ = setsid()
        _ = unsafe chdir("/")
        unsafe kluis_name_process("kluis-agent")
        return inheritance
    }
}
