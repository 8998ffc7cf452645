// curl_easy_setopt takes a variable argument, which Swift cannot call: one function for each kind of it.
#pragma once
#include <curl/curl.h>

typedef size_t (*portal_curl_reader)(char *buffer, size_t size, size_t count, void *context);
typedef int (*portal_curl_observer)(CURL *handle, curl_infotype kind, char *data, size_t size, void *context);

static inline CURLcode portal_curl_set_text(CURL *handle, CURLoption option, const char *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode portal_curl_set_number(CURL *handle, CURLoption option, long value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode portal_curl_set_list(CURL *handle, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(handle, option, value);
}

/// What is sent: `reader` fills a buffer from `context` and answers how many bytes it wrote, 0 at the end.
static inline CURLcode portal_curl_set_upload(CURL *handle, portal_curl_reader reader, void *context) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_UPLOAD, 1L);
    if (code == CURLE_OK) code = curl_easy_setopt(handle, CURLOPT_READFUNCTION, reader);
    if (code == CURLE_OK) code = curl_easy_setopt(handle, CURLOPT_READDATA, context);
    return code;
}

/// Shows `observer` each line of the conversation with the server.
static inline CURLcode portal_curl_set_observer(CURL *handle, portal_curl_observer observer, void *context) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_VERBOSE, 1L);
    if (code == CURLE_OK) code = curl_easy_setopt(handle, CURLOPT_DEBUGFUNCTION, observer);
    if (code == CURLE_OK) code = curl_easy_setopt(handle, CURLOPT_DEBUGDATA, context);
    return code;
}
