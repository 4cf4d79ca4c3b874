#include "page/reading_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/count_text.h"
#include "base/japanese_marks.h"
#include "page/raw_rows.h"
#include "page/wording.h"

namespace yokoten {
namespace {

// What a cell reads as: of a corrected name, on pages of another language, the area's name there.
std::string corrected_text(const Book& book, const Correction& correction) {
  const int source = book.publication.source(correction.source);
  const bool is_name = source >= 0 && correction.column == book.source(source).area_column;
  return is_name && correction.area != Areas::none && book.publication.language != "ja"
             ? book.areas.at(correction.area).name
             : as_written(book, correction.corrected);
}

// What the cell prints, read as the area's official name.
std::string reading(const Book& book, const Finding& finding) {
  const auto row = raw_row(book, finding.place);
  const int area = area_of(book, finding);
  if (!row || area == Areas::none || finding.place.column < 1) return finding.message.ja;
  const std::string printed(book.table(row->source).cell(row->row, finding.place.column - 1));
  const std::string& name = book.areas.at(area).name;
  return book.word("page.read_as_pair", {as_written(book, printed), name});
}

std::vector<std::string> reading_pairs(const Book& book) {
  std::vector<std::string> pairs;
  for (const Correction& each : book.publication.corrections)
    pairs.push_back(book.word("page.read_as_pair",
                              {as_written(book, each.printed), corrected_text(book, each)}));
  for (const Finding& finding : book.findings.all())
    if (is_name_note(finding) && finding.code != "name.union")
      pairs.push_back(reading(book, finding));
  return pairs;
}

// A printed name tells by itself what was corrected; a number does not.
bool names_its_area(const Book& book, const Correction& correction) {
  const int source = book.publication.source(correction.source);
  if (source < 0) return true;
  const Source& of = book.source(source);
  return correction.column == of.area_column || correction.column == of.prefecture_column ||
         !parse_decimal(correction.corrected);
}

std::string area_of(const Book& book, const Correction& correction) {
  if (correction.area != Areas::none) return book.areas.at(correction.area).name;
  return book.source(book.publication.source(correction.source)).title;
}

// A byte of a letter that is not Latin.
bool is_wide(char byte) { return static_cast<unsigned char>(byte) >= 0x80; }

}  // namespace

std::string readings_text(const Book& book) {
  const std::vector<std::string> pairs = reading_pairs(book);
  if (pairs.empty()) return {};
  return book.word("page.read_as_list", {count_text(pairs.size()), joined(book, pairs)});
}

int readings_count(const Book& book) { return static_cast<int>(reading_pairs(book).size()); }

std::string correction_text(const Book& book, const Correction& correction) {
  const std::string printed = as_written(book, correction.printed);
  const std::string right = corrected_text(book, correction);
  std::string text = names_its_area(book, correction)
                         ? book.word("page.corrected_name", {printed, right})
                         : book.word("page.corrected_cell",
                                     {area_of(book, correction),
                                      printed_text(book, correction.column), printed, right});
  add_sentence(book, text, sentence(book, correction.reason));
  return text;
}

std::string corrected_subject(const Book& book, const Correction& correction) {
  if (names_its_area(book, correction)) return corrected_text(book, correction);
  return book.word("join.of", {area_of(book, correction), printed_text(book, correction.column)});
}

std::string reader_text(const Book& book, const Finding& finding) {
  if (book.publication.language != "ja") {
    const std::string text = japanese_runs_marked(finding.message.en);
    return sentence(book, text.substr(0, text.find(';')));
  }
  return sentence(book, close_set(finding.message.ja.substr(0, finding.message.ja.find("。"))));
}

std::string close_set(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool inside = at > 0 && at + 1 < text.size();
    if (text[at] == ' ' && inside && (is_wide(text[at - 1]) || is_wide(text[at + 1]))) continue;
    out += text[at] == '(' ? "（" : text[at] == ')' ? "）" : std::string(1, text[at]);
  }
  return out;
}

std::string as_written(const Book& book, const std::string& text) {
  return book.publication.language == "ja" ? text : japanese_marked(text);
}

std::string sentence(const Book& book, std::string text) {
  const std::string& stop = book.word("join.stop");
  if (!text.empty() && !text.ends_with(stop)) text += stop;
  return text;
}

}  // namespace yokoten
