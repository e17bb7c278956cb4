#define _GNU_SOURCE
#include "ProcessCalls.h"

#include <spawn.h>
#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/random.h>
#include <unistd.h>

int kluis_rename_without_replacing(int directory, const char *from, const char *to) {
    return renameat2(directory, from, directory, to, RENAME_NOREPLACE);
}

int kluis_open_unnamed(int directory) {
    return openat(directory, ".", O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600);
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
