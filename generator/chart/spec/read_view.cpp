#include "chart/spec/guide_parts.h"

namespace yokoten::chart {
namespace {

using View = ViewStyle;

constexpr Property<View> kViewLook[] = {
    {"fill", paint<&View::fill>},
    {"stroke", paint<&View::stroke>},
    {"strokeWidth", length<&View::stroke_width>},
    {"cornerRadius", length<&View::corner_radius>},
};

template <auto Member>
void side(Reading& reading, const Json& json, View& view) {
  take_number(reading, json, view.*Member, 1, kLongestSide);
}

constexpr Property<View> kSizes[] = {
    {"continuousWidth", side<&View::continuous_width>},
    {"continuousHeight", side<&View::continuous_height>},
    {"discreteWidth", side<&View::discrete_width>},
    {"discreteHeight", side<&View::discrete_height>},
    {"step",
     [](Reading& r, const Json& j, View& v) { take_number(r, j, v.step, 1, kLongestStep); }},
};

}  // namespace

void take_view(Reading& reading, const Json& json, ViewStyle& view) {
  take_object(reading, json, view, {kViewLook});
}

void take_view_config(Reading& reading, const Json& json, ViewStyle& view) {
  take_object(reading, json, view, {kViewLook, kSizes});
}

}  // namespace yokoten::chart
