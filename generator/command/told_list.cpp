#include "command/told_list.h"

#include <fmt/format.h>

#include "read/workbook_names.h"

namespace yokoten {
namespace {

constexpr std::size_t kToldThings = 3;

}  // namespace

void ToldList::add(Message each) {
  if (++size_ <= kToldThings) first_.push_back(std::move(each));
}

Message ToldList::text() const {
  Message text;
  for (const Message& each : first_) {
    text.ja += (text.ja.empty() ? "" : "、") + each.ja;
    text.en += (text.en.empty() ? "" : ", ") + each.en;
  }
  if (size_ > first_.size()) {
    text.ja += " など";
    text.en += ", …";
  }
  return text;
}

Message told_words(std::string_view words) {
  return {fmt::format("「{}」", words), fmt::format("\"{}\"", words)};
}

Message told_cell(const Table& table, int row, int column) {
  const Message words = told_words(excerpt(table.cell(row, column)));
  const int line = table.file_row(row);
  return {fmt::format("{}（{}行目）", words.ja, line), fmt::format("{} (row {})", words.en, line)};
}

Message told_row(const Table& table, int row) {
  const int line = table.file_row(row);
  return {fmt::format("{}行目", line), fmt::format("row {}", line)};
}

}  // namespace yokoten
