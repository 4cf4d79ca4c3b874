#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/place.h"

namespace yokoten {

/// A custom property as a style sheet sets it for the page.
struct CssValue {
  std::string text;
  Place place;
};

/// Custom properties by name without their dashes, of light and of dark screens.
struct CssRoles {
  std::map<std::string, CssValue> light, dark;

  /// The value on such screens; nullptr where there is none.
  const CssValue* find(const std::string& name, bool is_dark) const;
  /// The same with `var(--x)` followed to its end.
  const CssValue* resolved(const std::string& name, bool is_dark) const;
};

/// Adds what `:root` sets at the top of the sheet and under prefers-color-scheme: dark; other
/// conditions (forced colours, print) are left out.
void add_css_roles(std::string_view css, const std::string& file, CssRoles& roles);

}  // namespace yokoten
