#include <fmt/format.h>

#include "fold/unfolding.h"
#include "model/toml_reader.h"

namespace yokoten {
namespace {

// Both menus are lists of tables, one entry a line.
void put_menu(const Unfolding& work, const std::string& which, SpelledFile& file) {
  bool any = false;
  for (const BookRow& row : work.rows(sheet::menu)) {
    const EntryCell* where = row.find("*where");
    if (where == nullptr || where->text != which) continue;
    if (!any) file.put(which + " = [\n", origin_of(*where));
    any = true;
    file.put("  { ", {row.place("title"), {}, 0});
    if (const EntryCell* title = row.find("title"))
      file.put("title = " + literal(*title, Spelling::toml) + ", ", origin_of(*title));
    const EntryCell* path = row.find("path");
    const BookOrigin place{row.place("path"), "ページ", 0};
    file.put("path = " + (path == nullptr ? "\"\"" : literal(*path, Spelling::toml)), place);
    file.put(" },\n");
  }
  if (any) file.put("]\n");
}

// A site in several languages says so among the other lines.
bool names_languages(const std::string& lines) {
  Findings ignored;
  const auto tree = parse_toml(lines, "", ignored);
  return tree && tree->find("language") != nullptr;
}

}  // namespace

void unfold_settings(const Unfolding& work) {
  if (!work.has(sheet::settings) || work.rows(sheet::settings).empty()) return;
  const BookRow& row = work.rows(sheet::settings).front();
  work.out.prefecture = row.text("prefecture");
  work.out.as_of = row.text("as_of");
  work.out.kind = row.text("*kind");
  if (const EntryCell* kind = row.find("*kind"); kind == nullptr || kind->wrong)
    work.out.kind = work.out.prefecture.empty() ? "national" : "prefecture";
  if (work.out.kind == "prefecture" && work.out.prefecture.empty())
    work.error(row.place("prefecture"), "book.missing",
               {"種類が「都道府県」なので、都道府県の名前を書いてください",
                "the kind is 都道府県, so name the prefecture"});
  if (work.out.kind == "national" && !work.out.prefecture.empty())
    work.error(row.place("prefecture"), "book.entry",
               {"種類が「全国」なので、都道府県は書きません",
                "the kind is 全国, so there is no prefecture"});
  SpelledFile& file = work.out.files["publication.toml"];
  const BookTable& table = work.tables.at(sheet::settings);
  const EntryCell* more = row.find("*more");
  if (more == nullptr || !names_languages(more->text))
    file.put("language = \"ja\"\n", {table.place, {}, 0});
  put_plain_entries(file, row, *form_of(sheet::settings));
  put_menu(work, "navigation", file);
  put_menu(work, "footer", file);
  if (more != nullptr) file.put_lines(more->text + '\n', origin_of(*more));
}

}  // namespace yokoten
