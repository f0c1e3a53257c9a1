#include "sf_curl.h"

#include <curl/curl.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct sf_multi {
    CURLM *handle;
};

struct sf_transfer {
    uint64_t number;
    CURL *easy;
    CURLM *multi; // The handle it was started in, or NULL.
    struct curl_slist *headers;
    char *head;
    size_t head_count;
    int head_complete, head_taken, head_too_large, paused;
    char *body;
    size_t body_count;
};

static pthread_once_t once = PTHREAD_ONCE_INIT;
static CURLcode set_up = CURLE_FAILED_INIT;
static int has_default_bundle = 0;

static void set_up_once(void) {
    set_up = curl_global_init(CURL_GLOBAL_DEFAULT);
    const char *path = curl_version_info(CURLVERSION_NOW)->cainfo;
    has_default_bundle = path && access(path, R_OK) == 0;
}

sf_multi *sf_multi_open(void) {
    pthread_once(&once, set_up_once);
    if (set_up != CURLE_OK) return NULL;
    sf_multi *multi = calloc(1, sizeof *multi);
    if (!multi) return NULL;
    multi->handle = curl_multi_init();
    if (!multi->handle) {
        free(multi);
        return NULL;
    }
    // Idle connections that are kept for the next request.
    curl_multi_setopt(multi->handle, CURLMOPT_MAXCONNECTS, 16L);
    return multi;
}

void sf_thread_begin(void) {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &signals, NULL);
}

void sf_multi_close(sf_multi *multi) {
    curl_multi_cleanup(multi->handle);
    free(multi);
}

void sf_multi_wake(sf_multi *multi) { curl_multi_wakeup(multi->handle); }

int32_t sf_multi_step(sf_multi *multi, int32_t milliseconds) {
    int running = 0;
    CURLMcode code = curl_multi_poll(multi->handle, NULL, 0, milliseconds, NULL);
    if (code == CURLM_OK) code = curl_multi_perform(multi->handle, &running);
    return (int32_t)code;
}

uint64_t sf_multi_next_done(sf_multi *multi, int32_t *code) {
    int left = 0;
    CURLMsg *message;
    while ((message = curl_multi_info_read(multi->handle, &left))) {
        char *context = NULL;
        if (message->msg != CURLMSG_DONE) continue;
        *code = (int32_t)message->data.result;
        curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &context);
        return ((sf_transfer *)context)->number;
    }
    return 0;
}

// Both buffers have their full size from the start: there is no growing and no arithmetic to get wrong.
static size_t receive_head(char *bytes, size_t size, size_t count, void *context) {
    sf_transfer *transfer = context;
    size_t total = size * count;
    if (transfer->head_taken) return total; // Trailers after the body.
    // A new status line: what came before was an interim answer.
    if (total >= 5 && memcmp(bytes, "HTTP/", 5) == 0) transfer->head_count = 0;
    if (total > SF_HEAD_LIMIT - transfer->head_count) {
        transfer->head_too_large = 1;
        return 0;
    }
    memcpy(transfer->head + transfer->head_count, bytes, total);
    transfer->head_count += total;
    int is_blank = total > 0 && total <= 2 && (bytes[0] == '\r' || bytes[0] == '\n');
    // "HTTP/1.1 1xx" is followed by another head.
    const char *space = memchr(transfer->head, ' ', transfer->head_count);
    int is_interim = space && space + 1 < transfer->head + transfer->head_count && space[1] == '1';
    transfer->head_complete = is_blank && !is_interim;
    return total;
}

static size_t receive_body(char *bytes, size_t size, size_t count, void *context) {
    sf_transfer *transfer = context;
    size_t total = size * count;
    if (total > SF_RECEIVE_LIMIT - transfer->body_count) {
        // More than fits into an empty buffer would pause for ever.
        if (total > SF_RECEIVE_LIMIT) return 0;
        transfer->paused = 1;
        return CURL_WRITEFUNC_PAUSE;
    }
    memcpy(transfer->body + transfer->body_count, bytes, total);
    transfer->body_count += total;
    return total;
}

