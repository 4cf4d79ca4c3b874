#include "base/memory_end.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <new>

// Sanitizers bring their own memory. GCC tells of them by a macro, Clang by a feature.
#ifdef __has_feature
#define YOKOTEN_HAS_FEATURE(feature) __has_feature(feature)
#else
#define YOKOTEN_HAS_FEATURE(feature) 0
#endif
#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) && !YOKOTEN_HAS_FEATURE(address_sanitizer)
#define YOKOTEN_WATCHES_MEMORY
#endif

namespace yokoten {
namespace {

// Room that needs no asking for.
std::array<char, 4096> last_words{};
std::size_t last_size = 0;

}  // namespace

void end_without_memory(std::string_view words) {
  last_size = std::min(words.size(), last_words.size());
  std::copy_n(words.begin(), last_size, last_words.begin());
}

}  // namespace yokoten

#ifdef YOKOTEN_WATCHES_MEMORY
namespace {

// Who asks for more than this may be refused it alone, and can say so: smaller pieces are still to
// be had. std::bad_alloc tells of it.
constexpr std::size_t most_to_be_needed = 1 << 20;

void* given(void* piece, std::size_t size) {
  if (piece != nullptr || size == 0 || size > most_to_be_needed || yokoten::last_size == 0)
    return piece;
  const ssize_t said = ::write(STDERR_FILENO, yokoten::last_words.data(), yokoten::last_size);
  ::_exit(said < 0 ? 2 : 1);
}

}  // namespace

// What stands in place of the C library's own.
extern "C" {

void* __libc_malloc(std::size_t size);                           // NOLINT
void* __libc_calloc(std::size_t count, std::size_t size);        // NOLINT
void* __libc_realloc(void* piece, std::size_t size);             // NOLINT
void* __libc_memalign(std::size_t alignment, std::size_t size);  // NOLINT

void* malloc(std::size_t size) { return given(__libc_malloc(size), size); }
void* calloc(std::size_t count, std::size_t size) {
  const bool is_large = size != 0 && count > most_to_be_needed / size;
  return given(__libc_calloc(count, size), is_large ? most_to_be_needed + 1 : count * size);
}
void* realloc(void* piece, std::size_t size) { return given(__libc_realloc(piece, size), size); }
void* memalign(std::size_t alignment, std::size_t size) {
  return given(__libc_memalign(alignment, size), size);
}
void* aligned_alloc(std::size_t alignment, std::size_t size) { return memalign(alignment, size); }
int posix_memalign(void** piece, std::size_t alignment, std::size_t size) {
  void* made = memalign(alignment, size);
  if (made == nullptr) return ENOMEM;
  *piece = made;
  return 0;
}

}  // extern "C"

// The standard library's own do the same in three steps from one library to the next, for each of
// millions of texts. Not inline: free() of what `new` gave is a mistake to the compiler.

[[gnu::noinline]] void* operator new(std::size_t size) {
  for (;;) {
    if (void* piece = malloc(size == 0 ? 1 : size)) return piece;
    const std::new_handler handler = std::get_new_handler();
    if (handler == nullptr) throw std::bad_alloc();
    handler();
  }
}
[[gnu::noinline]] void operator delete(void* piece) noexcept { free(piece); }
[[gnu::noinline]] void operator delete(void* piece, std::size_t /*size*/) noexcept { free(piece); }
#endif
