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

typedef size_t (*portal_curl_writer)(char *buffer, size_t size, size_t count, void *context);

/// Gives each piece of the answer to `writer`, which answers how many bytes it took.
static inline CURLcode portal_curl_set_download(CURL *handle, portal_curl_writer writer, void *context) {
    CURLcode code = curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, writer);
    if (code == CURLE_OK) code = curl_easy_setopt(handle, CURLOPT_WRITEDATA, context);
    return code;
}

/// The status of the last answer; 0 before there is one.
static inline long portal_curl_status(CURL *handle) {
    long status = 0;
    return curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status) == CURLE_OK ? status : 0;
}

/// The Content-Type of the last answer; NULL when it has none. It lives as long as the handle.
static inline const char *portal_curl_content_type(CURL *handle) {
    char *type = NULL;
    return curl_easy_getinfo(handle, CURLINFO_CONTENT_TYPE, &type) == CURLE_OK ? type : NULL;
}
