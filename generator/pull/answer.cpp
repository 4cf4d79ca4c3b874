#include "pull/answer.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace yokoten {

std::optional<Fault> complete_answer(const Source& source, const FilledQuery& query,
                                     Catch& caught) {
  AskedQuery& asked = *caught.provenance.asked;
  asked.file = source.query.file;
  asked.sha256 = query.sha256;
  asked.parameters = parameter_lines(source.query);
  caught.provenance.content_type = "text/csv; charset=utf-8";
  const Place place{query.file, 0, 0};
  if (asked.rows == 0)
    return Fault{"pull.empty",
                 {"クエリーの答えに行がありません", "the answer of the query has no rows"},
                 place};
  const auto wrong = first_invalid_utf8(caught.bytes);
  if (!wrong) return std::nullopt;
  const auto line =
      1 + std::count(caught.bytes.begin(),
                     caught.bytes.begin() + static_cast<std::ptrdiff_t>(*wrong), '\n');
  return Fault{
      "pull.charset",
      {fmt::format("答えの{}行目に、UTF-8ではない文字があります。クエリーで直してください", line),
       fmt::format("line {} of the answer is not UTF-8; mend it in the query", line)},
      place};
}

}  // namespace yokoten
