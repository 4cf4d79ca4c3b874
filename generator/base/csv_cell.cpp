#include "base/csv_cell.h"

#include <algorithm>

namespace yokoten {
namespace {

bool runs(char letter) {
  return letter == '=' || letter == '+' || letter == '-' || letter == '@' || letter == '\t' ||
         letter == '\r';
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
  const char* mark = !text.empty() && runs(text.front()) ? "'" : "";
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
