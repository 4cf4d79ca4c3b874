#include "command/table_proposal.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <string>

#include "base/hash.h"
#include "command/column_words.h"
#include "command/table_guess.h"
#include "command/told_list.h"
#include "model/provenance.h"
#include "read/table_file.h"
#include "read/workbook_names.h"

namespace yokoten {
namespace {

std::string id_of(const std::string& file) {
  std::string id;
  for (const char c : std::filesystem::path(file).stem().string()) {
    const bool capital = c >= 'A' && c <= 'Z';
    const bool known = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || capital;
    if (known)
      id += capital ? static_cast<char>(c - 'A' + 'a') : c;
    else if (!id.empty() && id.back() != '-')
      id += '-';
  }
  while (!id.empty() && id.back() == '-') id.pop_back();
  return id.empty() ? "source" : id;
}

void print_form(const TableForm& form, Encoding encoding) {
  if (form.format) fmt::print("format = {}\n", toml_text(name_of(*form.format)));
  if (!form.sheet.empty()) fmt::print("sheet = {}\n", toml_text(form.sheet));
  if (encoding != Encoding::utf8) {
    fmt::print("encoding = {}\n", toml_text(word_of(encoding)));
  }
  if (form.header.size() > 1)
    fmt::print("header = [{}]\n", fmt::join(form.header, ", "));
  else if (form.header != std::vector<int>{1})
    fmt::print("header = {}\n", form.header.front());
  if (!form.skip.empty()) {
    std::vector<std::string> spans;
    for (const RowSpan& span : form.skip)
      spans.push_back(span.last >= 5'000'000 ? fmt::format("\"{}-\"", span.first)
                                             : fmt::format("\"{}-{}\"", span.first, span.last));
    fmt::print("skip = [{}]\n", fmt::join(spans, ", "));
  }
  if (form.range) {
    const TableRange& range = *form.range;
    fmt::print("range = \"{}", cell_name(range.first_row, range.first_column));
    if (range.last_column != 0) fmt::print(":{}", cell_name(range.last_row, range.last_column));
    fmt::print("\"\n");
  }
  if (!form.rows_at.empty()) fmt::print("rows_at = {}\n", toml_text(form.rows_at));
}

// A spreadsheet has none of its own.
Encoding encoding_of(std::string_view bytes, const std::string& file, const TableForm& form) {
  if (is_spreadsheet(form.format.value_or(format_of_name(file).value_or(TableFormat::csv))))
    return Encoding::utf8;
  return settled_encoding(bytes, form.encoding).value_or(Encoding::utf8);
}

/// Prints what was guessed of the columns and rows of a table.
class GuessPrinter {
 public:
  GuessPrinter(const Table& table, const TableGuess& guess, Language language)
      : table_(table), guess_(guess), language_(language) {}

  void print() const {
    print_area();
    print_list();
    print_period();
    print_rules();
    print_remarks();
    print_figures();
    print_breakdown();
    print_periods();
    print_symbols();
  }

 private:
  std::string in(const char* ja, const char* en) const { return Message{ja, en}.in(language_); }
  std::string heading(int column) const { return toml_text(heading_of(table_, column)); }

  void print_area() const;
  Message home() const;
  void print_list() const;
  void print_period() const;
  std::string rule(const WordRows& rows) const;
  void print_rules() const;
  void print_remarks() const;
  void print_figures() const;
  void print_breakdown() const;
  void print_periods() const;
  void print_symbols() const;

  const Table& table_;
  const TableGuess& guess_;
  Language language_;
};

void GuessPrinter::print_area() const {
  if (guess_.prefecture >= 0)
    return fmt::print("area = {{ prefecture = {}, municipality = {} }}\n",
                      heading(guess_.prefecture), heading(guess_.area));
  if (guess_.area < 0)
    return fmt::print("area = \"\"            # {}\n",
                      in("地域の列の見出し", "heading of the column of areas"));
  fmt::print("area = {}\n", heading(guess_.area));
  fmt::print("level = \"{}\"",
             guess_.level == AreaLevel::prefecture ? "prefecture" : "municipality");
  if (!guess_.home.empty()) fmt::print(" # {}", home().in(language_));
  fmt::print("\n");
}

Message GuessPrinter::home() const {
  return {fmt::format("{}の市町村名とみました。publication.toml の prefecture が同じであること",
                      guess_.home),
          fmt::format("municipalities of {}, it seems; prefecture in publication.toml has to be it",
                      guess_.home)};
}

void GuessPrinter::print_list() const {
  if (guess_.shown.empty()) return;
  std::vector<std::string> headings;
  for (const int column : guess_.shown) headings.push_back(heading(column));
  fmt::print("kind = \"records\"\nshown = [{}]\n", fmt::join(headings, ", "));
}

void GuessPrinter::print_period() const {
  if (guess_.period_column >= 0)
    fmt::print("period = {}   # {}\n", heading(guess_.period_column),
               in("時点の列。確かめる", "the column of periods; check it"));
  else if (guess_.period)
    fmt::print("period = \"{}\" # {}\n", to_text(*guess_.period),
               in("題にあった時点。確かめる", "stands in the title; check it"));
  else if (guess_.shown.empty() && (guess_.periods.empty() || !guess_.figures.empty()))
    fmt::print("period = \"\"          # {}\n",
               in("数値の時点（2024-09-13、2024FY）か、時点の列の見出し",
                  "of the figures (2024-09-13, 2024FY), or the heading of the column of periods"));
}

std::string GuessPrinter::rule(const WordRows& rows) const {
  std::vector<std::string> words;
  for (const std::string& word : rows.words) words.push_back(toml_text(word));
  return fmt::format("{{ column = {}, values = [{}] }}", heading(rows.column),
                     fmt::join(words, ", "));
}

void GuessPrinter::print_rules() const {
  if (const WordRows& total = guess_.total; total.column >= 0) {
    const bool is_short = total.column == guess_.area && total.words.size() == 1;
    fmt::print("total_row = {}\n", is_short ? toml_text(total.words.front()) : rule(total));
  }
  if (guess_.parts.column >= 0)
    fmt::print("of_which = {} # {}\n", rule(guess_.parts),
               in("ほかの行の計や再掲とみて数えません。確かめる",
                  "sums or parts of other rows, it seems, and not counted; check them"));
}

// On one line, whatever the cells and headings in it hold.
std::string comment(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](unsigned char letter) { return letter < ' ' || letter == 0x7f; },
      ' ');
  return "# " + text + '\n';
}

