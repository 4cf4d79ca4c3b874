#include "page/chart_frame.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/csv_cell.h"
#include "page/embed.h"
#include "page/indicator_text.h"
#include "page/parts_of.h"
#include "page/sources_of.h"
#include "page/wording.h"
#include "page/written_spec.h"

namespace yokoten {
namespace {

void put_number_row(View& view, const NumberRow& row) {
  const auto put = [&](View& cell, std::size_t at) {
    cell.text("text", row.cells[at]).flag("number", true);
  };
  view.text("name", row.name)
      .text("href", row.link)
      .flag("me", row.own)
      .list("cells", MadeViews{row.cells.size(), put});
}

// It is good as long as the frame is.
View table_view(Context& context, const ChartFrame& frame) {
  const Book& book = context.book;
  View table;
  table.text("summary", book.word("chart.table_summary"));
  table.text("label", context.region_label(frame.title));
  std::vector<View> head;
  for (std::size_t at = 0; at < frame.head.size(); ++at)
    head.push_back(View().text("title", frame.head[at]).flag("number", at > 0));
  const auto put = [&](View& row, std::size_t at) { put_number_row(row, frame.rows[at]); };
  table.list("head", std::move(head)).list("rows", MadeViews{frame.rows.size(), put});
  return table;
}

// Numbers stand in files without the separators and signs that they have for readers.
std::string csv_row(const std::vector<std::string>& cells) {
  std::string row;
  for (std::size_t at = 0; at < cells.size(); ++at) {
    const auto number = plain_number(cells[at]);
    row += (at > 0 ? "," : "") + (number ? *number : csv_cell(cells[at]));
  }
  return row + '\n';
}

std::string marks_csv(const Context& context, const ChartRequest& request) {
  const Book& book = context.book;
  const std::string value = book.word("chart.value_column");
  const bool parted = std::any_of(request.data.begin(), request.data.end(),
                                  [](const ChartDatum& datum) { return !datum.series.empty(); });
  const auto row = [parted](const std::string& name, const std::string& part,
                            const std::string& number) {
    return parted ? csv_row({name, part, number}) : csv_row({name, number});
  };
  std::string csv = std::string(byte_order_mark) +
                    row(book.word("chart.name_column"), book.word("chart.part_column"),
                        request.unit.empty() ? value : value + " " + request.unit);
  for (const ChartDatum& datum : request.data) csv += row(datum.name, datum.series, datum.label);
  return csv;
}

// The numbers of the picture: those of its table, or name, part and label of each mark.
std::string numbers_csv(const Context& context, const ChartRequest& request,
                        const ChartFrame& frame) {
  if (frame.rows.empty()) return marks_csv(context, request);
  std::string csv = std::string(byte_order_mark) + csv_row(frame.head);
  for (const NumberRow& row : frame.rows) {
    std::vector<std::string> cells{row.name};
    cells.insert(cells.end(), row.cells.begin(), row.cells.end());
    csv += csv_row(row.plain.empty() ? cells : row.plain);
  }
  return csv;
}

// The first chart of the page has the plain name, others a number.
std::string free_id(Context& context, const std::string& id) {
  std::string name = id;
  for (int number = 2; !context.first("chart " + name); ++number)
    name = fmt::format("{}-{}", id, number);
  return name;
}

bool has(const std::vector<std::string>& forms, std::string_view form) {
  return std::find(forms.begin(), forms.end(), form) != forms.end();
}

// What the block says itself, else the publication.
const std::vector<std::string>& wanted_files(const Context& context,
                                             const std::vector<std::string>& offered) {
  return context.chart_files == nullptr ? offered : *context.chart_files;
}

// Draws also what stands alone, where it can be taken away in one of `forms`.
Drawing drawn(Context& context, ChartRequest& request, const ChartFrame& frame,
              const std::vector<std::string>& forms) {
  request.id = free_id(context, request.id);
  request.as_of = frame.as_of;
  request.source = frame.source;
  request.take_away = has(forms, "svg");
  request.take_spec = has(forms, "spec");
  request.words = *context.book.chart_words;
  return context.book.draw(request);
}

// Lays what can be taken away beside the page: numbers, picture, specification; the links to it.
std::string take_html(Context& context, const ChartRequest& request, const ChartFrame& frame,
                      Drawing& drawing, const std::vector<std::string>& forms) {
  View links;
  const auto lay = [&](const std::string& path, std::string bytes) {
    context.files.push_back({context.path + path, std::move(bytes)});
    return path;
  };
  if (has(forms, "csv"))
    links.text("csv", lay(request.id + ".csv", numbers_csv(context, request, frame)));
  if (has(forms, "svg")) links.text("svg", lay(request.id + ".svg", std::move(drawing.file)));
  if (has(forms, "spec")) links.text("spec", lay(request.id + ".vl.json", std::move(drawing.spec)));
  return forms.empty() ? std::string() : context.templates.filled("take", links);
}

// The figure with nothing to take away and no table.
View figure_view(const ChartFrame& frame, std::string picture) {
  constexpr std::size_t values = 14;
  View view(values);
  view.text("id", "")
      .text("title", frame.title)
      .text("unit_line", frame.unit_line)
      .text("picture", std::move(picture))
      .text("legend_html", frame.legend_html)
      .text("as_of", frame.as_of)
      .text("note_html", frame.note_html)
      .text("source", frame.source)
      .text("evidence_href", "")
      .text("take_html", "")
      .text("after_html", "")
      .flag("map", frame.map)
      .flag("table", false);
  return view;
}

// Charts of indicators stand alone too, for other sites to show; how they do that.
std::string embed_html(Context& context, const ChartRequest& request, const ChartFrame& frame,
                       const Drawing& drawing) {
  if (context.indicator < 0) return {};
  context.embedded.push_back({embed_path(context, request.id), frame.title,
                              context.templates.filled("figure", figure_view(frame, drawing.svg))});
  return embed_code_html(context, request.id, frame.title, drawing.svg);
}

}  // namespace

std::string framed_chart(Context& context, ChartRequest request, ChartFrame frame) {
  const auto& forms = wanted_files(context, context.book.publication.offered.charts);
  Drawing drawing = drawn(context, request, frame, forms);
  put_drawn_rows(drawing.table, frame);
  const std::string embed = embed_html(context, request, frame, drawing);
  View view = figure_view(frame, std::move(drawing.svg));
  view.text("id", "c-" + request.id)
      .text("evidence_href", frame.evidence)
      .text("take_html", take_html(context, request, frame, drawing, forms) + embed);
  if (!frame.rows.empty()) view.view("table", table_view(context, frame));
  return context.templates.filled("figure", view);
}

SmallChart small_chart(Context& context, ChartRequest request, const ChartFrame& frame) {
  const auto& forms = wanted_files(context, context.book.publication.offered.cards);
  Drawing drawing = drawn(context, request, frame, forms);
  std::string links = take_html(context, request, frame, drawing, forms);
  return {std::move(drawing.svg), std::move(links)};
}

ChartFrame frame_of(const Context& context, const Figure& figure, const std::string& caption) {
  const Indicator& indicator = context.book.indicator(figure.indicator);
  ChartFrame frame;
  frame.title = short_title(context.book, figure.indicator);
  frame.unit_line = caption.empty() ? indicator.unit : caption;
  frame.as_of = as_of_text(context.book, figure);
  if (frame.as_of.empty() && figure.observation != nullptr)
    frame.as_of = context.book.word("page.no_as_of");
  frame.source = publisher_text(context.book, figure);
  frame.evidence = context.evidence_link(figure.indicator);
  return frame;
}

ChartRequest request_of(const Indicator& indicator, const ChartFrame& frame, ChartKind kind,
                        const std::string& prefix) {
  const bool counts = kind == ChartKind::columns || kind == ChartKind::stack;
  ChartRequest request;
  request.kind = kind;
  request.id = prefix + '-' + indicator.id;
  request.title = frame.title;
  request.unit = counts ? counted_unit(indicator) : indicator.unit;
  request.description = frame.title;
  return request;
}

}  // namespace yokoten
