#include "command/standing_result.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "command/work_list_form.h"
#include "fold/form.h"
#include "read/table_file.h"

namespace yokoten {
namespace {

Message not_replaced(const Message& what) {
  return {what.ja + "。上書きしません。別の名前を指定するか、ファイルを移してください",
          what.en + "; it is not written over: give another name, or move the file away"};
}

Message foreign() {
  return not_replaced({"yokoten が書いたものではないファイルがあります",
                       "there is a file that yokoten did not write"});
}

// Read as a table of any source is.
std::optional<Table> list_in(const std::string& bytes, const std::string& file, Language language) {
  TableForm form;
  if (file.ends_with(".xlsx")) form.sheet = work_sheet(language);
  Findings told;
  auto table = read_table(bytes, file, told, form);
  const WorkCells wanted = work_headings(language);
  const bool fits = table && std::equal(table->header().begin(), table->header().end(),
                                        wanted.begin(), wanted.end());
  return fits ? std::move(table) : std::nullopt;
}

// Offices' answers stand in the last column.
int answers_in(const Table& table) {
  int answers = 0;
  for (int row = 0; row < table.rows(); ++row)
    if (!trimmed_text(table.cell(row, table.columns() - 1)).empty()) ++answers;
  return answers;
}

bool is_list_in_json(const std::string& bytes) {
  const auto all = nlohmann::json::parse(bytes, nullptr, false);
  return all.is_object() && all.contains("items") && all.contains("duties");
}

}  // namespace

std::optional<Message> lost_with_work_list(Disk& disk, const std::string& file) {
  const auto bytes = disk.read(file);
  if (!bytes) return std::nullopt;
  if (file.ends_with(".json"))
    return is_list_in_json(*bytes) ? std::nullopt : std::optional(foreign());
  auto table = list_in(*bytes, file, Language::ja);
  if (!table) table = list_in(*bytes, file, Language::en);
  if (!table) return foreign();
  const int answers = answers_in(*table);
  if (answers == 0) return std::nullopt;
  return not_replaced({fmt::format("回答が{}行に書き込まれた作業リストがあります", answers),
                       fmt::format("there is a work list with answers in {} rows", answers)});
}

std::optional<Message> lost_with_annotation(Disk& disk, const std::string& file) {
  const auto bytes = disk.read(file);
  if (!bytes) return std::nullopt;
  TableForm form;
  form.sheet = sheet::findings;
  Findings told;
  return read_table(*bytes, file, told, form) ? std::nullopt : std::optional(foreign());
}

}  // namespace yokoten
