#include "chart/scene/mark_channel.h"

#include <algorithm>
#include <cmath>

#include "chart/plan/value.h"

namespace yokoten::chart {
namespace {

const Condition* holding(const LookSpec& spec, const Json& row) {
  for (const Condition& condition : spec.conditions) {
    bool all = true;
    for (const Predicate& predicate : condition.all) all = all && holds(predicate, row);
    if (all) return &condition;
  }
  return nullptr;
}

std::optional<double> number_in(const Json* value) {
  if (value == nullptr || value->is_null()) return std::nullopt;
  const double number = number_of(value);
  return std::isnan(number) ? std::nullopt : std::optional(number);
}

/// A field that is not there has no number, but it may be a category, which the legend lists.
double missing_category(const Scale& scale) {
  const auto missing = [](const Category& category) {
    return category.value.is_null() && category.text == "undefined";
  };
  const auto& all = scale.categories;
  const auto found = std::find_if(all.begin(), all.end(), missing);
  return found == all.end() ? kMissing : static_cast<double>(found - all.begin());
}

bool reads_data(const LookSpec& spec) {
  return spec.from == From::field || spec.from == From::datum;
}

}  // namespace

NumberChannel::NumberChannel(const MarkContext& context, const LookSpec& spec, const Scale& scale,
                             const std::vector<double>& column, std::optional<double> otherwise)
    : context_(context), spec_(spec), scale_(scale), column_(column), otherwise_(otherwise) {}

bool NumberChannel::varies() const { return !spec_.conditions.empty() || reads_data(spec_); }

std::optional<double> NumberChannel::main(Row row) const {
  if (spec_.from == From::nothing) return otherwise_;
  if (spec_.from == From::value) return number_in(spec_.value);
  const double value = row < column_.size() ? column_[row] : kMissing;
  if (spec_.scale_null) return std::isnan(value) ? std::nullopt : std::optional(value);
  const double number = scale_.number(value);
  return std::isnan(number) ? std::nullopt : std::optional(number);
}

std::optional<double> NumberChannel::of(Row row, const Json& seen) const {
  if (!spec_.conditions.empty())
    if (const Condition* condition = holding(spec_, seen)) return number_in(condition->value);
  return main(row);
}

bool only_conditions(const LookSpec& channel) {
  return channel.from == From::nothing && !channel.conditions.empty();
}

NumberChannel size_channel(const MarkContext& context, std::optional<double> otherwise) {
  static const LookSpec kNone;
  const LookSpec& spec = takes_size(context.type) ? context.encoding().size : kNone;
  return {context, spec, context.plan.size, context.layer.size, otherwise};
}

NumberChannel opacity_channel(const MarkContext& context, std::optional<double> otherwise) {
  return {context, context.encoding().opacity, context.plan.opacity, context.layer.opacity,
          otherwise};
}

ColourChannel::ColourChannel(const MarkContext& context, std::string otherwise)
    : context_(context), spec_(context.encoding().color), otherwise_(std::move(otherwise)) {}

bool ColourChannel::varies() const { return !spec_.conditions.empty() || reads_data(spec_); }

std::string ColourChannel::main(Row row, const Json& seen) const {
  if (spec_.from == From::nothing) return otherwise_;
  if (spec_.from == From::value) return paint_of(spec_.value);
  if (spec_.scale_null)
    return paint_of(spec_.from == From::datum ? spec_.datum : &value_at(seen, spec_.field));
  const Scale& scale = context_.plan.color;
  if (spec_.from == From::field && find_value(seen, spec_.field, place_) == nullptr)
    return scale.colour(missing_category(scale));
  const std::vector<double>& column = context_.layer.color;
  const double value = row < column.size() ? column[row] : kMissing;
  return scale.colour(value);
}

std::string ColourChannel::of(Row row, const Json& seen) const {
  if (!spec_.conditions.empty())
    if (const Condition* condition = holding(spec_, seen)) return paint_of(condition->value);
  return main(row, seen);
}

std::string paint_of(const Json* value) {
  if (value == nullptr || !value->is_string()) return "";
  const std::string_view css = value->text();
  return std::string(css == "none" ? "" : css);
}

}  // namespace yokoten::chart
