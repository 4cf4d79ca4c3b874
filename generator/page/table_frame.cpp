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

// Tables have thousands of cells: what most have not is not said of them. Rows and tables have
// nothing of these names.
void put_cell(View& view, const TableCell& cell, const std::optional<double>& line) {
  view.text("text", cell.text);
  if (cell.number) view.flag("number", true);
  if (cell.strong) view.flag("strong", true);
  if (!cell.link.empty()) view.text("href", cell.link);
  if (!cell.tag.empty()) view.text("tag", cell.tag);
  if (cell.state) view.flag("state", true);
  if (cell.span > 1) view.text("span", std::to_string(cell.span));
  if (cell.bar) view.text("bar", percent(cell.bar)).text("bar_line", percent(line));
  if (cell.bar_gap) view.flag("bar_gap", true);
}

void put_row(View& view, const TableFrame& frame, const TableRow& row) {
  View header;
  header.text("text", row.name)
      .text("href", row.link)
      .text("rank", row.rank)
      .flag("ranked", frame.ranked);
  const auto put = [&](View& cell, std::size_t at) {
    put_cell(cell, row.cells[at], frame.bar_line);
  };
  view.flag("me", row.own)
      .view("header", std::move(header))
      .list("cells", MadeViews{row.cells.size(), put});
}

}  // namespace

std::string table_html(Context& context, const TableFrame& frame) {
  std::vector<View> columns;
  for (const TableColumn& column : frame.columns) columns.push_back(column_view(column));
  const auto put = [&](View& row, std::size_t at) { put_row(row, frame, frame.rows[at]); };
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
      .list("rows", MadeViews{frame.rows.size(), put});
  return context.templates.filled("table", view);
}

}  // namespace yokoten
