// A small opaque face over libcurl's multi interface: POST requests whose answers arrive piece by piece.
// No curl type shows here and nothing calls back: what arrives waits in the transfer until it is taken, at most
// SF_RECEIVE_LIMIT bytes; then the transfer pauses, so that a slow reader slows the server and fills no memory.
// One thread at a time, but for sf_multi_wake, which any thread may call while the handle is open.
#ifndef SF_CURL_H
#define SF_CURL_H

#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

#define SF_RECEIVE_LIMIT 262144
#define SF_HEAD_LIMIT 65536

typedef struct sf_multi sf_multi;
typedef struct sf_transfer sf_transfer;

// NULL when there is no memory or curl cannot be set up.
sf_multi *_Nullable sf_multi_open(void);
// To be called first by the thread that will call sf_multi_step: older versions of curl write to closed connections over TLS in a way that raises
// SIGPIPE, which would end the process.
void sf_thread_begin(void);
// Closes all connections. All transfers must have been closed before.
void sf_multi_close(sf_multi *multi);
// Ends the wait of the sf_multi_step that runs, or of the next one.
void sf_multi_wake(sf_multi *multi);
// Waits at most so long for something to happen, and does it. 0 when all is well, else a CURLMcode.
int32_t sf_multi_step(sf_multi *multi, int32_t milliseconds);
// The number of a transfer that ended since the last question, and its CURLcode; 0 when there is none.
uint64_t sf_multi_next_done(sf_multi *multi, int32_t *code);

// A POST. The number is not 0 and the caller's; all bytes and strings are copied. NULL when there is no memory.
sf_transfer *_Nullable sf_transfer_open(uint64_t number, const char *url, const uint8_t *_Nullable body, size_t body_count);
// Stops it, whatever it does, and frees it. Closes its connection unless the answer has ended.
void sf_transfer_close(sf_transfer *transfer);
// Each returns 0 when all is well, else a CURLcode.
int32_t sf_transfer_add_header(sf_transfer *transfer, const char *line);
int32_t sf_transfer_set_limits(sf_transfer *transfer, int64_t connect_milliseconds, int64_t total_milliseconds);
// The only certificates to trust, a PEM file; without it those of the system.
int32_t sf_transfer_set_ca_bundle(sf_transfer *transfer, const char *path);
// A proxy's URL; "" for none whatever the environment says; not called: the environment's.
int32_t sf_transfer_set_proxy(sf_transfer *transfer, const char *url);
// Begins.
int32_t sf_transfer_start(sf_transfer *transfer, sf_multi *multi);

// Copies the head (status line and fields) once it is complete; 0 before and after the first time.
size_t sf_transfer_take_head(sf_transfer *transfer, uint8_t *bytes, size_t capacity);
// Copies received bytes of the body, those taken are gone, and lets a paused transfer go on.
size_t sf_transfer_take_body(sf_transfer *transfer, uint8_t *bytes, size_t capacity);
// How many bytes sf_transfer_take_head or sf_transfer_take_body would give.
size_t sf_transfer_head_count(const sf_transfer *transfer);
size_t sf_transfer_body_count(const sf_transfer *transfer);
// Whether the connection was made, TLS included.
int32_t sf_transfer_was_connected(const sf_transfer *transfer);
// Whether the head was longer than SF_HEAD_LIMIT; the transfer has then ended.
int32_t sf_transfer_head_too_large(const sf_transfer *transfer);

#pragma clang assume_nonnull end

#endif
