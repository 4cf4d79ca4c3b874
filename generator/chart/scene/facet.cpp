#include "chart/scene/facet.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "chart/guide/axis_layout.h"
#include "chart/guide/header.h"
#include "chart/scene/broken_text.h"
#include "chart/scene/layout_headers.h"

namespace yokoten::chart {
namespace {

constexpr double kSpacing = 20;      // px, Vega-Lite's config.facet
constexpr double kLineGap = 2;       // px between two lines of a header
constexpr double kHeaderGap = 4;     // px between two headers at least
constexpr double kTitleOffset = 10;  // px, Vega-Lite's layout of facets

/// The headers of rows or columns: before and after the cells.
struct Headers {
  HeaderCase about;
  std::vector<Framed> before, after;
  std::optional<Framed> title;
};

/// The cells that have data. Where rows cross columns without any, Vega draws a frame and nothing
/// in it.
std::vector<bool> cells_with_rows(const Plan& plan, std::size_t cells) {
  std::vector<bool> with_rows(cells, false);
  for (const LayerPlan& layer : plan.layers)
    for (const std::uint32_t cell : layer.cell)
      if (cell < cells) with_rows[cell] = true;
  return with_rows;
}

void break_lines(Item& title, double width) {
  std::vector<std::string> lines = broken_text(title.font, title.text, width);
  title.text = lines.front();
  title.more_lines.assign(lines.begin() + 1, lines.end());
  title.line_height = title.font.size + kLineGap;
}

class Facets {
 public:
  Facets(const Plan& plan, PlotSize size, Spoken spoken, bool for_page)
      : plan_(plan),
        size_(size),
        spoken_(spoken),
        for_page_(for_page),
        x_axis_(axis_groups(plan, true, size.width, size.height)),
        y_axis_(axis_groups(plan, false, size.width, size.height)) {
    if (plan.row.spec != nullptr) rows_ = plan.row.values.size();
    if (plan.column.spec != nullptr) columns_ = plan.column.values.size();
    with_rows_ = cells_with_rows(plan, rows_ * columns_);
  }

  FacetFrame frame();

 private:
  Framed cell(std::size_t row, std::size_t column) const;
  void add_label(Group& group, FrameBounds& bounds, const HeaderCase& about, std::size_t index,
                 PlotSize size) const;
  Headers headers(bool of_rows) const;
  std::vector<Framed> header_row(const HeaderCase& about, bool after) const;
  Framed header(const HeaderCase& about, std::size_t index, bool with_label, bool with_axis) const;
  double spacing(const FacetPlan& facet) const;

