#include "chart/spec/guide_parts.h"

namespace yokoten::chart {
namespace {

using Header = HeaderSpec;

constexpr Property<Header> kHeaderOwn[] = {
    {"title",
     [](Reading& r, const Json& j, Header& h) { take_title(r, j, h.title, h.title_null); }},
    {"format", text<&Header::format>},
    {"formatType", word<&Header::format_type, kFormatTypes>},
    {"labelExpr",
     [](Reading& r, const Json& j, Header& h) { take_label_expression(r, j, h.label_pieces); }},
};

constexpr Property<Header> kHeaderShared[] = {
    {"labelOrient", word<&Header::label_orient, kOrients>},
    {"titleOrient", word<&Header::title_orient, kOrients>},
    {"orient", word<&Header::orient, kOrients>},
    {"labels", flag<&Header::labels>},
    {"labelAngle", angle<&Header::label_angle>},
    {"labelFontSize", length<&Header::label_font_size>},
    {"labelPadding", number<&Header::label_padding>},
    {"labelLimit", number<&Header::label_limit>},
    {"labelAlign", word<&Header::label_align, kAligns>},
    {"labelAnchor", word<&Header::label_anchor, kAnchors>},
    {"labelFont", text<&Header::label_font>},
    {"labelFontWeight", weight<&Header::label_font_weight>},
    {"labelColor", solid_paint<&Header::label_color>},
    {"titleFontSize", length<&Header::title_font_size>},
    {"titlePadding", number<&Header::title_padding>},
    {"titleAlign", word<&Header::title_align, kAligns>},
    {"titleAnchor", word<&Header::title_anchor, kAnchors>},
    {"titleFont", text<&Header::title_font>},
    {"titleFontWeight", weight<&Header::title_font_weight>},
    {"titleColor", solid_paint<&Header::title_color>},
};

}  // namespace

void take_header(Reading& reading, const Json& json, HeaderSpec& header) {
  take_object(reading, json, header, {kHeaderOwn, kHeaderShared});
}

void take_header_config(Reading& reading, const Json& json, HeaderSpec& header) {
  take_object(reading, json, header, {kHeaderShared});
}

}  // namespace yokoten::chart
