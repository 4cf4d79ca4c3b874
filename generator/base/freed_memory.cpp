#include "base/freed_memory.h"

#include <cstdlib>  // says whether this is glibc

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace yokoten {

void keep_freed_memory() {
#ifdef __GLIBC__
  constexpr int kKept = 64 << 20;      // bytes at most that stay at the end of the heap
  constexpr int kByHeap = 32 << 20;    // bytes up to which pieces come from the heap; the most
  constexpr int kInAdvance = 1 << 20;  // bytes asked for at once
  mallopt(M_TRIM_THRESHOLD, kKept);
  mallopt(M_MMAP_THRESHOLD, kByHeap);
  mallopt(M_TOP_PAD, kInAdvance);
#endif
}

}  // namespace yokoten
