#include "sf_icu.h"

#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/unorm2.h>
#include <unicode/uversion.h>

struct sf_breaker {
    UBreakIterator *iterator;
};

sf_breaker *sf_breaker_open(const char *locale, sf_icu_status *status) {
    UErrorCode code = U_ZERO_ERROR;
    sf_breaker *breaker = malloc(sizeof *breaker);
    if (breaker == NULL) {
        *status = U_MEMORY_ALLOCATION_ERROR;
        return NULL;
    }
    breaker->iterator = ubrk_open(UBRK_WORD, locale, NULL, 0, &code);
    *status = code;
    if (U_FAILURE(code)) {
        free(breaker);
        return NULL;
    }
    return breaker;
}

void sf_breaker_close(sf_breaker *breaker) {
    ubrk_close(breaker->iterator);
    free(breaker);
}

void sf_breaker_set_text(sf_breaker *breaker, const uint16_t *text, int32_t count, sf_icu_status *status) {
    UErrorCode code = U_ZERO_ERROR;
    ubrk_setText(breaker->iterator, (const UChar *)text, count, &code);
    if (U_SUCCESS(code)) ubrk_first(breaker->iterator);
    *status = code;
}

int32_t sf_breaker_next_words(sf_breaker *breaker, sf_word *out, int32_t capacity) {
    int32_t count = 0;
    int32_t start = ubrk_current(breaker->iterator);
    while (count < capacity) {
        int32_t end = ubrk_next(breaker->iterator);
        if (end == UBRK_DONE) break;
        int32_t kind = ubrk_getRuleStatus(breaker->iterator);
        if (kind >= UBRK_WORD_NUMBER) out[count++] = (sf_word){start, end, kind};
        start = end;
    }
    return count;
}

const sf_normalizer *sf_normalizer_nfkc_casefold(sf_icu_status *status) {
    UErrorCode code = U_ZERO_ERROR;
    const UNormalizer2 *normalizer = unorm2_getNFKCCasefoldInstance(&code);
    *status = code;
    return U_FAILURE(code) ? NULL : (const sf_normalizer *)normalizer;
}

int32_t sf_normalize(const sf_normalizer *normalizer, const uint16_t *text, int32_t count,
                     uint16_t *out, int32_t capacity, sf_icu_status *status) {
    UErrorCode code = U_ZERO_ERROR;
    int32_t needed = unorm2_normalize((const UNormalizer2 *)normalizer, (const UChar *)text, count,
                                      (UChar *)out, capacity, &code);
    // Overflow is told by the returned length; it is not an error here.
    *status = code == U_BUFFER_OVERFLOW_ERROR ? U_ZERO_ERROR : code;
    return needed;
}

const char *sf_icu_version(void) {
    return U_ICU_VERSION;
}
