#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/build_facts.h"
#include "model/duty.h"
#include "model/finding.h"
#include "model/publication.h"

namespace yokoten {

/// What a build says of the site that it made, beside it: site/tottori.release.json.
struct BuildRecord {
  std::string title, as_of;
  std::string site;  ///< SHA-256 of its manifest.json, and with that of everything in it
  std::size_t warnings = 0, notes = 0;
  std::size_t unfilled = 0;  ///< places that still say 【記入】
  struct Item {
    std::string programme, item, state, reason;
    bool binding = true;
    std::vector<std::string> pages;  ///< below the site
    Message lacks;
  };
  std::vector<Item> duties;
  std::optional<BuildFacts> facts{};  ///< empty in records of earlier versions
};

/// `site/tottori.release.json` of `site/tottori`.
std::string release_file(const std::string& site);

/// `site/tottori.2024-12-31.csv`: the figures that it had before a build replaced them.
std::string figures_file(const std::string& site, const std::string& date);

/// `manifest_hash`: SHA-256 of the site's manifest.
BuildRecord record_of(const Publication& publication, const std::vector<Duty>& duties,
                      const Findings& findings, std::string manifest_hash);

std::string release_json(const BuildRecord& release);

/// Empty where the bytes are no such file.
std::optional<BuildRecord> read_release(std::string_view bytes);

}  // namespace yokoten
