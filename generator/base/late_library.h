#pragma once

#include <atomic>

namespace yokoten {

/// A library of the system that is opened when something of it is first called, and stays open.
/// Opening those that most runs call nothing of took longer than all that such a run has to do.
/// Where it can't be opened the program ends, as it does where one can't that it is linked to.
class LateLibrary {
 public:
  /// `name`: what the system knows it by, `libpq.so.5`.
  constexpr explicit LateLibrary(const char* name) : name_(name) {}

  void* found(const char* function) const;

 private:
  const char* name_;
};

/// A function of such a library, called as if it were that itself. Several threads may call it.
template <typename Function>
class LateFunction {
 public:
  constexpr LateFunction(const LateLibrary& library, const char* name)
      : library_(library), name_(name) {}

  template <typename... Arguments>
  auto operator()(Arguments... arguments) const {
    void* function = found_.load(std::memory_order_relaxed);
    if (function == nullptr) found_ = function = library_.found(name_);
    return reinterpret_cast<Function*>(function)(arguments...);
  }

 private:
  const LateLibrary& library_;
  const char* name_;
  mutable std::atomic<void*> found_{nullptr};
};

}  // namespace yokoten

/// Has calls of the function within the namespace go to the library. Its header tells its type.
#define YOKOTEN_LATE(library, name) \
  inline const LateFunction<decltype(::name)> name { library, #name }
