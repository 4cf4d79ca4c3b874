#include "chart/scene/mark_span.h"

namespace yokoten::chart {
namespace {

Along half(Along size) { return {size.share / 2, size.px / 2}; }
Along sum(Along a, Along b) { return {a.share + b.share, a.px + b.px}; }

/// Whether the direction is the one that bars (or the longer side of ticks) are as wide as a band.
bool across_bands(const MarkContext& context, Direction along) {
  const MarkOrient orient = context.orient();
  if (context.type == MarkType::bar)
    return orient == (along == Direction::across ? MarkOrient::vertical : MarkOrient::horizontal);
  if (context.type == MarkType::tick)
    return orient == (along == Direction::down ? MarkOrient::vertical : MarkOrient::horizontal);
  return false;
}

}  // namespace

Along Span::size_of(Row row, const Json& seen) const {
  if (!sizes_) return size_;
  return {0, sizes_->of(row, seen).value_or(0)};
}

Span::Ends Span::of(Row row) const { return of(row, context_.row(row)); }

Span::Ends Span::of(Row row, const Json& seen) const {
  const Along found = place_.of(row), place = drawn(found);
  if (hold_ == Hold::both) {
    const Along second = drawn_end(found, second_.of(row));
    const double width = context_.size.width;
    return place.at(width) > second.at(width) ? Ends{second, place} : Ends{place, second};
  }
  const Along size = size_of(row, seen);
  const Along start = hold_ == Hold::start    ? place
                      : hold_ == Hold::middle ? place - half(size)
                                              : place - size;
  return {start, sum(start, size)};
}

Span::Hold Span::hold_at(Aligned align) {
  if (align == Aligned::start) return Hold::start;
  return align == Aligned::end ? Hold::end : Hold::middle;
}

Span& Span::around(ChannelPlace place, Hold hold) {
  place_ = std::move(place);
  hold_ = hold;
  return *this;
}

/// From x to x2; where only a width is written, that wide around x.
void Span::range(Direction along) {
  place_ = place_of(context_, along, Otherwise::zero_or_max);
  if (std::optional<ChannelPlace> second = second_place_of(context_, along)) {
    second_ = std::move(*second);
    return;
  }
  if (const Number size = written_length(context_, along)) {
    size_ = {0, *size};
    hold_ = hold_at(aligned(context_, along, Aligned::middle));
    return;
  }
  second_ = ChannelPlace::at(default_place(context_, along, Otherwise::zero_or_min));
}

/// As wide as a band or as `size` says, around the place of the category or value.
void Span::band(Direction along) {
  const BandSize size = band_size_of(context_, along);
  const bool by_channel = sized_by_channel(context_, along);
  if (by_channel) {
    sizes_.emplace(size_channel(context_, size_otherwise(context_, along)));
  } else {
    size_ = length_of(context_, along, size);
  }
  const bool whole = context_.scale(along).type == ScaleType::band &&
                     size.kind == BandSize::Kind::relative && !by_channel;
  const Aligned align = aligned(context_, along, whole ? Aligned::start : Aligned::middle);
  const double in_band = align == Aligned::middle                ? 0.5
                         : size.kind == BandSize::Kind::relative ? (1 - size.value) / 2
                                                                 : 0;
  around(place_of(context_, along, Otherwise::middle, in_band), hold_at(align));
}

Span span_of(const MarkContext& context, Direction along) {
  Span span(context);
  const bool discrete = context.scaled(along) && context.scale(along).discrete();
  const bool ranged = context.second(along).from != From::nothing && takes_second(context.type);
  if ((discrete || across_bands(context, along)) && !ranged) {
    span.band(along);
  } else {
    span.range(along);
  }
  return span;
}

Span thin_span_of(const MarkContext& context, Direction along, double thickness) {
  Span span(context);
  span.size_ = {0, thickness};
  return span.around(place_of(context, along, Otherwise::middle), Span::Hold::middle);
}

}  // namespace yokoten::chart
