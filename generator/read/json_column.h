#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>

namespace yokoten {

/// The cells of a column of JSON that wait until all columns are there: first all are added, then
/// all are taken out again in their order, which frees them.
class JsonColumn {
 public:
  void add(std::string_view text);
  std::size_t size() const { return size_; }
  /// The next one; it lives until the next call.
  std::string_view take();

 private:
  std::deque<std::string> chunks_;  // texts behind their sizes
  std::size_t next_ = 0, size_ = 0;
};

}  // namespace yokoten
