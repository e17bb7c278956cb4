// Loaded before the C library. Counts what a program does to files, over all threads, and at the N-th operation does what it was
// told: FAULT_AT=N and FAULT_KIND=eio|enospc|kill|torn|stop. FAULT_REPORT=FILE gets the count, whether the process may be
// dumped, and the most memory it had since it hashed a passphrase (KiB; 0 where that cannot be known), when it ends. FAULT_KIND=exit stops at the end of the process instead. FAULT_FREE=N: every disk says that it has room for N bytes. Nothing waits for the disk: killing is no power cut.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <unistd.h>

enum kind { none, eio, enospc, killed, torn, stopped, at_exit };

static atomic_long counter;
static long chosen;
static enum kind kind;
static char report[4096];

__attribute__((constructor)) static void begin(void) {
    const char *at = getenv("FAULT_AT"), *what = getenv("FAULT_KIND"), *path = getenv("FAULT_REPORT");
    static const char *const names[] = {"none", "eio", "enospc", "kill", "torn", "stop", "exit"};
    if (at) chosen = atol(at);
    for (int i = 0; what && i < 7; i++) {
        if (strcmp(what, names[i]) == 0) kind = (enum kind)i;
    }
    if (path) snprintf(report, sizeof report, "%s", path);
}

static int forgotten;

// The passphrase hash takes its memory whatever a command does. What was the most until then is forgotten.
int crypto_pwhash(unsigned char *out, unsigned long long length, const char *secret, unsigned long long count, const unsigned char *salt,
                  unsigned long long passes, size_t memory, int algorithm) {
    int (*real)(unsigned char *, unsigned long long, const char *, unsigned long long, const unsigned char *, unsigned long long, size_t, int);
    *(void **)&real = dlsym(RTLD_NEXT, "crypto_pwhash");
    int answer = real(out, length, secret, count, salt, passes, memory, algorithm);
    int file = (int)syscall(SYS_openat, AT_FDCWD, "/proc/self/clear_refs", O_WRONLY | O_CLOEXEC, 0);
    forgotten = file >= 0 && syscall(SYS_write, file, "5", 1) == 1;
    if (file >= 0) close(file);
    return answer;
}

static long most_memory(void) {
    char text[4096];
    int file = (int)syscall(SYS_openat, AT_FDCWD, "/proc/self/status", O_RDONLY | O_CLOEXEC, 0);
    long length = file >= 0 ? syscall(SYS_read, file, text, sizeof text - 1) : -1;
    if (file >= 0) close(file);
    if (length < 0 || !forgotten) return 0;
    text[length] = 0;
    const char *line = strstr(text, "VmHWM:");
    return line ? atol(line + 6) : 0;
}

__attribute__((destructor)) static void end(void) {
    if (kind == at_exit) raise(SIGSTOP);
    if (!report[0]) return;
    char line[64];
    int length = snprintf(line, sizeof line, "%ld %d %ld\n", atomic_load(&counter), prctl(PR_GET_DUMPABLE, 0, 0, 0, 0), most_memory());
    int file = (int)syscall(SYS_openat, AT_FDCWD, report, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    syscall(SYS_write, file, line, length);
}

// Whether the operation is to fail; errno says how. `half` is done before a torn write ends the process.
static int fails(int descriptor, const void *bytes, size_t length, off_t offset) {
    if (atomic_fetch_add(&counter, 1) + 1 != chosen) return 0;
    switch (kind) {
        case eio: errno = EIO; return 1;
        case enospc: errno = ENOSPC; return 1;
        case stopped: raise(SIGSTOP); return 0;
        case torn:
            if (bytes && offset >= 0) syscall(SYS_pwrite64, descriptor, bytes, length / 2, offset);
            if (bytes && offset < 0) syscall(SYS_write, descriptor, bytes, length / 2);
            // Falls through.
        case killed: kill(getpid(), SIGKILL); for (;;) pause();
        default: return 0;
    }
}

static int fails_plainly(void) { return fails(-1, NULL, 0, 0); }

static int of_the_system(const char *path) {
    static const char *const places[] = {"/dev/", "/proc/", "/sys/", "/etc/", "/usr/", "/lib", "/opt/"};
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        if (strncmp(path, places[i], strlen(places[i])) == 0) return 1;
    }
    return 0;
}

static int open_at(int directory, const char *path, int flags, mode_t mode) {
    if (!of_the_system(path) && fails_plainly()) return -1;
    return (int)syscall(SYS_openat, directory, path, flags, mode);
}

#define MODE(flags) \
    mode_t mode = 0; \
    if ((flags) & (O_CREAT | O_TMPFILE)) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); }

int open(const char *path, int flags, ...) { MODE(flags) return open_at(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE(flags) return open_at(AT_FDCWD, path, flags, mode); }
int openat(int directory, const char *path, int flags, ...) { MODE(flags) return open_at(directory, path, flags, mode); }
int openat64(int directory, const char *path, int flags, ...) { MODE(flags) return open_at(directory, path, flags, mode); }

ssize_t write(int file, const void *bytes, size_t length) {
    return fails(file, bytes, length, -1) ? -1 : syscall(SYS_write, file, bytes, length);
}
ssize_t pwrite64(int file, const void *bytes, size_t length, off_t offset) {
    return fails(file, bytes, length, offset) ? -1 : syscall(SYS_pwrite64, file, bytes, length, offset);
}
ssize_t pwrite(int file, const void *bytes, size_t length, off_t offset) { return pwrite64(file, bytes, length, offset); }

int statvfs64(const char *path, struct statvfs64 *numbers) {
    int (*real)(const char *, struct statvfs64 *);
    *(void **)&real = dlsym(RTLD_NEXT, "statvfs64");
    const char *room = getenv("FAULT_FREE");
    int answer = real(path, numbers);
    if (answer == 0 && room) numbers->f_bavail = strtoull(room, NULL, 10) / numbers->f_frsize;
    return answer;
}
int statvfs(const char *path, struct statvfs *numbers) { return statvfs64(path, (struct statvfs64 *)numbers); }

int fsync(int file) { (void)file; return fails_plainly() ? -1 : 0; }
int fdatasync(int file) { return fsync(file); }
int ftruncate64(int file, off_t length) { return fails_plainly() ? -1 : (int)syscall(SYS_ftruncate, file, length); }
int ftruncate(int file, off_t length) { return ftruncate64(file, length); }
int fchmod(int file, mode_t mode) { return fails_plainly() ? -1 : (int)syscall(SYS_fchmod, file, mode); }
int mkdirat(int directory, const char *path, mode_t mode) {
    return fails_plainly() ? -1 : (int)syscall(SYS_mkdirat, directory, path, mode);
}
int unlinkat(int directory, const char *path, int flags) {
    return fails_plainly() ? -1 : (int)syscall(SYS_unlinkat, directory, path, flags);
}
int unlink(const char *path) { return unlinkat(AT_FDCWD, path, 0); }
int renameat2(int from, const char *path, int to, const char *name, unsigned flags) {
    return fails_plainly() ? -1 : (int)syscall(SYS_renameat2, from, path, to, name, flags);
}
int renameat(int from, const char *path, int to, const char *name) { return renameat2(from, path, to, name, 0); }
int rename(const char *path, const char *name) { return renameat2(AT_FDCWD, path, AT_FDCWD, name, 0); }
