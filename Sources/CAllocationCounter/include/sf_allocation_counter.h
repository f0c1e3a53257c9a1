#ifndef SF_ALLOCATION_COUNTER_H
#define SF_ALLOCATION_COUNTER_H

#include <stdbool.h>
#include <stdint.h>

/* Counts the heap allocations of each thread, for benchmarks.
 *
 * A program that links this target gets its own malloc, calloc, realloc, memalign, aligned_alloc and posix_memalign: they add one to a
 * counter of the thread and call glibc's. All shared libraries of the process, Swift's runtime among them, resolve to them. The cost
 * is one addition in thread-local memory; memory is glibc's own, so free needs no counterpart.
 */

/* Whether allocations are counted: with glibc, and without a sanitizer, which brings an allocator of its own. */
bool sf_allocation_counter_is_available(void);

/* Allocations of the calling thread since it began; a reallocation counts as one. 0 where nothing is counted. */
uint64_t sf_allocation_count(void);

#endif
