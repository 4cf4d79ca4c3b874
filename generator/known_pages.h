#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/pieces.h"
#include "model/figure_reads.h"

namespace yokoten {

/// What pages and open data may look up, as numbers of its contents.
struct FigureMarks {
  std::string rest;                  ///< rest_mark()
  std::vector<std::uint64_t> exact;  ///< of series, by indicator, then area
  std::vector<std::uint64_t> shown;  ///< the same as far as they are shown
  std::vector<std::uint64_t> lists;  ///< by indicator: prefectures, municipalities, those in each
  /// Of the places by indicator and period, then area; of those that somebody looked up.
  std::map<std::pair<std::int32_t, std::int32_t>, std::vector<std::uint64_t>> ranks;
  std::vector<std::uint64_t> sources;   ///< of the files, by position in Publication::sources
  std::vector<std::uint64_t> findings;  ///< by area: what they say to a page about it (concerns())
  std::string releases;                 ///< release_mark()
};

/// A page with the files that it was written into, and what it looked up for them.
struct KnownPage {
  std::vector<std::string> files;  ///< none: it is to be made each time
  FigureReads reads;               ///< settled, without tables and numbers
};

/// A page in some hundred bytes; sites have tens of thousands.
std::string packed_page(const KnownPage& page);
/// What packed_page() made.
KnownPage unpacked_page(std::string_view bytes);

/// What a build leaves behind for the next one.
struct KnownPages {
  std::string site;  ///< SHA-256 of the manifest of the site that it made
  FigureMarks marks;
  std::vector<std::string_view> pages;  ///< packed; those of all languages
};

/// Hands over the bytes of a file that read_known_pages() reads, on this machine alone, piece by
/// piece. `site`: KnownPages::site, which ends it. False where a piece could not be taken.
bool hand_over_pages(const FigureMarks& marks, std::vector<std::string> pages,
                     const std::string& site, const TakePiece& take);
/// Empty where the bytes are none of such a file, or not all of them. The pages lie in the bytes.
std::optional<KnownPages> read_known_pages(std::string_view bytes);

}  // namespace yokoten
