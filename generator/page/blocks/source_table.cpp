#include "page/blocks/source_table.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "model/cell_number.h"
#include "model/printed_share.h"
#include "model/report.h"
#include "page/plain_text.h"
#include "page/raw_rows.h"
#include "page/row_lists.h"
#include "page/source_text.h"
#include "page/table_frame.h"
#include "page/wording.h"

namespace yokoten {
namespace {

constexpr std::size_t long_text = 48;  // bytes from which a cell wraps: 16 Japanese letters

// Years and codes are digits, but no amounts.
bool names_amounts(const std::string& heading) {
  for (const char* ending : {"年", "年度", "番号", "コード", "ID", "id", "No", "No.", "№"})
    if (heading.ends_with(ending)) return false;
  return true;
}

class SourceTable final : public Block {
 public:
  explicit SourceTable(Options& options)
      : source_(options.source()),
        headings_(options.toml().texts("columns")),
        where_(options.toml().pairs("where")),
        names_(options.toml().pairs("names")),
        of_area_(options.toml().truth("area")),
        tall_(options.toml().truth("tall")),
        caption_(options.line("caption", false)) {
    if (source_ < 0) return;  // reported by source()
    trim_headings();
    for (const std::string& heading : headings_) check_heading(options, heading, "columns");
    for (const auto& [heading, text] : where_) check_heading(options, heading, "where");
    for (const auto& [heading, name] : names_) check_heading(options, heading, "names");
    const Source& source = options.book().source(source_);
    if (headings_.empty()) headings_ = source.shown;
    if (headings_.empty()) headings_ = options.book().table(source_).header();
  }

  std::string html(Context& context) const override {
    const Book& book = context.book;
    if (book.source(source_).withheld) return withheld_html(context);
    const std::vector<int> rows = chosen_rows(context);
    if (rows.empty() || headings_.empty()) return {};
    TableFrame frame;
    frame.caption = plain_text(context.html(caption_));
    if (frame.caption.empty()) frame.caption = book.source(source_).title;
    frame.tall = tall_;
    for (const std::string& heading : headings_) add_column(context, frame, rows, heading);
    for (const int row : rows) frame.rows.push_back(table_row(context, frame, row));
    frame.source_html = source_html(context);
    return table_html(context, frame);
  }

 private:
  // Blanks around headings don't count.
  void trim_headings() {
    for (std::string& each : headings_) each = std::string(trimmed_text(each));
    for (auto& [heading, name] : names_) heading = std::string(trimmed_text(heading));
  }

  void check_heading(Options& options, const std::string& heading, const char* key) const {
    const Table& table = options.book().table(source_);
    if (table.columns() == 0 || table.column(heading)) return;
    report_error(options.findings(), options.toml().place(key), "block.column",
                 with_nearest({fmt::format("出典に列「{}」はありません", heading),
                               fmt::format("the source has no column {}", heading)},
                              heading, table.header()));
  }

  std::string cell(const Book& book, int row, const std::string& heading) const {
    const Table& table = book.table(source_);
    const auto column = table.column(heading);
    return column ? std::string(trimmed_text(table.cell(row, *column))) : std::string();
  }

  std::vector<int> chosen_rows(const Context& context) const {
    std::vector<int> rows;
    for (int row = 0; row < context.book.table(source_).rows(); ++row)
      if (is_wanted(context, row)) rows.push_back(row);
    return rows;
  }

  bool is_wanted(const Context& context, int row) const {
    for (const auto& [heading, text] : where_)
      if (cell(context.book, row, heading) != text) return false;
    return !of_area_ ||
           concerns(context.book, context.area, area_of(context.book, RawRow{source_, row}));
  }

  // An amount in every cell that is not empty.
  bool is_numeric(const Book& book, const std::vector<int>& rows,
                  const std::string& heading) const {
    if (!names_amounts(heading)) return false;
    bool any = false;
    for (const int row : rows) {
      const std::string text = cell(book, row, heading);
      if (text.empty()) continue;
      if (!parse_decimal(text) || (text.size() > 1 && text[0] == '0' && text[1] != '.'))
        return false;
      any = true;
    }
    return any;
  }

  void add_column(const Context& context, TableFrame& frame, const std::vector<int>& rows,
                  const std::string& heading) const {
    const bool number = is_numeric(context.book, rows, heading);
    frame.columns.push_back(
        {.title = title_of(context.book, heading), .unit = {}, .number = number});
    for (const int row : rows)
      frame.loose = frame.loose || cell(context.book, row, heading).size() >= long_text;
  }

  // What the page calls a column; the source's own heading where it says nothing.
  std::string title_of(const Book& book, const std::string& heading) const {
    for (const auto& [known, name] : names_)
      if (known == heading) return name;
    return printed_text(book, source_, heading);
  }

