#include "read/xlsx_sheet.h"

#include <fmt/format.h>

#include "read/xlsx_reference.h"
#include "read/xlsx_text.h"

namespace yokoten {
namespace {

constexpr int in_root = 1, in_section = 2, in_row = 3, in_cell = 4, in_value = 5;

class WorksheetReader final : public XmlHandler {
 public:
  WorksheetReader(const XlsxShared& shared, const WorkbookLimits& limits, SheetDraft& sheet,
                  XlsxSheetLinks& links)
      : limits_(limits), sheet_(sheet), links_(links), cells_(sheet, shared) {}

  void start(const XmlName& name, const XmlAttributes& attributes) override;
  void end() override;
  void text(std::string_view part) override;

 private:
  enum class Section { other, data, columns, merges };

  void start_root(const XmlName& name, const XmlAttributes& attributes);
  void start_section(const XmlName& name, const XmlAttributes& attributes);
  void start_item(const XmlName& name, const XmlAttributes& attributes);
  void start_row(const XmlAttributes& attributes);
  void start_cell(const XmlAttributes& attributes);
  void start_content(const XmlName& name, const XmlAttributes& attributes);
  void place_cell(const char* address);
  void hide_columns(const XmlAttributes& attributes);
  void add_merge(const XmlAttributes& attributes);
  void refuse(std::string code, const Message& message, int row = 0, int column = 0) {
    sheet_.refuse(std::move(code), message, row, column);
    stop();
  }
  void refuse_reference(std::string_view text);
  void refuse_size(bool rows, int row, int column);
  void check_size();

