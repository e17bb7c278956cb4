#ifndef KLUIS_SQLITE_DEFENCE_H
#define KLUIS_SQLITE_DEFENCE_H

// What every SQLite connection of this process may not do, whatever is written in the file it opens.
struct kluis_sqlite_defence {
    int length;           // SQLITE_LIMIT_LENGTH: bytes of the largest value, row or statement
    int attached;         // SQLITE_LIMIT_ATTACHED: databases beside the main one
    int defensive;        // SQLITE_DBCONFIG_DEFENSIVE: no statement can damage the file or its schema
    int trusted_schema;   // SQLITE_DBCONFIG_TRUSTED_SCHEMA: functions may be called from the schema
    int triggers;         // SQLITE_DBCONFIG_ENABLE_TRIGGER
    int views;            // SQLITE_DBCONFIG_ENABLE_VIEW
    int foreign_keys;     // SQLITE_DBCONFIG_ENABLE_FKEY
    int extensions;       // SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION
    int result;           // SQLITE_OK when the numbers above were read
};

// Makes every connection opened from now on defend itself; one that cannot does not open. Returns an SQLite result code.
// May be called again, and from any thread.
int kluis_sqlite_defend(void);

// Opens a connection to no file, reads its limits and settings back, and closes it.
struct kluis_sqlite_defence kluis_sqlite_defence_of_new_connection(void);

// The version of the SQLite that this process runs with, such as 3.40.1.
const char *kluis_sqlite_version(void);

#endif
