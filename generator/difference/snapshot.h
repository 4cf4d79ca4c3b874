#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <tuple>

#include "base/decimal.h"
#include "model/build_facts.h"

namespace yokoten {

/// The same number however written, or none twice.
bool same(const std::optional<Decimal>& a, const std::optional<Decimal>& b);

/// Indicator, code of the area, period and part of a figure, as in open data.
struct FigureKey {
  std::string indicator, area_code, period, breakdown;
  auto operator<=>(const FigureKey&) const = default;
};

/// A figure as open data say it.
struct ToldFigure {
  std::optional<Decimal> numerator, denominator, value, lower, upper;
  std::string unit, flags, missing, source;

  /// Whether readers of open data find the same; the source may have another id.
  bool says_the_same_as(const ToldFigure& other) const;
};

/// One of the two that are compared: a built site, or a publication as a build would make it.
struct Snapshot {
  std::string name;  ///< as it was asked for
  bool is_site = false;
  std::string title, as_of;
  std::string hash;                 ///< SHA-256 of the site's manifest; empty of publications
  std::optional<BuildFacts> facts;  ///< empty of a site without its release file
  std::map<FigureKey, ToldFigure> figures;
  std::map<std::string, std::string> area_names;     ///< code → full name
  std::map<std::string, std::string> english_names;  ///< of the nation and of prefectures
  std::map<std::string, std::string> pages;          ///< path of each HTML file → SHA-256
  /// All others; without a hash where a publication would have to be built to know it.
  std::map<std::string, std::string> files;
  /// The HTML of one of `pages`, on any thread; empty where it can't be had any more.
  std::function<std::optional<std::string>(const std::string&)> page;
};

}  // namespace yokoten
