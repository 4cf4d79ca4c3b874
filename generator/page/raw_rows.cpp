#include "page/raw_rows.h"

namespace yokoten {

int source_of(const Book& book, const Place& place) {
  if (place.file.empty()) return -1;
  for (std::size_t at = 0; at < book.publication.tables.size(); ++at)
    if (book.publication.tables[at].file() == place.file) return static_cast<int>(at);
  return -1;
}

std::optional<RawRow> raw_row(const Book& book, const Place& place) {
  const int source = source_of(book, place);
  if (source < 0) return std::nullopt;
  const auto row = book.table(source).row_at(place.row);
  return row ? std::optional(RawRow{source, *row}) : std::nullopt;
}

int area_of(const Book& book, const RawRow& row) {
  read_notes::add(&book.table(row.source));
  const auto source = static_cast<std::size_t>(row.source);
  if (source >= book.measured.rows.size()) return Areas::none;
  const RowReadings& rows = book.measured.rows[source];
  const auto at = static_cast<std::size_t>(row.row);
  return at < rows.size() ? rows[at].area : Areas::none;
}

// Where findings stand is the same for all pages: no page looks it up for itself.
int area_of(const Book& book, const Finding& finding) {
  const NotedReads by_nobody(nullptr);
  const auto row = raw_row(book, finding.place);
  return row ? area_of(book, *row) : Areas::none;
}

bool concerns(const Book& book, int page, int area) {
  if (page == Areas::none || page == Areas::nation) return true;
  if (area == Areas::none || area == Areas::nation) return false;
  return area == page || book.areas.at(area).parent == page;
}

const Correction* correction_of(const Book& book, int source, int file_row) {
  for (const Correction& each : book.publication.corrections)
    if (each.row == file_row && each.source == book.source(source).id) return &each;
  return nullptr;
}

bool is_name_note(const Finding& finding) {
  return finding.level == Level::note && finding.code.starts_with("name.");
}

}  // namespace yokoten
