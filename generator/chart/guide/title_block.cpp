#include "chart/guide/legend_sources.h"
#include "chart/guide/title.h"

namespace yokoten::chart {
namespace {

Item text_item(const std::vector<std::string>& lines) {
  Item item;
  if (!lines.empty()) item.text = lines.front();
  if (lines.size() > 1) item.more_lines.assign(lines.begin() + 1, lines.end());
  return item;
}

/// What title and subtitle share.
void set_common(Item& item, const TitleSpec& spec, const TitleSpec& config) {
  item.dx = first(spec.dx, config.dx, 0);
  item.dy = first(spec.dy, config.dy, 0);
  item.limit = first(spec.limit, config.limit, 0);
}

Item title_of(const TitleSpec& spec, const TitleSpec& config) {
  Item item = text_item(spec.text);
  item.look.fill = text_paint(spec.color, config.color);
  item.font.family = first(spec.font, config.font, "");
  item.font.size = first(spec.font_size, config.font_size, 13);
  item.font.weight = first(spec.font_weight, config.font_weight, "bold");
  item.line_height = first(spec.line_height, config.line_height, item.font.size + 2);
  set_common(item, spec, config);
  return item;
}

Item subtitle_of(const TitleSpec& spec, const TitleSpec& config) {
  Item item = text_item(spec.subtitle);
  item.look.fill = text_paint(spec.subtitle_color, config.subtitle_color);
  item.font.family = first(spec.subtitle_font, config.subtitle_font, "");
  item.font.size = first(spec.subtitle_font_size, config.subtitle_font_size, 12);
  item.font.weight = first(spec.subtitle_font_weight, config.subtitle_font_weight, "");
  item.line_height =
      first(spec.subtitle_line_height, config.subtitle_line_height, item.font.size + 2);
  set_common(item, spec, config);
  return item;
}

/// Vega-Lite passes over a 0 in `config.title`.
double nonzero(const Number& written, const Number& config, double otherwise) {
  if (written) return *written;
  return config && *config != 0 ? *config : otherwise;
}

}  // namespace

std::optional<TitleBlock> chart_title(const Plan& plan) {
  const TitleSpec& spec = plan.spec->title;
  const TitleSpec& config = plan.spec->config.title;
  if (spec.text.empty()) return std::nullopt;
  const bool faceted = plan.row.spec != nullptr || plan.column.spec != nullptr;
  TitleBlock block;
  block.side = side_of(first(spec.orient, config.orient, "top"));
  const std::string anchor = first(spec.anchor, config.anchor, faceted ? "start" : "middle");
  block.anchor = anchor_of(anchor);
  const bool centered = !faceted && block.anchor == Anchor::middle;
  block.by_group = first(spec.frame, config.frame, centered ? "group" : "bounds") == "group";
  block.offset = nonzero(spec.offset, config.offset, 4);
  block.subtitle_padding = nonzero(spec.subtitle_padding, config.subtitle_padding, 3);
  block.title = title_of(spec, config);
  if (!spec.subtitle.empty()) block.subtitle = subtitle_of(spec, config);
  if (spec.align) block.align = spec.align;
  if (spec.baseline) block.baseline = spec.baseline;
  block.angle = spec.angle ? spec.angle : config.angle;
  return block;
}

}  // namespace yokoten::chart
