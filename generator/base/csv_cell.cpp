#include "base/csv_cell.h"

#include <algorithm>

namespace yokoten {
namespace {

// By its first letter; some spreadsheets take the full-width signs for the others, but not alone:
// that is a word for no value.
bool runs(std::string_view text) {
  constexpr std::string_view kFirst = "=+-@\t\r";
  if (text.empty()) return false;
  if (kFirst.find(text.front()) != kFirst.npos) return true;
  if (text.front() != '\xEF' || text.size() == 3) return false;
  const auto begins = [&](std::string_view sign) { return text.starts_with(sign); };
  return begins("＝") || begins("＋") || begins("－") || begins("＠");
}

bool needs_quotes(char letter) {
  return letter == ',' || letter == '"' || letter == '\r' || letter == '\n';
}

}  // namespace

std::string csv_cell(std::string_view text) {
  std::string cell;
  append_csv_cell(cell, text);
  return cell;
}

void append_csv_cell(std::string& out, std::string_view text) {
  const char* mark = runs(text) ? "'" : "";
  if (std::none_of(text.begin(), text.end(), needs_quotes)) {
    out.append(mark).append(text);
    return;
  }
  out.append("\"").append(mark);
  for (const char letter : text) {
    if (letter == '"') out += '"';
    out += letter;
  }
  out += '"';
}

}  // namespace yokoten
