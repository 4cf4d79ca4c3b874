#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/corrected_figures.h"
#include "model/finding.h"
#include "model/measured.h"
#include "model/publication.h"

namespace yokoten {

/// What the figures of a build stand on: what two builds have to be compared by to say why a figure
/// is another one. Nothing of a source whose file does not go out is told but that it is there.
struct BuildFacts {
  struct OfTarget {
    int year = 0;
    std::string text;  ///< as printed: 90以上, 減少又は維持
    bool operator==(const OfTarget&) const = default;
  };
  struct OfIndicator {
    std::string id, title, unit;
    int decimals = 0;
    bool is_ratio = false;  ///< its figures are quotients of the parts that they carry
    Better better = Better::none;
    std::string definition;                          ///< SHA-256 of all that it is computed by
    std::vector<std::string> sources;                ///< ids of those that its figures may be from
    std::optional<std::vector<OfTarget>> targets{};  ///< empty in records of earlier versions
  };
  struct OfSource {
    std::string id, title, file, as_of, published;
    std::string sha256;      ///< empty where the file does not go out
    std::string reading;     ///< SHA-256 of how its table is read
    std::string disclosure;  ///< SHA-256 of what is hidden of it; empty for nothing
  };
  struct OfCorrection {
    std::string source, column, printed, corrected, reason;
    int row = 0;
    std::vector<std::string> figures;  ///< figure_name() of those that it went into
    bool operator==(const OfCorrection&) const = default;
  };
  struct OfFinding {
    Finding told;           ///< its file inside the publication
    std::size_t count = 1;  ///< how many there are; only those of withheld files are counted
  };

  std::string base_url;
  std::vector<OfIndicator> indicators;
  std::vector<OfSource> sources;
  std::vector<OfCorrection> corrections;
  std::vector<OfFinding> findings;

  const OfIndicator* indicator(const std::string& id) const;  ///< nullptr for none
  const OfSource* source(const std::string& id) const;        ///< nullptr for none
};

/// `careplan-link-rate 310000 2024-09-13 start=a`: a figure in one word of its own.
std::string figure_name(const std::string& indicator, const std::string& area_code,
                        const std::string& period, const std::string& breakdown);

/// `findings` as they were found: their places begin with the publication's folder.
BuildFacts build_facts(const Publication& publication, const Areas& areas, const Measured& measured,
                       const CorrectedFigures& corrected, const Findings& findings);

}  // namespace yokoten