  const Plan& plan_;
  PlotSize size_;
  Spoken spoken_;
  bool for_page_;
  AxisGroups x_axis_, y_axis_;
  std::size_t rows_ = 1, columns_ = 1;
  std::vector<bool> with_rows_;
};

double Facets::spacing(const FacetPlan& facet) const {
  const double otherwise = plan_.spec->config.facet_spacing.value_or(kSpacing);
  return facet.spec != nullptr ? facet.spec->spacing.value_or(otherwise) : otherwise;
}

void Facets::add_label(Group& group, FrameBounds& bounds, const HeaderCase& about,
                       std::size_t index, PlotSize size) const {
  TitleBlock block = header_label(about, index);
  const bool above = block.side == Side::top || block.side == Side::bottom;
  if (for_page_ && above && block.angle.value_or(0) == 0)
    break_lines(block.title,
                std::max(size_.width, size_.width + spacing(plan_.column) - kHeaderGap));
  Group label = group_of(block);
  const Bounds all = bounds.all();
  bounds.view.add(chart::place_title(label, block, size.width, size.height, all));
  group.before.push_back(std::move(label));
}

/// What a frame covers with its own outline.
Bounds outlined(const Bounds& bounds, const Look& look) {
  if (look.stroke.empty()) return bounds;
  const double half = look.stroke_width / 2;
  return {bounds.x1 - half, bounds.y1 - half, bounds.x2 + half, bounds.y2 + half};
}

Framed Facets::cell(std::size_t row, std::size_t column) const {
  Framed made;
  Group& group = made.group;
  group.role = "cell";
  group.width = {0, size_.width};
  group.height = size_.height;
  set_background(group, plan_);
  FrameBounds bounds(size_.width, size_.height);
  const auto index = static_cast<std::uint32_t>(row * columns_ + column);
  made.box = outlined(bounds.all(), group.look);
  if (!with_rows_[index]) return made;
  for (const AxisGroups* axis : {&x_axis_, &y_axis_})
    if (axis->has_grid)
      add_axis(group, bounds, axis->grid, axis->grid_placement, axis->in_front, size_);
  add_marks(group, bounds, plan_, index, size_, spoken_);
  const HeaderCase rows = header_case(plan_, true);
  const HeaderCase across = header_case(plan_, false);
  if (rows.labels_in_cells)
    add_label(group, bounds, rows, row, size_);
  else if (across.labels_in_cells)
    add_label(group, bounds, across, column, size_);
  made.box = outlined(bounds.all(), group.look);
  return made;
}

Framed Facets::header(const HeaderCase& about, std::size_t index, bool with_label,
                      bool with_axis) const {
  Framed made;
  Group& group = made.group;
  const PlotSize size = about.of_rows ? PlotSize{0, size_.height} : PlotSize{size_.width, 0};
  group.width = {0, size.width};
  group.height = size.height;
  FrameBounds bounds(size.width, size.height);
  if (with_axis) {
    const AxisGroups& axis = about.of_rows ? y_axis_ : x_axis_;
    add_axis(group, bounds, axis.main, axis.main_placement, axis.in_front, size);
  }
  if (with_label) add_label(group, bounds, about, index, size);
  made.box = bounds.all();
  return made;
}

std::vector<Framed> Facets::header_row(const HeaderCase& about, bool after) const {
  const AxisGroups& axis = about.of_rows ? y_axis_ : x_axis_;
  const Side side = axis.main.side;
  const bool axis_after = side == Side::right || side == Side::bottom;
  const bool with_axis = axis.has_main && axis_after == after;
  const bool faceted = about.facet->spec != nullptr;
  const bool with_label =
      faceted && about.labels && !about.labels_in_cells && about.labels_after == after;
  std::vector<Framed> row;
  if (!with_axis && !with_label) return row;
  const std::size_t count = faceted ? about.facet->values.size() : 1;
  for (std::size_t i = 0; i < count; ++i) {
    row.push_back(header(about, i, with_label, with_axis));
    row.back().group.role =
        std::string(about.of_rows ? "row" : "column") + (after ? "-footer" : "-header");
  }
  return row;
}

Headers Facets::headers(bool of_rows) const {
  Headers made;
  made.about = header_case(plan_, of_rows);
  made.before = header_row(made.about, false);
  made.after = header_row(made.about, true);
  if (made.about.facet->spec == nullptr || !made.about.has_title) return made;
  const TitleBlock block = header_title(made.about);
  Framed title;
  title.group.role = made.about.title_of_rows ? "row-title" : "column-title";
  Group text = group_of(block);
  title.box = chart::place_title(text, block, 0, 0, {0, 0, 0, 0});
  title.group.before.push_back(std::move(text));
  made.title = std::move(title);
  return made;
}

/// How far out the cells and their headers reach.
struct Edges {
  double before = 0, after = 0;
};

/// Puts the title of a side beyond its headers. What Vega-Lite says of a side it gathers from rows
/// and columns; of two titles there Vega moves the last.
void place_title(Headers& of_rows, Headers& of_columns, bool rows, const Bounds& cells,
                 Edges edges) {
  Group* title = nullptr;
  double band = 0.5;
  bool after = false;
  for (Headers* each : {&of_rows, &of_columns}) {
    const HeaderCase& about = each->about;
    if (about.facet->spec == nullptr || about.title_of_rows != rows) continue;
    after = after || about.title_after;
    band = about.title_band.value_or(band);
    if (each->title) title = &each->title->group;
  }
  if (title == nullptr) return;
  const double offset = (rows ? of_rows : of_columns).title ? kTitleOffset : 0;
  const double out = after ? edges.after + offset : edges.before - offset;
  const auto between = [&](double low, double high) {
    return std::floor(low + band * (high - low) + 0.5);
  };
  title->x = {0, rows ? out : between(cells.x1, cells.x2)};
  title->y = rows ? between(cells.y1, cells.y2) : out;
}

FacetFrame Facets::frame() {
  std::vector<Framed> cells;
  for (std::size_t row = 0; row < rows_; ++row)
    for (std::size_t column = 0; column < columns_; ++column) cells.push_back(cell(row, column));
  const Bounds grid = lay_out_cells(cells, columns_, spacing(plan_.column), spacing(plan_.row));
  Headers of_rows = headers(true);
  Headers of_columns = headers(false);
  const double left = lay_out_headers(of_rows.before, cells, columns_, Side::left);
  const double top = lay_out_headers(of_columns.before, cells, columns_, Side::top);
  const double right = lay_out_headers(of_rows.after, cells, columns_, Side::right);
  const double bottom = lay_out_headers(of_columns.after, cells, columns_, Side::bottom);
  place_title(of_rows, of_columns, true, grid, {left, right});
  place_title(of_rows, of_columns, false, grid, {top, bottom});
  FacetFrame made;
  made.root.role = "frame";
  const auto take = [&](Framed& part) {
    made.bounds.add_group(part.bounds());
    made.root.before.push_back(std::move(part.group));
  };
  for (Headers* each : {&of_rows, &of_columns})
    if (each->title) take(*each->title);
  for (Headers* each : {&of_rows, &of_columns})
    for (std::vector<Framed>* row : {&each->before, &each->after})
      for (Framed& header : *row) take(header);
  for (Framed& cell : cells) take(cell);
  return made;
}

}  // namespace

bool is_faceted(const Plan& plan) {
  return plan.row.spec != nullptr || plan.column.spec != nullptr;
}

FacetFrame facet_frame(const Plan& plan, PlotSize size, Spoken spoken, bool for_page) {
  return Facets(plan, size, spoken, for_page).frame();
}

}  // namespace yokoten::chart
