#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/place.h"
#include "model/before_after.h"
#include "model/service_type.h"

namespace yokoten {

/// Whether what a case describes was done, as far as its source tells.
enum class CaseStatus : std::uint8_t { untold, planned, done };

/// A prize that the case has won.
struct CaseAward {
  std::string name, prize;  ///< prize: which of them, may be empty
  int year = 0;             ///< fiscal year
};

/// A photo of a case, a file of the publication that goes out with the site.
struct CasePhoto {
  std::string path;  ///< `photos/NAME`, below the publication and below the site
  std::string alt;   ///< what is to be seen, for those who don't
  std::string credit;
  std::string taken;          ///< 2025-02 or 2025-02-14; empty where it is not told
  int width = 0, height = 0;  ///< as shown, in pixels
  std::uint64_t bytes = 0;
  Place place, path_place, alt_place;
};

/// A case of good practice as its page describes it (`case:` in the front matter).
struct GoodPractice {
  std::string slug, title, summary;
  std::vector<std::string> areas;  ///< codes, the main one first
  std::vector<const ServiceType*> services;
  std::string size;                               ///< code of CaseWords::sizes; may be empty
  std::vector<std::string> technologies, themes;  ///< codes of CaseWords
  std::optional<CaseAward> award;
  std::vector<BeforeAfter> effects;
  std::vector<CasePhoto> photos;
  std::vector<std::string> sources;
  CaseStatus status = CaseStatus::untold;
  std::string file;  ///< of the page
  Place place, area_place;
  std::vector<Place> area_places;  ///< one an area
};

}  // namespace yokoten
