#include "fold/unfold.h"

#include <fmt/format.h>

#include <algorithm>

#include "fold/page_forms.h"
#include "fold/unfolding.h"
#include "model/report.h"

namespace yokoten {
namespace {

const std::vector<BookRow> no_rows;

void suffix(Message& message, const std::string& ja, const std::string& en) {
  message.ja += ja;
  message.en += en;
}

// Some findings are about a page or a file as a whole, though one cell is to blame.
const std::map<std::string, std::string>& blamed_keys() {
  static const std::map<std::string, std::string> keys = {{"page.area", "area"},
                                                          {"page.address", "*id"},
                                                          {"front.status", "status"},
                                                          {"case.area", "area"},
                                                          {"case.sources", "sources"},
                                                          {"project.visit", "project.visit.how"},
                                                          {"project.document", "path"},
                                                          {"publication.released", "released"},
                                                          {"publication.prefecture", "prefecture"}};
  return keys;
}

const BookRow* row_at(const UnfoldedBook& unfolded, const Place& place) {
  const std::string sheet = place.file.substr(place.file.find('#') + 1);
  const auto table = unfolded.tables.find(sheet);
  if (table == unfolded.tables.end()) return nullptr;
  const bool upright = form_of(sheet)->upright;
  for (const BookRow& row : table->second.rows)
    if (upright || row.number == place.row) return &row;
  return nullptr;
}

// A link of a menu is named by its words only.
const BookRow* menu_row(const UnfoldedBook& unfolded, const Finding& finding) {
  const auto menu = unfolded.tables.find(sheet::menu);
  if (finding.code != "link.missing" || menu == unfolded.tables.end()) return nullptr;
  for (const BookRow& row : menu->second.rows)
    if (finding.message.en.find("leads to /" + row.text("path") + ',') != std::string::npos)
      return &row;
  return nullptr;
}

// The key that a reader misses, as it says it.
std::string absent_key(const Finding& finding) {
  constexpr std::string_view kBefore = "the key ", kAfter = " is missing";
  const std::string_view text = finding.message.en;
  if (!finding.code.ends_with(".missing") || !text.starts_with(kBefore) || !text.ends_with(kAfter))
    return {};
  return std::string(text.substr(kBefore.size(), text.size() - kBefore.size() - kAfter.size()));
}

// Which column of the row has the key: `case.themes` for themes.
std::string column_of(const BookRow& row, const std::string& key) {
  if (row.cells.contains(key)) return key;
  for (const auto& [name, cell] : row.cells)
    if (name.ends_with('.' + key)) return name;
  return {};
}

BookOrigin blamed_cell(const UnfoldedBook& unfolded, const Finding& finding,
                       const BookOrigin& origin) {
  const auto key = blamed_keys().find(finding.code);
  const std::string absent = absent_key(finding);
  const BookRow* row =
      key == blamed_keys().end() && absent.empty() ? nullptr : row_at(unfolded, origin.cell);
  std::string name = row == nullptr ? "" : absent.empty() ? key->second : column_of(*row, absent);
  if (finding.place.row == 0 && row == nullptr) {
    row = menu_row(unfolded, finding);
    name = "path";
  }
  const BookColumn* column = row == nullptr ? nullptr : row->column(name);
  return column == nullptr ? origin : BookOrigin{row->place(name), column->heading, 0};
}

bool same_cell(const Place& a, const Place& b) {
  return a.file == b.file && a.row == b.row && a.column == b.column;
}

// What a reader says of a key that is not there: the book has said it at its cell.
bool is_about_absence(const std::string& code) {
  return code.ends_with(".missing") || code == "event.date" || code == "event.place" ||
         code == "case.sources";
}

}  // namespace

const std::vector<BookRow>& Unfolding::rows(const std::string& sheet) const {
  const auto found = tables.find(sheet);
  return found == tables.end() ? no_rows : found->second.rows;
}

bool Unfolding::has(const std::string& sheet) const { return tables.contains(sheet); }

void Unfolding::error(const Place& place, const char* code, Message message) const {
  report_error(out.own, place, code, std::move(message));
}

SpelledFile* Unfolding::begin(const std::string& path, const Place& place) const {
  const auto [at, is_new] = out.files.try_emplace(path);
  if (is_new) return &at->second;
  error(place, "book.twice",
        {fmt::format("{} はもうほかの行に書かれています。1つにしてください", path),
         fmt::format("{} stands in another row already; keep one", path)});
  return nullptr;
}

std::vector<const BookRow*> rows_of(const std::vector<BookRow>& rows, const std::string& key,
                                    const std::string& id) {
  std::vector<const BookRow*> found;
  for (const BookRow& row : rows)
    if (row.text(key) == id) found.push_back(&row);
  return found;
}

// Whether a sheet of another name or with wrong headings is to blame for what seems missing.
bool is_unread(const Unfolding& work, const std::string& sheet) {
  return std::any_of(work.out.own.begin(), work.out.own.end(), [&](const Finding& said) {
    if (said.level != Level::error) return false;
    const bool here = said.place.file.ends_with('#' + sheet);
    return (said.code == "book.sheet" && !work.has(sheet)) || (said.code == "book.heading" && here);
  });
}

void check_references(const Unfolding& work, const std::string& sheet, const std::string& key,
                      const std::vector<std::string>& known, const std::string& described_in) {
  if (is_unread(work, described_in)) return;
  for (const BookRow& row : work.rows(sheet)) {
    const EntryCell* cell = row.find(key);
    if (cell == nullptr || std::find(known.begin(), known.end(), cell->text) != known.end())
      continue;
    work.error(
        cell->place, "book.reference",
        with_nearest({fmt::format("「{}」はシート「{}」にありません", cell->text, described_in),
                      fmt::format("the sheet {} has no {}", described_in, cell->text)},
                     cell->text, known));
  }
}

std::vector<std::string> unique_ids(const Unfolding& work, const std::string& sheet,
                                    const std::string& key) {
  std::vector<std::string> ids;
  for (const BookRow& row : work.rows(sheet)) {
    const EntryCell* cell = row.find(key);
    if (cell == nullptr) continue;
    if (std::find(ids.begin(), ids.end(), cell->text) != ids.end())
      work.error(
          cell->place, "book.twice",
          {fmt::format("番号「{}」がほかの行にもあります。別の番号にしてください", cell->text),
           fmt::format("another row has the id {} too; choose another one", cell->text)});
    else
      ids.push_back(cell->text);
  }
  return ids;
}

bool is_described(const std::string& path, const std::set<std::string>& sheets) {
  if (path == "publication.toml" || path == "sources.toml") return true;
  if (path == "programmes.toml") return sheets.contains(sheet::programmes);
  if (path == "corrections.toml") return sheets.contains(sheet::corrections);
  if (path == "contacts.toml") return sheets.contains(sheet::contacts);
  if (path == "duty.toml") return sheets.contains(sheet::waivers);
  if (path.starts_with("events/")) return sheets.contains(sheet::events);
  for (const PageForms& forms : page_forms())
    if (path.starts_with(forms.folder + '/')) return sheets.contains(forms.sheet);
  return false;
}

UnfoldedBook unfold(const CellBook& book, const BesideBook& beside) {
  UnfoldedBook out;
  const BookTables tables = read_tables(book, out.own);
  for (const auto& [name, table] : tables) out.sheets.insert(name);
  const Unfolding work{tables, beside, out};
  unfold_settings(work);
  unfold_sources(work);
  unfold_lists(work);
  unfold_pages(work);
  unfold_others(work);
  out.tables = tables;
  return out;
}

Finding in_the_book(Finding finding, const UnfoldedBook& unfolded, const std::string& folder,
                    const std::string& book_file) {
  Place& place = finding.place;
  if (place.file == folder) {
    place = {book_file, 0, 0};
    return finding;
  }
  if (!place.file.starts_with(folder + '/')) return finding;
  const std::string path = place.file.substr(folder.size() + 1);
  const auto file = unfolded.files.find(path);
  const BookOrigin* origin =
      file == unfolded.files.end() ? nullptr : file->second.at(place.row, place.column);
  if (origin == nullptr) {
    const std::string line = place.row > 0 ? fmt::format(" {}", place.row) : std::string();
    suffix(finding.message,
           fmt::format("（始めに用意されたファイル {}{}。直すなら「{}」に書く）", path,
                       line.empty() ? "" : line + "行目", sheet::others),
           fmt::format(" ({}{}, a starting file; to change it, write it into {})", path,
                       line.empty() ? "" : " line" + line, sheet::others));
    place = {book_file, 0, 0};
    return finding;
  }
  const BookOrigin blamed = blamed_cell(unfolded, finding, *origin);
  place = blamed.cell;
  const std::string name = cell_name(place.row, place.column);
  const std::string what = blamed.heading.empty() ? name : name + "「" + blamed.heading + "」";
  finding.message.ja = what + ": " + finding.message.ja;
  finding.message.en = what + ": " + finding.message.en;
  if (blamed.line > 0)
    suffix(finding.message, fmt::format("（セルの中の{}行目）", blamed.line),
           fmt::format(" (line {} of the cell)", blamed.line));
  return finding;
}

Findings without_echoes(Findings findings, const Findings& own) {
  // A row that could not be read is missing elsewhere too.
  const bool unread = blocks(own);
  std::erase_if(findings, [&](const Finding& each) {
    if (unread && (each.code == "duty.missing" || each.code == "contact.missing")) return true;
    return std::any_of(own.begin(), own.end(), [&](const Finding& said) {
      if (said.level != Level::error || said.place.row == 0) return false;
      const bool column_missing = said.code == "book.heading" && each.place.file == said.place.file;
      if (column_missing && is_about_absence(each.code)) return true;
      const bool upright = said.place.file.ends_with('#' + std::string(sheet::settings));
      const bool row =
          each.place.file == said.place.file && (upright || each.place.row == said.place.row);
      return same_cell(each.place, said.place) || (row && is_about_absence(each.code));
    });
  });
  return findings;
}

}  // namespace yokoten