// Options that cannot fail but for want of memory.
static CURLcode set_fixed_options(sf_transfer *transfer) {
    CURL *easy = transfer->easy;
    CURLcode code = CURLE_OK;
#define SET(option, value) if (code == CURLE_OK) code = curl_easy_setopt(easy, option, value)
    SET(CURLOPT_PRIVATE, (char *)transfer);
    SET(CURLOPT_HEADERFUNCTION, receive_head);
    SET(CURLOPT_HEADERDATA, transfer);
    SET(CURLOPT_WRITEFUNCTION, receive_body);
    SET(CURLOPT_WRITEDATA, transfer);
    SET(CURLOPT_PROTOCOLS_STR, "http,https");
    SET(CURLOPT_FOLLOWLOCATION, 0L); // The key must not go to another host.
    SET(CURLOPT_SSL_VERIFYPEER, 1L);
    SET(CURLOPT_SSL_VERIFYHOST, 2L);
    SET(CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
    // One answer a connection: closing it is how an answer is given up, and ten at once need no multiplexing.
    SET(CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1);
    SET(CURLOPT_NOSIGNAL, 1L);
    SET(CURLOPT_NOPROGRESS, 1L);
    SET(CURLOPT_TCP_NODELAY, 1L);
    SET(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    SET(CURLOPT_MAXAGE_CONN, 60L);
#if LIBCURL_VERSION_NUM >= 0x075700
    SET(CURLOPT_QUICK_EXIT, 1L); // Stopping must not wait for a slow name server.
#endif
    // curl parses the certificates once and keeps them only if they come from a file alone. Reading them for each connection would hold up the
    // thread for some 15 ms each time. Debian trusts a file and a folder with the same certificates.
    if (has_default_bundle) SET(CURLOPT_CAPATH, NULL);
#undef SET
    return code;
}

sf_transfer *sf_transfer_open(uint64_t number, const char *url, const uint8_t *body, size_t body_count) {
    sf_transfer *transfer = calloc(1, sizeof *transfer);
    if (!transfer) return NULL;
    transfer->number = number;
    transfer->head = malloc(SF_HEAD_LIMIT);
    transfer->body = malloc(SF_RECEIVE_LIMIT);
    transfer->easy = curl_easy_init();
    CURLcode code = CURLE_OUT_OF_MEMORY;
    if (transfer->head && transfer->body && transfer->easy) code = set_fixed_options(transfer);
    if (code == CURLE_OK) code = curl_easy_setopt(transfer->easy, CURLOPT_URL, url);
    if (code == CURLE_OK) code = curl_easy_setopt(transfer->easy, CURLOPT_POST, 1L);
    if (code == CURLE_OK) code = curl_easy_setopt(transfer->easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)body_count);
    if (code == CURLE_OK) code = curl_easy_setopt(transfer->easy, CURLOPT_COPYPOSTFIELDS, body ? (const char *)body : "");
    // An empty "Expect:" stops curl from asking for leave to send a long body, which costs up to a second.
    if (code != CURLE_OK || sf_transfer_add_header(transfer, "Expect:") != 0) {
        sf_transfer_close(transfer);
        return NULL;
    }
    return transfer;
}

void sf_transfer_close(sf_transfer *transfer) {
    if (transfer->multi) curl_multi_remove_handle(transfer->multi, transfer->easy);
    if (transfer->easy) curl_easy_cleanup(transfer->easy);
    curl_slist_free_all(transfer->headers);
    free(transfer->head);
    free(transfer->body);
    free(transfer);
}

int32_t sf_transfer_add_header(sf_transfer *transfer, const char *line) {
    struct curl_slist *longer = curl_slist_append(transfer->headers, line);
    if (!longer) return (int32_t)CURLE_OUT_OF_MEMORY;
    transfer->headers = longer;
    return 0;
}

int32_t sf_transfer_set_limits(sf_transfer *transfer, int64_t connect_milliseconds, int64_t total_milliseconds) {
    CURLcode code = curl_easy_setopt(transfer->easy, CURLOPT_CONNECTTIMEOUT_MS, (long)connect_milliseconds);
    if (code == CURLE_OK) code = curl_easy_setopt(transfer->easy, CURLOPT_TIMEOUT_MS, (long)total_milliseconds);
    return (int32_t)code;
}

int32_t sf_transfer_set_ca_bundle(sf_transfer *transfer, const char *path) {
    CURLcode code = curl_easy_setopt(transfer->easy, CURLOPT_CAINFO, path);
    // Without this the system's folder of certificates would be trusted too.
    if (code == CURLE_OK) code = curl_easy_setopt(transfer->easy, CURLOPT_CAPATH, NULL);
    return (int32_t)code;
}

int32_t sf_transfer_set_proxy(sf_transfer *transfer, const char *url) {
    return (int32_t)curl_easy_setopt(transfer->easy, CURLOPT_PROXY, url);
}

int32_t sf_transfer_start(sf_transfer *transfer, sf_multi *multi) {
    CURLcode code = curl_easy_setopt(transfer->easy, CURLOPT_HTTPHEADER, transfer->headers);
    if (code != CURLE_OK) return (int32_t)code;
    if (curl_multi_add_handle(multi->handle, transfer->easy) != CURLM_OK) return (int32_t)CURLE_FAILED_INIT;
    transfer->multi = multi->handle;
    return 0;
}

size_t sf_transfer_head_count(const sf_transfer *transfer) {
    return transfer->head_complete && !transfer->head_taken ? transfer->head_count : 0;
}

size_t sf_transfer_body_count(const sf_transfer *transfer) { return transfer->body_count; }

size_t sf_transfer_take_head(sf_transfer *transfer, uint8_t *bytes, size_t capacity) {
    size_t count = sf_transfer_head_count(transfer);
    if (count == 0 || count > capacity) return 0;
    memcpy(bytes, transfer->head, count);
    transfer->head_taken = 1;
    return count;
}

size_t sf_transfer_take_body(sf_transfer *transfer, uint8_t *bytes, size_t capacity) {
    size_t count = transfer->body_count < capacity ? transfer->body_count : capacity;
    memcpy(bytes, transfer->body, count);
    memmove(transfer->body, transfer->body + count, transfer->body_count - count);
    transfer->body_count -= count;
    if (transfer->paused && transfer->body_count == 0) {
        transfer->paused = 0;
        // May call receive_body at once, for which there is room now.
        curl_easy_pause(transfer->easy, CURLPAUSE_CONT);
    }
    return count;
}

int32_t sf_transfer_was_connected(const sf_transfer *transfer) {
    curl_off_t microseconds = 0;
    curl_easy_getinfo(transfer->easy, CURLINFO_PRETRANSFER_TIME_T, &microseconds);
    return microseconds > 0;
}

int32_t sf_transfer_head_too_large(const sf_transfer *transfer) { return transfer->head_too_large; }
