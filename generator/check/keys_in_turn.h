#pragma once

#include <map>

namespace yokoten {

/// A map whose keys are mostly asked for in the same order again and again, as are the periods and
/// parts of one area after another: what comes next is tried first.
template <typename Key, typename Value>
class KeysInTurn {
 public:
  using All = std::map<Key, Value>;

  KeysInTurn() = default;
  KeysInTurn(const KeysInTurn&) = delete;  // last_ would be that of the other
  KeysInTurn(KeysInTurn&&) noexcept = default;
  KeysInTurn& operator=(const KeysInTurn&) = delete;
  KeysInTurn& operator=(KeysInTurn&&) noexcept = default;
  ~KeysInTurn() = default;

  Value& operator[](const Key& key) {
    const bool known = !all_.empty() && (last_->first == key || is_next(key));
    if (!known) last_ = all_.try_emplace(key).first;
    return last_->second;
  }

  All& all() { return all_; }
  const All& all() const { return all_; }

 private:
  bool is_next(const Key& key) {
    if (++last_ == all_.end()) last_ = all_.begin();
    return last_->first == key;
  }

  All all_;
  typename All::iterator last_;  // of the key before, where there is one
};

}  // namespace yokoten
