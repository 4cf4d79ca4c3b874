#include "chart/house/written_columns.h"

#include <algorithm>

#include "chart/plan/unit.h"

namespace yokoten::chart {
namespace {

/// What a channel says of the column that its field becomes.
struct Said {
  Text title, format, format_type;
  FormOf form = FormOf::nothing;
};

std::string text_or_none(const Text& text) { return text.value_or(std::string()); }

TableColumn& column_for(const Field& field, std::vector<TableColumn>& columns) {
  const auto known = std::find_if(columns.begin(), columns.end(), [&](const TableColumn& column) {
    return column.field->steps == field.steps;
  });
  if (known != columns.end()) return *known;
  columns.push_back({.field = &field, .title = {}, .format = {}, .format_type = {}});
  return columns.back();
}

// The first title counts, and the form nearest to the marks; a time stays one.
void add(const Field& field, FieldType type, const Said& said, std::vector<TableColumn>& columns) {
  if (field.steps.empty()) return;
  TableColumn& column = column_for(field, columns);
  if (column.title.empty()) column.title = text_or_none(said.title);
  if (column.type == FieldType::none || type == FieldType::temporal) column.type = type;
  if (!said.format || said.format->empty() || said.form <= column.form) return;
  column.form = said.form;
  column.format = *said.format;
  column.format_type = text_or_none(said.format_type);
}

void add_channel(const ChannelSpec& channel, FieldType type, Said said,
                 std::vector<TableColumn>& columns) {
  if (!has_field(channel)) return;
  if (channel.title && !channel.title->empty()) said.title = channel.title;
  add(channel.field, type, said, columns);
}

/// Whether the axis shows the shares that figures are stacked to, and so has no form for them.
bool is_share(const PositionSpec& channel) {
  return channel.stack == Stack::normalize && channel.type == FieldType::quantitative;
}

void add_position(const PositionSpec& channel, std::vector<TableColumn>& columns) {
  Said said;
  if (!channel.axis_null) {
    said = {channel.axis->title, channel.axis->format, channel.axis->format_type, FormOf::guide};
    if (is_share(channel)) said.format.reset();
  }
  add_channel(channel, channel.type, said, columns);
}

// The other end of a bar is written as the first one, under a name of its own.
void add_second(const PositionSpec& channel, const PositionSpec& first,
                std::vector<TableColumn>& columns) {
  Said said;
  if (!first.axis_null && !is_share(first))
    said = {{}, first.axis->format, first.axis->format_type, FormOf::guide};
  add_channel(channel, first.type, said, columns);
}

void add_look(const LookSpec& channel, std::vector<TableColumn>& columns) {
  Said said;
  if (!channel.legend_null)
    said = {channel.legend->title, channel.legend->format, channel.legend->format_type,
            FormOf::guide};
  add_channel(channel, channel.type, said, columns);
}

void add_text(const TextSpec& channel, std::vector<TableColumn>& columns) {
  add_channel(channel, channel.type, {{}, channel.format, channel.format_type, FormOf::text},
              columns);
}

void add_facet(const FacetSpec& facet, std::vector<TableColumn>& columns) {
  Said said;
  if (!facet.header_null)
    said = {facet.header.title, facet.header.format, facet.header.format_type, FormOf::guide};
  if (facet.title && !facet.title->empty()) said.title = facet.title;
  add(facet.field, facet.type, said, columns);
}

}  // namespace

void add_columns(const Spec& spec, const LayerSpec& layer, std::vector<TableColumn>& columns) {
  const EncodingSpec& of = layer.encoding;
  add_position(of.x, columns);
  add_position(of.y, columns);
  add_second(of.x2, of.x, columns);
  add_second(of.y2, of.y, columns);
  for (const LookSpec* look : {&of.color, &of.opacity, &of.size}) add_look(*look, columns);
  add_text(of.text, columns);
  for (const TextSpec& line : of.tooltip) add_text(line, columns);
  add_text(of.description, columns);
  for (const Field& field : of.detail) add(field, FieldType::nominal, {}, columns);
  for (const FacetSpec* facet : {&spec.row, &spec.column}) add_facet(*facet, columns);
}

std::string shown_name(const Field& field) {
  if (field.steps.size() == 2 && field.steps.front() == "properties") return field.steps.back();
  std::string name;
  for (const std::string& step : field.steps) name += (name.empty() ? "" : ".") + step;
  return name;
}

}  // namespace yokoten::chart
