#include "read/ods_content.h"

#include <fmt/format.h>

#include "read/xlsx_reference.h"

namespace yokoten {
namespace {

bool is_hidden(const XmlAttributes& attributes) {
  const auto visibility = attributes.find(XmlSpace::table, "visibility");
  return visibility && *visibility != "visible";
}

// Elements that only hold rows or columns together.
bool is_group(std::string_view local) {
  return local == "table-row-group" || local == "table-rows" || local == "table-header-rows" ||
         local == "table-column-group" || local == "table-columns" ||
         local == "table-header-columns";
}

// super, sub, or by how many percent of the height: `33% 58%`, `-33% 58%`, `0% 100%`.
RunLook::Line line_of(std::string_view position) {
  if (position.starts_with("super")) return RunLook::Line::raised;
  if (position.starts_with("sub") || position.starts_with('-')) return RunLook::Line::lowered;
  const bool raised = position.find_first_of("123456789") < position.find('%');
  return raised ? RunLook::Line::raised : RunLook::Line::on;
}

RunLook look_of(const XmlAttributes& attributes) {
  RunLook look;
  look.line = line_of(attributes.find(XmlSpace::style, "text-position").value_or(""));
  for (const std::string_view name : {"text-line-through-style", "text-line-through-type"})
    if (const auto said = attributes.find(XmlSpace::style, name)) look.struck = said != "none";
  return look;
}

}  // namespace

int OdsContent::count(const XmlAttributes& attributes, std::string_view name) {
  const auto said = attributes.find(XmlSpace::table, name);
  if (!said) return 1;
  if (const auto number = parse_ordinal(*said)) return *number;
  sheet_->refuse_limit({fmt::format("{}「{}」は正しい数でないか、多すぎます", name, excerpt(*said)),
                        fmt::format("{} {} is no sound number or too many", name, excerpt(*said))},
                       rows_->row(), 0);
  stop();
  return 1;
}

OdsContent::Inside OdsContent::enter_style(const XmlName& name, const XmlAttributes& attributes) {
  if (!name.is(XmlSpace::style, "style")) return Inside::skipped;
  style_family_ = attributes.find(XmlSpace::style, "family").value_or("");
  style_ = attributes.find(XmlSpace::style, "name").value_or("");
  return Inside::style;
}

void OdsContent::take_style(const XmlName& name, const XmlAttributes& attributes) {
  if (style_family_ == "table" && attributes.find(XmlSpace::table, "display") == "false")
    hidden_styles_.insert(style_);
  if (!name.is(XmlSpace::style, "text-properties")) return;
  const RunLook look = look_of(attributes);
  if (style_family_ == "text" && !look.is_plain()) looks_.insert_or_assign(style_, look);
  if (style_family_ == "table-cell" && look.struck) struck_styles_.insert(style_);
}

OdsContent::Inside OdsContent::enter_table(const XmlAttributes& attributes) {
  const auto style = attributes.find(XmlSpace::table, "style-name");
  const bool hidden = style && hidden_styles_.contains(*style);
  sheet_.emplace(draft_, std::string(attributes.find(XmlSpace::table, "name").value_or("")),
                 hidden ? Visibility::hidden : Visibility::visible);
  rows_.emplace(*sheet_, draft_.limits);
  return Inside::table;
}

OdsContent::Inside OdsContent::enter_part_of_table(const XmlName& name,
                                                   const XmlAttributes& attributes) {
  if (name.space != XmlSpace::table) return Inside::skipped;
  if (is_group(name.local)) return Inside::table;
  if (name.local == "shapes") return Inside::shapes;
  if (name.local == "table-column")
    rows_->add_column(count(attributes, "number-columns-repeated"), is_hidden(attributes));
  if (name.local != "table-row") return Inside::skipped;
  rows_->start_row(count(attributes, "number-rows-repeated"), is_hidden(attributes));
  return Inside::row;
}

OdsContent::Inside OdsContent::enter_cell(const XmlName& name, const XmlAttributes& attributes) {
  const bool is_cell = name.is(XmlSpace::table, "table-cell");
  if (!is_cell && !name.is(XmlSpace::table, "covered-table-cell")) return Inside::skipped;
  cell_ = OdsRawCell{rows_->row(), rows_->column()};
  cell_.type = attributes.find(XmlSpace::office, "value-type").value_or("");
  if (const auto value_name = ods_value_attribute(cell_.type); !value_name.empty())
    if (const auto value = attributes.find(XmlSpace::office, value_name)) cell_.value = *value;
  cell_.has_formula = attributes.find(XmlSpace::table, "formula").has_value();
  cell_.is_error = attributes.find(XmlSpace::calc_extension, "value-type") == "error";
  const auto style = attributes.find(XmlSpace::table, "style-name");
  cell_.is_struck = style && struck_styles_.contains(*style);
  cell_.repeated = count(attributes, "number-columns-repeated");
  if (is_cell) {
    cell_.columns_spanned = count(attributes, "number-columns-spanned");
    cell_.rows_spanned = count(attributes, "number-rows-spanned");
  }
  text_.begin();
  is_text_too_much();
  return Inside::cell;
}

void OdsContent::enter_content(const XmlName& name, const XmlAttributes& attributes) {
  if (name.is(XmlSpace::table, "table")) {
    sheet_->refuse("cell.kind", {"セルの中に表があります", "the cell holds a table of its own"},
                   cell_.row, cell_.column);
    return stop();
  }
  if (name.is(XmlSpace::office, "annotation")) sheet_->note_comment(cell_.row, cell_.column);
  drawings_.start(name);
  text_.start(name, attributes);
  is_text_too_much();
}

OdsContent::Inside OdsContent::enter(const XmlName& name, const XmlAttributes& attributes) {
  const Inside around = stack_.empty() ? Inside::nothing : stack_.back();
  switch (around) {
    case Inside::nothing:
      return name.is(XmlSpace::office, "document-content") ? Inside::document : Inside::skipped;
    case Inside::document:
      if (name.is(XmlSpace::office, "automatic-styles")) return Inside::styles;
      return name.is(XmlSpace::office, "body") ? Inside::body : Inside::skipped;
    case Inside::styles:
      return enter_style(name, attributes);
    case Inside::style:
      take_style(name, attributes);
      return Inside::skipped;
    case Inside::body:
      if (!name.is(XmlSpace::office, "spreadsheet")) return Inside::skipped;
      is_spreadsheet = true;
      return Inside::spreadsheet;
    case Inside::spreadsheet:
      return name.is(XmlSpace::table, "table") ? enter_table(attributes) : Inside::skipped;
    case Inside::table:
      return enter_part_of_table(name, attributes);
    case Inside::row:
      return enter_cell(name, attributes);
    case Inside::cell:
      enter_content(name, attributes);
      return Inside::cell;
    case Inside::shapes:
      drawings_.start(name);
      return Inside::shapes;
    case Inside::skipped:
      return Inside::skipped;
  }
  return Inside::skipped;
}

void OdsContent::start(const XmlName& name, const XmlAttributes& attributes) {
  stack_.push_back(enter(name, attributes));
}

void OdsContent::end() {
  const Inside inside = stack_.back();
  stack_.pop_back();
  leave(inside);
}

void OdsContent::leave(Inside inside) {
  const Inside around = stack_.empty() ? Inside::nothing : stack_.back();
  if (inside == Inside::cell && around == Inside::cell) {
    drawings_.end(*sheet_, cell_.row, cell_.column);
    text_.end();
  } else if (inside == Inside::shapes && around == Inside::shapes) {
    drawings_.end(*sheet_, 0, 0);
  } else if (inside == Inside::cell) {
    finish_cell();
  } else if (inside == Inside::row && !rows_->end_row()) {
    stop();
  } else if (inside == Inside::table && around == Inside::spreadsheet) {
    finish_table();
  }
}

void OdsContent::finish_cell() {
  text_.finish();
  if (is_text_too_much()) return;
  if (!rows_->add_cell(cell_, text_)) stop();
}

void OdsContent::finish_table() {
  auto sheet = sheet_->finish();
  rows_.reset();
  sheet_.reset();
  if (!sheet) return stop();
  sheets.push_back(std::move(*sheet));
}

bool OdsContent::is_text_too_much() {
  const WorkbookLimits& limits = draft_.limits;
  const std::size_t value = cell_.value ? cell_.value->size() : 0;
  // Blanks given by number are how a few bytes become many.
  if (std::max(text_.text().size(), value) <= limits.cell &&
      text_.counted_blanks() <= 16 * limits.cell)
    return false;
  sheet_->refuse_limit({fmt::format("セルが{}バイトを超えています", limits.cell),
                        fmt::format("the cell has more than {} bytes", limits.cell)},
                       cell_.row, cell_.column);
  stop();
  return true;
}

void OdsContent::text(std::string_view part) {
  if (stack_.empty() || stack_.back() != Inside::cell) return;
  text_.add(part);
  is_text_too_much();
}

}  // namespace yokoten
