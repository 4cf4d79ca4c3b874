#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/place.h"
#include "model/table.h"

namespace yokoten {

/// What a remark names one after the other: the first three, and whether there are more.
class ToldList {
 public:
  void add(Message each);
  bool empty() const { return first_.empty(); }
  std::size_t size() const { return size_; }
  /// 「東部」（3行目）、「西部」（9行目） など; "東部" (row 3), "西部" (row 9), …
  Message text() const;

 private:
  std::vector<Message> first_;
  std::size_t size_ = 0;
};

/// `「東部」`, `"東部"`: the words of a table.
Message told_words(std::string_view words);

/// `「東部」（3行目）`, `"東部" (row 3)`: a cell with the row of the file.
Message told_cell(const Table& table, int row, int column);

/// `3行目`, `row 3`.
Message told_row(const Table& table, int row);

}  // namespace yokoten
