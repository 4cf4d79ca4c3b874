#include "pull/answer.h"

namespace yokoten {

std::optional<Fault> complete_answer(const Source& source, const FilledQuery& query,
                                     AnswerFile& file, Catch& caught) {
  AskedQuery& asked = *caught.provenance.asked;
  asked.file = source.query.file;
  asked.sha256 = query.sha256;
  asked.parameters = parameter_lines(source.query);
  caught.provenance.content_type = "text/csv; charset=utf-8";
  caught.laid = LaidFile{file.bytes(), file.sha256()};
  if (asked.rows > 0) return std::nullopt;
  return Fault{"pull.empty",
               {"クエリーの答えに行がありません", "the answer of the query has no rows"},
               Place{query.file, 0, 0}};
}

}  // namespace yokoten
