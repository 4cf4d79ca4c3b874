#include "chart/spec/guide_parts.h"

namespace yokoten::chart {
namespace {

using Title = TitleSpec;

constexpr std::string_view kFrames[] = {"bounds", "group"};

// An empty text is none: it takes no place.
void take_title_lines(Reading& reading, const Json& json, std::vector<std::string>& into) {
  take_lines(reading, json, into);
  if (json == "") into.clear();
}

constexpr Property<Title> kTexts[] = {
    {"text", [](Reading& r, const Json& j, Title& t) { take_title_lines(r, j, t.text); }},
    {"subtitle", [](Reading& r, const Json& j, Title& t) { take_title_lines(r, j, t.subtitle); }},
};

constexpr Property<Title> kLook[] = {
    {"anchor", word<&Title::anchor, kAnchors>},
    {"align", word<&Title::align, kAligns>},
    {"baseline", word<&Title::baseline, kBaselines>},
    {"orient", word<&Title::orient, kOrients>},
    {"frame", word<&Title::frame, kFrames>},
    {"font", text<&Title::font>},
    {"fontWeight", weight<&Title::font_weight>},
    {"subtitleFont", text<&Title::subtitle_font>},
    {"subtitleFontWeight", weight<&Title::subtitle_font_weight>},
    {"offset", number<&Title::offset>},
    {"fontSize", length<&Title::font_size>},
    {"lineHeight", length<&Title::line_height>},
    {"subtitleFontSize", length<&Title::subtitle_font_size>},
    {"subtitlePadding", number<&Title::subtitle_padding>},
    {"subtitleLineHeight", length<&Title::subtitle_line_height>},
    {"dx", number<&Title::dx>},
    {"dy", number<&Title::dy>},
    {"limit", length<&Title::limit>},
    {"angle", angle<&Title::angle>},
    {"color", paint<&Title::color>},
    {"subtitleColor", paint<&Title::subtitle_color>},
};

}  // namespace

void take_chart_title(Reading& reading, const Json& json, TitleSpec& title) {
  if (!json.is_object()) return take_title_lines(reading, json, title.text);
  take_object(reading, json, title, {kTexts, kLook});
  if (!find(json, "text")) reading.refuse({"text が要ります", "text is needed"});
}

void take_title_config(Reading& reading, const Json& json, TitleSpec& title) {
  take_object(reading, json, title, {kLook});
}

}  // namespace yokoten::chart
