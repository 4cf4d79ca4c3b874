#pragma once

#include <string>
#include <string_view>

namespace yokoten {

/// The HTML of a page so that it may stand inside another one: headings one level lower, `prefix`
/// before every id and what refers to it, sections no landmarks of their own, files beside the page
/// by `folder` (`../../cases/a/`).
/// `html` is the generator's own, with attributes in double quotes.
std::string embedded_html(std::string_view html, std::string_view prefix, std::string_view folder);

}  // namespace yokoten
