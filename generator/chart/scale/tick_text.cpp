#include <charconv>
#include <cmath>
#include <functional>

#include "chart/scale/formats.h"
#include "chart/scale/log_ticks.h"
#include "chart/scale/number_format.h"
#include "chart/scale/ticks.h"

namespace yokoten::chart {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

NumberFormat plain_format() {
  NumberFormat format;
  format.comma = true;
  format.type = 'f';
  return format;
}

// A category as the number that JavaScript takes it for.
double number_of(const Json& value) {
  if (value.is_number()) return value.number();
  if (value.is_boolean()) return value.truth() ? 1 : 0;
  if (value.is_null()) return 0;
  if (!value.is_string()) return kMissing;
  const std::string_view text = value.text();
  double number = 0;
  const auto end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, number);
  if (text.empty()) return 0;
  return error == std::errc() && rest == end && std::isfinite(number) ? number : kMissing;
}

// One text a value; made once for all ticks of an axis.
using Texts = std::function<std::string(double)>;

Texts time_texts(std::string_view format, const TimeForms& forms) {
  if (format.empty()) return [&forms](double value) { return time_text(value, forms); };
  return [format](double value) { return time_text(value, format).value_or(""); };
}

Texts log_texts(const Scale& scale, double count, std::string_view format, bool all) {
  const auto number = number_format_of(format.empty() ? "," : format).value_or(NumberFormat{});
  if (all) return [number](double value) { return varied_text(value, number); };
  const LogLabels labels(scale, count);
  return [number, labels](double value) {
    return labels.shows(value) ? varied_text(value, number) : std::string();
  };
}

Texts span_texts(double low, double high, double count, std::string_view format) {
  const auto number =
      format.empty() ? plain_format() : number_format_of(format).value_or(plain_format());
  const TickFormat made = span_format(low, high, count, number);
  return [made](double value) { return made.text(value); };
}

Texts single_texts(std::string_view format) {
  if (format.empty()) return [](double value) { return plain_number(value); };
  const auto number = number_format_of(format).value_or(NumberFormat{});
  return [number](double value) { return text_of(value, number); };
}

// Categories are given as they are, or as numbers where there is a format.
Texts category_texts(const Scale& scale, const Texts& texts, bool as_they_are) {
  return [&scale, texts, as_they_are](double index) {
    if (!(index >= 0 && index < static_cast<double>(scale.categories.size()))) return std::string();
    const Category& category = scale.categories[static_cast<std::size_t>(index)];
    return as_they_are ? category.text : texts(number_of(category.value));
  };
}

Texts texts_of(const Scale& scale, double count, std::string_view format,
               std::string_view format_type, bool all, const TimeForms& forms) {
  const bool time = scale.type == ScaleType::time || format_type == "time" || format_type == "utc";
  if (scale.discrete()) {
    const Texts texts = time ? time_texts(format, forms) : single_texts(format);
    return category_texts(scale, texts, !time && format.empty());
  }
  if (time) return time_texts(format, forms);
  if (scale.type == ScaleType::log) return log_texts(scale, count, format, all);
  if (scale.type == ScaleType::threshold) return single_texts(format);
  return span_texts(scale.low, scale.high, count, format);
}

std::vector<std::string> applied(const Texts& texts, const std::vector<double>& values) {
  std::vector<std::string> out;
  out.reserve(values.size());
  for (const double value : values) out.push_back(texts(value));
  return out;
}

// "1 – 2", "< 1", "≥ 2"; above the last value there is no limit.
std::vector<std::string> class_texts(const Texts& texts, const std::vector<double>& values) {
  const auto finite_text = [&](double value) {
    return std::isfinite(value) ? texts(value) : std::string();
  };
  std::vector<std::string> out;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const std::string low = finite_text(values[i]);
    const std::string high = finite_text(i + 1 < values.size() ? values[i + 1] : kInfinity);
    if (!low.empty() && !high.empty()) {
      out.push_back(low + " – " + high);
    } else if (!high.empty()) {
      out.push_back("< " + high);
    } else {
      out.push_back("≥ " + (low.empty() && !std::isfinite(values[i]) ? "null" : low));
    }
  }
  return out;
}

constexpr double kClassCount = 30;  // three ticks in tenths: Vega's precision for classes

}  // namespace

std::vector<std::string> tick_texts(const Scale& scale, const std::vector<double>& values,
                                    double count, std::string_view format,
                                    std::string_view format_type, bool all,
                                    const TimeForms& forms) {
  return applied(texts_of(scale, count, format, format_type, all, forms), values);
}

std::vector<std::string> legend_texts(const Scale& scale, const std::vector<double>& values,
                                      double count, std::string_view format,
                                      std::string_view format_type, LegendKind kind, bool written) {
  const bool time = format_type == "time" || format_type == "utc";
  const TimeForms plain;
  const bool quantize = scale.type == ScaleType::quantize;
  const Texts texts = quantize && !time ? span_texts(0, scale.high - scale.low, kClassCount, format)
                                        : texts_of(scale, count, format, format_type,
                                                   written || kind == LegendKind::symbol, plain);
  const bool classes = quantize || scale.type == ScaleType::threshold;
  if (kind == LegendKind::symbol && classes) return class_texts(texts, values);
  std::vector<std::string> out = applied(texts, values);
  if (kind == LegendKind::discrete && !out.empty()) out.front().clear();
  return out;
}

}  // namespace yokoten::chart