void GuessPrinter::print_remarks() const {
  for (const UnitAbove& unit : table_.units_above()) {
    const Message told = told_words(unit.text);
    fmt::print("{}", comment(Message{
                         "見出しの上に" + told.ja + "とあります。使う指標の unit をこれに合わせる",
                         told.en + " stands above the headings; let unit in indicators be that"}
                                 .in(language_)));
  }
  for (const Message& remark : guess_.remarks) fmt::print("{}", comment(remark.in(language_)));
  Message left;
  for (const LeftColumn& each : guess_.left) {
    const Message told = told_words(heading_of(table_, each.column));
    left.ja += fmt::format("{}{}（{}）", left.ja.empty() ? "" : "、", told.ja, each.why.ja);
    left.en += fmt::format("{}{} ({})", left.en.empty() ? "" : ", ", told.en, each.why.en);
  }
  if (guess_.left.empty()) return;
  fmt::print("{}", comment(in("読まない列: ", "columns that are not read: ") + left.in(language_)));
}

void GuessPrinter::print_figures() const {
  if (!guess_.shown.empty()) return;
  if (guess_.figures.empty() && guess_.periods.empty())
    return fmt::print("# {}\n",
                      in("数値の列は見つかりませんでした", "no columns of figures were found"));
  if (guess_.figures.empty()) return;
  fmt::print("\n[source.columns]       # {}\n",
             in("左は数値の呼び名（a-z、0-9、_）。付け直す",
                "on the left the names of figures (a-z, 0-9, _); give them better ones"));
  int number = 0;
  for (const int column : guess_.figures) fmt::print("value{} = {}\n", ++number, heading(column));
}

void GuessPrinter::print_breakdown() const {
  if (guess_.breakdown >= 0)
    fmt::print("\n[source.breakdown]     # {}\npart = {}\n",
               in("左は内訳の呼び名。付け直す",
                  "on the left the name of the breakdown; give it a better one"),
               heading(guess_.breakdown));
}

void GuessPrinter::print_periods() const {
  for (const PeriodColumns& each : guess_.periods) {
    std::vector<std::string> columns;
    for (const auto& [column, period] : each.columns)
      columns.push_back(fmt::format("{} = {}", heading(column), toml_text(to_text(period))));
    fmt::print(
        "\n[[source.unpivot]]     # {}\ninto = \"period\"\n"
        "measure = {}\ncolumns = {{ {} }}\n",
        in("見出しが時点の列。数値の呼び名を付け直す",
           "headings that are periods; give the figure a better name"),
        toml_text(each.measure), fmt::join(columns, ", "));
    if (each.total >= 0) fmt::print("total = {}\n", heading(each.total));
  }
}

void GuessPrinter::print_symbols() const {
  if (guess_.symbols.empty()) return;
  fmt::print("\n[source.symbols]       # {}\n",
             in("表の凡例で確かめる", "as the table's legend says"));
  for (const std::string& symbol : guess_.symbols)
    fmt::print("{} = \"unknown\"\n", toml_text(symbol));
}

// Rows of a name alone are not read.
TableForm without_regions(TableForm form, const Table& table, const TableGuess& guess) {
  for (int row = 0; row < table.rows(); ++row)
    if (const int line = table.file_row(row);
        guess.rows[static_cast<std::size_t>(row)] == RowGuess::region)
      form.skip.push_back({line, line});
  std::sort(form.skip.begin(), form.skip.end(),
            [](const RowSpan& a, const RowSpan& b) { return a.first < b.first; });
  return form;
}

}  // namespace

int print_proposal(Language language, const Areas& areas, const ReadTable& read) {
  TableGuess guess;
  guess_areas(read.table, areas, guess);
  guess_columns(read.table, areas, read.titles, guess);
  guess_rows(read.table, guess);
  const std::string name = std::filesystem::path(read.file).filename().string();
  const auto in = [&](const char* ja, const char* en) { return Message{ja, en}.in(language); };
  fmt::print("[[source]]\nid = {}\ntitle = {:<12} # {}\n", toml_text(id_of(name)),
             toml_text(title_of(read.titles)), in("資料の題名", "title of the table"));
  fmt::print("publisher = \"\"       # {}\n", in("発行者", "who publishes it"));
  fmt::print("document = \"\"        # {}\n", in("載っている文書", "the document that has it"));
  fmt::print("url = {}\nsha256 = \"{}\"\n", toml_text("file:raw/" + name), sha256(read.bytes));
  print_form(without_regions(read.form, read.table, guess),
             encoding_of(read.bytes, read.file, read.form));
  GuessPrinter(read.table, guess, language).print();
  return fine;
}

}  // namespace yokoten
