#include "chart/guide/header.h"

#include <cmath>

#include "chart/guide/legend_sources.h"
#include "chart/plan/value.h"

namespace yokoten::chart {
namespace {

constexpr double kPadding = 10;  // Vega-Lite's config.header

bool beside(const std::string& orient) { return orient == "left" || orient == "right"; }
bool after(const std::string& orient) { return orient == "right" || orient == "bottom"; }

/// `orient` of a header stands for those of its labels and its title.
std::string orient_of(const HeaderCase& header, Text HeaderSpec::*member) {
  if (header.spec->*member) return *(header.spec->*member);
  if (header.spec->orient) return *header.spec->orient;
  return (header.config->*member).value_or("");
}

/// Whether a label or title of this orient belongs to the rows.
bool among_rows(const std::string& orient, bool of_rows) {
  return orient.empty() ? of_rows : beside(orient);
}

/// Vega-Lite's alignment of a turned text at the left or at the top.
std::optional<std::string> align_of(double angle, bool rows) {
  const double start = rows ? 90 : 0;
  if (std::fmod(angle + start, 180) == 0)
    return rows ? std::optional<std::string>("center") : std::nullopt;
  const bool leaning = start < angle && angle < 180 + start;
  return leaning == rows ? "left" : "right";
}

const char* baseline_of(double angle, bool rows) {
  if (rows) {
    if (angle <= 45 || 315 <= angle || (135 <= angle && angle <= 225)) return "middle";
    return 45 <= angle && angle <= 135 ? "top" : "bottom";
  }
  if ((45 < angle && angle < 135) || (225 < angle && angle < 315)) return "middle";
  return angle <= 45 || 315 <= angle ? "bottom" : "top";
}

void set_anchor(TitleBlock& block, const std::string& anchor, const Text& align,
                const std::optional<std::string>& otherwise) {
  block.anchor = anchor_of(anchor);
  if (align) {
    block.align = align;
  } else if (anchor == "start" || anchor == "end") {
    block.align = anchor == "start" ? "left" : "right";
  } else {
    block.align = otherwise;
  }
}

Side side_of(const HeaderCase& header, const std::string& orient) {
  return orient.empty() ? (header.of_rows ? Side::left : Side::top) : chart::side_of(orient);
}

/// A labelExpr. Without a format Vega-Lite puts `isValid(v) ? v : ""+v` in the place of datum.label
/// without brackets, so that whatever is added to the label of a valid value is lost.
std::string label_text(const HeaderCase& header, std::size_t index) {
  const Category& category = header.facet->values[index];
  const FieldType type = header.facet->spec->type;
  const bool formatted =
      header.spec->format || type == FieldType::quantitative || type == FieldType::temporal;
  std::string text;
  for (const LabelPiece& piece : header.spec->label_pieces) {
    const bool label = piece.kind == LabelPiece::Kind::label;
    if (label && !formatted && !(category.value.is_null() && text.empty())) return category.text;
    text += piece.kind == LabelPiece::Kind::text ? piece.text
            : label                              ? category.text
                                                 : text_of_value(&category.value);
  }
  return header.spec->label_pieces.empty() ? category.text : text;
}

}  // namespace

HeaderCase header_case(const Plan& plan, bool of_rows) {
  HeaderCase header;
  header.facet = of_rows ? &plan.row : &plan.column;
  header.of_rows = of_rows;
  if (header.facet->spec == nullptr) return header;
  header.spec = &header.facet->spec->header;
  header.config = &plan.spec->config.header;
  const bool shown = !header.facet->spec->header_null;
  const Flag& labels = header.spec->labels ? header.spec->labels : header.config->labels;
  header.labels = shown && labels.value_or(true);
  const std::string label = orient_of(header, &HeaderSpec::label_orient);
  header.labels_after = after(label);
  header.labels_in_cells = among_rows(label, of_rows) != of_rows;
  const std::string title = orient_of(header, &HeaderSpec::title_orient);
  header.has_title = shown && !header.facet->title.empty();
  header.title_after = after(title);
  header.title_of_rows = among_rows(title, of_rows);
  const std::string anchor = first(header.spec->title_anchor, header.config->title_anchor, "");
  if (anchor == "start") header.title_band = header.title_of_rows ? 1 : 0;
  if (anchor == "end") header.title_band = header.title_of_rows ? 0 : 1;
  return header;
}

TitleBlock header_label(const HeaderCase& header, std::size_t index) {
  const HeaderSpec& spec = *header.spec;
  const HeaderSpec& config = *header.config;
  const std::string orient = orient_of(header, &HeaderSpec::label_orient);
  const bool rows = among_rows(orient, header.of_rows);
  TitleBlock block;
  block.side = side_of(header, orient);
  block.by_group = true;
  block.offset = first(spec.label_padding, config.label_padding, kPadding);
  const Number angle = spec.label_angle ? spec.label_angle : config.label_angle;
  block.angle = angle;
  if (angle) block.baseline = baseline_of(*angle, rows);
  set_anchor(block, first(spec.label_anchor, config.label_anchor, ""),
             spec.label_align ? spec.label_align : config.label_align,
             angle ? align_of(*angle, rows) : std::nullopt);
  block.title.text = label_text(header, index);
  block.title.look.fill = text_paint(spec.label_color, config.label_color);
  block.title.font.family = first(spec.label_font, config.label_font, "");
  block.title.font.size = first(spec.label_font_size, config.label_font_size, 10);
  block.title.font.weight = first(spec.label_font_weight, config.label_font_weight, "");
  block.title.limit = first(spec.label_limit, config.label_limit, 0);
  return block;
}

TitleBlock header_title(const HeaderCase& header) {
  const HeaderSpec& spec = *header.spec;
  const HeaderSpec& config = *header.config;
  TitleBlock block;
  block.side = side_of(header, orient_of(header, &HeaderSpec::title_orient));
  block.offset = first(spec.title_padding, config.title_padding, kPadding);
  set_anchor(block, first(spec.title_anchor, config.title_anchor, ""),
             spec.title_align ? spec.title_align : config.title_align, std::nullopt);
  block.title.text = header.facet->title;
  block.title.look.fill = text_paint(spec.title_color, config.title_color);
  block.title.font.family = first(spec.title_font, config.title_font, "");
  block.title.font.size = first(spec.title_font_size, config.title_font_size, 11);
  block.title.font.weight = first(spec.title_font_weight, config.title_font_weight, "bold");
  return block;
}

}  // namespace yokoten::chart
