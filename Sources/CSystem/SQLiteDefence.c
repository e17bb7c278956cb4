#include "SQLiteDefence.h"

#include <sqlite3.h>

// Larger than every row that is ever written (64 KiB of a blob; a case of the home is a few KiB) and small enough that a
// planted row cannot make the program allocate much.
#define LARGEST_VALUE (2 * 1024 * 1024)

struct setting {
    int name;
    int value;
};

static const struct setting limits[] = {
    {SQLITE_LIMIT_LENGTH, LARGEST_VALUE},
    {SQLITE_LIMIT_ATTACHED, 0},
};

static const struct setting settings[] = {
    {SQLITE_DBCONFIG_DEFENSIVE, 1},
    {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
    {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
    {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
    {SQLITE_DBCONFIG_ENABLE_FKEY, 0},
    {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
};

static int limit_of(sqlite3 *connection, int name) {
    return sqlite3_limit(connection, name, -1);
}

static int setting_of(sqlite3 *connection, int name) {
    int value = -1;
    if (sqlite3_db_config(connection, name, -1, &value) != SQLITE_OK) return -1;
    return value;
}

// Called by SQLite at the end of every opening, before anything is read from the file. It reads back what it set, so that
// an SQLite built without one of these opens nothing.
static int defend(sqlite3 *connection, const char **message, const void *api) {
    (void)message;
    (void)api;
    for (unsigned i = 0; i < sizeof limits / sizeof limits[0]; i++) {
        sqlite3_limit(connection, limits[i].name, limits[i].value);
        if (limit_of(connection, limits[i].name) != limits[i].value) return SQLITE_ERROR;
    }
    for (unsigned i = 0; i < sizeof settings / sizeof settings[0]; i++) {
        int value = -1;
        int result = sqlite3_db_config(connection, settings[i].name, settings[i].value, &value);
        if (result != SQLITE_OK || value != settings[i].value) return SQLITE_ERROR;
    }
    return SQLITE_OK;
}

int kluis_sqlite_defend(void) {
    return sqlite3_auto_extension((void (*)(void))defend);
}

struct kluis_sqlite_defence kluis_sqlite_defence_of_new_connection(void) {
    struct kluis_sqlite_defence found = {0};
    sqlite3 *connection = 0;
    found.result = sqlite3_open(":memory:", &connection);
    if (found.result == SQLITE_OK) {
        found.length = limit_of(connection, SQLITE_LIMIT_LENGTH);
        found.attached = limit_of(connection, SQLITE_LIMIT_ATTACHED);
        found.defensive = setting_of(connection, SQLITE_DBCONFIG_DEFENSIVE);
        found.trusted_schema = setting_of(connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA);
        found.triggers = setting_of(connection, SQLITE_DBCONFIG_ENABLE_TRIGGER);
        found.views = setting_of(connection, SQLITE_DBCONFIG_ENABLE_VIEW);
        found.foreign_keys = setting_of(connection, SQLITE_DBCONFIG_ENABLE_FKEY);
        found.extensions = setting_of(connection, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION);
    }
    sqlite3_close(connection);
    return found;
}

const char *kluis_sqlite_version(void) {
    return sqlite3_libversion();
}
