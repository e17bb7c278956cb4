// Why in C: a signal handler may call async-signal-safe functions only, and Swift does not promise that.
#define _GNU_SOURCE
#include "TerminalGuard.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static const int ending[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM};
enum { ending_count = sizeof ending / sizeof ending[0], quiet_milliseconds = 20, most_milliseconds = 2000, most_drops = 4096 };

static struct {
    volatile sig_atomic_t active;
    int descriptor;
    int bracketed_paste;
    volatile sig_atomic_t other_screen;
    struct termios before, raw;
    struct sigaction ending_before[ending_count], continued_before;
} guard;

static void say(const char *sequence) {
    ssize_t ignored = write(guard.descriptor, sequence, strlen(sequence));
    (void)ignored;
}

// Some terminals keep what stands on the other screen and show it to whoever goes there next.
static const char leave_other_screen[] = "\033[?25h\033[H\033[2J\033[?1049l";

static void put_back(void) {
    if (guard.other_screen) say(leave_other_screen);
    if (guard.bracketed_paste) say("\033[?2004l");
    tcflush(guard.descriptor, TCIFLUSH);
    tcsetattr(guard.descriptor, TCSANOW, &guard.before);
}

// Ends the process as the signal would have, with the terminal in order.
static void restore_and_end(int number) {
    put_back();
    signal(number, SIG_DFL);
    sigset_t only;
    sigemptyset(&only);
    sigaddset(&only, number);
    raise(number);
    sigprocmask(SIG_UNBLOCK, &only, NULL);
    _exit(128 + number);
}

// The shell put its own settings on the terminal while the process was stopped: without this, a passphrase would echo.
static void make_raw_again(int number) {
    (void)number;
    int saved = errno;
    tcsetattr(guard.descriptor, TCSANOW, &guard.raw);
    if (guard.bracketed_paste) say("\033[?2004h");
    errno = saved;
}

static void install(void) {
    struct sigaction action = {.sa_handler = restore_and_end};
    sigfillset(&action.sa_mask);
    for (int i = 0; i < ending_count; i++) {
        sigaction(ending[i], NULL, &guard.ending_before[i]);
        // Somebody who started the program with nohup meant it.
        if (guard.ending_before[i].sa_handler != SIG_IGN) sigaction(ending[i], &action, NULL);
    }
    action.sa_handler = make_raw_again;
    sigaction(SIGCONT, &action, &guard.continued_before);
}

static void uninstall(void) {
    sigaction(SIGCONT, &guard.continued_before, NULL);
    for (int i = 0; i < ending_count; i++) sigaction(ending[i], &guard.ending_before[i], NULL);
}

int kluis_terminal_make_raw(int descriptor, int bracketed_paste) {
    if (guard.active) {
        errno = EBUSY;
        return -1;
    }
    if (tcgetattr(descriptor, &guard.before) != 0) return -1;
    guard.raw = guard.before;
    guard.raw.c_iflag &= ~(tcflag_t)(BRKINT | ICRNL | IGNCR | INLCR | ISTRIP | IXON | IXOFF | PARMRK);
    guard.raw.c_lflag &= ~(tcflag_t)(ECHO | ECHONL | ICANON | IEXTEN | ISIG);
    guard.raw.c_cc[VMIN] = 1;
    guard.raw.c_cc[VTIME] = 0;
    guard.descriptor = descriptor;
    guard.bracketed_paste = bracketed_paste;
    guard.other_screen = 0;
    guard.active = 1;
    install();
    if (tcsetattr(descriptor, TCSAFLUSH, &guard.raw) != 0) {
        int saved = errno;
        uninstall();
        guard.active = 0;
        errno = saved;
        return -1;
    }
    if (bracketed_paste) say("\033[?2004h");
    return 0;
}

// A long paste arrives in portions: the rest of it is still on its way when the first line has been read, and would
// become commands for the shell. So read until nothing has come for a moment.
static void drop_waiting_input(void) {
    unsigned char dropped[256];
    struct pollfd input = {.fd = guard.descriptor, .events = POLLIN};
    for (int i = 0; i < most_drops && poll(&input, 1, quiet_milliseconds) > 0; i++) {
        if (read(guard.descriptor, dropped, sizeof dropped) <= 0) break;
    }
    explicit_bzero(dropped, sizeof dropped);
}

// The descriptor does not wait, and a sequence that is lost leaves a text on the screen.
static void wait_for_room(void) {
    struct pollfd output = {.fd = guard.descriptor, .events = POLLOUT};
    poll(&output, 1, most_milliseconds);
}

void kluis_terminal_restore(void) {
    if (!guard.active) return;
    drop_waiting_input();
    wait_for_room();
    put_back();
    uninstall();
    guard.active = 0;
}

void kluis_terminal_other_screen(int shown) {
    if (!guard.active || guard.other_screen == shown) return;
    if (shown) guard.other_screen = 1;
    wait_for_room();
    say(shown ? "\033[?1049h" : leave_other_screen);
    if (!shown) guard.other_screen = 0;
}
