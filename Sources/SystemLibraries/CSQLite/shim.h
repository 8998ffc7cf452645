#pragma once
#include <sqlite3.h>

// Variadic, so not importable: memory statistics cost a global lock at every allocation. Before the first connection only.
static inline int csqlite_stop_memory_statistics(void) { return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }
