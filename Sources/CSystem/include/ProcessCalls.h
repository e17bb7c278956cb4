#ifndef KLUIS_PROCESS_CALLS_H
#define KLUIS_PROCESS_CALLS_H

#include <stddef.h>

// Renames inside one open directory, never over something. 0, or -1 with errno; EINVAL or ENOSYS where the
// file system cannot promise it.
int kluis_rename_without_replacing(int directory, const char *from, const char *to);

// Opens a new file without a name in a directory, 0600, for writing. A descriptor, or -1 with errno; EOPNOTSUPP or EISDIR where the
// file system has no such files.
int kluis_open_unnamed(int directory);

// Fills `buffer` with `length` random bytes from the kernel. 0, or -1 with errno.
int kluis_random(void *buffer, size_t length);

// Opens a pipe; both ends close on exec from the first moment. 0, or -1 with errno.
int kluis_pipe(int *reading, int *writing);

// Has the child that is spawned with these actions begin without any descriptor from `first` on. 0, or a number of errno.
// `actions` is a posix_spawn_file_actions_t: a header with the system's types in it would make them this module's in Swift.
int kluis_spawn_close_from(void *actions, int first);

// No core dump, no tracing by other processes of this user, no new privileges through exec.
void kluis_forbid_inspection(void);

// 1 when the process could be dumped or traced, 0 when not.
int kluis_may_be_dumped(void);

// 1 when exec can still give new privileges, 0 when not.
int kluis_may_gain_privileges(void);

// Has malloc overwrite every block when it is freed.
void kluis_overwrite_freed_memory(void);

#endif
