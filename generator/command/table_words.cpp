#include "command/table_words.h"

#include <fmt/format.h>

#include <utility>

namespace yokoten {
namespace {

Message wrong(const char* option, const std::string& word, const std::string& wanted) {
  return {fmt::format("{}に「{}」は使えません。例: {}", option, word, wanted),
          fmt::format("{} can't be {}; such as {}", option, word, wanted)};
}

// Single rows in ascending order.
bool read_header(const std::string& text, TableForm& form) {
  const auto spans = row_spans(text);
  if (!spans) return false;
  form.header.clear();
  for (const RowSpan& span : *spans) {
    const bool ascends = form.header.empty() || span.first > form.header.back();
    if (span.first != span.last || !ascends) return false;
    form.header.push_back(span.first);
  }
  return true;
}

}  // namespace

std::variant<TableForm, Message> form_of(const TableArguments& arguments) {
  TableForm form;
  if (!arguments.from.empty() && !(form.format = format_named(arguments.from)))
    return wrong("--from", arguments.from, fmt::format("{}", fmt::join(format_words(), ", ")));
  if (!arguments.encoding.empty() && !(form.encoding = encoding_named(arguments.encoding)))
    return wrong("--encoding", arguments.encoding, "utf-8, utf-16, cp932, euc-jp");
  if (!arguments.header.empty() && !read_header(arguments.header, form))
    return wrong("--header", arguments.header, "3, 3,4");
  if (!arguments.skip.empty()) {
    const auto spans = row_spans(arguments.skip);
    if (!spans) return wrong("--skip", arguments.skip, "5,40-45,50-");
    form.skip = *spans;
  }
  if (!arguments.range.empty() && !(form.range = table_range(arguments.range)))
    return wrong("--range", arguments.range, "A3:F50");
  if (!arguments.rows_at.empty() && arguments.rows_at.front() != '/')
    return wrong("--rows-at", arguments.rows_at, "/result/records");
  form.sheet = arguments.sheet;
  form.rows_at = arguments.rows_at;
  if (auto conflict = conflict_of(form)) return std::move(conflict->message);
  return form;
}

}  // namespace yokoten
