#include "read/csv_records.h"

#include <algorithm>

namespace yokoten {
namespace {

// Small pieces, so that a refusal comes soon after its cause.
constexpr std::size_t csv_piece = 64U << 10U;

void on_cell(void* text, std::size_t size, void* records) {
  static_cast<CsvRecords*>(records)->add_cell({static_cast<const char*>(text), size});
}

void on_end(int terminator, void* records) {
  static_cast<CsvRecords*>(records)->end_record(terminator);
}

}  // namespace

bool CsvRecords::fits(std::string_view text) {
  if (stop_ != Stop::none) return false;
  if (text.size() > limits_.cell) stop_ = Stop::cell;
  if (column() > limits_.columns) stop_ = Stop::columns;
  if (row() > limits_.rows) stop_ = Stop::rows;
  return stop_ == Stop::none;
}

void CsvRecords::add_cell(std::string_view text) {
  if (!fits(text)) return;
  text_ += text;
  ends_.push_back(text_.size());
  ++columns_;
}

// libcsv reports CR and LF of one line end both.
bool CsvRecords::ends_a_pair(int terminator) {
  const bool pair = columns_ == 0 && terminator == CSV_LF && last_terminator_ == CSV_CR;
  last_terminator_ = terminator;
  return pair;
}

void CsvRecords::end_record(int terminator) {
  if (stop_ != Stop::none || ends_a_pair(terminator)) return;
  if (row() > limits_.rows) {
    stop_ = Stop::rows;
    return;
  }
  if (!text_.empty()) hand_on();
  ++records_;
  text_.clear();
  ends_.clear();
  columns_ = 0;
}

void CsvRecords::hand_on() {
  cells_.clear();
  std::size_t begin = 0;
  for (const std::size_t end : ends_) {
    cells_.push_back(std::string_view(text_).substr(begin, end - begin));
    begin = end;
  }
  take_(cells_, row());
}

void CsvRecords::feed(csv_parser& parser, std::string_view bytes) {
  csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL);
  csv_set_delim(&parser, static_cast<unsigned char>(delimiter_));
  while (!bytes.empty() && stop_ == Stop::none) {
    const std::size_t size = std::min(csv_piece, bytes.size());
    const std::size_t done = csv_parse(&parser, bytes.data(), size, on_cell, on_end, this);
    if (stop_ == Stop::none && done != size) stop_ = Stop::quote;
    if (stop_ == Stop::none && parser.entry_pos > limits_.cell) stop_ = Stop::cell;
    bytes.remove_prefix(size);
  }
}

void CsvRecords::add_plain(std::string_view text) {
  const auto is_blank = [&](char letter) {
    return letter == ' ' || (letter == '\t' && delimiter_ != '\t');
  };
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  if (!fits(text)) return;
  cells_.push_back(text);
  ++columns_;
  has_text_ = has_text_ || !text.empty();
}

void CsvRecords::end_plain(int terminator) {
  if (stop_ != Stop::none || ends_a_pair(terminator)) return;
  if (row() > limits_.rows) {
    stop_ = Stop::rows;
    return;
  }
  if (has_text_) take_(cells_, row());
  ++records_;
  cells_.clear();
  columns_ = 0;
  has_text_ = false;
}

// Where no quote is, cells end at the next delimiter or line break, and need not be copied. What
// libcsv makes of such bytes comes out, in half the time. A line of blanks has no cell.
void CsvRecords::split_plain(std::string_view bytes) {
  const auto last_sign = static_cast<unsigned char>(std::max(delimiter_, '\r'));
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= bytes.size() && stop_ == Stop::none; ++at) {
    const bool ends = at == bytes.size();
    const char letter = ends ? '\n' : bytes[at];
    if (static_cast<unsigned char>(letter) > last_sign) continue;
    const bool of_row = letter == '\n' || letter == '\r';
    if (!of_row && letter != delimiter_) continue;
    const std::string_view text = bytes.substr(begin, at - begin);
    begin = at + 1;
    const bool blank = of_row && columns_ == 0 &&
                       text.find_first_not_of(delimiter_ == '\t' ? " " : " \t") == text.npos;
    if (!blank) add_plain(text);
    if (of_row && !(ends && columns_ == 0)) end_plain(static_cast<unsigned char>(letter));
  }
}

CsvRecords::Stop CsvRecords::run(std::string_view bytes) {
  if (bytes.find('"') == std::string_view::npos) {
    split_plain(bytes);
    return stop_;
  }
  csv_parser parser;
  feed(parser, bytes);
  if (stop_ == Stop::none && csv_fini(&parser, on_cell, on_end, this) != 0) stop_ = Stop::quote;
  csv_free(&parser);
  return stop_;
}

CsvRecords::Stop CsvRecords::run_part(std::string_view bytes) {
  csv_parser parser;
  feed(parser, bytes);
  csv_free(&parser);
  return stop_;
}

}  // namespace yokoten
