#include <algorithm>
#include <cmath>
#include <string>

#include "chart/guide/legend.h"
#include "chart/plan/text.h"
#include "chart/plan/value.h"
#include "chart/scale/formats.h"

namespace yokoten::chart {
namespace {

constexpr std::size_t kSymbolLimit = 30;

/// Values and how their labels are written.
struct EntrySource {
  const LegendCase& legend;
  const Scale& scale;
  std::string format, format_type;
  double count = 5;
  bool written = false;
};

double count_of(const LegendCase& legend) {
  const Number& written =
      legend.spec->tick_count ? legend.spec->tick_count : legend.config->tick_count;
  if (written) return *written;
  if (legend.kind != LegendKind::gradient) return 5;
  return std::max(2.0, 2 * std::floor(ramp_length(legend) / 100));
}

EntrySource source_of(const LegendCase& legend) {
  EntrySource source{legend, legend.scale(), {}, {}, count_of(legend), legend.spec->values_written};
  const bool temporal = legend.field_type() == FieldType::temporal;
  source.format =
      legend.spec->format.value_or(temporal ? std::string(day_format(*legend.plan->spec)) : "");
  source.format_type = legend.spec->format_type.value_or("");
  if (source.format_type.empty() && temporal && source.scale.type != ScaleType::time)
    source.format_type = "time";
  return source;
}

std::vector<double> written_values(const EntrySource& source) {
  const bool temporal = source.legend.field_type() == FieldType::temporal;
  std::vector<double> values;
  for (const Json* value : source.legend.spec->values) {
    if (source.scale.discrete()) {
      const int index = source.scale.index_of(*value);
      values.push_back(index < 0 ? kMissing : index);
    } else if (temporal || value->is_object()) {
      values.push_back(moment_of(*value).value_or(kMissing));
    } else {
      values.push_back(number_of(value));
    }
  }
  return values;
}

std::vector<double> scale_values(const EntrySource& source) {
  const Scale& scale = source.scale;
  // To Vega a logarithmic scale of colours is not its "log", of which it thins out the values.
  const bool by_colour =
      !source.legend.by_size && (source.legend.by_fill || source.legend.by_stroke);
  const bool all = by_colour && scale.type == ScaleType::log;
  std::vector<double> values =
      all ? tick_values(scale, source.count) : legend_values(scale, source.count);
  const bool few = source.legend.kind == LegendKind::gradient && values.size() < 3;
  if (!few) return values;
  // The ends instead; Vega takes two equal dates for different values.
  const bool ends = scale.type == ScaleType::time || scale.low != scale.high;
  return ends ? std::vector<double>{scale.low, scale.high} : values;
}

/// What `datum.value` is in a labelExpr.
std::string value_text(const EntrySource& source, std::size_t index, double value) {
  if (source.written) return text_of_value(source.legend.spec->values[index]);
  if (!source.scale.discrete()) return plain_number(value);
  return source.scale.categories[static_cast<std::size_t>(value)].text;
}

std::string expressed(const EntrySource& source, std::size_t index, const LegendEntry& entry) {
  // Vega leaves the first of several bands without a label: null, as JavaScript writes it.
  const bool nothing = source.legend.kind == LegendKind::discrete && index == 0;
  std::string text;
  for (const LabelPiece& piece : source.legend.spec->label_pieces) {
    switch (piece.kind) {
      case LabelPiece::Kind::text:
        text += piece.text;
        break;
      case LabelPiece::Kind::label:
        text += nothing ? "null" : entry.label;
        break;
      case LabelPiece::Kind::value:
        text += value_text(source, index, entry.value);
        break;
    }
  }
  return text;
}

/// Labels of written categories that the domain does not hold are these themselves.
void name_unknown(const EntrySource& source, std::vector<LegendEntry>& entries) {
  if (!source.written || !source.scale.discrete()) return;
  for (std::size_t i = 0; i < entries.size(); ++i)
    if (std::isnan(entries[i].value))
      entries[i].label = text_of_value(source.legend.spec->values[i]);
}

std::vector<LegendEntry> labelled(const EntrySource& source, const std::vector<double>& values) {
  const std::vector<std::string> texts =
      legend_texts(source.scale, values, source.count, source.format, source.format_type,
                   source.legend.kind, source.written);
  std::vector<LegendEntry> entries(values.size());
  for (std::size_t i = 0; i < entries.size(); ++i) {
    entries[i].value = values[i];
    if (i < texts.size()) entries[i].label = texts[i];
  }
  name_unknown(source, entries);
  return entries;
}

/// Where a limit of classes stands along the bands; NaN in a domain without length.
double band_share(const Scale& scale, double value) {
  double low = scale.low;
  double high = scale.high;
  if (scale.type == ScaleType::threshold && !scale.limits.empty()) {
    low = scale.limits.front();
    high = scale.limits.back();
    const double steps = static_cast<double>(scale.limits.size() - 1);
    const double more = steps > 0 ? (high - low) / steps : 0.1;
    low -= more;
    high += more;
  }
  return (value - low) / (high - low);
}

bool same_value(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

/// Ramps have one label a value: the last of several stands in the place of the first.
void unite(std::vector<LegendEntry>& entries) {
  std::vector<LegendEntry> united;
  for (LegendEntry& entry : entries) {
    const auto before = std::find_if(united.begin(), united.end(), [&](const LegendEntry& other) {
      return same_value(other.value, entry.value);
    });
    if (before == united.end())
      united.push_back(std::move(entry));
    else
      *before = std::move(entry);
  }
  entries = std::move(united);
}

void place(const EntrySource& source, std::vector<LegendEntry>& entries) {
  const Scale& scale = source.scale;
  if (source.legend.kind == LegendKind::gradient) {
    for (LegendEntry& entry : entries)
      entry.from = has_no_length(scale) ? 0.5 : scale.along(entry.value);
    return;
  }
  for (std::size_t i = 0; i < entries.size(); ++i) {
    entries[i].from = i == 0 ? 0 : band_share(scale, entries[i].value);
    entries[i].to = i + 1 == entries.size() ? 1 : band_share(scale, entries[i + 1].value);
  }
}

/// Vega shows no more than thirty symbols; a last entry counts the rest.
void limit(std::vector<LegendEntry>& entries) {
  if (entries.size() <= kSymbolLimit) return;
  const std::size_t rest = entries.size() - (kSymbolLimit - 1);
  entries.resize(kSymbolLimit);
  entries.back().label = "\u2026" + std::to_string(rest) + " entries";
}

/// A size or opacity of 0 would show nothing.
bool shows_nothing(const EntrySource& source, double value) {
  const LegendCase& legend = source.legend;
  const bool coloured = !legend.by_size && (legend.by_fill || legend.by_stroke);
  return legend.kind == LegendKind::symbol && !coloured && source.scale.number(value) == 0;
}

}  // namespace

std::vector<LegendEntry> legend_entries(const LegendCase& legend) {
  const EntrySource source = source_of(legend);
  const std::vector<double> values = source.written ? written_values(source) : scale_values(source);
  std::vector<LegendEntry> entries = labelled(source, values);
  if (legend.kind == LegendKind::symbol) limit(entries);
  if (!legend.spec->label_pieces.empty()) {
    for (std::size_t i = 0; i < entries.size(); ++i)
      entries[i].label = expressed(source, i, entries[i]);
  }
  if (legend.kind != LegendKind::symbol) {
    place(source, entries);
    unite(entries);
    return entries;
  }
  if (!source.written && !entries.empty() && shows_nothing(source, entries.front().value))
    entries.erase(entries.begin());
  return entries;
}

}  // namespace yokoten::chart