  const WorkbookLimits& limits_;
  SheetDraft& sheet_;
  XlsxSheetLinks& links_;
  XlsxCells cells_;
  XlsxRawCell cell_;
  XlsxText text_;
  int depth_ = 0;
  Section section_ = Section::other;
  bool preserves_ = false, cell_is_open_ = false, value_is_open_ = false, text_is_open_ = false;
  bool row_is_open_ = false;
  int row_ = 0, column_ = 0;
};

void WorksheetReader::refuse_reference(std::string_view text) {
  refuse("sheet.order",
         {fmt::format("「{}」はセルまたは行の位置として正しくありません", excerpt(text)),
          fmt::format("{} is no sound place of a cell or row", excerpt(text))},
         row_, 0);
}

void WorksheetReader::refuse_size(bool rows, int row, int column) {
  const int most = rows ? limits_.rows : limits_.columns;
  refuse("table.limit",
         {fmt::format("{}が{}を超えています", rows ? "行" : "列", most),
          fmt::format("more than {} {}", most, rows ? "rows" : "columns")},
         row, column);
}

void WorksheetReader::start(const XmlName& name, const XmlAttributes& attributes) {
  ++depth_;
  if (text_is_open_ && depth_ > in_value) return text_.start(name, attributes);
  if (depth_ == in_root) return start_root(name, attributes);
  if (depth_ > in_value || name.space != XmlSpace::sheet) return;
  if (depth_ == in_section) return start_section(name, attributes);
  if (depth_ == in_row) return start_item(name, attributes);
  if (depth_ == in_cell && row_is_open_ && name.local == "c") return start_cell(attributes);
  if (depth_ == in_value && cell_is_open_) start_content(name, attributes);
}

void WorksheetReader::start_root(const XmlName& name, const XmlAttributes& attributes) {
  preserves_ = preserves_space(attributes, false);
  if (!name.is(XmlSpace::sheet, "worksheet"))
    refuse("workbook.part",
           {"シートの部品がシートではありません", "the part of the sheet holds something else"});
}

void WorksheetReader::start_section(const XmlName& name, const XmlAttributes& attributes) {
  const auto link = [&] { return attributes.find(XmlSpace::document_links, "id").value_or(""); };
  if (name.local == "sheetData")
    section_ = Section::data;
  else if (name.local == "cols")
    section_ = Section::columns;
  else if (name.local == "mergeCells")
    section_ = Section::merges;
  else if (name.local == "drawing")
    links_.drawing = link();
  else if (name.local == "legacyDrawing")
    links_.old_drawing = link();
}

void WorksheetReader::start_item(const XmlName& name, const XmlAttributes& attributes) {
  if (section_ == Section::data && name.local == "row") return start_row(attributes);
  if (section_ == Section::columns && name.local == "col") return hide_columns(attributes);
  if (section_ == Section::merges && name.local == "mergeCell") add_merge(attributes);
}

void WorksheetReader::start_row(const XmlAttributes& attributes) {
  int next = row_ + 1;
  if (const auto said = attributes.find("r")) {
    const auto number = parse_ordinal(*said);
    if (!number) return refuse_reference(*said);
    if (*number > limits_.rows) return refuse_size(true, *number, 0);
    next = *number;
  }
  row_is_open_ = true;
  column_ = 0;
  if (!sheet_.start_row(next, next)) return stop();
  row_ = next;
  if (is_true(attributes.find("hidden"))) sheet_.hide_rows(row_, row_);
}

void WorksheetReader::place_cell(const char* address) {
  cell_.row = row_;
  cell_.column = column_ + 1;
  if (address != nullptr) {
    const auto said = cell_address(address);
    if (!said || said->row != row_) return refuse_reference(address);
    if (said->column > limits_.columns) return refuse_size(false, row_, said->column);
    cell_.column = said->column;
  }
  column_ = cell_.column;
}

void WorksheetReader::start_cell(const XmlAttributes& attributes) {
  cell_.type.clear();
  cell_.style.clear();
  cell_.value.clear();
  cell_.has_value = cell_.has_formula = cell_.has_text = false;
  const char* address = nullptr;
  for (const char** at = attributes.list(); *at != nullptr; at += 2) {
    if (at[0][1] != '\0') continue;
    if (at[0][0] == 'r') address = at[1];
    if (at[0][0] == 't') cell_.type = at[1];
    if (at[0][0] == 's') cell_.style = at[1];
  }
  cell_is_open_ = true;
  place_cell(address);
}

void WorksheetReader::start_content(const XmlName& name, const XmlAttributes& attributes) {
  if (name.local == "v") {
    value_is_open_ = true;
    cell_.has_value = true;
  } else if (name.local == "f") {
    cell_.has_formula = true;
  } else if (name.local == "is") {
    text_is_open_ = true;
    cell_.has_text = true;
    text_.begin(preserves_space(attributes, preserves_));
  }
}

void WorksheetReader::hide_columns(const XmlAttributes& attributes) {
  if (!is_true(attributes.find("hidden"))) return;
  const auto first = parse_ordinal(attributes.find("min").value_or(""));
  const auto last = parse_ordinal(attributes.find("max").value_or(""));
  if (!first || !last || *last < *first || *last > limits_.columns)
    return refuse_reference(attributes.find("max").value_or(""));
  sheet_.hide_columns(*first, *last);
}

void WorksheetReader::add_merge(const XmlAttributes& attributes) {
  const std::string_view said = attributes.find("ref").value_or("");
  const auto range = cell_range(said);
  if (!range || range->last_row > limits_.rows || range->last_column > limits_.columns)
    return refuse_reference(said);
  if (!sheet_.add_merge(*range)) stop();
}

void WorksheetReader::end() {
  if (text_is_open_ && depth_ > in_value) {
    text_.end();
  } else if (depth_ == in_value) {
    if (text_is_open_) text_.finish();
    check_size();
    value_is_open_ = text_is_open_ = false;
  } else if (depth_ == in_cell && cell_is_open_) {
    cell_is_open_ = false;
    if (!cells_.add(cell_, text_)) stop();
  } else if (depth_ == in_row) {
    row_is_open_ = false;
  } else if (depth_ == in_section) {
    section_ = Section::other;
  }
  --depth_;
}

void WorksheetReader::text(std::string_view part) {
  if (value_is_open_)
    cell_.value += part;
  else if (text_is_open_)
    text_.add(part);
  else
    return;
  check_size();
}

void WorksheetReader::check_size() {
  if (cell_.value.size() <= limits_.cell && text_.size() <= limits_.cell) return;
  refuse("table.limit",
         {fmt::format("セルが{}バイトを超えています", limits_.cell),
          fmt::format("the cell has more than {} bytes", limits_.cell)},
         cell_.row, cell_.column);
}

}  // namespace

bool read_xlsx_sheet(ZipParts& parts, const std::string& part, const XlsxShared& shared,
                     const WorkbookLimits& limits, SheetDraft& sheet, XlsxSheetLinks& links) {
  WorksheetReader reader(shared, limits, sheet, links);
  return parts.read_xml(part, reader);
}

}  // namespace yokoten
