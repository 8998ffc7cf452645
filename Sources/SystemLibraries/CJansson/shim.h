// The type of a value and the loop over an object are macros, which Swift cannot call.
#pragma once
#include <jansson.h>

static inline json_type portal_json_type(const json_t *value) { return value->type; }
static inline void portal_json_release(json_t *value) { json_decref(value); }
