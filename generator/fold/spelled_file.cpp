#include "fold/spelled_file.h"

namespace yokoten {

void SpelledFile::advance(std::string_view text) {
  text_ += text;
  for (const char byte : text) {
    if (byte == '\n') {
      ++row_;
      column_ = 1;
    } else if ((static_cast<unsigned char>(byte) & 0xC0U) != 0x80U) {
      ++column_;
    }
  }
}

SpelledFile& SpelledFile::put(std::string_view text, const BookOrigin& origin) {
  origins_[{row_, column_}] = origin;
  advance(text);
  return *this;
}

SpelledFile& SpelledFile::put_lines(std::string_view text, const BookOrigin& origin) {
  BookOrigin here = origin;
  const bool several = text.find('\n') != std::string_view::npos;
  for (int line = 1; !text.empty(); ++line) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    here.line = several ? line : 0;
    put(text.substr(0, end), here);
    text.remove_prefix(end);
  }
  return *this;
}

SpelledFile& SpelledFile::put(std::string_view text) {
  advance(text);
  return *this;
}

const BookOrigin* SpelledFile::at(int row, int column) const {
  if (origins_.empty()) return nullptr;
  const auto behind = origins_.upper_bound({row, column == 0 ? 1 : column});
  return behind == origins_.begin() ? &behind->second : &std::prev(behind)->second;
}

BookOrigin origin_of(const EntryCell& cell) {
  return {cell.place, cell.column == nullptr ? std::string() : cell.column->heading, 0};
}

}  // namespace yokoten
