#pragma once

#include <memory>
#include <utility>

namespace yokoten::chart {

/// A large value that is seldom said: copies share it, and nothing is kept for the usual one, of
/// which all members stand as they begin.
template <class Value>
class Kept {
 public:
  Kept() = default;
  Kept& operator=(Value value) {
    value_ = std::make_shared<const Value>(std::move(value));
    return *this;
  }
  void clear() { value_ = nullptr; }

  /// Whether a value was given.
  bool given() const { return value_ != nullptr; }
  bool shares(const Kept& other) const { return value_ == other.value_; }

  const Value& operator*() const { return value_ ? *value_ : usual(); }
  const Value* operator->() const { return &**this; }

 private:
  static const Value& usual() {
    static const Value begun;
    return begun;
  }

  std::shared_ptr<const Value> value_;
};

}  // namespace yokoten::chart
