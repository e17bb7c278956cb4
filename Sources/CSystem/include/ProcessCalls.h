#ifndef KLUIS_PROCESS_CALLS_H
#define KLUIS_PROCESS_CALLS_H

#include <stddef.h>
#include <sys/types.h>

// Renames inside one open directory, never over something. 0, or -1 with errno; EINVAL or ENOSYS where the
// file system cannot promise it.
int kluis_rename_without_replacing(int directory, const char *from, const char *to);

// Opens a new file without a name in a directory, 0600, for writing. A descriptor, or -1 with errno; EOPNOTSUPP or EISDIR where the
// file system has no such files.
int kluis_open_unnamed(int directory);

// Makes a file that stands in memory only and has no name in any directory (memfd_create(2)), 0600. A descriptor, or -1 with errno.
int kluis_memory_file(void);

// Fills `buffer` with `length` random bytes from the kernel. 0, or -1 with errno.
int kluis_random(void *buffer, size_t length);

// Opens a pipe; both ends close on exec from the first moment. 0, or -1 with errno.
int kluis_pipe(int *reading, int *writing);

// Has the child that is spawned with these actions begin without any descriptor from `first` on. 0, or a number of errno.
// `actions` is a posix_spawn_file_actions_t: a header with the system's types in it would make them this module's in Swift.
int kluis_spawn_close_from(void *actions, int first);

// Makes a socket for whole messages (SOCK_SEQPACKET) under a name in an open directory, 0600 from its first moment. Nobody can connect before
// kluis_listen. A descriptor, or -1 with errno; EADDRINUSE when the name is taken.
int kluis_bind_socket(int directory, const char *name);

// Lets others connect; from here on they see this process at the other end. 0, or -1 with errno.
int kluis_listen(int socket);

// Connects to such a socket. A descriptor that does not wait, or -1 with errno; ECONNREFUSED when nobody listens any more.
int kluis_connect_socket(int directory, const char *name);

// Takes the next connection. A descriptor, or -1 with errno; EAGAIN when there is none.
int kluis_accept(int socket);

// Two ends of one connection for whole messages. 0, or -1 with errno.
int kluis_socket_pair(int *one, int *other);

// Which user and which process made the other end (SO_PEERCRED, unix(7)). 0, or -1 with errno.
int kluis_peer(int socket, unsigned *user, int *process);

// Sends both as one message, without waiting. 0, or -1 with errno.
int kluis_send_message(int socket, const void *head, size_t head_length, const void *rest, size_t rest_length);

// Receives one message: its beginning into `head`, what is behind that into `rest`. Descriptors that come along are closed. Its length, 0 at the
// end, or -1 with errno; EMSGSIZE when it is longer than both.
ssize_t kluis_receive_message(int socket, void *head, size_t head_length, void *rest, size_t rest_length);

// Holds back hang-up, Ctrl-C, Ctrl-\ and the plain request to end, and opens a descriptor that can be read from when one has come. -1 with errno.
int kluis_ending_signals(void);

// The number of the kind of file system that holds `path` (statfs(2)), or -1 with errno.
long kluis_file_system_kind(const char *path);

// Which block device `path` is, or is on. 0, or -1 with errno.
int kluis_block_device(const char *path, unsigned *major, unsigned *minor);

// What the system's lists of processes call this one; at most 15 bytes.
void kluis_name_process(const char *name);

// No core dump, no tracing by other processes of this user, no new privileges through exec.
void kluis_forbid_inspection(void);

// 1 when the process could be dumped or traced, 0 when not.
int kluis_may_be_dumped(void);

// 1 when exec can still give new privileges, 0 when not.
int kluis_may_gain_privileges(void);

// Has malloc overwrite every block when it is freed.
void kluis_overwrite_freed_memory(void);

#endif
