#include "pull/rows_reader.h"

#include <algorithm>
#include <optional>

namespace yokoten {
namespace {

constexpr std::size_t longest_line = 16U << 20U;     // bytes
constexpr std::size_t longest_refusal = 64U << 10U;  // bytes

std::vector<std::string_view> cells_of(std::string_view line) {
  std::vector<std::string_view> cells;
  for (std::size_t from = 0;;) {
    const auto tab = std::min(line.find('\t', from), line.size());
    cells.push_back(line.substr(from, tab - from));
    if (tab == line.size()) return cells;
    from = tab + 1;
  }
}

char unescaped(char letter) {
  switch (letter) {
    case 'n':
      return '\n';
    case 't':
      return '\t';
    case 'r':
      return '\r';
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case '0':
      return '\0';
    default:
      return letter;
  }
}

std::string plain_text(std::string_view cell) {
  std::string out;
  out.reserve(cell.size());
  for (std::size_t at = 0; at < cell.size(); ++at) {
    if (cell[at] == '\\' && at + 1 < cell.size())
      out += unescaped(cell[++at]);
    else
      out += cell[at];
  }
  // Texts of a fixed length are filled up.
  out.erase(std::min(out.find_last_not_of('\0') + 1, out.size()));
  return out;
}

bool is_number(std::string_view cell) {
  return !cell.empty() && (cell.find_first_not_of("+-.0123456789e") == std::string_view::npos ||
                           cell == "nan" || cell == "inf" || cell == "-inf");
}

bool is_moment(std::string_view cell) {
  return cell.size() >= 10 && cell.find_first_not_of("-:. 0123456789") == std::string_view::npos;
}

}  // namespace

// `Code: 62, e.displayText() = DB::…` of old servers, `Code: 62. DB::Exception: …` of later ones.
std::size_t exception_at(std::string_view text) {
  constexpr std::string_view start = "Code: ";
  for (std::size_t at = text.find(start); at != std::string_view::npos;
       at = text.find(start, at + 1)) {
    const auto behind = text.find_first_not_of("0123456789", at + start.size());
    if (behind == std::string_view::npos || behind == at + start.size()) continue;
    const std::string_view rest = text.substr(behind);
    if (rest.starts_with(", e.displayText() = ") || rest.starts_with(". DB::")) return at;
  }
  return std::string_view::npos;
}

RowsReader::State RowsReader::add(std::string_view bytes, std::string& out) {
  if (!refusal_.empty()) {
    refusal_.append(bytes.substr(0, longest_refusal - std::min(refusal_.size(), longest_refusal)));
    return State::refused;
  }
  while (!bytes.empty()) {
    const auto end = bytes.find('\n');
    rest_.append(bytes.substr(0, end));
    if (rest_.size() > longest_line) return State::broken;
    if (end == std::string_view::npos) return State::fine;
    bytes.remove_prefix(end + 1);
    const State state = take_line(rest_, out);
    if (state == State::refused) refusal_.append(bytes.substr(0, longest_refusal));
    if (state != State::fine) return state;
    rest_.clear();
  }
  return State::fine;
}

RowsReader::State RowsReader::finish() const {
  return rest_.empty() && lines_ >= 2 ? State::fine : State::broken;
}

RowsReader::State RowsReader::take_line(std::string_view line, std::string& out) {
  if (const auto at = exception_at(line); at != std::string_view::npos) {
    refusal_ = std::string(line.substr(at)) + '\n';
    return State::refused;
  }
  if (++lines_ > 2) return take_row(line, out);
  if (lines_ == 2) return take_types(line);
  for (const std::string_view cell : cells_of(line)) {
    if (!names_.empty()) out += ',';
    names_.push_back(plain_text(cell));
    add_heading(out, names_.back());
  }
  out += '\n';
  return State::fine;
}

RowsReader::State RowsReader::take_types(std::string_view line) {
  const auto types = cells_of(line);
  if (types.size() != names_.size()) return State::broken;
  for (std::size_t at = 0; at < types.size(); ++at) {
    const std::string type = plain_text(types[at]);
    // A name of a type begins with a large letter; a row of figures in its place does not.
    if (type.empty() || type[0] < 'A' || type[0] > 'Z') return State::broken;
    shapes_.push_back(shape_of_clickhouse(type));
    columns_.push_back(names_[at] + ' ' + type);
  }
  return State::fine;
}

bool RowsReader::take_cell(std::string_view cell, ColumnShape shape, std::string& out) {
  if (cell == "\\N") {
    out += null_text_;
    return true;
  }
  if (shape == ColumnShape::text) {
    add_quoted(out, plain_text(cell));
    return true;
  }
  out += cell;
  return shape == ColumnShape::number ? is_number(cell) : is_moment(cell);
}

RowsReader::State RowsReader::take_row(std::string_view line, std::string& out) {
  if (++rows_ > most_rows_) return State::too_many;
  const auto cells = cells_of(line);
  if (cells.size() != shapes_.size()) return State::broken;
  for (std::size_t at = 0; at < cells.size(); ++at) {
    if (at > 0) out += ',';
    if (!take_cell(cells[at], shapes_[at], out)) return State::broken;
  }
  out += '\n';
  return State::fine;
}

}  // namespace yokoten
