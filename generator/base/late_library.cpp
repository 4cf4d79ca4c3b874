#include "base/late_library.h"

#include <dlfcn.h>
#include <unistd.h>

#include <cstring>

namespace yokoten {
namespace {

// Whatever thread this is: nothing that was begun stands anywhere before its last step.
[[noreturn]] void end_without(const char* reason) {
  for (const char* words : {"yokoten: ", reason, "\n"})
    if (::write(STDERR_FILENO, words, std::strlen(words)) < 0) break;
  ::_exit(1);
}

}  // namespace

void* LateLibrary::found(const char* function) const {
  void* const library = ::dlopen(name_, RTLD_LAZY);
  void* const found = library == nullptr ? nullptr : ::dlsym(library, function);
  if (found == nullptr) end_without(::dlerror());
  return found;
}

}  // namespace yokoten
