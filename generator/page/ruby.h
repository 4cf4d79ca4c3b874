#pragma once

#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

#include "model/area.h"

namespace yokoten {

/// `base` with its reading above it, and in brackets where ruby can't be shown.
std::string ruby_html(std::string_view base, std::string_view reading);

/// The area's name, with its reading where that is hard.
std::string name_html(const Area& area);

/// The official names of municipalities, and how those are read that are hard to read.
class PlaceReadings {
 public:
  PlaceReadings() = default;
  explicit PlaceReadings(const Areas& areas);

  /// Where an official name ends at `end` of the text: how many bytes it has, 0 for none. The
  /// longest counts: in 近江八幡市 there is no 八幡市.
  std::size_t name_before(std::string_view text, std::size_t end) const;
  /// Empty where the name is not hard to read, or is read otherwise in another prefecture.
  const std::string& reading(std::string_view name) const;

 private:
  std::unordered_map<std::string, std::string> readings_;  ///< name → reading, empty for plain
};

/// Text of one page as HTML: the first mention of each hard name has its reading, and so has
/// 「{漢字|かんじ}」 wherever it stands.
class RubyWriter {
 public:
  explicit RubyWriter(const PlaceReadings* places) : places_(places) {}

  std::string html(std::string_view text);
  /// In headings the names stay plain, and are not taken for mentioned.
  void in_heading(bool is) { in_heading_ = is; }

 private:
  std::string with_places(std::string_view text);

  const PlaceReadings* places_;
  std::set<std::string, std::less<>> told_;
  bool in_heading_ = false;
};

}  // namespace yokoten
