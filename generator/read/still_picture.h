#pragma once

#include <string>
#include <string_view>

namespace yokoten {

/// What in an SVG could run or be loaded from elsewhere when a reader opens it by itself: `script`,
/// `onload`, `href`. Empty for a picture that only shows itself; `DOCTYPE` where it declares
/// entities, `no_xml` where it is no well-formed XML.
inline constexpr std::string_view no_xml = "XML";
std::string moving_part(std::string_view svg);

}  // namespace yokoten
