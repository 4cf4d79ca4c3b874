#include "chart/scene/mark_place.h"

#include <cmath>

#include "chart/plan/value.h"

namespace yokoten::chart {

ChannelPlace ChannelPlace::at(Along place) {
  ChannelPlace result;
  result.fixed_ = place;
  return result;
}

Along ChannelPlace::of_value(double value) const {
  return context_->along(along_, context_->scale(along_).share(value) + share_);
}

Along ChannelPlace::of(Row row) const {
  if (kind_ == Kind::fixed) return fixed_;
  if (kind_ == Kind::unstacked)
    return of_value(number_of(find_value(context_->row(row), field_->field)));
  const double value = row < column_->size() ? (*column_)[row] : kMissing;
  if (kind_ == Kind::pixels) return {0, value};
  if (kind_ == Kind::between) {
    const double from = (*from_)[row];
    return of_value((1 - position_) * from + position_ * value);
  }
  return of_value(value);
}

class PlaceMaker {
 public:
  PlaceMaker(const MarkContext& context, Direction along) : context_(context), along_(along) {}

  ChannelPlace first(Otherwise otherwise, std::optional<double> band) const {
    const PositionSpec& channel = context_.position(along_);
    if (channel.from == From::nothing)
      return ChannelPlace::at(default_place(context_, along_, otherwise));
    if (channel.from == From::value) return ChannelPlace::at(written(channel));
    ChannelPlace place = reading(context_.column(along_), channel);
    if (channel.scale_null) return place;
    if (context_.stacked(along_) && band) {
      place.kind_ = ChannelPlace::Kind::unstacked;
      place.field_ = &channel;
    } else if (!context_.stacked(along_)) {
      place.share_ = in_band(band ? *band : channel.band_position.value_or(0.5));
    } else if (channel.band_position && channel.from == From::field) {
      place.kind_ = ChannelPlace::Kind::between;
      place.from_ = &context_.second_column(along_);
      place.position_ = *channel.band_position;
    }
    return place;
  }

  std::optional<ChannelPlace> second() const {
    const PositionSpec& channel = context_.second(along_);
    if (context_.stacked(along_))
      return reading(context_.second_column(along_), context_.position(along_));
    if (channel.from == From::nothing || context_.overlay || !takes_second(context_.type))
      return std::nullopt;
    if (channel.from == From::value) return ChannelPlace::at(written(channel));
    ChannelPlace place = reading(context_.second_column(along_), channel);
    if (!context_.scaled(along_)) place.kind_ = ChannelPlace::Kind::pixels;
    place.share_ = in_band(channel.band_position.value_or(0.5));
    return place;
  }

 private:
  ChannelPlace reading(const std::vector<double>& column, const PositionSpec& channel) const {
    ChannelPlace place;
    place.kind_ = channel.scale_null ? ChannelPlace::Kind::pixels : ChannelPlace::Kind::scaled;
    place.context_ = &context_;
    place.along_ = along_;
    place.column_ = &column;
    return place;
  }

  double in_band(double position) const { return context_.scale(along_).bandwidth() * position; }

  /// `value` of a position: pixels, or the far edge by its name.
  Along written(const PositionSpec& channel) const {
    const Json* value = channel.value;
    if (value != nullptr && value->is_number()) return {0, value->number()};
    const bool far = value != nullptr && value->is_string();
    return context_.along(along_, far ? 1 : 0);
  }

  const MarkContext& context_;
  Direction along_;
};

ChannelPlace place_of(const MarkContext& context, Direction along, Otherwise otherwise,
                      std::optional<double> band) {
  return PlaceMaker(context, along).first(otherwise, band);
}

std::optional<ChannelPlace> second_place_of(const MarkContext& context, Direction along) {
  return PlaceMaker(context, along).second();
}

Along default_place(const MarkContext& context, Direction along, Otherwise otherwise) {
  if (otherwise == Otherwise::middle) return context.along(along, 0.5);
  const bool least = otherwise == Otherwise::zero_or_min;
  if (!context.scaled(along))
    return context.along(along, least == (along == Direction::across) ? 0 : 1);
  const Scale& scale = context.scale(along);
  const ZeroRule zero = along == Direction::across ? context.plan.x_zero : context.plan.y_zero;
  return context.along(along,
                       scale.share(least ? zero_or_min(scale, zero) : zero_or_max(scale, zero)));
}

bool has_number(Along place) { return std::isfinite(place.share) && std::isfinite(place.px); }

Along drawn(Along place) { return has_number(place) ? place : Along{}; }

Along drawn_end(Along place, Along end) {
  return has_number(place) && has_number(end) ? end : drawn(place);
}

}  // namespace yokoten::chart
