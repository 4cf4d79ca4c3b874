#include "chart/house/written_cells.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <set>

#include "chart/plan/value.h"
#include "chart/scale/formats.h"
#include "chart/scale/number_format.h"

namespace yokoten::chart {
namespace {

constexpr int kWrittenDigits = 15;    // of a number that somebody wrote; more come of computing
constexpr int kWrittenDecimals = 6;   // what has more is a quotient
constexpr int kQuotientDecimals = 2;  // that it keeps where the guide shows fewer
constexpr double kLongestFixed = 1e30;

// 0.1 + 0.2 is 0.3, and a ten-millionth no 1e-07.
std::string plain_text(double value) {
  const std::string rounded = fmt::format("{:.{}g}", value, kWrittenDigits);
  double kept = value;
  std::from_chars(rounded.data(), rounded.data() + rounded.size(), kept);
  if (std::fabs(kept) >= kLongestFixed) return rounded;
  std::array<char, 512> text{};
  const auto end =
      std::to_chars(text.data(), text.data() + text.size(), kept, std::chars_format::fixed);
  return {text.data(), end.ptr};
}

std::string plain_text(const Json& value) {
  if (value.integer() != nullptr) return std::to_string(*value.integer());
  if (value.large_integer() != nullptr) return std::to_string(*value.large_integer());
  return plain_text(value.number());
}

int decimals_of(double value) {
  const std::string text = plain_text(value);
  const std::size_t dot = text.find('.');
  return dot == std::string::npos ? 0 : static_cast<int>(text.size() - dot - 1);
}

bool is_amount(const Json* value) {
  if (value == nullptr) return false;
  return value->is_number() ||
         (value->is_string() && !value->text().empty() && std::isfinite(number_of(value)));
}

/// The decimals that a value needs: all that were written, of a quotient a few. Those of a share
/// count from its per cent on where its form doesn't say how many there are.
int decimals_needed(double value, const NumberFormat& form) {
  const int shift = form.type == '%' ? 2 : 0;
  const int decimals = decimals_of(value);
  if (decimals <= kWrittenDecimals) return decimals - shift;
  return form.precision < 0 ? kQuotientDecimals : kQuotientDecimals - shift;
}

bool reads_as_nothing(double value, const NumberFormat& form) {
  return value != 0 && text_of(value, form).find_first_of("123456789") == std::string::npos;
}

/// The form of a guide with decimals enough for all that was written; none where something would
/// still read as 0 that is not.
std::optional<NumberFormat> whole_form(const TableColumn& column,
                                       const std::vector<const Json*>& values) {
  auto form = number_format_of(column.format);
  if (!form) return form;
  if (column.form == FormOf::text) return form;
  if (form->type == 'd') form->type = 'f';
  if (form->type == '\0' && form->precision < 0) return form;
  if (form->type != '%' && form->type != 'f') return std::nullopt;
  int decimals = std::max(form->precision, 0);
  for (const Json* value : values)
    if (is_amount(value)) decimals = std::max(decimals, decimals_needed(number_of(value), *form));
  form->precision = decimals;
  const auto is_lost = [&](const Json* value) {
    return is_amount(value) && reads_as_nothing(number_of(value), *form);
  };
  if (std::any_of(values.begin(), values.end(), is_lost)) return std::nullopt;
  return form;
}

std::string day_text(double moment) {
  constexpr double day = 24.0 * 60 * 60 * 1000;
  const bool midnight = std::fmod(moment, day) == 0;
  return time_text(moment, midnight ? "%Y-%m-%d" : "%Y-%m-%d %H:%M:%S").value_or(std::string());
}

/// Whether the form tells all of the moments apart, by their year as well.
bool tells_apart(const std::string& format, const std::vector<const Json*>& values) {
  if (format.find("%Y") == std::string::npos) return false;
  std::set<double> moments;
  std::set<std::string> texts;
  for (const Json* value : values)
    if (value != nullptr && value->is_number() && moments.insert(value->number()).second &&
        !texts.insert(time_text(value->number(), format).value_or(std::string())).second)
      return false;
  return true;
}

std::string other_text(const Json& value) {
  if (value.is_string()) return std::string(value.text());
  if (value.is_number()) return plain_text(value);
  if (value.is_boolean()) return value.truth() ? "true" : "false";
  std::string text;
  for (const Json& line : value.items()) text += (text.empty() ? "" : " ") + other_text(line);
  return value.is_object() ? value.dump() : text;
}

class Cells {
 public:
  Cells(const TableColumn& column, const std::vector<const Json*>& values) : column_(column) {
    if (column.of_times())
      formed_times_ = tells_apart(column.format, values);
    else if (!column.format.empty())
      form_ = whole_form(column, values);
  }

  CellText told(const Json& value) const {
    std::string shown = text(value);
    std::string plain = column_.of_times() || !is_amount(&value) ? shown : plain_amount(value);
    return {std::move(shown), std::move(plain)};
  }

 private:
  std::string text(const Json& value) const {
    if (column_.of_times() && value.is_number()) return moment_text(value.number());
    if (!column_.of_times() && form_ && is_amount(&value))
      return text_of(number_of(&value), *form_);
    return other_text(value);
  }

  // A number that the data hold as a text stays written as it is.
  static std::string plain_amount(const Json& value) {
    return value.is_number() ? plain_text(value) : std::string(value.text());
  }

  std::string moment_text(double moment) const {
    if (!formed_times_) return day_text(moment);
    return time_text(moment, column_.format).value_or(std::string());
  }

  const TableColumn& column_;
  std::optional<NumberFormat> form_;
  bool formed_times_ = false;
};

}  // namespace

std::vector<CellText> cell_texts(const TableColumn& column, const std::vector<const Json*>& values,
                                 const std::string& no_value) {
  const Cells cells(column, values);
  std::vector<CellText> texts;
  texts.reserve(values.size());
  for (const Json* value : values) {
    const bool told = value != nullptr && !value->is_null();
    texts.push_back(told ? cells.told(*value) : CellText{no_value, no_value});
  }
  return texts;
}

}  // namespace yokoten::chart
