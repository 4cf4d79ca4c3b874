#include "page/reading_text.h"

#include <algorithm>
#include <vector>

#include "page/raw_rows.h"

namespace yokoten {
namespace {

// What the cell prints, read as the area's official name.
std::string reading(const Book& book, const Finding& finding) {
  const auto row = raw_row(book, finding.place);
  const int area = area_of(book, finding);
  if (!row || area == Areas::none || finding.place.column < 1) return finding.message.ja;
  const std::string printed(book.table(row->source).cell(row->row, finding.place.column - 1));
  const std::string& name = book.areas.at(area).name;
  // A union is read as itself; what is to be said of it is another thing.
  if (printed == name) return finding.message.ja;
  return book.word("page.read_as_pair", {printed, name});
}

}  // namespace

std::string readings_text(const Book& book) {
  std::vector<std::string> pairs;
  for (const Correction& each : book.publication.corrections)
    pairs.push_back(book.word("page.read_as_pair", {each.printed, each.corrected}));
  for (const Finding& finding : book.findings)
    if (is_name_note(finding)) pairs.push_back(reading(book, finding));
  if (pairs.empty()) return {};
  std::string list;
  for (const std::string& pair : pairs) list += (list.empty() ? "" : "、") + pair;
  return book.word("page.read_as_list", {std::to_string(pairs.size()), list});
}

std::string correction_text(const Book& book, const Correction& correction) {
  return book.word("page.corrected_name", {correction.printed, correction.corrected}) +
         sentence(correction.reason);
}

std::string reader_text(const Finding& finding) {
  return sentence(finding.message.ja.substr(0, finding.message.ja.find("。")));
}

std::string sentence(std::string text) {
  if (!text.empty() && !text.ends_with("。")) text += "。";
  return text;
}

}  // namespace yokoten
