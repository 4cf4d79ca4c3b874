#include "chart/read_parts.h"

namespace yokoten {

const Json& house_config() {
  static const Json config =
      object("font", "Noto Sans JP, Noto Sans CJK JP, Hiragino Sans, sans-serif",  //
             "view", object("stroke", nullptr),                                    //
             "text", object("fontSize", 14, "color", "#1A1A1A"),                   //
             "axis",
             object("labelFontSize", 14, "labelColor", "#595959", "labelLimit", 0, "titleFontSize",
                    14, "titleFontWeight", "normal", "titleColor", "#595959", "domainColor",
                    "#949494", "gridColor", "#CCCCCC", "tickColor", "#949494"),
             "legend", object("labelFontSize", 14, "titleFontSize", 14, "labelLimit", 0));
  return config;
}

void take_config(Reading& reading, const Json& json) {
  if (!is_object(reading, json)) return;
  for (auto item = json.begin(); item != json.end() && !reading.failed(); ++item) {
    const auto house = house_config().find(item.key());
    reading.enter(item.key());
    if (house == house_config().end())
      refuse_property(reading, item.key());
    else if (nlohmann::json(*house) != nlohmann::json(item.value()))
      refuse_value(reading, item.value(), house->dump());
    reading.leave();
  }
}

}  // namespace yokoten
