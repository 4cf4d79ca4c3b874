#include <fmt/format.h>

#include <set>

#include "fold/unfolding.h"

namespace yokoten {
namespace {

// A file of [[name]] tables, one a row.
void put_tables(const Unfolding& work, const char* sheet, const std::string& path,
                const std::string& name, const std::string& id) {
  if (work.rows(sheet).empty()) return;
  SpelledFile& file = work.out.files[path];
  for (const BookRow& row : work.rows(sheet)) {
    file.put("[[" + name + "]]\n", {row.place(id), {}, 0});
    put_plain_entries(file, row, *form_of(sheet));
    file.put("\n");
  }
}

// Empty is a value here: the cell of the source may be.
void put_blank(SpelledFile& file, const BookRow& row, const std::string& key) {
  if (row.find(key) != nullptr) return put_entry(file, row, key, key);
  const BookColumn* column = row.column(key);
  file.put(key + " = \"\"\n",
           {row.place(key), column == nullptr ? std::string() : column->heading, 0});
}

// The same cell in two rows.
void check_twice(const Unfolding& work) {
  std::map<std::string, int> seen;
  for (const BookRow& row : work.rows(sheet::corrections)) {
    const EntryCell* number = row.find("row");
    if (number == nullptr) continue;
    const std::string cell = row.text("source") + '\n' + number->text + '\n' + row.text("column");
    const auto [first, is_new] = seen.emplace(cell, row.number);
    if (!is_new)
      work.error(
          row.place("source"), "book.twice",
          {fmt::format("同じセルの訂正が{}行目にもあります。1つだけ残してください", first->second),
           fmt::format("row {} corrects the same cell; keep one of them", first->second)});
  }
}

void put_corrections(const Unfolding& work) {
  if (work.rows(sheet::corrections).empty()) return;
  SpelledFile& file = work.out.files["corrections.toml"];
  for (const BookRow& row : work.rows(sheet::corrections)) {
    file.put("[[correction]]\n", {row.place("source"), {}, 0});
    for (const BookColumn& column : form_of(sheet::corrections)->columns)
      if (column.key == "printed" || column.key == "corrected")
        put_blank(file, row, column.key);
      else
        put_entry(file, row, column.key, column.key);
    file.put("\n");
  }
}

void put_event(const BookRow& row, SpelledFile& file) {
  const bool span = row.find("*to") != nullptr;
  const BookOrigin whole{row.place("*id"), {}, 0};
  file.put("# ", whole).put(row.text("*id") + '\n', whole);
  put_entry(file, row, "*date", span ? "from" : "date");
  put_entry(file, row, "*to", "to");
  put_plain_entries(file, row, *form_of(sheet::events));
  if (const EntryCell* more = row.find("*more"))
    file.put_lines(more->text + '\n', origin_of(*more));
}

// A table for each row; of the kinds that stand once the second is refused.
void put_contacts(const Unfolding& work) {
  if (work.rows(sheet::contacts).empty()) return;
  SpelledFile& file = work.out.files["contacts.toml"];
  std::set<std::string> seen;
  for (const BookRow& row : work.rows(sheet::contacts)) {
    const std::string kind = row.text("*kind");
    const bool many = kind == "association";
    if (!many && kind != "centre" && kind != "department") continue;
    if (!many && !seen.insert(kind).second) {
      work.error(row.place("*kind"), "book.twice",
                 {"この種類はもう上の行にあります。1つにまとめてください",
                  "a row above has this kind already; keep one"});
      continue;
    }
    file.put((many ? "[[" : "[") + kind + (many ? "]]\n" : "]\n"), {row.place("name"), {}, 0});
    put_plain_entries(file, row, *form_of(sheet::contacts));
    file.put("\n");
  }
}

}  // namespace

void unfold_lists(const Unfolding& work) {
  put_tables(work, sheet::programmes, "programmes.toml", "programme", "id");
  check_twice(work);
  put_tables(work, sheet::waivers, "duty.toml", "waiver", "programme");
  put_contacts(work);
  put_corrections(work);
  unique_ids(work, sheet::events, "*id");
  for (const BookRow& row : work.rows(sheet::events)) {
    const EntryCell* id = row.find("*id");
    if (id == nullptr || work.out.files.contains("events/" + id->text + ".toml")) continue;
    put_event(row, work.out.files["events/" + id->text + ".toml"]);
  }
}

}  // namespace yokoten
