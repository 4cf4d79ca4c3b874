#include "fold/fold.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "fold/folding.h"
#include "fold/unfold.h"
#include "model/report.h"

namespace yokoten {
namespace {

BookCell cell(int row, int column, std::string text) {
  BookCell made;
  made.row = row;
  made.column = column;
  made.text = std::move(text);
  return made;
}

// A spreadsheet would make 3.0 to 3, and round what has many digits.
bool is_kept_as_number(const std::string& text) {
  constexpr std::size_t most_digits = 15;
  const bool last_zero = text.find('.') != std::string::npos && text.ends_with('0');
  return text.find(',') == std::string::npos && !last_zero && text.size() <= most_digits;
}

// Dates and numbers are what they are in a spreadsheet too, so that it can sort them.
BookCellKind kind_of(const BookColumn& column, const std::string& text) {
  const bool number = column.entry == Entry::number || column.entry == Entry::year;
  if (number && is_kept_as_number(text)) return BookCellKind::number;
  return column.entry == Entry::day ? BookCellKind::date : BookCellKind::text;
}

BookSheet upright_sheet(const BookForm& form, const std::vector<FoldedRow>& rows) {
  BookSheet sheet{
      form.name, false, {cell(1, 1, "項目"), cell(1, 2, "内容"), cell(1, 3, "説明")}, {}};
  const FoldedRow row = rows.empty() ? FoldedRow() : rows.front();
  int number = 2;
  for (const BookColumn& column : form.columns) {
    sheet.cells.push_back(cell(number, 1, column.heading));
    if (const auto text = row.find(column.key); text != row.end() && !text->second.empty()) {
      sheet.cells.push_back(cell(number, 2, text->second));
      sheet.cells.back().kind = kind_of(column, text->second);
    }
    sheet.cells.push_back(cell(number, 3, (column.required ? "【必須】" : "") + column.note));
    ++number;
  }
  return sheet;
}

BookSheet plain_sheet(const BookForm& form, const std::vector<FoldedRow>& rows) {
  BookSheet sheet{form.name, false, {}, {}};
  for (std::size_t at = 0; at < form.columns.size(); ++at)
    sheet.cells.push_back(cell(1, static_cast<int>(at) + 1, form.columns[at].heading));
  for (std::size_t at = 0; at < form.columns.size(); ++at)
    sheet.cells.push_back(cell(2, static_cast<int>(at) + 1,
                               std::string(at == 0 ? remark : "") +
                                   (form.columns[at].required ? "【必須】" : "") +
                                   form.columns[at].note));
  std::erase_if(sheet.cells, [](const BookCell& each) { return each.text.empty(); });
  int number = 3;
  for (const FoldedRow& row : rows) {
    for (std::size_t at = 0; at < form.columns.size(); ++at) {
      const auto text = row.find(form.columns[at].key);
      if (text == row.end() || text->second.empty()) continue;
      sheet.cells.push_back(cell(number, static_cast<int>(at) + 1, text->second));
      sheet.cells.back().kind = kind_of(form.columns[at], text->second);
    }
    ++number;
  }
  return sheet;
}

CellBook folded_once(const FolderToFold& folder, const std::set<std::string>& as_they_stand,
                     Findings& findings) {
  Folding work{folder, as_they_stand};
  fold_settings(work);
  fold_sources(work);
  fold_lists(work);
  fold_pages(work);
  fold_others(work, findings);
  CellBook book;
  for (const BookForm& form : book_forms())
    book.sheets.push_back(form.upright ? upright_sheet(form, work.rows[form.name])
                                       : plain_sheet(form, work.rows[form.name]));
  return book;
}

// Files that would not come back as they are.
std::set<std::string> changed_files(const FolderToFold& folder, const CellBook& book) {
  MemoryDisk nothing;
  const UnfoldedBook back = unfold(book, {nothing, ""});
  std::set<std::string> changed;
  for (const auto& [path, text] : folder.files) {
    const auto spelled = back.files.find(path);
    const auto starter = folder.starters.find(path);
    const bool same = spelled != back.files.end()
                          ? says_the_same(path, text, spelled->second.text(), folder.page)
                          : starter != folder.starters.end() && !back.dropped.contains(path) &&
                                says_the_same(path, text, starter->second, folder.page);
    if (!same) changed.insert(path);
  }
  return changed;
}

std::string without_ends(std::string text) {
  std::erase(text, '\r');
  return without_last_line(std::move(text));
}

// Two files have to be spelled by sheets; nothing but what is no TOML keeps them from it.
void report_unreadable(const std::set<std::string>& as_they_stand, Findings& findings) {
  for (const char* path : {"publication.toml", "sources.toml"})
    if (as_they_stand.contains(path))
      report_error(
          findings, {path, 0, 0}, "book.unreadable",
          {"このファイルをエクセルにできません。check の指摘を直してからやり直してください",
           "this file can't become a workbook; mend what check says, then try again"});
}

}  // namespace

std::string without_last_line(std::string text) {
  while (text.ends_with('\n')) text.pop_back();
  return text;
}

std::optional<TomlNode> Folding::tree(const std::string& path) const {
  const auto file = folder.files.find(path);
  if (file == folder.files.end() || as_they_stand.contains(path)) return std::nullopt;
  Findings ignored;
  return parse_toml(file->second, path, ignored);
}

void take_entry(TomlNode& table, const std::string& key, const BookForm& form,
                const std::string& column, FoldedRow& row) {
  TomlNode before = table;
  const auto node = taken(table, key);
  if (!node) return;
  if (auto text = cell_text(*node, *form.with_key(column)))
    row[column] = std::move(*text);
  else
    table = std::move(before);
}

void take_entries(TomlNode& table, const BookForm& form, FoldedRow& row) {
  for (const BookColumn& column : form.columns)
    if (!column.key.starts_with('*')) take_entry(table, column.key, form, column.key, row);
}

bool says_the_same(const std::string& path, const std::string& a, const std::string& b,
                   const PageReader& page) {
  if (without_ends(a) == without_ends(b)) return true;
  if (path.ends_with(".toml")) {
    Findings ignored;
    auto first = parse_toml(a, path, ignored), second = parse_toml(b, path, ignored);
    if (!first || !second) return false;
    // The book writes it always.
    if (path == "publication.toml")
      for (TomlNode* tree : {&*first, &*second})
        if (const TomlNode* language = tree->find("language"); language && language->text == "ja")
          taken(*tree, "language");
    return same_values(*first, *second);
  }
  const auto first = page(a), second = page(b);
  return path.ends_with(".md") && first && second &&
         without_ends(first->body) == without_ends(second->body) &&
         same_values(first->front, second->front);
}

CellBook fold(const FolderToFold& folder, Findings& findings) {
  std::set<std::string> as_they_stand;
  while (true) {
    Findings own;
    CellBook book = folded_once(folder, as_they_stand, own);
    const auto changed = changed_files(folder, book);
    const std::size_t before = as_they_stand.size();
    as_they_stand.insert(changed.begin(), changed.end());
    if (as_they_stand.size() > before) continue;
    findings.insert(findings.end(), own.begin(), own.end());
    report_unreadable(as_they_stand, findings);
    return book;
  }
}

}  // namespace yokoten
