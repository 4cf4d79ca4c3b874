#include <fmt/format.h>

#include "base/hash.h"
#include "fold/unfolding.h"
#include "model/period_words.h"

namespace yokoten {
namespace {

std::string beside_path(const BesideBook& beside, const std::string& path) {
  return beside.folder.empty() ? path : beside.folder + '/' + path;
}

/// Writes the [[source]] of one row.
class SourceSpeller {
 public:
  SourceSpeller(const Unfolding& work, const BookRow& row, SpelledFile& file)
      : work_(work), row_(row), file_(file) {}

  void put() {
    file_.put("[[source]]\n", {row_.place("id"), {}, 0});
    for (const BookColumn& column : form_of(sheet::sources)->columns) {
      if (column.key == "*file") put_file();
      if (column.key == "area") put_area();
      if (column.key.starts_with('*') || column.key == "area") continue;
      put_entry(file_, row_, column.key, column.key);
    }
    const auto [plain, tables] = more();
    file_.put_lines(plain, more_origin());
    // Which tables a source may have, its kind says.
    const EntryCell* kind = row_.find("kind");
    if (kind == nullptr || !kind->wrong) {
      put_tables();
      put_more_tables(plain, tables);
    }
    file_.put("\n");
  }

 private:
  void put_file();
  void put_hash(const std::string& path);
  void put_area();
  void put_tables();
  void put_year();
  void put_column(const BookRow& column);
  void put_more_tables(const std::string& plain, const std::string& tables);
  std::pair<std::string, std::string> more() const;
  BookOrigin more_origin() const { return {row_.place("*more"), "詳しい設定", 0}; }

  const Unfolding& work_;
  const BookRow& row_;
  SpelledFile& file_;
};

// A file that is there, or an address with the place where its file lands.
void SourceSpeller::put_file() {
  const EntryCell *path = row_.find("*file"), *url = row_.find("*url");
  if (url != nullptr) {
    file_.put("url = " + literal(*url, Spelling::toml) + '\n', origin_of(*url));
    if (path != nullptr)
      file_.put("file = " + literal(*path, Spelling::toml) + '\n', origin_of(*path));
    put_entry(file_, row_, "*hash", "sha256");
    return;
  }
  if (path == nullptr) {
    if (row_.column("*file") != nullptr)
      work_.error(row_.place("*file"), "book.missing",
                  {"「ファイル」（raw/名前）か「取得先」を書いてください",
                   "write ファイル (raw/NAME) or 取得先 (its address)"});
    return;
  }
  EntryCell address = *path;
  address.text = "file:" + path->text;
  file_.put("url = " + literal(address, Spelling::toml) + '\n', origin_of(*path));
  put_hash(path->text);
}

// Left open, the checksum is that of the file as it lies there.
void SourceSpeller::put_hash(const std::string& path) {
  const auto bytes = work_.beside.disk.read(beside_path(work_.beside, path));
  if (!bytes) {
    work_.error(
        row_.place("*file"), "book.file",
        {fmt::format("{} がありません。このエクセルと同じフォルダーの raw に置いてください", path),
         fmt::format("{} is not there; put it into raw beside the workbook", path)});
  }
  if (row_.find("*hash") != nullptr)
    put_entry(file_, row_, "*hash", "sha256");
  else if (bytes)
    file_.put("sha256 = \"" + sha256(*bytes) + "\"\n", {row_.place("*hash"), "照合値", 0});
}

void SourceSpeller::put_area() {
  const EntryCell *area = row_.find("area"), *prefecture = row_.find("*prefecture_area");
  if (prefecture == nullptr) return put_entry(file_, row_, "area", "area");
  file_.put("area = { prefecture = ", origin_of(*prefecture));
  file_.put(literal(*prefecture, Spelling::toml), origin_of(*prefecture));
  if (area != nullptr)
    file_.put(", municipality = " + literal(*area, Spelling::toml), origin_of(*area));
  file_.put(" }\n");
}

// What stands before the first [table] of the verbatim part, and the rest.
std::pair<std::string, std::string> SourceSpeller::more() const {
  std::string text = row_.text("*more");
  if (text.empty()) return {};
  text += '\n';
  const std::size_t table = text.starts_with('[') ? 0 : text.find("\n[");
  if (table == std::string::npos) return {text, {}};
  const std::size_t cut = table == 0 ? 0 : table + 1;
  return {text.substr(0, cut), text.substr(cut)};
}

void SourceSpeller::put_more_tables(const std::string& plain, const std::string& tables) {
  BookOrigin origin = more_origin();
  int line = static_cast<int>(std::count(plain.begin(), plain.end(), '\n'));
  for (std::size_t at = 0; at < tables.size();) {
    const std::size_t end = tables.find('\n', at) + 1;
    origin.line = ++line;
    file_.put(tables.substr(at, end - at), origin);
    at = end;
  }
}

void SourceSpeller::put_year() {
  const EntryCell* year = row_.find("*year");
  if (year != nullptr) {
    const auto period = period_of_cell(year->text);
    if (period && period->kind == PeriodKind::fiscal_year) {
      file_.put(fmt::format("year = {}\n", period->year), origin_of(*year));
      return;
    }
    const bool number = year->text.find_first_not_of("0123456789") == std::string::npos;
    file_.put("year = " + (number ? year->text : literal(*year, Spelling::toml)) + '\n',
              origin_of(*year));
  }
  put_entry(file_, row_, "*duplicates", "duplicates");
}

void SourceSpeller::put_column(const BookRow& column) {
  const EntryCell *key = column.find("*key"), *heading = column.find("*heading"),
                  *after = column.find("*after");
  if (key == nullptr || heading == nullptr) return;
  file_.put(toml_key(key->text) + " = ", origin_of(*key));
  if (after == nullptr) {
    file_.put(literal(*heading, Spelling::toml), origin_of(*heading));
  } else {
    file_.put("{ before = " + literal(*heading, Spelling::toml), origin_of(*heading));
    file_.put(", after = " + literal(*after, Spelling::toml), origin_of(*after));
    file_.put(" }");
  }
  file_.put("\n");
}

void SourceSpeller::put_tables() {
  const auto columns = rows_of(work_.rows(sheet::columns), "*source", row_.text("id"));
  for (const BookWord& use : form_of(sheet::columns)->with_key("*use")->words) {
    std::vector<const BookRow*> own;
    for (const BookRow* each : columns)
      if (each->text("*use") == use.code) own.push_back(each);
    const bool years = use.code == "report" && (row_.find("*year") || row_.find("*duplicates"));
    if (own.empty() && !years) continue;
    const Place place = own.empty() ? row_.place("*year") : own.front()->place("*use");
    file_.put("[source." + use.code + "]\n", {place, {}, 0});
    if (use.code == "report") put_year();
    for (const BookRow* each : own) put_column(*each);
  }
}

}  // namespace

void unfold_sources(const Unfolding& work) {
  if (!work.has(sheet::sources)) return;
  const auto ids = unique_ids(work, sheet::sources, "id");
  check_references(work, sheet::columns, "*source", ids, sheet::sources);
  SpelledFile& file = work.out.files["sources.toml"];
  if (work.rows(sheet::sources).empty())
    file.put("\n", {work.tables.at(sheet::sources).place, {}, 0});
  for (const BookRow& row : work.rows(sheet::sources)) SourceSpeller(work, row, file).put();
}

}  // namespace yokoten
