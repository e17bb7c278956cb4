// The few calls that Swift cannot make: variadic, missing from Glibc's module map, or running inside a signal handler.
#ifndef KLUIS_CSYSTEM_H
#define KLUIS_CSYSTEM_H

#include "ProcessCalls.h"
#include "SQLiteDefence.h"
#include "TerminalGuard.h"

#endif
