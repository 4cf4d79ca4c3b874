#pragma once

#include <set>
#include <string>
#include <utility>

#include "base/disk.h"
#include "model/finding.h"
#include "model/translation.h"

namespace yokoten {

/// Finds translations, and tells of those that are missing or that nothing uses.
class Texts {
 public:
  /// `folder`: of the publication. Its files are read again only where something is missing.
  Texts(Disk& disk, std::string folder, const Translation& translation, Findings& findings)
      : disk_(disk), folder_(std::move(folder)), translation_(translation), findings_(findings) {}

  /// The translation of a text that stands in `file` of the publication (`glossary.toml`). A text
  /// without Japanese letters may do without one. `translation.missing`, once for each text.
  std::string of(const std::string& text, const std::string& file);
  /// The same of what is printed in `table` (`raw/x.csv`) or else written in `file`.
  std::string printed(const std::string& text, const std::string& table, const std::string& file);

  /// Puts the translation in the text's place.
  void put(std::string& text, const std::string& file) { text = of(text, file); }

  /// Where the translation of a text stands, or the text itself where it needs none.
  Place place_said(const std::string& text, const std::string& file);

  /// `translation.unused`: texts of the translation that were not asked for. Those of tables are
  /// not among them: pages ask for what they print.
  void report_unused();

 private:
  const TranslatedText* find(const std::string& text, const std::string& file);
  void report_missing(const std::string& text, const std::string& file);
  Place place_of(const std::string& text, const std::string& file);

  Disk& disk_;
  std::string folder_;
  const Translation& translation_;
  Findings& findings_;
  std::set<std::pair<std::string, std::string>> missing_;
  std::set<const TranslatedText*> used_;
};

}  // namespace yokoten
