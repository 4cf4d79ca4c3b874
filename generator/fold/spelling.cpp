#include "fold/spelling.h"

#include <fmt/format.h>

#include "base/json_text.h"
#include "model/period.h"

namespace yokoten {
namespace {

std::string list_of(const std::vector<std::string>& items) {
  std::vector<std::string> quoted;
  for (const std::string& item : items) quoted.push_back(json_text(item));
  return fmt::format("[{}]", fmt::join(quoted, ", "));
}

std::string pair_of(const std::string& text, Spelling spelling) {
  const std::size_t sign = text.find('=');
  return fmt::format("{{ {}{} {} }}", json_text(text.substr(0, sign)),
                     spelling == Spelling::toml ? " =" : ":", json_text(text.substr(sign + 1)));
}

}  // namespace

std::string literal(const EntryCell& cell, Spelling spelling) {
  if (cell.wrong) return json_text(cell.text);
  switch (cell.column->entry) {
    case Entry::number:
    case Entry::year:
    case Entry::truth:
      return cell.text;
    case Entry::day:
    case Entry::moment:
      return spelling == Spelling::toml && parse_date(cell.text) ? cell.text : json_text(cell.text);
    case Entry::lines:
    case Entry::ids:
      return list_of(cell.items);
    case Entry::rows:
      return cell.items.size() == 1 ? cell.items.front()
                                    : fmt::format("[{}]", fmt::join(cell.items, ", "));
    case Entry::pair:
      return pair_of(cell.text, spelling);
    default:
      return json_text(cell.text);
  }
}

std::string toml_key(const std::string& key) {
  constexpr std::string_view bare =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";
  return key.find_first_not_of(bare) == std::string::npos && !key.empty() ? key : json_text(key);
}

void put_entry(SpelledFile& file, const BookRow& row, const std::string& key,
               const std::string& written_key) {
  const EntryCell* cell = row.find(key);
  if (cell == nullptr) return;
  file.put(written_key + " = " + literal(*cell, Spelling::toml) + '\n', origin_of(*cell));
}

void put_plain_entries(SpelledFile& file, const BookRow& row, const BookForm& form) {
  for (const BookColumn& column : form.columns)
    if (!column.key.starts_with('*')) put_entry(file, row, column.key, column.key);
}

}  // namespace yokoten
