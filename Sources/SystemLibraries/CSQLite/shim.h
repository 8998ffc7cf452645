#pragma once
#include <sqlite3.h>

// Variadic, so not importable: memory statistics cost a global lock at every allocation. Before the first connection only.
static inline int csqlite_stop_memory_statistics(void) { return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }

// The same: how many bytes a savepoint may have to put back before they go to a file of their own. They are allocated in one piece.
static inline int csqlite_keep_savepoints_in_memory(int bytes) { return sqlite3_config(SQLITE_CONFIG_STMTJRNL_SPILL, bytes); }
