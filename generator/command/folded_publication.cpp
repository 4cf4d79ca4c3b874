#include "command/folded_publication.h"

#include <algorithm>
#include <set>

#include "base/editors_own.h"
#include "base/text.h"
#include "command/book_cells.h"
#include "command/book_starters.h"
#include "command/opened_publication.h"
#include "fold/fold.h"
#include "model/case_words.h"
#include "model/report.h"
#include "model/service_type.h"
#include "model/toml_node.h"
#include "read/areas.h"
#include "read/page_text.h"
#include "read/yaml_node.h"

namespace yokoten {
namespace {

std::optional<FoldedPage> page_of(const std::string& bytes) {
  Findings ignored;
  const auto page = read_page(bytes, "", ignored);
  auto front = page ? front_tree(*page, ignored) : std::nullopt;
  if (!front || !ignored.empty()) return std::nullopt;
  return FoldedPage{std::move(*front), page->body};
}

bool is_text(const std::string& bytes) {
  return !first_invalid_utf8(bytes) && bytes.find('\0') == std::string::npos;
}

// Everything but what lies beside a book anyway, and other books.
std::map<std::string, std::string> texts_of(Disk& disk, const std::string& folder,
                                            Findings& findings) {
  std::map<std::string, std::string> texts;
  for (const std::string& path : disk.files(folder)) {
    const std::string top = path.substr(0, path.find('/'));
    if (names_beside_book().contains(top) || is_book_path(path) || lies_in_editors_own(path))
      continue;
    const std::string bytes = disk.read(folder + '/' + path).value_or(std::string());
    if (is_text(bytes))
      texts[path] = bytes;
    else
      report_warning(findings, {folder + '/' + path, 0, 0}, "book.left",
                     {"文字のファイルではないので、エクセルに入りません",
                      "this is no text and does not go into the workbook"});
  }
  return texts;
}

std::string text_under(const std::map<std::string, std::string>& texts, const char* key) {
  const auto file = texts.find("publication.toml");
  Findings ignored;
  const auto tree = file == texts.end() ? std::nullopt : parse_toml(file->second, "", ignored);
  const TomlNode* node = tree ? tree->find(key) : nullptr;
  return node == nullptr ? std::string() : node->text;
}

constexpr std::string_view indicator_folder = "indicators/", indicator_ending = ".toml";

void add_indicator(const std::string& path, std::set<std::string>& ids) {
  if (path.starts_with(indicator_folder) && path.ends_with(indicator_ending))
    ids.insert(path.substr(indicator_folder.size(),
                           path.size() - indicator_folder.size() - indicator_ending.size()));
}

}  // namespace

std::optional<CellBook> folded_publication(Disk& disk, const std::string& home,
                                           const std::string& folder, Findings& findings) {
  if (!disk.read(folder + "/publication.toml")) {
    report_error(findings, {folder + "/publication.toml", 0, 0}, "publication.missing",
                 {"ファイルがありません", "the file is not there"});
    return std::nullopt;
  }
  FolderToFold wanted;
  wanted.files = texts_of(disk, folder, findings);
  wanted.kind = text_under(wanted.files, "prefecture").empty() ? "national" : "prefecture";
  std::set<std::string> sheets;
  for (const BookForm& form : book_forms()) sheets.insert(form.name);
  wanted.starters = starters_under_book(disk, home, text_under(wanted.files, "prefecture"),
                                        text_under(wanted.files, "as_of"), sheets, findings);
  wanted.page = page_of;
  Findings own;
  CellBook book = fold(wanted, own);
  for (Finding& each : own) each.place.file = folder + '/' + each.place.file;
  findings.insert(findings.end(), own.begin(), own.end());
  return blocks(findings) ? std::nullopt : std::optional(std::move(book));
}

std::map<std::string, std::vector<std::string>> offered_lists(Disk& disk, const std::string& home,
                                                              const CellBook& book) {
  std::map<std::string, std::vector<std::string>> lists;
  lists["services"] = service_names();
  const CaseWords words = usual_case_words();
  lists["sizes"] = titles_of(words.sizes);
  lists["technologies"] = titles_of(words.technologies);
  lists["themes"] = titles_of(words.themes);
  Findings ignored;
  if (const auto areas = read_areas(disk, home + "/data/areas", ignored))
    for (const int each : areas->prefectures())
      lists["prefectures"].push_back(areas->at(each).name);
  std::set<std::string> ids;
  for (const char* kind : {"prefecture", "national"})
    for (const std::string& path : disk.files(home + "/data/new/" + kind)) add_indicator(path, ids);
  if (const BookSheet* others = book.sheet(sheet::others))
    for (const BookCell& cell : others->cells) add_indicator(cell.text, ids);
  lists["indicators"].assign(ids.begin(), ids.end());
  return lists;
}

}  // namespace yokoten
