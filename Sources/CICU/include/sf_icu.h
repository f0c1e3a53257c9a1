// A small opaque face over ICU, because ICU's own headers cannot be imported beside Foundation.
// No ICU type and no ICU version shows here. Nothing in it is thread-safe: one handle, one thread at a time.
#ifndef SF_ICU_H
#define SF_ICU_H

#include <stdint.h>

#pragma clang assume_nonnull begin

typedef struct sf_breaker sf_breaker;
typedef struct sf_normalizer sf_normalizer;

// An ICU UErrorCode; 0 and negative values are success.
typedef int32_t sf_icu_status;

// A word: half-open range of UTF-16 units, and ICU's rule status (100 number, 200 letters, 300 kana, 400 ideographs).
typedef struct { int32_t start, end, kind; } sf_word;

// Opens a word breaker (UAX #29 with the locale's tailoring).
sf_breaker *_Nullable sf_breaker_open(const char *locale, sf_icu_status *status);
void sf_breaker_close(sf_breaker *breaker);

// Sets the text. The buffer must stay valid and unchanged until the next call or close.
void sf_breaker_set_text(sf_breaker *breaker, const uint16_t *_Nullable text, int32_t count, sf_icu_status *status);

// Writes up to `capacity` next words to `out`; returns how many. 0 means the end of the text.
int32_t sf_breaker_next_words(sf_breaker *breaker, sf_word *out, int32_t capacity);

// NFKC with case folding (Unicode NFKC_Casefold). The result lives in ICU and is never closed.
const sf_normalizer *_Nullable sf_normalizer_nfkc_casefold(sf_icu_status *status);

// Normalises `count` units into `out`; returns the length needed, which may exceed `capacity`.
int32_t sf_normalize(const sf_normalizer *normalizer, const uint16_t *text, int32_t count,
                     uint16_t *out, int32_t capacity, sf_icu_status *status);

// The version of ICU in use, for example "72.1".
const char *sf_icu_version(void);

#pragma clang assume_nonnull end

#endif
