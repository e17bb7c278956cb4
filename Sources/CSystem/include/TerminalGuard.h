#ifndef KLUIS_TERMINAL_GUARD_H
#define KLUIS_TERMINAL_GUARD_H

// Puts the terminal at `descriptor` in raw mode: no echo, no line length, no signals from keys, no translation of
// input; output is left alone. What was typed before is dropped. With `bracketed_paste` the terminal is asked to mark
// what is pasted. Until kluis_terminal_restore, a signal that ends the process puts the terminal back first.
// 0, or -1 with errno: ENOTTY, or EBUSY when a terminal is raw already.
int kluis_terminal_make_raw(int descriptor, int bracketed_paste);

// Drops what is still waiting to be read and puts the terminal back as it was.
void kluis_terminal_restore(void);

// Goes to the terminal's other screen, or back from it, while the terminal is raw; a signal that ends the process goes back as well.
void kluis_terminal_other_screen(int shown);

#endif
