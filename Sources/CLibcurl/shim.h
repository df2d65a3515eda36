#ifndef HARK_CLIBCURL_H
#define HARK_CLIBCURL_H

#include <curl/curl.h>

/* libcurl's option setters are variadic, which Swift cannot call: one door per argument shape. */

typedef size_t (*hark_curl_bytes)(char *, size_t, size_t, void *);

static inline CURLcode hark_curl_set_long(CURL *handle, CURLoption option, long value) {
    return curl_easy_setopt(handle, option, value);
}
static inline CURLcode hark_curl_set_offset(CURL *handle, CURLoption option, curl_off_t value) {
    return curl_easy_setopt(handle, option, value);
}
static inline CURLcode hark_curl_set_string(CURL *handle, CURLoption option, const char *value) {
    return curl_easy_setopt(handle, option, value);
}
static inline CURLcode hark_curl_set_pointer(CURL *handle, CURLoption option, void *value) {
    return curl_easy_setopt(handle, option, value);
}
static inline CURLcode hark_curl_set_list(CURL *handle, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(handle, option, value);
}
static inline CURLcode hark_curl_set_bytes(CURL *handle, CURLoption option, hark_curl_bytes value) {
    return curl_easy_setopt(handle, option, value);
}
static inline CURLcode hark_curl_get_long(CURL *handle, CURLINFO info, long *value) {
    return curl_easy_getinfo(handle, info, value);
}
static inline CURLcode hark_curl_get_pointer(CURL *handle, CURLINFO info, void **value) {
    return curl_easy_getinfo(handle, info, (char **)value);
}
static inline CURLcode hark_curl_get_socket(CURL *handle, curl_socket_t *value) {
    return curl_easy_getinfo(handle, CURLINFO_ACTIVESOCKET, value);
}
static inline CURLcode hark_curl_message_result(const CURLMsg *message) {
    return message->data.result;
}

#endif
