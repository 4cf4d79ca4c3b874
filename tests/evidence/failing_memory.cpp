// Loaded before the program (LD_PRELOAD), between it and the C library: memory runs out at the Nth
// time that somebody asks for some, counted from the start of main(). It stands behind the
// program's own malloc() (base/memory_end).
//   FAILING_MEMORY_AT=N        that one is refused (0, or nothing: none)
//   FAILING_MEMORY_FOR_GOOD=1  and all after it
//   FAILING_MEMORY_REPORT=FILE takes how often was asked
#include <dlfcn.h>
#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstdlib>

namespace {

std::atomic<bool> counts{false};
std::atomic<long> asked{0};
long fails_at = 0;
bool for_good = false;
int (*real_main)(int, char**, char**) = nullptr;

template <typename Function>
Function next(const char* name) {
  return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

bool is_refused() {
  if (!counts.load(std::memory_order_relaxed)) return false;
  const long now = ++asked;
  if (fails_at == 0 || now < fails_at || (now > fails_at && !for_good)) return false;
  errno = ENOMEM;
  return true;
}

void tell() {
  counts = false;
  const char* file = std::getenv("FAILING_MEMORY_REPORT");
  if (file == nullptr) return;
  char text[32];
  const int size = std::snprintf(text, sizeof text, "%ld\n", asked.load());
  const int out = ::open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (out < 0) return;
  if (::write(out, text, static_cast<std::size_t>(size)) != size) ::unlink(file);
  ::close(out);
}

int counted_main(int count, char** words, char** environment) {
  if (const char* at = std::getenv("FAILING_MEMORY_AT")) fails_at = std::atol(at);
  for_good = std::getenv("FAILING_MEMORY_FOR_GOOD") != nullptr;
  std::atexit(tell);
  counts = true;
  return real_main(count, words, environment);
}

}  // namespace

// The names are those of the C library, whose place they take.
// NOLINTBEGIN(bugprone-reserved-identifier)
extern "C" {

void* __libc_malloc(std::size_t size) {
  static const auto real = next<void* (*)(std::size_t)>("__libc_malloc");
  return is_refused() ? nullptr : real(size);
}
void* __libc_calloc(std::size_t count, std::size_t size) {
  static const auto real = next<void* (*)(std::size_t, std::size_t)>("__libc_calloc");
  return is_refused() ? nullptr : real(count, size);
}
void* __libc_realloc(void* piece, std::size_t size) {
  static const auto real = next<void* (*)(void*, std::size_t)>("__libc_realloc");
  return is_refused() ? nullptr : real(piece, size);
}
void* __libc_memalign(std::size_t alignment, std::size_t size) {
  static const auto real = next<void* (*)(std::size_t, std::size_t)>("__libc_memalign");
  return is_refused() ? nullptr : real(alignment, size);
}

int __libc_start_main(int (*main)(int, char**, char**), int count, char** words, void (*begin)(),
                      void (*end)(), void (*finish)(), void* stack) {
  using Start =
      int (*)(int (*)(int, char**, char**), int, char**, void (*)(), void (*)(), void (*)(), void*);
  real_main = main;
  const auto start = reinterpret_cast<Start>(::dlsym(RTLD_NEXT, "__libc_start_main"));
  return start(counted_main, count, words, begin, end, finish, stack);
}

}  // extern "C"
// NOLINTEND(bugprone-reserved-identifier)
