#define _GNU_SOURCE
#include "ProcessCalls.h"

#include <spawn.h>
#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <signal.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/random.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/un.h>
#include <sys/vfs.h>
#include <unistd.h>

int kluis_rename_without_replacing(int directory, const char *from, const char *to) {
    return renameat2(directory, from, directory, to, RENAME_NOREPLACE);
}

int kluis_open_unnamed(int directory) {
    return openat(directory, ".", O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600);
}

int kluis_memory_file(void) {
    int file = memfd_create("kluis", MFD_CLOEXEC);
    if (file >= 0 && fchmod(file, 0600) != 0) {
        int why = errno;
        close(file);
        errno = why;
        return -1;
    }
    return file;
}

int kluis_random(void *buffer, size_t length) {
    unsigned char *next = buffer;
    while (length > 0) {
        ssize_t count = getrandom(next, length, 0);
        if (count < 0) {
            if (errno == EINTR) continue;
            return -1;
        }
        next += count;
        length -= (size_t)count;
    }
    return 0;
}

int kluis_pipe(int *reading, int *writing) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) return -1;
    *reading = ends[0];
    *writing = ends[1];
    return 0;
}

int kluis_spawn_close_from(void *actions, int first) {
    return posix_spawn_file_actions_addclosefrom_np(actions, first);
}

// The name by way of the open directory: a path may be longer than an address, and cannot be exchanged in between.
static int address_of(int directory, const char *name, struct sockaddr_un *address) {
    *address = (struct sockaddr_un){.sun_family = AF_UNIX};
    int length = snprintf(address->sun_path, sizeof address->sun_path, "/proc/self/fd/%d/%s", directory, name);
    if (length > 0 && (size_t)length < sizeof address->sun_path) return 0;
    errno = ENAMETOOLONG;
    return -1;
}

static int closed_after_error(int descriptor) {
    int saved = errno;
    close(descriptor);
    errno = saved;
    return -1;
}

int kluis_bind_socket(int directory, const char *name) {
    struct sockaddr_un address;
    if (address_of(directory, name, &address) != 0) return -1;
    int made = socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (made < 0) return -1;
    // Linux gives the name the mode that the socket has before it is bound.
    if (fchmod(made, 0600) != 0 || bind(made, (struct sockaddr *)&address, sizeof address) != 0) return closed_after_error(made);
    return made;
}

int kluis_listen(int socket) { return listen(socket, 16); }

int kluis_connect_socket(int directory, const char *name) {
    struct sockaddr_un address;
    if (address_of(directory, name, &address) != 0) return -1;
    int made = socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (made < 0) return -1;
    if (connect(made, (struct sockaddr *)&address, sizeof address) != 0) return closed_after_error(made);
    return made;
}

int kluis_accept(int socket) { return accept4(socket, NULL, NULL, SOCK_CLOEXEC | SOCK_NONBLOCK); }

int kluis_socket_pair(int *one, int *other) {
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends) != 0) return -1;
    *one = ends[0];
    *other = ends[1];
    return 0;
}

int kluis_peer(int socket, unsigned *user, int *process) {
    struct ucred other;
    socklen_t length = sizeof other;
    if (getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &other, &length) != 0) return -1;
    *user = other.uid;
    *process = other.pid;
    return 0;
}

int kluis_send_message(int socket, const void *head, size_t head_length, const void *rest, size_t rest_length) {
    struct iovec pieces[2] = {{(void *)head, head_length}, {(void *)rest, rest_length}};
    struct msghdr message = {.msg_iov = pieces, .msg_iovlen = 2};
    return sendmsg(socket, &message, MSG_NOSIGNAL | MSG_DONTWAIT) < 0 ? -1 : 0;
}

ssize_t kluis_receive_message(int socket, void *head, size_t head_length, void *rest, size_t rest_length) {
    struct iovec pieces[2] = {{head, head_length}, {rest, rest_length}};
    struct msghdr message = {.msg_iov = pieces, .msg_iovlen = 2};
    ssize_t length = recvmsg(socket, &message, MSG_DONTWAIT | MSG_CMSG_CLOEXEC);
    if (length >= 0 && (message.msg_flags & MSG_TRUNC)) {
        errno = EMSGSIZE;
        return -1;
    }
    return length;
}

int kluis_ending_signals(void) {
    static const int ending[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM};
    sigset_t set;
    sigemptyset(&set);
    for (unsigned i = 0; i < sizeof ending / sizeof ending[0]; i++) sigaddset(&set, ending[i]);
    if (sigprocmask(SIG_BLOCK, &set, NULL) != 0) return -1;
    return signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

long kluis_file_system_kind(const char *path) {
    struct statfs found;
    return statfs(path, &found) == 0 ? (long)found.f_type : -1;
}

int kluis_block_device(const char *path, unsigned *major_number, unsigned *minor_number) {
    struct stat found;
    if (stat(path, &found) != 0) return -1;
    dev_t device = S_ISBLK(found.st_mode) ? found.st_rdev : found.st_dev;
    *major_number = major(device);
    *minor_number = minor(device);
    return 0;
}

void kluis_name_process(const char *name) { prctl(PR_SET_NAME, name); }

void kluis_forbid_inspection(void) {
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
}

int kluis_may_be_dumped(void) {
    return prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) != 0;
}

int kluis_may_gain_privileges(void) {
    return prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) != 1;
}

void kluis_overwrite_freed_memory(void) {
    mallopt(M_PERTURB, 0xa5);
}