  // What the cell prints; where it names an area, on pages of another language that area's name.
  std::string shown_cell(const Book& book, int row, const std::string& heading) const {
    const std::string text = cell(book, row, heading);
    const int area = area_of(book, RawRow{source_, row});
    const bool names_area = area != Areas::none && heading == book.source(source_).area_column &&
                            !book.areas.at(area).japanese.empty() && !is_total(book, row);
    return names_area ? book.areas.at(area).name : printed_text(book, source_, text);
  }

  // With as many decimals as the source prints of this rate; of what a spreadsheet computed, which
  // has all that its number holds, as many as figures have.
  std::string amount(const Book& book, int row, const std::string& heading) const {
    const std::string text = cell(book, row, heading);
    const auto number = parse_decimal(text.ends_with('%') ? text.substr(0, text.size() - 1) : text);
    if (!number) return text;
    int decimals = value_places;
    for (const PrintedRate& each : book.source(source_).printed)
      if (each.column == heading) decimals = each.decimals;
    return to_shown(short_decimal(*number, decimals)) + (text.ends_with('%') ? "%" : "");
  }

  // A percentage of a spreadsheet that shows fewer digits than it holds.
  bool is_long_share(const Book& book, int row, const std::string& heading) const {
    const std::string text = cell(book, row, heading);
    if (!text.ends_with('%')) return false;
    const auto number = parse_decimal(text.substr(0, text.size() - 1));
    return number && is_unrounded(*number);
  }

  // 読み替え for a name that was corrected, 市区町村ではない団体 for a union among municipalities.
  std::string tag_of(const Context& context, int row, const std::string& heading) const {
    const Book& book = context.book;
    if (is_corrected(book, row, heading)) return book.word("label.read_as");
    const int area = area_of(book, RawRow{source_, row});
    const bool named = heading == book.source(source_).area_column && area != Areas::none;
    if (!named || book.areas.at(area).level != AreaLevel::municipal_union) return {};
    return book.word("page.union");
  }

  bool is_total(const Book& book, int row) const {
    const auto& rule = book.source(source_).total_row;
    if (!rule) return false;
    const std::string text = cell(book, row, rule->column);
    return std::find(rule->values.begin(), rule->values.end(), text) != rule->values.end();
  }

  // The page of the area that the row is about, where this cell names it.
  std::string link(const Context& context, int row, const std::string& heading) const {
    const Book& book = context.book;
    const int area = area_of(book, RawRow{source_, row});
    if (heading != book.source(source_).area_column || area == Areas::none) return {};
    const bool has_page = area != Areas::nation && book.areas.has_page(area);
    return has_page && area != context.area ? context.area_link(area) : std::string();
  }

  bool is_corrected(const Book& book, int row, const std::string& heading) const {
    const Correction* correction = correction_of(book, source_, book.table(source_).file_row(row));
    return correction != nullptr && correction->column == heading;
  }

  TableRow table_row(const Context& context, const TableFrame& frame, int row) const {
    const Book& book = context.book;
    TableRow made;
    made.name = frame.columns.front().number ? amount(book, row, headings_.front())
                                             : shown_cell(book, row, headings_.front());
    made.link = link(context, row, headings_.front());
    made.own = is_total(book, row);
    const std::string tag = tag_of(context, row, headings_.front());
    if (!tag.empty()) made.name = bracketed(book, made.name, tag);
    for (std::size_t at = 1; at < headings_.size(); ++at)
      made.cells.push_back(table_cell(context, row, headings_[at], frame.columns[at].number));
    return made;
  }

  TableCell table_cell(const Context& context, int row, const std::string& heading,
                       bool number) const {
    const Book& book = context.book;
    const std::string text = cell(book, row, heading);
    const auto& symbols = book.source(source_).symbols;
    const auto symbol = symbols.find(text);
    if (symbol != symbols.end() && symbol->second == symbol_for_none)
      return number ? number_cell("0") : state_cell("0");
    if (symbol != symbols.end())
      return state_cell(
          book.word(symbol->second == "not_set" ? "state.no_value" : "state." + symbol->second));
    if (text.empty())
      return number ? number_state_cell(book.word("state.not_published"))
                    : state_cell(book.word("state.not_published"));
    if (number) return number_cell(amount(book, row, heading));
    TableCell made;
    made.text = is_long_share(book, row, heading) ? amount(book, row, heading)
                                                  : shown_cell(book, row, heading);
    made.link = link(context, row, heading);
    made.tag = tag_of(context, row, heading);
    return made;
  }

  std::string source_html(const Context& context) const {
    const Source& source = context.book.source(source_);
    return source_line_html(context, as_of_text(context.book, source), source.publisher, {}) +
           "<span>" +
           link_html(source_link(context, source_), context.book.word("page.source_details")) +
           "</span>";
  }

  int source_;
  std::vector<std::string> headings_;
  TomlReader::Pairs where_, names_;
  bool of_area_, tall_;
  Text caption_;
};

}  // namespace

std::unique_ptr<Block> make_source_table(Options& options) {
  auto made = std::make_unique<SourceTable>(options);
  return made;
}

}  // namespace yokoten
