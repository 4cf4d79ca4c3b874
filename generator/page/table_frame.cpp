#include "page/table_frame.h"

#include <fmt/format.h>

namespace yokoten {
namespace {

std::string percent(const std::optional<double>& length) {
  return length ? fmt::format("{:.2f}", *length) : std::string();
}

View column_view(const TableColumn& column) {
  return View()
      .text("title", column.title)
      .text("unit", column.unit)
      .flag("number", column.number)
      .flag("bar_column", column.bar);
}

View cell_view(const TableCell& cell, const std::optional<double>& line) {
  return View()
      .text("text", cell.text)
      .text("href", cell.link)
      .text("tag", cell.tag)
      .flag("number", cell.number)
      .flag("strong", cell.strong)
      .flag("state", cell.state)
      .text("span", cell.span > 1 ? std::to_string(cell.span) : "")
      .text("bar", percent(cell.bar))
      .text("bar_line", percent(line))
      .flag("bar_gap", cell.bar_gap);
}

View row_view(const TableFrame& frame, const TableRow& row) {
  std::vector<View> cells;
  for (const TableCell& cell : row.cells) cells.push_back(cell_view(cell, frame.bar_line));
  View header;
  header.text("text", row.name)
      .text("href", row.link)
      .text("rank", row.rank)
      .flag("ranked", frame.ranked);
  return View().flag("me", row.own).view("header", header).list("cells", std::move(cells));
}

}  // namespace

std::string table_html(Context& context, const TableFrame& frame) {
  std::vector<View> columns, rows;
  for (const TableColumn& column : frame.columns) columns.push_back(column_view(column));
  for (const TableRow& row : frame.rows) rows.push_back(row_view(frame, row));
  View view;
  view.text("id", frame.id)
      .text("caption", frame.caption)
      .text("label", context.region_label(frame.caption.empty() ? frame.columns.front().title
                                                                : frame.caption))
      .flag("ranked", false)
      .text("source_html", frame.source_html)
      .flag("tall", frame.tall)
      .flag("mid", frame.mid)
      .flag("loose", frame.loose)
      .list("columns", std::move(columns))
      .list("rows", std::move(rows));
  return context.templates.filled("table", view);
}

TableCell text_cell(std::string text) {
  TableCell cell;
  cell.text = std::move(text);
  return cell;
}

TableCell number_cell(std::string text, bool strong) {
  TableCell cell = text_cell(std::move(text));
  cell.number = true;
  cell.strong = strong;
  return cell;
}

TableCell state_cell(std::string word, int span) {
  TableCell cell;
  cell.text = std::move(word);
  cell.state = true;
  cell.span = span;
  return cell;
}

TableCell number_state_cell(std::string word) {
  TableCell cell = state_cell(std::move(word));
  cell.number = true;
  return cell;
}

}  // namespace yokoten
