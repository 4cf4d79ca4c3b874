#include "read/csv_records.h"

#include <algorithm>

namespace yokoten {
namespace {

// Small pieces, so that a refusal comes soon after its cause.
constexpr std::size_t piece = 64U << 10U;

void on_cell(void* text, std::size_t size, void* records) {
  static_cast<CsvRecords*>(records)->add_cell({static_cast<const char*>(text), size});
}

void on_end(int terminator, void* records) {
  static_cast<CsvRecords*>(records)->end_record(terminator);
}

}  // namespace

void CsvRecords::add_cell(std::string_view text) {
  if (stop_ != Stop::none) return;
  if (text.size() > limits_.cell) stop_ = Stop::cell;
  if (column() > limits_.columns) stop_ = Stop::columns;
  if (row() > limits_.rows) stop_ = Stop::rows;
  if (stop_ != Stop::none) return;
  text_ += text;
  ends_.push_back(text_.size());
}

// libcsv reports CR and LF of one line end both.
bool CsvRecords::ends_a_pair(int terminator) {
  const bool pair = ends_.empty() && terminator == CSV_LF && last_terminator_ == CSV_CR;
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
    const std::size_t size = std::min(piece, bytes.size());
    const std::size_t done = csv_parse(&parser, bytes.data(), size, on_cell, on_end, this);
    if (stop_ == Stop::none && done != size) stop_ = Stop::quote;
    if (stop_ == Stop::none && parser.entry_pos > limits_.cell) stop_ = Stop::cell;
    bytes.remove_prefix(size);
  }
}

CsvRecords::Stop CsvRecords::run(std::string_view bytes) {
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
