#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace yokoten {

/// An SVG of fixed size as PNG, drawn by librsvg; nullopt where it can't be drawn. The same bytes
/// on the same machine whatever the locale, as long as the SVG names its font family.
std::optional<std::string> png_of(std::string_view svg);

}  // namespace yokoten
